import type { Limits } from '@millrace/kernel';
import { arrayLiteral, containing } from '@millrace/persistence';
import type { Column } from './columns.js';
import type { Condition } from './filters.js';
import type { AnyList, ListLimits, Source, Sql } from './list.js';
import type { SortKey } from './sorting.js';

/** Where a page ended: the values that its last row was ordered by, as PostgreSQL writes them. */
export type Place = readonly (string | null)[];

/** Who reads, and how far it sees. */
export type Reader = Readonly<{ subject: string; limits: Limits }>;

export type Asked = Readonly<{
  companyId: string | null;
  reader: Reader;
  /** The parameters of the route itself. */
  query: Readonly<Record<string, unknown>>;
  conditions: readonly Condition[];
  order: readonly SortKey[];
  after?: Place;
  limit: number;
}>;

export type Composed = Readonly<{ text: string; values: readonly unknown[] }>;

/** Under this name a row has each value that it is ordered by. */
export const placeName = (at: number): string => `place ${at}`;
export const KEY_NAME = 'key';

/** The statement of a page. Its text comes from declarations alone: whatever a caller sent is a parameter. */
export function pageStatement(list: AnyList, { companyId, reader, query, conditions, order, after, limit }: Asked): Composed {
  const { sql, values, sources, where } = begin(list, companyId, reader, query);
  const columns = order.map(({ field }) => list.columns[field]!);
  const select = `select ${list.select ?? '*'}, ${columns.map((column, at) => `(${column.sql})::text as "${placeName(at)}"`).join(', ')}`;
  const wanted = whereOf([
    ...where,
    ...[...shorthandsOf(list, query), ...conditions].map((condition) => conditionSql(condition, sql)),
    ...(after ? [afterSql(order, columns, after, sql)] : []),
  ]);
  const ordered = `order by ${order.map(({ descending }, at) => `${columns[at]!.sql}${descending ? ' desc' : ''}`).join(', ')} limit ${sql.bind(limit, 'int')}`;
  const pages = sources.map((source) => [`${select} from ${source}`, wanted, ordered].filter(Boolean).join('\n'));
  return { text: pages.length === 1 ? pages[0]! : `select * from ${together(pages)} page\n${ordered}`, values };
}

/** The statement of the rows that have one of these keys. */
export function keysStatement(list: AnyList, companyId: string | null, key: string, keys: readonly string[], reader: Reader): Composed {
  const { sql, values, sources, where } = begin(list, companyId, reader, {});
  const column = list.columns[key]!;
  const found = conditionSql({ field: key, column, operator: 'in', values: keys }, sql);
  const select = `select ${list.select ?? '*'}, (${column.sql})::text as "${KEY_NAME}"`;
  const parts = sources.map((source) => `${select} from ${source}\n${whereOf([...where, found])}`);
  return { text: parts.length === 1 ? parts[0]! : `select * from ${together(parts)} found`, values };
}

const together = (parts: readonly string[]) => `(\n(${parts.join(')\nunion all (')})\n)`;

function begin({ from, company = 'company_id', limits = {} }: AnyList, companyId: string | null, reader: Reader, query: Asked['query']) {
  const values: unknown[] = [];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const sql: Sql = { company: company === null ? 'null' : bind(companyId, 'uuid'), bind };
  const where = [...(company === null ? [] : [`${company} = ${sql.company}`]), ...limitsSql(limits, reader, sql)];
  const source = typeof from === 'function' ? (from as (query: object, sql: Sql) => Source)(query, sql) : from;
  return { sql, values, where, sources: typeof source === 'string' ? [source] : source };
}

/** What is left for who reads. */
function limitsSql({ warehouses, ownRecordsOnly }: ListLimits, { limits, subject }: Reader, sql: Sql): string[] {
  return [
    ...(warehouses && limits.warehouses ? [warehouses(limits.warehouses, sql)] : []),
    ...(ownRecordsOnly && limits.ownRecordsOnly ? [ownRecordsOnly(subject, sql)] : []),
  ];
}

const whereOf = (conditions: readonly string[]) => (conditions.length === 0 ? '' : `where ${conditions.join('\n  and ')}`);

/** What the parameters of the route ask for: a field to be equal, unless the list says something else of the name. */
function shorthandsOf({ columns, shorthands = {} }: AnyList, query: Asked['query']): Condition[] {
  return Object.entries(query).flatMap(([parameter, value]): Condition[] => {
    const [field, operator] = shorthands[parameter] ?? [parameter, 'eq' as const];
    const column = Object.hasOwn(columns, field) ? columns[field] : undefined;
    return column && typeof value === 'string' ? [{ field, column, operator, values: [value] }] : [];
  });
}

function conditionSql({ column: { sql: left, kind, nullable }, operator, values }: Condition, { bind }: Sql): string {
  const value = () => (kind.folded ? `lower(${bind(values[0], kind.sql)})` : bind(values[0], kind.sql));
  const anyValue = () => {
    const all = bind(arrayLiteral(values, kind.sql === 'text'), `${kind.sql}[]`);
    return kind.folded ? `any(array(select lower(each) from unnest(${all}) each))` : `any(${all})`;
  };
  switch (operator) {
    case 'eq':
      return `${left} = ${value()}`;
    case 'ne':
      return nullable ? `${left} is distinct from ${value()}` : `${left} <> ${value()}`;
    case 'in':
      return values.length === 1 ? `${left} = ${value()}` : `${left} = ${anyValue()}`;
    case 'nin':
      return `(${left} = ${anyValue()}) is not true`;
    case 'gt':
      return `${left} > ${value()}`;
    case 'gte':
      return `${left} >= ${value()}`;
    case 'lt':
      return `${left} < ${value()}`;
    case 'lte':
      return `${left} <= ${value()}`;
    case 'contains':
      return `${left} ilike ${bind(containing(values[0]), 'text')}`;
    case 'startsWith':
      return `${left} ilike ${bind(containing(values[0])!.slice(1), 'text')}`;
    default:
      return `${left} is ${values[0] === 'true' ? '' : 'not '}null`;
  }
}

/** The rows behind a place. One comparison of rows where the order allows it, since an index can answer that. */
function afterSql(order: readonly SortKey[], columns: readonly Column[], place: Place, { bind }: Sql): string {
  const values = columns.map(({ kind }, at) => (place[at] === null ? null : bind(place[at], kind.sql)));
  const descending = order[0]!.descending;
  if (order.every((key) => key.descending === descending) && columns.every(({ nullable }) => !nullable)) {
    return `(${columns.map(({ sql }) => sql).join(', ')}) ${descending ? '<' : '>'} (${values.join(', ')})`;
  }
  const ways = order.flatMap((key, at) => {
    const behind = behindSql(key, columns[at]!, values[at]!);
    if (behind === undefined) return [];
    const same = columns.slice(0, at).map(({ sql }, before) => (values[before] === null ? `${sql} is null` : `${sql} = ${values[before]}`));
    return [`(${[...same, behind].join(' and ')})`];
  });
  return `(${ways.join(' or ')})`;
}

/** Behind a value in one column: nothing comes last upwards and first downwards, as PostgreSQL has it. */
function behindSql({ descending }: SortKey, { sql, nullable }: Column, value: string | null): string | undefined {
  if (value === null) return descending ? `${sql} is not null` : undefined;
  if (descending) return `${sql} < ${value}`;
  return nullable ? `(${sql} > ${value} or ${sql} is null)` : `${sql} > ${value}`;
}
