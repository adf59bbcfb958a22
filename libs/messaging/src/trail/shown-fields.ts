import type { Table } from '@millrace/persistence';
import type { Fields } from './trail-entry.js';

/** What is never written into the trail, not even as a digest. */
const SECRET = /secret|password|hash|token|private/i;
/** Stands where a secret changed. */
export const HIDDEN = '(secret)';
/** Longer texts are cut: the trail tells what changed, the document has all of it. */
const TEXT_LIMIT = 1_000;
/** Whose it is stands on the line of the trail already. */
const EVERYWHERE = 'companyId';

/** `sales-order` for the table `sales_order`. */
export function recordName(table: Pick<Table<object>, 'name'>): string {
  return table.name.replaceAll('_', '-');
}

/** What tells a row from others of its company: its id, or the parts of its key. */
export function recordId(table: Pick<Table<object>, 'keyOf'>, row: object): string {
  return Object.entries(table.keyOf(row))
    .flatMap(([property, value]) => (property === EVERYWHERE ? [] : String(value)))
    .join(' ');
}

/** A property's value as the trail shows it. */
export function shownValue(table: Pick<Table<object>, 'plain'>, property: string, value: unknown): unknown {
  const plain = table.plain(property, value);
  if (plain !== null && SECRET.test(property)) return HIDDEN;
  return typeof plain === 'string' && plain.length > TEXT_LIMIT ? `${plain.slice(0, TEXT_LIMIT)}…` : plain;
}

/** Every field of a row that says something. */
export function shownFields(table: Pick<Table<object>, 'plain' | 'properties'>, row: object): Fields {
  const fields: Record<string, unknown> = {};
  for (const property of table.properties) {
    const value = property === EVERYWHERE ? null : shownValue(table, property, (row as Fields)[property]);
    if (value !== null) fields[property] = value;
  }
  return fields;
}
