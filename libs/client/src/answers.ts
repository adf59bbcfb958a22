import type { components } from './api.js';

/** What the suite says when it says no (RFC 9457). */
export type Problem = components['schemas']['Problem'];

/** What a call of the client comes back with: the document, or the problem. */
export type Answer<T> = Readonly<{ data?: T; error?: Problem; response: Response }>;

/** A problem, for who would rather catch it. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
  }
}

const ARRIVAL_LIMIT_MS = 30_000;
const PAUSE_MS = 100;

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** The document of an answer. @throws ProblemError */
export async function unwrapped<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error } = await answer;
  if (error) throw new ProblemError(error);
  return data as T;
}

/**
 * A write that needs what another service has just been told, such as an order for a new item: sent again while it is
 * refused for one of these reasons, for half a minute.
 *
 * @throws ProblemError with what it was refused for in the end.
 */
export async function untilArrived<T>(write: () => Promise<Answer<T>>, ...reasons: readonly string[]): Promise<T> {
  for (const end = Date.now() + ARRIVAL_LIMIT_MS; ; await pause(PAUSE_MS)) {
    const answer = await write();
    if (!answer.error || !reasons.includes(answer.error.code) || Date.now() > end) return unwrapped(Promise.resolve(answer));
  }
}
