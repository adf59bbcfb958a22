import type { Sql } from '@millrace/chassis';
import { arrayLiteral } from '@millrace/persistence';

/** Some warehouses, as a parameter. */
const bound = (warehouses: readonly string[], { bind }: Sql) => bind(arrayLiteral(warehouses, false), 'uuid[]');

/** What a reader sees who reaches to some warehouses: each list says of which column, and all mean the same. */
export const isOneOf = (column: string) => (warehouses: readonly string[], sql: Sql) => `${column} = any(${bound(warehouses, sql)})`;

/** Places of these warehouses, and those outside of all. */
export const isOneOfOrNone = (column: string) => (warehouses: readonly string[], sql: Sql) => `(${column} is null or ${isOneOf(column)(warehouses, sql)})`;

/** That one of the places in some columns is in these warehouses, which are parameters of the statement as the company is. */
export function isPlacedIn(columns: readonly string[], company: string, warehouses: string): string {
  const places = `(select id from location where company_id = ${company} and warehouse_id = any(${warehouses}))`;
  return `(${columns.map((column) => `${column} in ${places}`).join(' or ')})`;
}

/** The same of the rows of a list. */
export const isInOneOf =
  (...columns: string[]) =>
  (warehouses: readonly string[], sql: Sql) =>
    isPlacedIn(columns, sql.company, bound(warehouses, sql));

/** Shipments of orders that are held in these warehouses. */
export const isShippedFrom = (warehouses: readonly string[], sql: Sql) =>
  `order_id in (select order_id from reservation where company_id = ${sql.company} and ${isInOneOf('location_id')(warehouses, sql)})`;

/** The same for statements with a fixed text: everything, when there is no limit. */
export const warehousesOrAll = (warehouses: readonly string[] | undefined): string | null => (warehouses ? arrayLiteral(warehouses, false) : null);
