import { ProblemException } from '@millrace/chassis';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

const QUARTER_SECONDS = 900;
/** What somebody who has forgotten a password tries, and far less than guessing one takes. */
const FROM_ONE_ADDRESS = 10;
/** Guesses at one account from everywhere; then only addresses from which it was entered before may go on. */
const FROM_EVERYWHERE = 100;
/** Of what is remembered in memory a timer is set, which holds 24 days at most. */
const REMEMBERED_SECONDS = 24 * 86_400;

/** Who tries to sign in: the account's kind and login, and where from. */
export type Attempt = Readonly<{ account: string; address: string }>;

/**
 * Holds up who guesses secrets, and nobody else: failures count against the address that they come from, so somebody who
 * guesses at an account does not close it for its owner. Many addresses that guess at one account together close it for
 * those that never entered it. Kept in memory, by each replica for itself.
 */
@Injectable()
export class SignInAttempts {
  private readonly fromAddress = new RateLimiterMemory({ points: FROM_ONE_ADDRESS, duration: QUARTER_SECONDS });
  private readonly fromEverywhere = new RateLimiterMemory({ points: FROM_EVERYWHERE, duration: QUARTER_SECONDS });
  /** Where an account was entered from. */
  private readonly entered = new RateLimiterMemory({ points: 1, duration: REMEMBERED_SECONDS });

  /**
   * Counts an attempt before its outcome is known, so that a thousand at once are no more than one after another.
   *
   * @throws ProblemException 429, before any work is done on a secret.
   */
  async begin(attempt: Attempt): Promise<void> {
    const pair = pairOf(attempt);
    const here = await this.fromAddress.penalty(pair);
    if (here.consumedPoints > FROM_ONE_ADDRESS) throw tooMany(here);
    const everywhere = await this.fromEverywhere.penalty(attempt.account);
    if (everywhere.consumedPoints > FROM_EVERYWHERE && !(await this.entered.get(pair))) throw tooMany(everywhere);
  }

  /** The right secret makes up for wrong ones from the same place. */
  async succeeded(attempt: Attempt): Promise<void> {
    const pair = pairOf(attempt);
    await Promise.all([this.fromAddress.delete(pair), this.fromEverywhere.reward(attempt.account), this.entered.set(pair, 1, REMEMBERED_SECONDS)]);
  }
}

const pairOf = ({ account, address }: Attempt) => `${address} ${account}`;

function tooMany({ msBeforeNext }: RateLimiterRes): ProblemException {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
  const detail = `Too many sign-ins to this account have failed from here: come back in ${seconds} s.`;
  return new ProblemException(429, 'rate-limit-exceeded', detail, {}, { 'retry-after': String(seconds) });
}
