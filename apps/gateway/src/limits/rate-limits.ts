import { ProblemException } from '@millrace/chassis';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** How often one subject, and one address without a valid token, may ask this replica. */
export class RateLimits {
  private readonly subjects: RateLimiterMemory;
  private readonly strangers: RateLimiterMemory;

  constructor(perSubject: number, perStranger: number) {
    this.subjects = new RateLimiterMemory({ points: perSubject, duration: 60 });
    this.strangers = new RateLimiterMemory({ points: perStranger, duration: 60 });
  }

  /** @throws ProblemException 429 */
  countSubject(subject: string): Promise<void> {
    return count(this.subjects, subject);
  }

  /** @throws ProblemException 429 */
  countStranger(address: string): Promise<void> {
    return count(this.strangers, address);
  }
}

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
