import { describe, expect, it } from 'vitest';
import { Account } from './account.js';
import { type AccountLink, goodUntil, letsChoosePassword } from './account-link.js';

const NOW = new Date('2026-11-27T12:00:00Z');
const link = (kind: AccountLink['kind']): AccountLink => ({ id: 'l', accountId: 'a', kind, newEmail: null });
const account = (secretHash: string | null) => Account.open({ kind: 'user', login: 'anna@example.com', name: 'Anna', secretHash }, NOW);
const putOut = (one: Account) => Object.assign(one, { active: false });

describe('a link in a mail', () => {
  it.each([
    ['invitation', '2026-11-30T12:00:00Z'],
    ['password-reset', '2026-11-27T12:30:00Z'],
    ['email-change', '2026-11-28T12:00:00Z'],
  ] as const)('of the kind %s is good until %s when it is given at noon', (kind, until) => {
    expect(goodUntil(kind, NOW)).toEqual(new Date(until));
  });

  it('lets choose a first password who is invited, and another one who has one', () => {
    const [invited, settled] = [account(null), account('hash')];
    const lets = (kind: AccountLink['kind']) => [invited, settled].map((who) => letsChoosePassword(link(kind), who));
    expect(lets('invitation')).toEqual([true, false]);
    expect(lets('password-reset')).toEqual([false, true]);
    expect(lets('email-change')).toEqual([false, false]);
  });

  it('opens nothing for who is put out, or is no person', () => {
    expect(letsChoosePassword(link('invitation'), putOut(account(null)))).toBe(false);
    expect(letsChoosePassword(link('password-reset'), Object.assign(account('hash'), { kind: 'service' as const }))).toBe(false);
  });
});

describe('an account without a password', () => {
  it('is invited until it has one, and has no secret to be held against', () => {
    const who = account(null);
    who.invite(new Date('2026-11-30T12:00:00Z'));
    expect([who.isInvited, who.secretHashes(NOW)]).toEqual([true, []]);
    who.changeSecret('hash', NOW, 24); // There is none before it that could overlap.
    expect([who.isInvited, who.invitedUntil, who.secretHashes(NOW)]).toEqual([false, null, ['hash']]);
    expect([who.previousSecretHash, who.previousSecretUntil]).toEqual([null, null]);
    expect([who.session, who.sessionsEndedAt]).toEqual([1, null]); // Nobody had entered.
    expect(() => who.invite(null)).toThrow(/no password/);
  });
});
