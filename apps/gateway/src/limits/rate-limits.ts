import { type Identity, ProblemException } from '@millrace/chassis';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

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
  countSubject({ subject, requestsPerMinute = this.perSubject }: Pick<Identity, 'subject' | 'requestsPerMinute'>): Promise<void> {
    const limiter = this.subjects.get(requestsPerMinute) ?? aMinute(requestsPerMinute);
    this.subjects.set(requestsPerMinute, limiter);
    return count(limiter, subject);
  }

  /** @throws ProblemException 429 */
  countStranger(address: string): Promise<void> {
    return count(this.strangers, address);
  }
}

const aMinute = (points: number) => new RateLimiterMemory({ points, duration: 60 });

async function count(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (over) {
    const seconds = Math.max(1, Math.ceil((over as RateLimiterRes).msBeforeNext / 1_000));
    throw new ProblemException(
      429,
      'rate-limit-exceeded',
      `More than ${limiter.points} requests in a minute: come back in ${seconds} s.`,
      {},
      { 'retry-after': String(seconds) },
    );
  }
}
