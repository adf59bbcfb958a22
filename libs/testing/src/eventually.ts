import { setTimeout as sleep } from 'node:timers/promises';

/** Tries an expectation again until it holds; after the time, what it last complained about. */
export async function eventually<T>(expectation: () => Promise<T> | T, timeoutMs = 15_000): Promise<T> {
  for (const end = Date.now() + timeoutMs; ; await sleep(25)) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
