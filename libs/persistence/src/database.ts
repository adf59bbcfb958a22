import type { Duplex } from 'node:stream';
import { type EntityManager, MikroORM, type EntitySchema } from '@mikro-orm/postgresql';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { sqlState } from './errors.js';
import { type Statement, statement } from './statement.js';
import { Table } from './table.js';

export type DatabaseSettings = Readonly<{
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  /** Most connections of one process. */
  poolSize: number;
  /** Shown by PostgreSQL beside each connection. */
  applicationName: string;
  /** Schemas in which names of tables are looked up; `public` when absent. */
  searchPath?: string;
  statementTimeoutMs?: number;
  lockTimeoutMs?: number;
}>;

// oxlint-disable-next-line no-explicit-any -- a list of mappings of many classes
export type Mapping = EntitySchema<any, any>;

class NotCommitted extends Error {}

/** The socket of a client, which its types leave out. */
type Connected = Readonly<{ connection: Readonly<{ stream: Duplex }> }>;

const IN_FAILED_TRANSACTION = '25P02';
const SET_COMPANY = statement(`select set_config('millrace.company', $1, true)`);
const SET_PLANNED_ONCE = statement(`select set_config('plan_cache_mode', 'force_generic_plan', true)`);

/** Types that come back as they are written, so that no date passes through a time zone and no amount through a float. */
const types = new pg.TypeOverrides();
for (const oid of [1082, 1114, 1184, 1186]) types.setTypeParser(oid, (text) => text);
types.setTypeParser(20, (text) => Number(text)); // int8: counts and sequences, far below 2^53.

/**
 * One service's database: a pool of connections that are used in pipeline mode, and the mappings of its entities.
 *
 * In pipeline mode a statement is sent without waiting for the one before it, so a transaction takes as many round
 * trips as it has answers to wait for, not as many as it has statements (ADR 0002).
 */
export class Database {
  private readonly tables = new Map<unknown, Table<object>>();

  private constructor(
    readonly settings: DatabaseSettings,
    private readonly pool: pg.Pool,
    private readonly orm: MikroORM,
    private readonly mappings: readonly Mapping[],
  ) {}

  /** Discovers the mappings; no connection is made yet. */
  static open(settings: DatabaseSettings, mappings: readonly Mapping[]): Database {
    const pool = new pg.Pool(poolConfig(settings));
    pool.on('error', () => {}); // An idle connection was cut: the pool has dropped it, the next query says if it matters.
    pool.on('connect', (client) => client.on('error', () => {})); // The query in flight gets the error.
    const orm = new MikroORM({
      entities: [...mappings],
      dbName: settings.database,
      debug: false,
      discovery: { warnWhenNoEntities: false },
      propagationOnPrototype: false, // Rows are plain objects: no setters that watch each property of each of them.
      driverOptions: new PostgresDialect({ pool: pool }),
    });
    return new Database(settings, pool, orm, mappings);
  }

  /** The set-wise access to the rows of a mapped class. */
  table<T extends object>(entity: abstract new (...args: never[]) => T): Table<T> {
    let table = this.tables.get(entity);
    if (!table) {
      table = new Table<object>(this.orm.getMetadata().get(entity as never), this.orm.driver.getPlatform());
      this.tables.set(entity, table);
    }
    return table as unknown as Table<T>;
  }

  /**
   * Runs work in one transaction on a connection of its own and commits what it did.
   *
   * @param companyId The company whose rows can be seen and written; null for what belongs to none.
   * @throws What the work threw, or the first error of the statements it sent; nothing is written then.
   */
  transaction<R>(companyId: string | null, work: (tx: Transaction) => Promise<R>): Promise<R> {
    return this.transactionOf(Transaction, companyId, work);
  }

  /** The same with a subclass of Transaction. */
  async transactionOf<T extends Transaction, R>(
    kind: new (database: Database, client: pg.PoolClient, companyId: string | null) => T,
    companyId: string | null,
    work: (tx: T) => Promise<R>,
  ): Promise<R> {
    const client = await this.pool.connect();
    const tx = new kind(this, client, companyId);
    let release: Error | undefined;
    try {
      const result = await work(tx);
      await tx.commit();
      return result;
    } catch (error) {
      release = await tx.rollback();
      throw tx.causeOf(error);
    } finally {
      client.release(release);
    }
  }

  /** One statement in a transaction of its own, outside any company. */
  async query<Row extends object>(query: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.pool.query<Row>({ ...query, values: [...values] });
    return result.rows;
  }

  /** The same database through a small pool of its own that looks names of tables up elsewhere first. */
  aside(searchPath: string, poolSize: number): Database {
    return Database.open({ ...this.settings, searchPath, poolSize }, this.mappings);
  }

  /** A connection of one's own, outside the pool, for what is tied to a session such as advisory locks. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client(poolConfig(this.settings));
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  /** Connections in use or asked for, against the most there can be. */
  get load(): Readonly<{ inUse: number; waiting: number; size: number }> {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { inUse: totalCount - idleCount, waiting: waitingCount, size: this.settings.poolSize };
  }

  /** @internal An entity manager whose statements run in a transaction that is open on a client. */
  entityManagerOn(client: pg.PoolClient): EntityManager {
    const onlyThis = { connect: async () => ({ query: client.query.bind(client), release: () => {} }), end: async () => {} };
    const em = this.orm.em.fork({ clear: true });
    em.setTransactionContext(new Kysely({ dialect: new PostgresDialect({ pool: onlyThis as never }) }));
    return em;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

function poolConfig(settings: DatabaseSettings): pg.PoolConfig {
  return {
    host: settings.host,
    port: settings.port,
    database: settings.database,
    user: settings.user,
    password: settings.password,
    max: settings.poolSize,
    application_name: settings.applicationName,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    types,
    statement_timeout: settings.statementTimeoutMs ?? 60_000,
    lock_timeout: settings.lockTimeoutMs ?? 10_000,
    idle_in_transaction_session_timeout: 60_000,
    ...(settings.searchPath ? { options: `-c search_path=${settings.searchPath.replaceAll(' ', '')}` } : {}),
    pipeline: true,
  };
}

/**
 * An open transaction. Statements are sent in the order of the calls and answered in that order.
 *
 * `query` waits for rows; `send` does not wait at all, its error comes out of the commit.
 */
export class Transaction {
  private readonly sent: Promise<unknown>[] = [];
  private firstError: unknown;
  private ended = false;
  private gathering = false;
  private em?: EntityManager;

  constructor(
    private readonly database: Database,
    private readonly client: pg.PoolClient,
    readonly companyId: string | null,
  ) {
    void this.run('begin');
    if (companyId !== null) this.send(SET_COMPANY, [companyId]);
  }

  /**
   * From here on statements are planned once for a connection, whatever they are asked with. Else PostgreSQL plans those anew each
   * time of which it knows better with the values at hand how many rows there will be, as of each list of a few ids.
   */
  planOnce(): void {
    this.send(SET_PLANNED_ONCE);
  }

  async query<Row extends object>(query: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.run({ ...query, values: [...values] });
    return result.rows as Row[];
  }

  send(query: Statement, values: readonly unknown[] = []): void {
    void this.run({ ...query, values: [...values] });
  }

  table<T extends object>(entity: abstract new (...args: never[]) => T): Table<T> {
    return this.database.table(entity);
  }

  /** For slices whose rows are few and whose graph is rich: MikroORM's unit of work, flushed before the commit. */
  get entityManager(): EntityManager {
    this.em ??= this.database.entityManagerOn(this.client);
    return this.em;
  }

  /** @internal Writes what the entity manager holds. */
  async flushEntities(): Promise<void> {
    await this.em?.flush();
  }

  /** @internal */
  async commit(): Promise<void> {
    await this.flushEntities();
    const committing = this.run('commit');
    this.ended = true;
    const end = await committing;
    await Promise.all(this.sent);
    if (end.command !== 'COMMIT') throw new NotCommitted(); // PostgreSQL rolls back what is in error, without an error.
  }

  /** @internal Returns an error when the connection cannot be used again. */
  async rollback(): Promise<Error | undefined> {
    this.ended = true;
    try {
      await this.client.query('rollback');
      return undefined;
    } catch (error) {
      return error as Error;
    }
  }

  /** @internal The statement that failed first; those behind it only say that the transaction is aborted. */
  causeOf(error: unknown): unknown {
    const echo = error instanceof NotCommitted || sqlState(error) === IN_FAILED_TRANSACTION;
    return echo ? (this.firstError ?? error) : error;
  }

  /** What is sent until this turn of the event loop ends goes out in one write to the socket. */
  private gather(): void {
    if (this.gathering) return;
    this.gathering = true;
    const { stream } = (this.client as unknown as Connected).connection;
    stream.cork();
    setImmediate(() => {
      this.gathering = false;
      stream.uncork();
    });
  }

  private run(query: string | pg.QueryConfig): Promise<pg.QueryResult> {
    // Whoever still loads when a neighbour has failed must not reach the connection's next transaction.
    if (this.ended) return Promise.reject(new Error('The transaction has ended.'));
    this.gather();
    const answer = this.client.query(query as pg.QueryConfig);
    const watched = answer.catch((error: unknown) => {
      this.firstError ??= error;
    });
    this.sent.push(watched);
    return answer;
  }
}
