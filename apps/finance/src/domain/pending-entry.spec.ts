import { ALONE, type Decider, type Limits, Money } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { PENDING_STATES, PendingEntry, type PendingState } from './pending-entry.js';

const NOW = new Date('2026-06-30T10:00:00Z');
const by = (actor: string, limits: Limits = {}, ...held: string[]): Decider => ({ actor, can: (each) => held.includes(each), limitsOn: () => limits });

function entryIn(state: PendingState): PendingEntry {
  const lines = [
    { account: '6100', debit: '700.00' },
    { account: '1000', credit: '700.00' },
  ];
  const entry = PendingEntry.submit('company', { kind: 'manual', description: 'Rent', lines }, Money.of('700.00', 'GBP'), 'anna', NOW);
  if (state === 'posted') entry.posted('ben', 'entry', NOW);
  if (state === 'rejected') entry.reject('ben', 'Paid already', NOW);
  return entry;
}

describe('an entry that waits for approval', () => {
  it.each(PENDING_STATES.filter((state) => state !== 'pending'))('is decided on once: not again when it is %s', (state) => {
    const entry = entryIn(state);
    expect(entry.refusalToApprove(by('carl'))).toMatchObject({ code: 'entry-decided', members: { state } });
    expect(entry.reject('carl', 'Too late', NOW)).toMatchObject({ code: 'entry-decided' });
    expect(entry).toMatchObject({ state, decidedBy: 'ben', version: 2 });
  });

  it('is not posted by who submitted it, unless it may do alone what takes two', () => {
    expect(entryIn('pending').refusalToApprove(by('anna'))).toMatchObject({ code: 'self-approval' });
    expect(entryIn('pending').refusalToApprove(by('anna', {}, ALONE))).toBeUndefined();
    expect(entryIn('pending').refusalToApprove(by('ben'))).toBeUndefined();
  });

  it('is posted by who reaches as far as its debits', () => {
    expect(entryIn('pending').refusalToApprove(by('ben', { approvalLimit: '700' }))).toBeUndefined();
    expect(entryIn('pending').refusalToApprove(by('ben', { approvalLimit: '699.99' }))).toMatchObject({ code: 'above-approval-limit' });
  });

  it('is rejected by anybody, with the reason', () => {
    const entry = entryIn('pending');
    expect(entry.reject('anna', 'A slip', NOW)).toBeUndefined();
    expect(entry).toMatchObject({ state: 'rejected', decidedBy: 'anna', decidedAt: NOW, rejectReason: 'A slip', journalEntryId: null });
  });
});
