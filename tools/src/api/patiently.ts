import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from './api-client.js';

/** What a write meets while a copy that it needs is on its way between services. */
const ON_THE_WAY = new Set(['company-not-ready', 'item-unknown', 'customer-unknown', 'payroll-run-unknown']);
const ARRIVAL_LIMIT_MS = 60_000;
const PAUSE_MS = 50;

/** Repeats what needs a copy that is on its way. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + ARRIVAL_LIMIT_MS; ; await sleep(PAUSE_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError) || !ON_THE_WAY.has(error.problem.code) || Date.now() > end) throw error;
    }
  }
}

/** Reads until it is there. @throws Error when it does not come. */
export async function untilThere<T>(read: () => Promise<T>, isThere: (value: T) => boolean, what: string, limitMs = ARRIVAL_LIMIT_MS): Promise<T> {
  for (const end = Date.now() + limitMs; ; await sleep(PAUSE_MS)) {
    const value = await read();
    if (isThere(value)) return value;
    if (Date.now() > end) throw new Error(`${what} did not come within ${limitMs / 1_000} s`);
  }
}
