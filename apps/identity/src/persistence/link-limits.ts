import { networkOf, ProblemException } from '@millrace/chassis';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { linkInvalid } from '../domain/account-link.js';

const QUARTER_SECONDS = 900;
/** What an office behind one address asks for on the morning after a holiday. */
const ASKED = 20;
/** Links that are not good: old mails, and mails that were cut. */
const WRONG = 20;

/** Holds up addresses that ask for many links, or try many; in memory, by each replica for itself. */
@Injectable()
export class LinkLimits {
  private readonly asked = new RateLimiterMemory({ points: ASKED, duration: QUARTER_SECONDS });
  private readonly wrong = new RateLimiterMemory({ points: WRONG, duration: QUARTER_SECONDS });

  /** @throws ProblemException 429 when this address has asked too often, for whichever account. */
  async ask(address: string): Promise<void> {
    await this.asked.consume(networkOf(address)).catch(tooMany);
  }

  /**
   * What a link leads to; each try counts before its outcome is known, and a good one makes up for itself.
   *
   * @throws ProblemException `link-invalid` when it leads nowhere, 429 when too many from this address did not.
   */
  async follow<T>(address: string, find: () => Promise<T | undefined>): Promise<T> {
    await this.wrong.consume(networkOf(address)).catch(tooMany);
    const found = await find();
    if (found === undefined) throw ProblemException.of(linkInvalid);
    await this.wrong.reward(networkOf(address));
    return found;
  }
}

function tooMany(over: unknown): never {
  throw ProblemException.rateLimitExceeded('That was asked too often from here', (over as RateLimiterRes).msBeforeNext / 1_000);
}
