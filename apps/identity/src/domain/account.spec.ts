import { describe, expect, it } from 'vitest';
import { Account } from './account.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const open = () => Account.open({ kind: 'service', login: 'app-1', name: 'App', secretHash: 'first' }, NOW);

describe('an account', () => {
  it('ends its tokens when it is deactivated, once', () => {
    const account = open();
    account.deactivate(NOW);
    account.deactivate(later(1));
    expect(account).toMatchObject({ active: false, session: 2, sessionsEndedAt: NOW });
  });

  it('takes the secret before for as long as was said, and leaves tokens alone', () => {
    const account = open();
    account.changeSecret('second', NOW, 24);
    expect(account.secretHashes(later(23.9))).toEqual(['second', 'first']);
    expect(account.secretHashes(later(24))).toEqual(['second']);
    expect(account.session).toBe(1);
  });

  it('takes no secret before without overlap, and ends its tokens', () => {
    const account = open();
    account.changeSecret('second', NOW, 24);
    account.changeSecret('third', NOW);
    expect(account.secretHashes(NOW)).toEqual(['third']);
    expect(account).toMatchObject({ session: 2, sessionsEndedAt: NOW, previousSecretUntil: null });
  });
});
