import type { RowObserver, Table } from '@millrace/persistence';
import { madeFields, recordId, recordName, sentFields, shownFields, shownValue } from './shown-fields.js';
import type { RowChange } from './trail-entry.js';

/** So many rows of a command are shown; the rest is counted. */
const SHOWN = 50;
/** So often at most the commands of a transaction look at a row again, some 50 ms in all: nothing else is done meanwhile. */
const LOOKS = 200_000;

type Row = Record<string, unknown>;
type AnyTable = Table<object>;
/** A row that was read or made, and its values when it was last looked at; of a new one also as its maker left it. */
type Watched = { readonly table: AnyTable; readonly seen: Row; readonly made?: Row };
type Edit = { readonly table: AnyTable; readonly row: Row; readonly before: Row; readonly after: Row };
/** A row that was added or taken away, and what of it is to be shown. */
type Written = Readonly<{ row: Row; show: () => RowChange }>;

/**
 * Which command of a transaction changed which rows, and how.
 *
 * Commands share what was loaded and write at the end, so rows are looked at again after each command: what differs then
 * is its doing. A command may change what one before it made: rows that were added are watched from then on as well. Only
 * what is written in the end counts. A row that nobody can be held to, since several commands came together and it names
 * nothing of theirs, is in no one's list.
 *
 * When there is too much to look at, the remaining commands go unwatched: what they wrote is counted, without which of
 * them it was.
 */
export class Changes implements RowObserver {
  private readonly tables = new Map<unknown, AnyTable>();
  private readonly watched = new Map<object, Watched>();
  private readonly edits: Map<object, Edit>[];
  private readonly written: Written[][];
  private readonly stored = new Map<object, Set<string>>();
  private readonly ownerOf = new Map<unknown, number>();
  private readonly lastEditorOf = new Map<object, number>();
  private readonly unwatched = new Set<number>();
  private readonly ofUnwatched = new Set<object>();
  private fresh = new Map<object, AnyTable>();
  private readonly made: object[][] = [];
  private anyMade = false;
  private looksLeft = LOOKS;
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

  /** Has a command do its work; `look` says whether rows that were read may be different afterwards. */
  during<R>(command: number, work: () => R, look: (result: R) => boolean): R {
    const result = this.as(command, work);
    if (this.commands === 1) return result; // Whatever is written is its own.
    if (look(result)) this.lookAgain(command);
    this.watchFresh(command);
    return result;
  }

  /** Whether a command before this one added a row, which this one may have changed. */
  get hasMadeRows(): boolean {
    return this.anyMade;
  }

  /** Has a command finish its work when all have done theirs: what becomes of rows that it made or changed is its doing. */
  afterwards(command: number | undefined, work: () => void, look: () => boolean): void {
    this.as(command, work);
    this.fresh.clear(); // Nobody comes after this who could change them.
    if (command === undefined || this.commands === 1) return;
    if (look()) this.lookAgain(command);
    else if (this.unwatched.size === 0) this.lookAtOwn(command);
  }

  /** A new row is a command's, also when it is written later. */
  added(row: object, table: AnyTable): void {
    if (this.current === undefined) return;
    this.ownerOf.set(row, this.current);
    const { id } = row as Row;
    if (typeof id === 'string') this.ownerOf.set(id, this.current);
    if (this.commands > 1) this.fresh.set(row, table);
  }

  loaded(row: object, table: AnyTable): void {
    this.watched.set(row, { table, seen: { ...(row as Row) } });
  }

  inserted(rows: readonly object[], table: AnyTable, values: readonly (readonly unknown[])[]): void {
    for (const [at, row] of (rows as readonly Row[]).entries()) {
      const made = this.watched.get(row)?.made;
      if (made) {
        this.lookAt(row, this.whose(row));
        this.stored.set(row, new Set(table.fields.map(({ property }) => property)));
      }
      const after = () => (made && this.changedLater(row) ? madeFields(table, made) : sentFields(table, row, values, at));
      this.note({ row, show: () => ({ record: recordName(table), id: recordId(table, row), after: after() }) });
    }
  }

  deleted(rows: readonly object[], table: AnyTable): void {
    for (const row of rows as readonly Row[])
      this.note({ row, show: () => ({ record: recordName(table), id: recordId(table, row), before: shownFields(table, row) }) });
  }

  updated(rows: readonly object[], _table: AnyTable, properties: readonly string[]): void {
    for (const row of rows) {
      this.lookAt(row, this.whose(row));
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
    const unseen = this.unwatched.has(command) ? this.ofUnwatched.size : 0;
    return { changes: shown, more: written.length + edits.length - shown.length + unseen };
  }

  private get onlyOne(): number | undefined {
    return this.commands === 1 ? 0 : undefined;
  }

  private as<R>(command: number | undefined, work: () => R): R {
    const outer = this.current;
    this.current = command;
    try {
      return work();
    } finally {
      this.current = outer;
    }
  }

  /** Who can be held to what is different in a row that is being written. */
  private whose(row: object): number | undefined {
    if (this.current !== undefined) return this.current;
    if (this.unwatched.size > 0) return this.unwatched.size === 1 ? [...this.unwatched][0] : undefined;
    return this.lastEditorOf.get(row) ?? this.ownerOf.get(row) ?? this.onlyOne;
  }

  private changedLater(row: object): boolean {
    return this.lastEditorOf.has(row) || this.ofUnwatched.has(row);
  }

  private watchFresh(command: number): void {
    for (const [row, table] of this.fresh) this.watched.set(row, { table, seen: { ...(row as Row) }, made: { ...(row as Row) } });
    this.made[command] = [...this.fresh.keys()];
    this.anyMade ||= this.fresh.size > 0;
    this.fresh.clear();
  }

  private lookAgain(command: number): void {
    if (this.looksLeft < this.watched.size) {
      this.looksLeft = 0; // So that what this one did is not found later and put down to another.
      this.unwatched.add(command);
      return;
    }
    this.looksLeft -= this.watched.size;
    for (const row of this.watched.keys()) this.lookAt(row, command);
  }

  private lookAtOwn(command: number): void {
    for (const row of this.edits[command]!.keys()) this.lookAt(row, command);
    for (const row of this.made[command] ?? []) this.lookAt(row, command);
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
      if (!isSame(table.plain(property, before), table.plain(property, after))) this.putDown(command, watched, row as Row, property, before);
    }
  }

  private putDown(command: number | undefined, { table, made }: Watched, row: Row, property: string, before: unknown): void {
    if (command === undefined) {
      if (this.unwatched.size > 0) this.ofUnwatched.add(row);
    } else if (made && this.ownerOf.get(row) === command) made[property] = row[property];
    else this.edit(command, table, row, property, before);
  }

  private edit(command: number, table: AnyTable, row: Row, property: string, before: unknown): void {
    const edits = this.edits[command]!;
    const edit = edits.get(row) ?? { table, row, before: {}, after: {} };
    edits.set(row, edit);
    this.lastEditorOf.set(row, command);
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
