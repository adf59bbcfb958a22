import { describe, expect, it } from 'vitest';
import { ACCEPTED, linesOf, outcomeOf } from './advisories.js';

const advisory = (id: string, severity: string, name = 'leaky') => ({
  source: 1,
  name,
  title: `${name} leaks`,
  url: `https://advisories.example/${id}`,
  severity,
  range: '<2.0.0',
});
/** As npm reports it: what has an advisory, and what depends on that, which names it. */
const report = (...via: object[]) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities: { leaky: { severity: 'high', via }, above: { severity: 'high', via: ['leaky'] } } });
const GIVEN = { advisory: 'GHSA-aaaa', reason: 'Nothing calls it.', until: '2026-12-31' };
const read = (output: string, accepted = [GIVEN], today = '2026-11-27') => outcomeOf(output, accepted, today);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('advisories on what runs', () => {
  it('fail when they are severe, once each however many packages they reach', () => {
    const outcome = read(report(advisory('GHSA-bbbb', 'critical'), advisory('GHSA-cccc', 'moderate'), advisory('GHSA-bbbb', 'critical')));
    expect(outcome).toMatchObject({ answered: true, open: [{ id: 'GHSA-bbbb', name: 'leaky', range: '<2.0.0' }], minor: [{ id: 'GHSA-cccc' }] });
    expect(linesOf(outcome).at(-1)).toBe('1 severe advisories are open, 1 minor ones, 0 accepted');
  });

  it('are accepted until the last day that was said, and no longer', () => {
    const output = report(advisory('GHSA-aaaa', 'high'));
    for (const [today, open, accepted] of [
      ['2026-12-31', [], ['GHSA-aaaa']],
      ['2027-01-01', ['GHSA-aaaa'], []],
    ] as const) {
      const outcome = read(output, [GIVEN], today);
      if (!outcome.answered) throw new Error(outcome.why);
      expect([ids(outcome.open), ids(outcome.accepted)]).toEqual([open, accepted]);
    }
  });

  it('say when nobody has to bear with one any more', () => {
    expect(linesOf(read(report()))).toContain('not needed any more: GHSA-aaaa is accepted and was not found');
  });

  it.each([
    ['{"message":"405 Method Not Allowed","error":{"summary":"","detail":""}}', '405 Method Not Allowed'],
    ['{"error":{"summary":"request failed"}}', 'request failed'],
    ['', 'its answer was no report'],
    ['<html>', 'its answer was no report'],
  ])('are not known when the registry answers %s, which is said and fails nothing', (output, why) => {
    expect(read(output)).toEqual({ answered: false, why });
    expect(linesOf(read(output))).toEqual([`no advisories were looked at, since the registry does not tell them: ${why}`]);
  });

  it('are accepted with a reason and for half a year at most', () => {
    const limit = new Date(Date.now() + 183 * 86_400_000).toISOString().slice(0, 10);
    for (const { reason, until } of ACCEPTED) {
      expect(reason.length).toBeGreaterThan(20);
      expect(until).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(until <= limit).toBe(true);
    }
  });
});
