import { isCleanText } from '@millrace/contracts';
import { isDecimalString, isId, isLocalDate } from '@millrace/kernel';

/** What a field of a list holds: it decides how a value is read, which operators there are, and the type in the database. */
type Kind = Readonly<{
  name: string;
  /** What PostgreSQL takes a value as. */
  sql: string;
  operators: readonly Operator[];
  /** Whether a text is a value of this kind. */
  reads: (text: string) => boolean;
  /** What a value must be, for people. */
  words: string;
  /** The same for programs, as JSON Schema. */
  schema: object;
  /** Whether a value may have a comma in it: where it may not, several stand side by side without an operator. */
  free?: boolean;
  /** Whether a value is compared in any case: its column is in small letters. */
  folded?: boolean;
}>;

export const OPERATORS = ['eq', 'ne', 'in', 'nin', 'gt', 'gte', 'lt', 'lte', 'contains', 'startsWith', 'null'] as const;
export type Operator = (typeof OPERATORS)[number];

/** A field of a list that can be filtered and sorted by: an expression over its tables, and what that holds. */
export type Column = Readonly<{ sql: string; kind: Kind; nullable: boolean }>;

const SAME: readonly Operator[] = ['eq', 'ne', 'in', 'nin'];
const ORDERED: readonly Operator[] = [...SAME, 'gt', 'gte', 'lt', 'lte'];
const TEXT_LENGTH = 200;
/** RFC 3339, in UTC or with an offset. */
const INSTANT = /^(?:19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])$/;

const TEXT: Kind = {
  name: 'text',
  sql: 'text',
  operators: [...SAME, 'contains', 'startsWith'],
  reads: (text) => text.length > 0 && text.length <= TEXT_LENGTH && isCleanText(text),
  words: `a text of 1 to ${TEXT_LENGTH} characters`,
  schema: { type: 'string', minLength: 1, maxLength: TEXT_LENGTH },
  free: true,
};
const ID: Kind = { name: 'id', sql: 'uuid', operators: SAME, reads: isId, words: 'a UUID in lower case', schema: { type: 'string', format: 'uuid' } };
const DECIMAL: Kind = {
  name: 'decimal',
  sql: 'numeric',
  operators: ORDERED,
  reads: isDecimalString,
  words: 'a decimal such as 12.50, without exponent',
  schema: { type: 'string', pattern: '^-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,6})?$' },
};
const INTEGER: Kind = {
  name: 'integer',
  sql: 'bigint',
  operators: ORDERED,
  reads: (text) => /^(?:0|-?[1-9][0-9]{0,8})$/.test(text),
  words: 'a whole number of at most 9 digits',
  schema: { type: 'string', pattern: '^(?:0|-?[1-9][0-9]{0,8})$' },
};
const DATE: Kind = {
  name: 'date',
  sql: 'date',
  operators: ORDERED,
  reads: isLocalDate,
  words: 'a calendar date such as 2026-11-22',
  schema: { type: 'string', format: 'date' },
};
const MOMENT: Kind = {
  name: 'instant',
  sql: 'timestamptz',
  operators: ORDERED,
  reads: (text) => INSTANT.test(text) && isLocalDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)),
  words: 'an instant such as 2026-11-22T08:30:00Z',
  schema: { type: 'string', format: 'date-time' },
};
const FLAG: Kind = {
  name: 'flag',
  sql: 'boolean',
  operators: ['eq'],
  reads: (text) => text === 'true' || text === 'false',
  words: 'true or false',
  schema: { type: 'string', enum: ['true', 'false'] },
};

const choiceOf = (values: readonly string[]): Kind => ({
  name: 'choice',
  sql: 'text',
  operators: SAME,
  reads: (text) => values.includes(text),
  words: `one of ${values.join(', ')}`,
  schema: { type: 'string', enum: values },
});

const holding =
  (kind: Kind) =>
  (sql: string): Column => ({ sql, kind, nullable: false });

/** A text of any characters, compared letter by letter; `contains` and `startsWith` look at it in any case. */
export const text = holding(TEXT);
/** A text that is the same in any case; its column is in small letters. */
export const folded = holding({ ...TEXT, folded: true });
export const id = holding(ID);
export const decimal = holding(DECIMAL);
export const integer = holding(INTEGER);
export const date = holding(DATE);
export const instant = holding(MOMENT);
export const flag = holding(FLAG);
/** One of the texts that a domain lists. */
export const choice = (sql: string, values: readonly string[]): Column => ({ sql, kind: choiceOf(values), nullable: false });
/** The same where a row may have nothing. */
export const optional = (column: Column): Column => ({ ...column, nullable: true });

/** A column of each kind that is the same in every list, which is all but a choice. */
export const COMMON_COLUMNS = [text, id, decimal, integer, date, instant, flag].map((make) => make(''));

export function operatorsOf({ kind, nullable }: Column): readonly Operator[] {
  return nullable ? [...kind.operators, 'null'] : kind.operators;
}
