import 'reflect-metadata';
import type { Contract } from '@millrace/contracts';
import type { LimitName } from '@millrace/kernel';
import type { Database } from '@millrace/persistence';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { type PermissionPolicy, RequiresPermission, type Scope } from '../http/access.js';
import type { PageQuery } from '../http/pages.js';
import { Returns } from '../http/returns.js';
import { type Operator, operatorsOf } from './columns.js';
import type { Columns } from './filters.js';
import { type SortKey, sortKeysOf } from './sorting.js';

/** A row as a list's `select` gives it. */
export type ListRow = Readonly<Record<string, unknown>>;

/** The parts of a statement that depend on a request. */
export type Sql = Readonly<{
  /** The company whose rows are read. */
  company: string;
  /** A value, as a parameter of this type. */
  bind: (value: unknown, type: string) => string;
}>;

/** Which rows are left of a list within a limit of its reader, as a condition. */
export type ListLimits = Readonly<{
  warehouses?: (warehouses: readonly string[], sql: Sql) => string;
  /** @param subject The account that reads. */
  ownRecordsOnly?: (subject: string, sql: Sql) => string;
}>;

/** What stands behind `from`; of several kinds of rows one for each. */
export type Source = string | readonly string[];

/** What another list of the service shows of the thing that a field names. */
export type Reference = Readonly<{ field: string; list: () => AnyList; key: string }>;

export type ListDeclaration<Row extends object, Query extends PageQuery> = Readonly<{
  /** The class of what is shown of a row. */
  row: Contract<Row>;
  /** What must be held to see its rows, on its own or behind a reference. */
  permission: string;
  scope?: Scope;
  /** What is left of it for a reader with limits; a limit that is not named changes nothing, but for own records, which open nothing then. */
  limits?: ListLimits;
  /**
   * The tables that it reads, with the aliases that its columns use. Rows of several kinds are several tables: a page is read of each,
   * in the order of its index, and put together; the columns are then the names that all of them have.
   */
  from: Source | ((query: Query, sql: Sql) => Source);
  /** The column of the company; null for rows that belong to none. */
  company?: string | null;
  /** What `show` needs of a row. */
  select?: string;
  /** What it can be filtered and sorted by, under the names that a row shows. */
  columns: Columns;
  /** The order when none is asked for; its fields tell any two rows apart, and none of them is ever absent. */
  order: string;
  /** Parameters of the query that ask for something else than their field to be equal: `{ from: ['postedOn', 'gte'] }`. */
  shorthands?: Readonly<Record<string, readonly [field: string, operator: Operator]>>;
  /** What can be shown in full where a row only names it, by its place in a row: `customer`, `lines.item`. */
  references?: Readonly<Record<string, Reference>>;
  show: (row: ListRow, database: Database) => Row;
}>;

/** A list of a service: declared once, and then filtered, sorted, paged, expanded and described by its declaration. */
export type List<Row extends object, Query extends PageQuery = PageQuery> = Omit<ListDeclaration<Row, Query>, 'order'> &
  Readonly<{ order: readonly SortKey[] }>;

// oxlint-disable-next-line no-explicit-any -- a list of any rows, asked by any query
export type AnyList = List<any, any>;

/** @throws Error when the declaration contradicts itself: such a service must not start. */
export function defineList<Row extends object, Query extends PageQuery = PageQuery>(declaration: ListDeclaration<Row, Query>): List<Row, Query> {
  const { columns, shorthands = {}, row } = declaration;
  const order = sortKeysOf(declaration.order);
  const faults = [
    ...order.filter(({ field }) => columns[field]?.nullable !== false).map(({ field }) => `it cannot be in the order of ${field}`),
    ...Object.entries(shorthands)
      .filter(([, [field, operator]]) => !columns[field] || !operatorsOf(columns[field]).includes(operator))
      .map(([parameter]) => `${parameter} stands for nothing`),
  ];
  if (faults.length > 0) throw new Error(`The list of ${row.name} is not declared well: ${faults.join(', ')}`);
  return { ...declaration, order };
}

/** A field that names something by the key of another list. */
export const refersTo = (list: () => AnyList, field: string, key = field): Reference => ({ field, list, key });

const LIST = Symbol('millrace:list');
const REFERENCES = Symbol('millrace:references');

/** A route that answers with pages of a list. */
export function Lists(list: AnyList, summary: string): MethodDecorator {
  return applyDecorators(
    SetMetadata(LIST, list),
    SetMetadata(REFERENCES, list),
    RequiresPermission(list.permission, { company: list.scope, limits: limitNamesOf(list) }),
    Returns(200, { page: list.row as new () => object }, summary),
  );
}

/** What it takes to see rows of a list, on its own or behind a reference. */
export function policyOfList(list: AnyList): PermissionPolicy {
  return { permission: list.permission, company: list.scope ?? true, limits: limitNamesOf(list) };
}

const limitNamesOf = ({ limits = {} }: AnyList) => Object.keys(limits) as LimitName[];

/** A route that answers with one thing of a list, whose references can be expanded as in the list. */
export function Expands(list: AnyList): MethodDecorator {
  return SetMetadata(REFERENCES, list);
}

export function listOf(handler: object): AnyList | undefined {
  return Reflect.getMetadata(LIST, handler) as AnyList | undefined;
}

export function referencesOf(handler: object): AnyList | undefined {
  return Reflect.getMetadata(REFERENCES, handler) as AnyList | undefined;
}
