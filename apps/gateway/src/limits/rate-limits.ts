import { type Identity, networkOf, ProblemException } from '@millrace/chassis';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE_SECONDS = 60;

/** What an answer says of the limit that its request counted against. */
export type LimitHeaders = Readonly<Record<'ratelimit-policy' | 'ratelimit', string>>;

/** How often one subject, and one address without a valid token, may ask this replica in a minute. */
export class RateLimits {
  /** By how often: accounts may have a limit of their own. */
  private readonly subjects = new Map<number, RateLimiterMemory>();
  private readonly strangers: RateLimiterMemory;

  constructor(
    private readonly perSubject: number,
    perStranger: number,
  ) {
    this.strangers = aMinute(perStranger);
  }

  /** @throws ProblemException 429 */
  countSubject({ subject, requestsPerMinute = this.perSubject }: Pick<Identity, 'subject' | 'requestsPerMinute'>): Promise<LimitHeaders> {
    const limiter = this.subjects.get(requestsPerMinute) ?? aMinute(requestsPerMinute);
    this.subjects.set(requestsPerMinute, limiter);
    return count('subject', limiter, subject);
  }

  /** @throws ProblemException 429 */
  countStranger(address: string): Promise<LimitHeaders> {
    return count('address', this.strangers, networkOf(address));
  }
}

const aMinute = (points: number) => new RateLimiterMemory({ points, duration: MINUTE_SECONDS });

async function count(policy: string, limiter: RateLimiterMemory, key: string): Promise<LimitHeaders> {
  try {
    return headersOf(policy, limiter.points, await limiter.consume(key));
  } catch (over) {
    const { msBeforeNext } = over as RateLimiterRes;
    const why = `More than ${limiter.points} requests in a minute`;
    throw ProblemException.rateLimitExceeded(why, msBeforeNext / 1_000, headersOf(policy, limiter.points, over as RateLimiterRes));
  }
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1_000));

/** As draft-ietf-httpapi-ratelimit-headers-10 has it: what is allowed in a window, and what is left of it in this replica. */
function headersOf(policy: string, points: number, left: RateLimiterRes): LimitHeaders {
  return {
    'ratelimit-policy': `"${policy}";q=${points};w=${MINUTE_SECONDS}`,
    ratelimit: `"${policy}";r=${Math.max(0, left.remainingPoints)};t=${secondsOf(left)}`,
  };
}
