import { InvariantBroken } from '@millrace/kernel';
import { isTransient, sqlState, UNIQUE_VIOLATION } from '@millrace/persistence';
import { PermanentError } from '../protocol/failure.js';
import type { ErrorKind } from '../protocol/ports.js';

/** A key that is still taken after so many tries, about three seconds, was not lost to a neighbour; others wait meanwhile. */
const TRIES_OF_UNIQUE_KEYS = 6;
const CHECK_VIOLATION = '23514';

/** What to do about an error of an event that ran alone. */
export function classify(error: unknown, attempt: number): ErrorKind {
  if (error instanceof PermanentError || error instanceof InvariantBroken) return 'permanent';
  const state = sqlState(error);
  if (state === CHECK_VIOLATION) return 'permanent';
  if (state === UNIQUE_VIOLATION && attempt > TRIES_OF_UNIQUE_KEYS) return 'permanent';
  return isTransient(error) ? 'transient' : 'unknown';
}
