import { cursorInvalid } from '../http/cursors.js';
import type { Place } from './list-statement.js';
import { type SortKey, wordsOfOrder } from './sorting.js';

/** A place as a cursor: it holds in the order that it was made in, and in no other. */
export function writePlace(order: readonly SortKey[], place: Place): string {
  return Buffer.from(JSON.stringify([wordsOfOrder(order), ...place])).toString('base64url');
}

/** @throws ProblemException when it is no place of this order. */
export function readPlace(cursor: string, order: readonly SortKey[]): Place {
  try {
    const [words, ...place] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (words === wordsOfOrder(order) && place.length === order.length && place.every((each) => each === null || typeof each === 'string')) {
      return place;
    }
  } catch {
    // Told below.
  }
  throw cursorInvalid();
}
