import type { Field, Table } from '@millrace/persistence';
import type { Fields } from './trail-entry.js';

/** What is never written into the trail, not even as a digest. */
const SECRET = /secret|password|hash|token|private/i;
/** Stands where a secret changed. */
export const HIDDEN = '(secret)';
/** Longer texts are cut: the trail tells what changed, the document has all of it. */
const TEXT_LIMIT = 1_000;
/** Nor are longer lists and objects shown. */
const OBJECT_LIMIT = 4_000;
const LARGE = '(large)';
/** Whose it is stands on the line of the trail already. */
const EVERYWHERE = 'companyId';

/** `sales-order` for the table `sales_order`. */
export function recordName(table: Pick<Table<object>, 'name'>): string {
  return table.name.replaceAll('_', '-');
}

/** What tells a row from others of its company: its id, or the parts of its key. */
export function recordId({ fields }: Pick<Table<object>, 'fields'>, row: object): string {
  return fields.flatMap(({ property, primary }) => (primary && property !== EVERYWHERE ? [String((row as Fields)[property])] : [])).join(' ');
}

/** A property's value as the trail shows it. */
export function shownValue(table: Pick<Table<object>, 'plain'>, property: string, value: unknown): unknown {
  const plain = table.plain(property, value);
  return plain !== null && SECRET.test(property) ? HIDDEN : ofBoundedSize(plain);
}

function ofBoundedSize(plain: unknown): unknown {
  if (typeof plain === 'object' && plain !== null && JSON.stringify(plain).length > OBJECT_LIMIT) return LARGE;
  return typeof plain === 'string' && plain.length > TEXT_LIMIT ? `${plain.slice(0, TEXT_LIMIT)}…` : plain;
}

/** Every field of a row that says something. */
export function shownFields(table: Pick<Table<object>, 'plain' | 'fields'>, row: object): Fields {
  return fieldsOf(table, (field) => table.plain(field.property, (row as Fields)[field.property]));
}

/** The same of a row that is being inserted, from the values that are sent; a new row begins with much that is no or zero, which is left out. */
export function sentFields(table: Pick<Table<object>, 'fields'>, row: object, values: readonly (readonly unknown[])[], index: number): Fields {
  return fieldsOf(table, ({ property, json }, at) => (json ? (row as Fields)[property] : unlessNothing(values[at]![index])));
}

/** The same of a new row from its values at another time than when it is sent. */
export function madeFields(table: Pick<Table<object>, 'plain' | 'fields'>, values: Fields): Fields {
  return fieldsOf(table, ({ property, json }) => (json ? values[property] : unlessNothing(table.plain(property, values[property]))));
}

const unlessNothing = (value: unknown) => (value === '0' || value === 0 || value === false ? null : value);

function fieldsOf(table: Pick<Table<object>, 'fields'>, plainOf: (field: Field, at: number) => unknown): Fields {
  const fields: Record<string, unknown> = {};
  for (const { field, at, secret } of shownOf(table.fields)) {
    const plain = plainOf(field, at);
    if (plain !== null && plain !== undefined) fields[field.property] = secret ? HIDDEN : ofBoundedSize(plain);
  }
  return fields;
}

type Shown = Readonly<{ field: Field; at: number; secret: boolean }>;
const shownByTable = new WeakMap<readonly Field[], readonly Shown[]>();

/** What of a table's fields is shown, found out once. */
function shownOf(fields: readonly Field[]): readonly Shown[] {
  let shown = shownByTable.get(fields);
  if (!shown) {
    const all = fields.map((field, at) => ({ field, at, secret: SECRET.test(field.property) }));
    shown = all.filter(({ field }) => !field.primary && field.property !== EVERYWHERE);
    shownByTable.set(fields, shown);
  }
  return shown;
}
