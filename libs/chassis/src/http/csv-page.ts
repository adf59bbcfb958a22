import { stringify } from 'csv-stringify/sync';

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** Whether a list is wanted as a CSV file: `Accept` names it, and JSON not before it. */
export function wantsCsv(accept: string | undefined): boolean {
  const types = (accept ?? '').split(',').map((each) => each.split(';')[0]!.trim().toLowerCase());
  return types.find((type) => type === 'text/csv' || type === 'application/json' || type === '*/*') === 'text/csv';
}

/** Rows of a list as a CSV file (RFC 4180) with a header; lists and objects in a row are JSON in their cell. */
export function csvOf(rows: readonly object[], columns: readonly string[]): string {
  const cells = rows.map((row) => columns.map((column) => cellOf((row as Readonly<Record<string, unknown>>)[column])));
  return stringify(cells, { header: true, columns: [...columns], record_delimiter: 'windows' });
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return disarmed(value);
  return typeof value === 'object' ? disarmed(JSON.stringify(value)) : `${value as number | boolean}`;
}

const FORMULA = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const FIGURE = /^-?[0-9]+(?:\.[0-9]+)?$/;

/** A spreadsheet takes a text with such a beginning for a formula and runs it; behind an apostrophe it is text. Figures stay figures. */
function disarmed(text: string): string {
  return FORMULA.test(text) && !FIGURE.test(text) ? `'${text}` : text;
}
