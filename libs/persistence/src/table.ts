import type { EntityMetadata, Platform, Type } from '@mikro-orm/core';
import type { Transaction } from './database.js';
import { type Statement, statement } from './statement.js';

type Column = Readonly<{
  property: string;
  name: string;
  /** Type to cast a parameter to, without precision. */
  type: string;
  primary: boolean;
  nullable: boolean;
  quoted: boolean;
  toDatabase: (value: unknown) => unknown;
  fromDatabase: (value: unknown) => unknown;
}>;

/** What is kept of a property, for who looks at rows from outside. */
export type Field = Readonly<{ property: string; primary: boolean; json: boolean }>;

/** Is told what is read and written of a mapped class, row by row. */
export interface RowObserver {
  loaded(row: object, table: Table<object>): void;
  /** `values` are as they are sent: for each field those of all rows. */
  inserted(rows: readonly object[], table: Table<object>, values: readonly (readonly unknown[])[]): void;
  updated(rows: readonly object[], table: Table<object>, properties: readonly string[]): void;
  deleted(rows: readonly object[], table: Table<object>): void;
}

/**
 * Rows of one mapped class, read and written by the set: one statement for any number of rows, by the mapping that
 * MikroORM has of the class. There is no identity map and no change tracking: a repository knows what it changed.
 */
export class Table<T extends object> {
  private readonly columns: readonly Column[];
  private readonly byProperty: ReadonlyMap<string, Column>;
  private readonly statements = new Map<string, Statement>();
  private readonly prototype: object;
  private observer?: RowObserver;
  readonly fields: readonly Field[];
  /** The table's own name, without quotes. */
  readonly name: string;

  constructor(metadata: EntityMetadata<T>, platform: Platform) {
    this.prototype = metadata.class.prototype as object;
    this.name = metadata.tableName;
    this.columns = metadata.props
      .filter((property) => property.persist !== false && property.fieldNames?.length === 1)
      .map((property) => {
        const type = property.columnTypes[0]!.replace(/\(.*\)/, '');
        const custom = property.customType as Type<unknown, unknown> | undefined;
        return {
          property: property.name,
          name: `"${property.fieldNames[0]}"`,
          type,
          primary: property.primary === true,
          nullable: property.nullable === true,
          quoted: /^(text|varchar|character varying|jsonb|json|bytea|char)/.test(type),
          toDatabase: converter(type, custom, platform),
          fromDatabase: reader(type, custom, platform),
        };
      });
    this.fields = this.columns.map(({ property, primary, type }) => ({ property, primary, json: type.startsWith('json') }));
    this.byProperty = new Map(this.columns.map((each) => [each.property, each]));
  }

  /** The columns of the primary key, in its order, and all columns; quoted. */
  get primaryKey(): string[] {
    return this.columns.filter((each) => each.primary).map((each) => each.name);
  }

  get columnNames(): string[] {
    return this.columns.map((each) => each.name);
  }

  /** The same table, whose reads and writes somebody is told of. */
  observedBy(observer: RowObserver): Table<T> {
    return Object.assign(Object.create(this) as Table<T>, { observer });
  }

  /** A property's value in a form for JSON, the same whichever way it was made. */
  plain(property: string, value: unknown): unknown {
    if (value === null || value === undefined) return null;
    const column = this.column(property);
    return column.type.startsWith('json') ? value : column.toDatabase(value);
  }

  /** Inserts rows; a key that is there already fails the transaction. */
  insert(tx: Transaction, rows: readonly T[]): void {
    if (rows.length === 0) return;
    const values = valuesOf(this.columns, rows);
    this.observer?.inserted(rows, this, values);
    tx.send(this.insertStatement('insert', ''), literals(this.columns, values));
  }

  /** Inserts the rows whose key is not there, and leaves the others alone. */
  insertMissing(tx: Transaction, rows: readonly T[]): void {
    if (rows.length > 0) tx.send(this.insertStatement('missing', 'on conflict do nothing'), this.arrays(this.columns, rows));
  }

  /** Inserts rows, or replaces those that are there where the new one has a higher value in `property`. */
  upsertNewer(tx: Transaction, rows: readonly T[], property: keyof T & string): void {
    if (rows.length === 0) return;
    const newer = this.column(property).name;
    const keys = this.columns.filter((each) => each.primary).map((each) => each.name);
    const sets = this.columns.filter((each) => !each.primary).map((each) => `${each.name} = excluded.${each.name}`);
    const clause = `on conflict (${keys.join(', ')}) do update set ${sets.join(', ')} where "${this.name}".${newer} < excluded.${newer}`;
    tx.send(this.insertStatement(`newer ${property}`, clause), this.arrays(this.columns, rows));
  }

  /** Writes some properties of rows that are there, found by their primary key. */
  update(tx: Transaction, rows: readonly T[], ...properties: readonly (keyof T & string)[]): void {
    if (rows.length === 0) return;
    this.observer?.updated(rows, this, properties);
    const keys = this.columns.filter((each) => each.primary);
    const changed = properties.map((property) => this.column(property));
    const used = [...keys, ...changed];
    const query = this.cached(`update ${properties.join()}`, () => {
      const sets = changed.map((each) => `${each.name} = v.${each.name}`).join(', ');
      const match = keys.map((each) => `t.${each.name} = v.${each.name}`).join(' and ');
      return `update "${this.name}" t set ${sets} from unnest(${casts(used)}) as v(${names(used)}) where ${match}`;
    });
    tx.send(query, this.arrays(used, rows));
  }

  /** Deletes rows by their primary key. */
  delete(tx: Transaction, rows: readonly T[]): void {
    if (rows.length === 0) return;
    this.observer?.deleted(rows, this);
    const keys = this.columns.filter((each) => each.primary);
    const query = this.cached('delete', () => {
      const match = keys.map((each) => `t.${each.name} = v.${each.name}`).join(' and ');
      return `delete from "${this.name}" t using unnest(${casts(keys)}) as v(${names(keys)}) where ${match}`;
    });
    tx.send(query, this.arrays(keys, rows));
  }

  /** A row of this table, as `select *` gives it, as an object of the class. */
  read(row: Readonly<Record<string, unknown>>): T {
    const object = Object.create(this.prototype) as Record<string, unknown>;
    for (const each of this.columns) {
      const value = row[each.name.slice(1, -1)];
      object[each.property] = value === null || value === undefined ? (each.nullable ? null : undefined) : each.fromDatabase(value);
    }
    this.observer?.loaded(object, this);
    return object as T;
  }

  private insertStatement(key: string, clause: string): Statement {
    return this.cached(key, () => `insert into "${this.name}" (${names(this.columns)}) select * from unnest(${casts(this.columns)}) ${clause}`);
  }

  private cached(key: string, text: () => string): Statement {
    let found = this.statements.get(key);
    if (!found) {
      found = statement(text());
      this.statements.set(key, found);
    }
    return found;
  }

  private column(property: string): Column {
    const found = this.byProperty.get(property);
    if (!found) throw new Error(`${this.name} has no property ${property}`);
    return found;
  }

  private arrays(columns: readonly Column[], rows: readonly T[]): string[] {
    return literals(columns, valuesOf(columns, rows));
  }
}

/** As they are sent: for each column the values of all rows. */
function valuesOf(columns: readonly Column[], rows: readonly object[]): unknown[][] {
  return columns.map((column) =>
    rows.map((row) => {
      const value = (row as Record<string, unknown>)[column.property];
      return value === null || value === undefined ? null : column.toDatabase(value);
    }),
  );
}

const literals = (columns: readonly Column[], values: readonly (readonly unknown[])[]) => values.map((each, at) => arrayLiteral(each, columns[at]!.quoted));

const names = (columns: readonly Column[]) => columns.map((each) => each.name).join(', ');
const casts = (columns: readonly Column[]) => columns.map((each, index) => `$${index + 1}::${each.type}[]`).join(', ');

/** PostgreSQL's text form of an array. Unquoted elements are numbers, UUIDs, dates and booleans. */
export function arrayLiteral(values: readonly unknown[], quoted: boolean): string {
  const elements = values.map((value) => {
    if (value === null || value === undefined) return 'NULL';
    return quoted ? `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : String(value);
  });
  return `{${elements.join(',')}}`;
}

function converter(type: string, custom: Type<unknown, unknown> | undefined, platform: Platform): (value: unknown) => unknown {
  if (type.startsWith('json')) return (value) => JSON.stringify(value);
  if (type.startsWith('timestamp')) return (value) => (value instanceof Date ? value.toISOString() : value);
  return custom ? (value) => custom.convertToDatabaseValue(value, platform) : (value) => value;
}

function reader(type: string, custom: Type<unknown, unknown> | undefined, platform: Platform): (value: unknown) => unknown {
  if (type.startsWith('json')) return (value) => (typeof value === 'string' ? JSON.parse(value) : value);
  if (type.startsWith('timestamp'))
    return (value) =>
      new Date(
        String(value)
          .replace(' ', 'T')
          .replace(/([+-]\d\d)$/, '$1:00'),
      );
  return custom ? (value) => custom.convertToJSValue(value, platform) : (value) => value;
}
