import { ProblemException } from '@millrace/chassis';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SignInAttempts } from './sign-in-attempts.js';

const ANNA = 'user anna@example.com';
const HER_DESK = { account: ANNA, address: '192.0.2.1' };
const ELSEWHERE = { account: ANNA, address: '198.51.100.7' };

describe('sign-ins that fail', () => {
  let attempts: SignInAttempts;

  beforeEach(() => {
    vi.useFakeTimers();
    attempts = new SignInAttempts();
  });

  afterEach(() => vi.useRealTimers());

  const tryOnce = (attempt = ELSEWHERE) =>
    attempts.begin(attempt).then(
      () => undefined,
      (error: unknown) => error as ProblemException,
    );

  async function guess(times: number, attempt = ELSEWHERE): Promise<void> {
    for (let at = 0; at < times; at++) await tryOnce(attempt);
  }

  async function enter(attempt = ELSEWHERE): Promise<void> {
    await attempts.begin(attempt);
    await attempts.succeeded(attempt);
  }

  it('may be ten from one address; the eleventh is told to come back', async () => {
    await guess(9);
    expect(await tryOnce()).toBeUndefined();
    expect(await tryOnce()).toMatchObject({ status: 429, code: 'rate-limit-exceeded', headers: { 'retry-after': expect.stringMatching(/^[0-9]+$/) } });
  });

  it('are counted before their outcome is known', async () => {
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => tryOnce()));
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(10);
  });

  it('close nothing to the owner of the account, nor other accounts to who failed', async () => {
    await guess(50);
    expect(await tryOnce(HER_DESK)).toBeUndefined();
    expect(await tryOnce({ ...ELSEWHERE, account: 'user ben@example.com' })).toBeUndefined();
  });

  it('are forgotten after a quarter of an hour', async () => {
    await guess(10);
    vi.advanceTimersByTime(899_000);
    expect(await tryOnce()).toBeDefined();
    vi.advanceTimersByTime(2_000);
    expect(await tryOnce()).toBeUndefined();
  });

  it('are made up for by the right secret', async () => {
    await guess(9);
    await enter();
    await guess(9);
    expect(await tryOnce()).toBeUndefined();
  });

  it('from a hundred addresses close the account to strangers, and not to where it was entered from', async () => {
    await enter(HER_DESK);
    vi.advanceTimersByTime(20 * 86_400_000);
    for (let at = 0; at < 99; at++) await guess(1, { account: ANNA, address: `203.0.113.${at}` });
    expect(await tryOnce({ account: ANNA, address: '203.0.113.200' })).toBeUndefined();
    expect(await tryOnce({ account: ANNA, address: '203.0.113.201' })).toMatchObject({ status: 429 });
    expect(await tryOnce(HER_DESK)).toBeUndefined();
  });
});
