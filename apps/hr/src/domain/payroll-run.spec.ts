import { isDeepStrictEqual } from 'node:util';
import { ALONE, isRefusal, localDate } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { contract, decider, draft, rates } from './payroll.fixture.js';
import { PAYROLL_STATES, type PayrollRun, type PayrollState } from './payroll-run.js';

const ON = localDate('2026-06-30');
const LATER = localDate('2026-07-02');

const verbs = {
  approve: (run: PayrollRun) => run.approve(decider('boss')),
  discard: (run: PayrollRun) => run.discard('boss', 'Wrong rates'),
  posted: (run: PayrollRun) => run.posted(LATER),
  paid: (run: PayrollRun) => run.paid(LATER),
};
type Verb = keyof typeof verbs;

/** What becomes of a run in each state by each verb: the next state, a refusal's code, or a bug. */
const OUTCOMES: Record<PayrollState, Record<Verb, string>> = {
  draft: { approve: 'approved', discard: 'discarded', posted: 'bug', paid: 'bug' },
  approved: { approve: 'payroll-run-approved', discard: 'payroll-run-approved', posted: 'posted', paid: 'paid' },
  posted: { approve: 'payroll-run-approved', discard: 'payroll-run-approved', posted: 'posted', paid: 'paid' },
  paid: { approve: 'payroll-run-approved', discard: 'payroll-run-approved', posted: 'paid', paid: 'paid' },
  discarded: { approve: 'payroll-run-discarded', discard: 'payroll-run-discarded', posted: 'bug', paid: 'bug' },
};

function runIn(state: PayrollState, rule = rates('0.15', '0.062', '0.062')): PayrollRun {
  const { run } = draft([contract('3000.00')], rule);
  if (state === 'discarded') run.discard('boss', 'Wrong month');
  else if (state !== 'draft') run.approve(decider('boss'));
  if (state === 'posted' || state === 'paid') run.posted(ON);
  if (state === 'paid') run.paid(ON);
  return run;
}

function outcomeOf(run: PayrollRun, verb: Verb): string {
  try {
    const answer = verbs[verb](run);
    return isRefusal(answer) ? answer.code : run.state;
  } catch {
    return 'bug';
  }
}

describe('a payroll run in each state', () => {
  it.each(PAYROLL_STATES.flatMap((state) => Object.entries(OUTCOMES[state]).map(([verb, outcome]) => [outcome, state, verb] as [string, PayrollState, Verb])))(
    'ends as %s when it is %s and comes to %s',
    (outcome, state, verb) => {
      const run = runIn(state);
      const before = { ...run };
      expect(outcomeOf(run, verb)).toBe(outcome);
      expect(isDeepStrictEqual({ ...run }, before)).toBe(run.state === state);
    },
  );

  it('is approved by somebody else than who made it, or by who may do alone what takes two', () => {
    const { createdBy } = runIn('draft');
    const own = runIn('draft');
    expect(own.approve(decider(createdBy))).toMatchObject({ code: 'self-approval', kind: 'invalid' });
    expect([own.state, own.approvedBy]).toEqual(['draft', null]);
    expect(runIn('draft').approve(decider('boss'))).toMatchObject({ data: { grossTotal: '3000.00' } });
    expect(own.approve(decider(createdBy, {}, ALONE))).toMatchObject({ data: { grossTotal: '3000.00' } });
  });

  it('is approved by nobody whose limit its net total passes', () => {
    const run = runIn('draft'); // 2,364.00 of 3,000.00 are paid out.
    expect(run.approve(decider('boss', { approvalLimit: '2363.99' }))).toMatchObject({ code: 'above-approval-limit', kind: 'forbidden' });
    expect([run.state, run.approvedBy]).toEqual(['draft', null]);
    expect(run.approve(decider('boss', { approvalLimit: '2364.00' }))).toMatchObject({ data: { netTotal: '2364.00' } });
  });

  it('keeps the day on which it was paid first', () => {
    const run = runIn('paid');
    run.paid(LATER);
    expect(run.paidOn).toBe(ON);
  });

  it('is paid when it is posted and nothing is to be paid out', () => {
    const run = runIn('approved', rates('0.8', '0.2', '0.1'));
    run.posted(ON);
    expect(run).toMatchObject({ state: 'paid', paidOn: ON });
  });

  it('says who discarded it and why', () => {
    expect(runIn('discarded')).toMatchObject({ discardedBy: 'boss', discardReason: 'Wrong month', approvedBy: null });
  });
});
