import { CompanyCreated } from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import type { BrokerRecord } from '@millrace/messaging';
import { describe, expect, it } from 'vitest';
import { untaken } from './effects.js';
import { LISTED } from './finding.js';
import { LogIndex } from './log-index.js';

describe('what lies on the log', () => {
  const key = CompanyCreated.example.companyId;
  const headers = (changes: Record<string, string> = {}) => ({
    ce_specversion: '1.0',
    ce_id: newId(),
    ce_type: CompanyCreated.type,
    ce_source: '/millrace/identity',
    ce_subject: key,
    ce_time: '2026-11-02T10:00:00Z',
    ce_sequence: '1',
    ce_company: key,
    ...changes,
  });
  const record = (offset: number, given: Record<string, string>): BrokerRecord => ({
    topic: CompanyCreated.topic,
    partition: 0,
    offset: String(offset),
    timestamp: '0',
    key,
    headers: given,
    value: Buffer.from(JSON.stringify(CompanyCreated.example)),
  });

  it('and is a fact of this suite is nothing to tell of', () => {
    const log = new LogIndex();
    log.add(record(0, headers()));
    expect([log.facts, untaken(log)]).toEqual([1, []]);
  });

  it('without a readable envelope is told by its place', () => {
    const log = new LogIndex();
    log.add(record(7, headers({ ce_id: 'nonsense' })));
    expect([log.facts, untaken(log)]).toMatchObject([0, [{ kind: 'unreadable', what: 'identity.company 0:7 has no readable envelope', count: 1 }]]);
  });

  it('is counted, not listed, where it is much', () => {
    const log = new LogIndex();
    for (let offset = 0; offset < LISTED + 3; offset++) log.add(record(offset, {}));
    expect(untaken(log)).toHaveLength(LISTED + 1);
    expect(untaken(log).at(-1)).toMatchObject({ kind: 'unreadable', count: 3 });
  });
});
