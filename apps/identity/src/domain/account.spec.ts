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

  it('may enter until its time is over, while it is active', () => {
    const account = open();
    expect(account.mayEnter(later(1_000_000))).toBe(true);
    account.limit({ expiresAt: later(1) }, NOW);
    expect([account.mayEnter(later(0.99)), account.mayEnter(later(1)), account.session]).toEqual([true, false, 2]);
    expect([account.tokenSeconds(NOW, 900), account.tokenSeconds(later(0.9), 900), open().tokenSeconds(NOW, 900)]).toEqual([900, 360, 900]);
    account.deactivate(NOW);
    expect(account.mayEnter(NOW)).toBe(false);
  });

  it('ends its tokens when what it may do at most is said anew', () => {
    const account = open();
    account.limit({ permissions: ['orders.*'] }, NOW);
    expect(account).toMatchObject({ permissions: ['orders.*'], session: 2 });
    account.limit({ permissions: ['orders.*'], expiresAt: null }, NOW);
    expect(account.session).toBe(2); // As they were.
    account.limit({ permissions: null }, NOW);
    expect(account).toMatchObject({ permissions: null, session: 3 });
  });
});
