import type { Process, Scheduler } from './scheduler.js';

export class SimTransient extends Error {}
export class SimPermanent extends Error {}

/** What is wrong with a run; empty when the library kept its promises. */
export type Violations = string[];

/**
 * PostgreSQL at READ COMMITTED as far as the protocol can tell: rows, row locks that are waited for and held to the end
 * of the transaction, reads of what is committed at the moment of the statement, statements of one connection in order.
 */
export class SimDatabase {
  private readonly tables = new Map<string, Map<string, unknown>>();
  private readonly changes = new Map<string, number>();
  private readonly locks = new Map<string, SimTransaction>();
  private readonly open = new Set<SimTransaction>();

  constructor(
    readonly name: string,
    readonly scheduler: Scheduler,
    readonly violations: Violations,
  ) {}

  begin(process: Process): SimTransaction {
    const tx = new SimTransaction(this, process);
    this.open.add(tx);
    process.atDeath.push(() => this.rollback(tx));
    return tx;
  }

  holderOf(key: string): SimTransaction | undefined {
    return this.locks.get(key);
  }

  grant(key: string, tx: SimTransaction): void {
    this.locks.set(key, tx);
  }

  commit(tx: SimTransaction): void {
    for (const [key, value] of tx.written) this.set(key, value);
    this.end(tx);
  }

  rollback(tx: SimTransaction): void {
    this.end(tx);
  }

  isOpen(tx: SimTransaction): boolean {
    return this.open.has(tx);
  }

  /** Rows are named `table|key`. */
  get<T>(name: string): T | undefined {
    return this.tables.get(tableOf(name))?.get(name) as T | undefined;
  }

  set(name: string, value: unknown): void {
    const at = tableOf(name);
    let table = this.tables.get(at);
    if (!table) this.tables.set(at, (table = new Map()));
    if (value === undefined) table.delete(name);
    else table.set(name, value);
    this.changes.set(at, this.changesOf(at) + 1);
  }

  /** How often a table was written: what was worked out from it may be kept until then. */
  changesOf(table: string): number {
    return this.changes.get(table) ?? 0;
  }

  scan<T>(prefix: string): [string, T][] {
    const rows = [...(this.tables.get(tableOf(prefix)) ?? [])] as [string, T][];
    return rows.filter(([name]) => name.startsWith(prefix));
  }

  /** Who waits for whom, from one transaction on: a way back to it is a deadlock. */
  isDeadlocked(tx: SimTransaction): boolean {
    let current = tx.waitsFor === undefined ? undefined : this.locks.get(tx.waitsFor);
    for (let hops = 0; current && hops < 20; hops += 1) {
      if (current === tx) return true;
      current = current.waitsFor === undefined ? undefined : this.locks.get(current.waitsFor);
    }
    return false;
  }

  private end(tx: SimTransaction): void {
    this.open.delete(tx);
    for (const [key, holder] of this.locks) if (holder === tx) this.locks.delete(key);
  }
}

/** One connection's transaction. Reads and locks are steps, each after the one before it; writes show at the commit. */
export class SimTransaction {
  readonly written = new Map<string, unknown>();
  waitsFor?: string;
  private failed?: unknown;
  private sent = 0;
  private answered = 0;

  constructor(
    readonly database: SimDatabase,
    readonly process: Process,
  ) {}

  /** Takes the locks of rows one after the other in one statement, waiting for their holders. */
  lock(...keys: readonly string[]): Promise<void> {
    let taken = 0;
    return this.statement(
      () => undefined,
      () => {
        while (taken < keys.length && this.canLock(keys[taken]!)) {
          if (!this.failed) this.database.grant(keys[taken]!, this);
          taken += 1;
        }
        return taken === keys.length;
      },
    );
  }

  /** Reads several rows in one statement. */
  readAll<T>(keys: readonly string[]): Promise<(T | undefined)[]> {
    return this.statement(() => keys.map((key) => this.read<T>(key)));
  }

  /** A row that is locked or was read already: no step. */
  read<T>(key: string): T | undefined {
    return (this.written.has(key) ? this.written.get(key) : this.database.get(key)) as T | undefined;
  }

  scan<T>(prefix: string): Promise<[string, T][]> {
    return this.statement(() => {
      const rows = new Map(this.database.scan<T>(prefix));
      for (const [key, value] of this.written) {
        if (!key.startsWith(prefix)) continue;
        if (value === undefined) rows.delete(key);
        else rows.set(key, value as T);
      }
      return [...rows];
    });
  }

  /** The row must be locked, or be new with a key of its own. `undefined` deletes. */
  write(key: string, value: unknown): void {
    this.written.set(key, value);
  }

  /** `lost` commits and loses the answer, which the caller cannot tell from a failure. */
  commit(lost: boolean): Promise<void> {
    return this.statement(() => {
      this.database.commit(this);
      if (lost) throw new SimTransient('answer to commit lost');
    });
  }

  private canLock(key: string): boolean {
    const holder = this.database.holderOf(key);
    this.waitsFor = undefined;
    if (!holder || holder === this || this.failed) return true;
    this.waitsFor = key;
    if (!this.database.isDeadlocked(this)) return false;
    this.database.violations.push(`deadlock in ${this.database.name} over ${key}`);
    this.failed = new SimTransient('deadlock');
    return true;
  }

  private statement<T>(run: () => T, ready: () => boolean = () => true): Promise<T> {
    const mine = this.sent;
    this.sent += 1;
    return this.database.scheduler.step(
      this.process,
      () => {
        this.answered += 1;
        if (this.failed) throw this.failed;
        if (!this.database.isOpen(this)) throw new SimTransient('connection lost');
        return run();
      },
      () => this.answered === mine && (this.failed !== undefined || ready()),
    );
  }
}

const tableOf = (name: string) => name.slice(0, name.indexOf('|'));
