import { IsOptional, Matches, MaxLength } from 'class-validator';
import { Described } from '../openapi/described.js';
import { cursorInvalid } from './cursors.js';

export const PAGE_LIMIT = 200;
const DEFAULT_LIMIT = 50;
/** Five names of 200 characters that take three bytes each, and what else a place has. */
const CURSOR_LENGTH = 6_000;

/** A number from 1 to 200. */
const LIMIT = /^(?:[1-9][0-9]?|1[0-9]{2}|200)$/;

/** The part of a query that every list takes. */
export class PageQuery {
  /** Rows of a page, 1 to 200; 50 when absent. */
  @Described({ description: 'Rows of a page, 1 to 200; 50 when absent.' })
  @IsOptional()
  @Matches(LIMIT, { message: `limit must be a number from 1 to ${PAGE_LIMIT}` })
  readonly limit?: string;
  /** The cursor of the page before: `next` of its answer. */
  @Described({ description: 'Where the page begins: `next` of the page before; the first page when absent.' })
  @IsOptional()
  @MaxLength(CURSOR_LENGTH, { message: 'after must be the cursor of a page' })
  readonly after?: string;
}

/** A page of a list; `next` is absent on the last one. */
export type Page<T> = Readonly<{ data: readonly T[]; next?: string }>;

export function limitOf(query: PageQuery): number {
  return query.limit === undefined ? DEFAULT_LIMIT : Number(query.limit);
}

/** Where a page begins: the sort values of the last row before it. @throws ProblemException when it is no cursor of ours. */
export function cursorOf(query: PageQuery, values: number): string[] | undefined {
  if (query.after === undefined) return undefined;
  try {
    const parsed = JSON.parse(Buffer.from(query.after, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(parsed) && parsed.length === values && parsed.every((each) => typeof each === 'string')) return parsed;
  } catch {
    // Told below.
  }
  throw cursorInvalid();
}

/** Makes a page of one row more than was asked for. */
export function pageOf<Row, T>(rows: readonly Row[], limit: number, show: (row: Row) => T, cursor: (row: Row) => readonly string[]): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify(cursor(last))).toString('base64url') : undefined;
  return { data: shown.map(show), ...(next === undefined ? {} : { next }) };
}
