import type { Columns } from './filters.js';
import { refuseParameter, shortened } from './refuse.js';

/** One field that rows are ordered by. */
export type SortKey = Readonly<{ field: string; descending: boolean }>;

const KEYS = 4;

/** The order that `-placedAt,number` names: the newest first, and by number where that is the same. */
export function sortKeysOf(text: string): SortKey[] {
  return text.split(',').map((each) => ({ field: each.replace(/^-/, ''), descending: each.startsWith('-') }));
}

/**
 * The whole order of a list: what was asked for, and then the list's own, which tells any two rows apart.
 *
 * @throws ProblemException 400 that names the fields there are.
 */
export function orderOf(asked: unknown, columns: Columns, own: readonly SortKey[]): readonly SortKey[] {
  if (asked === undefined) return own;
  if (typeof asked !== 'string') throw refuseParameter('sort', 'must be given once');
  const keys = sortKeysOf(asked);
  const names = keys.map(({ field }) => field);
  const unknown = names.find((field) => !Object.hasOwn(columns, field));
  if (unknown !== undefined)
    throw refuseParameter('sort', `there is no field ${JSON.stringify(shortened(unknown))} to sort by; the fields are ${Object.keys(columns).join(', ')}`);
  if (new Set(names).size < names.length) throw refuseParameter('sort', 'must name each field once');
  if (keys.length > KEYS) throw refuseParameter('sort', `takes at most ${KEYS} fields`);
  return [...keys, ...own.filter(({ field }) => !names.includes(field))];
}

/** The order as a parameter would name it. */
export const wordsOfOrder = (keys: readonly SortKey[]): string => keys.map(({ field, descending }) => `${descending ? '-' : ''}${field}`).join(',');
