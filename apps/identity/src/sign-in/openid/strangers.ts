import { networkOf, ProblemException } from '@millrace/chassis';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { CHALLENGE } from '../../persistence/passkeys.js';

/** What was begun by somebody who has not signed in is forgotten after so long. */
export const STRANGER_SECONDS = 900;
/** Some hundred people behind one address begin a sign-in at once; each takes a few writes. */
const WRITES_FROM_ONE_ADDRESS = 1_000;

/** Of each kind of state: whether nobody has signed in for it yet. */
const OF_STRANGERS: Readonly<Record<string, (payload: Readonly<Record<string, unknown>>) => boolean>> = {
  Session: ({ accountId }) => accountId === undefined,
  Interaction: ({ session }) => session === undefined,
  DeviceCode: ({ accountId }) => accountId === undefined,
  [CHALLENGE]: ({ accountId }) => accountId === undefined,
};

/**
 * Bounds what people who have not signed in leave behind: pages that are asked for cost a row each, and asking is free. An
 * address has so many writes while a row lives, so it never has more rows than that. In memory, by each replica for itself.
 */
@Injectable()
export class Strangers {
  private readonly writes = new RateLimiterMemory({ points: WRITES_FROM_ONE_ADDRESS, duration: STRANGER_SECONDS });

  /** @throws ProblemException 429 when an address has begun too much. */
  async admit(model: string, payload: Readonly<Record<string, unknown>>, address: string): Promise<void> {
    if (OF_STRANGERS[model]?.(payload) !== true) return;
    const { consumedPoints, msBeforeNext } = await this.writes.penalty(networkOf(address));
    if (consumedPoints <= WRITES_FROM_ONE_ADDRESS) return;
    throw ProblemException.rateLimitExceeded('Too many sign-ins were begun from here and not finished', msBeforeNext / 1_000);
  }
}
