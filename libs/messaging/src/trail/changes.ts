import type { RowObserver, Table } from '@millrace/persistence';
import { recordId, recordName, sentFields, shownFields, shownValue } from './shown-fields.js';
import type { RowChange } from './trail-entry.js';

/** So many rows of a command are shown; the rest is counted. */
const SHOWN = 50;

type Row = Record<string, unknown>;
type AnyTable = Table<object>;
/** A row that was read, and its values when it was last looked at. */
type Watched = { readonly table: AnyTable; seen: Row };
type Edit = { readonly table: AnyTable; readonly row: Row; readonly before: Row; readonly after: Row };
/** A row that was added or taken away, and what of it is to be shown. */
type Written = Readonly<{ row: Row; show: () => RowChange }>;

/**
 * Which command of a transaction changed which rows, and how.
 *
 * Commands share what was loaded and write at the end, so rows are looked at again after each command: what differs then
 * is its doing. Only what is written in the end counts. A row that nobody can be held to, since several commands came
 * together and it names nothing of theirs, is in no one's list.
 */
export class Changes implements RowObserver {
  private readonly tables = new Map<unknown, AnyTable>();
  private readonly watched = new Map<object, Watched>();
  private readonly edits: Map<object, Edit>[];
  private readonly written: Written[][];
  private readonly stored = new Map<object, Set<string>>();
  private readonly ownerOf = new Map<unknown, number>();
  private current?: number;

  constructor(private readonly commands: number) {
    this.edits = Array.from({ length: commands }, () => new Map<object, Edit>());
    this.written = Array.from({ length: commands }, () => []);
  }

  /** The table as its readers and writers are to have it. */
  watch<T extends object>(kind: unknown, find: () => Table<T>): Table<T> {
    const known = this.tables.get(kind);
    if (known) return known as unknown as Table<T>;
    const table = find().observedBy(this);
    this.tables.set(kind, table);
    return table;
  }

  /** Whose work is under way, so that what is done of it later can be put down to it with `during`. */
  get underWay(): number | undefined {
    return this.current;
  }

  /** Has a command do some work; `look` says whether rows that were read may be different afterwards. */
  during<R>(command: number | undefined, work: () => R, look: () => boolean): R {
    const outer = this.current;
    this.current = command;
    try {
      const result = work();
      if (command !== undefined && look()) this.lookAgain(command);
      return result;
    } finally {
      this.current = outer;
    }
  }

  /** A new row is a command's, also when it is written later. */
  added(row: object): void {
    if (this.current === undefined) return;
    this.ownerOf.set(row, this.current);
    const { id } = row as Row;
    if (typeof id === 'string') this.ownerOf.set(id, this.current);
  }

  loaded(row: object, table: AnyTable): void {
    this.watched.set(row, { table, seen: { ...(row as Row) } });
  }

  inserted(rows: readonly object[], table: AnyTable, values: readonly (readonly unknown[])[]): void {
    for (const [at, row] of (rows as readonly Row[]).entries()) {
      this.note({ row, show: () => ({ record: recordName(table), id: recordId(table, row), after: sentFields(table, row, values, at) }) });
    }
  }

  deleted(rows: readonly object[], table: AnyTable): void {
    for (const row of rows as readonly Row[])
      this.note({ row, show: () => ({ record: recordName(table), id: recordId(table, row), before: shownFields(table, row) }) });
  }

  updated(rows: readonly object[], _table: AnyTable, properties: readonly string[]): void {
    for (const row of rows) {
      this.lookAt(row, this.current ?? this.lastEditor(row) ?? this.onlyOne);
      const written = this.stored.get(row) ?? new Set();
      for (const property of properties) written.add(property);
      this.stored.set(row, written);
    }
  }

  /** What one command changed, its new rows first; the rest is counted in `more`. */
  of(command: number): Readonly<{ changes: readonly RowChange[]; more: number }> {
    const written = this.written[command]!;
    const edits = [...this.edits[command]!.values()]
      .map((edit) => onlyWritten(edit, this.stored.get(edit.row)))
      .filter(({ after }) => Object.keys(after).length > 0);
    const shown = [...written.slice(0, SHOWN).map(({ show }) => show()), ...edits.slice(0, Math.max(0, SHOWN - written.length)).map(shownEdit)];
    return { changes: shown, more: written.length + edits.length - shown.length };
  }

  private get onlyOne(): number | undefined {
    return this.commands === 1 ? 0 : undefined;
  }

  private lastEditor(row: object): number | undefined {
    const last = this.edits.findLastIndex((edits) => edits.has(row));
    return last === -1 ? undefined : last;
  }

  private lookAgain(command: number): void {
    for (const row of this.watched.keys()) this.lookAt(row, command);
  }

  /** Puts down to a command what is different in a row since it was last looked at. */
  private lookAt(row: object, command: number | undefined): void {
    const watched = this.watched.get(row);
    if (!watched) return;
    const { table, seen } = watched;
    for (const { property, primary } of table.fields) {
      if (primary) continue;
      const [before, after] = [seen[property], (row as Row)[property]];
      if (before === after) continue;
      seen[property] = after;
      if (command !== undefined && !isSame(table.plain(property, before), table.plain(property, after)))
        this.edit(command, table, row as Row, property, before);
    }
  }

  private edit(command: number, table: AnyTable, row: Row, property: string, before: unknown): void {
    const edits = this.edits[command]!;
    const edit = edits.get(row) ?? { table, row, before: {}, after: {} };
    edits.set(row, edit);
    if (!(property in edit.before)) edit.before[property] = shownValue(table, property, before);
    edit.after[property] = shownValue(table, property, row[property]);
  }

  private note(written: Written): void {
    const owner = this.ownerOf.get(written.row) ?? this.current ?? this.onlyOne ?? this.ownerByReference(written.row);
    if (owner !== undefined) this.written[owner]!.push(written);
  }

  /** Whose new row, or whose subject, a row names: a stock move its receipt. */
  private ownerByReference(row: Row): number | undefined {
    for (const value of Object.values(row)) if (typeof value === 'string' && this.ownerOf.has(value)) return this.ownerOf.get(value);
    return undefined;
  }
}

const isSame = (a: unknown, b: unknown) => a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));

function onlyWritten({ table, row, before, after }: Edit, written: ReadonlySet<string> | undefined): Edit {
  const kept = (fields: Row) => Object.fromEntries(Object.entries(fields).filter(([property]) => written?.has(property)));
  return { table, row, before: kept(before), after: kept(after) };
}

const shownEdit = ({ table, row, before, after }: Edit): RowChange => ({ record: recordName(table), id: recordId(table, row), before, after });
