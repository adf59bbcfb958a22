import { stringify } from 'csv-stringify/sync';
import { valueAt } from '../lists/sparse-fields.js';

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** Rows of a list as a CSV file (RFC 4180) with a header; lists and objects in a row are JSON in their cell. */
export function csvOf(rows: readonly object[], columns: readonly string[]): string {
  const cells = rows.map((row) => columns.map((column) => cellOf(valueAt(row, column.split('.')))));
  return stringify(cells, { header: true, columns: [...columns], record_delimiter: 'windows' });
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return disarmed(value);
  return typeof value === 'object' ? disarmed(JSON.stringify(value)) : `${value as number | boolean}`;
}

const FORMULA = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
export const FIGURE = /^-?[0-9]+(?:\.[0-9]+)?$/;

/** A spreadsheet takes a text with such a beginning for a formula and runs it; behind an apostrophe it is text. Figures stay figures. */
export function disarmed(text: string): string {
  return FORMULA.test(text) && !FIGURE.test(text) ? `'${text}` : text;
}
