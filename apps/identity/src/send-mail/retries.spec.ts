import { describe, expect, it } from 'vitest';
import { isRefusedForGood, reasonOf, secondsUntilNextTry } from './retries.js';

describe('a mail that could not be sent', () => {
  it('rests twice as long each time, an hour and a quarter at most', () => {
    expect([1, 2, 3, 9, 10, 100].map((tries) => secondsUntilNextTry(tries, 0))).toEqual([10, 20, 40, 2_560, 3_600, 3_600]);
    expect(secondsUntilNextTry(100, 1)).toBe(4_500);
  });

  it('is given up at once only when the server does not know the receiver', () => {
    const rejected = { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 };
    expect(isRefusedForGood(rejected)).toBe(true);
    for (const other of [{ responseCode: 450 }, { responseCode: 549 }, { responseCode: 560 }, { command: 'MAIL FROM' }, { code: 'EAUTH' }])
      expect(isRefusedForGood({ ...rejected, ...other })).toBe(false);
    for (const other of [undefined, null, new Error('x')]) expect(isRefusedForGood(other)).toBe(false);
  });

  it('has a reason without the words of the server', () => {
    const error = Object.assign(new Error('550 anna@example.com is not here'), { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' });
    expect(reasonOf(error)).toBe('EENVELOPE 550 RCPT TO');
    expect(reasonOf(new TypeError('anna@example.com'))).toBe('TypeError');
    expect(reasonOf(undefined)).toBe('unknown');
  });
});
