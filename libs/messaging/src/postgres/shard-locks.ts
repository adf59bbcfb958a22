import type { Database } from '@millrace/persistence';
import type pg from 'pg';
import type { ShardOwnership } from '../protocol/ports.js';
import { SHARDS } from './unit-of-work.js';

const LOCK_CLASS = 7_301;
const CLAIM_INTERVAL_MS = 1_000;
const CHECK_INTERVAL_MS = 5_000;
/** The server forgets a host that vanished within half a minute, and another process takes the shards over. */
const NOTICE_VANISHED = 'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3; set tcp_user_timeout = 30000';

/**
 * The shards that this process's relay may publish: advisory locks of one dedicated connection. When that is cut, the
 * server gives them to another process; what this one has under way can only repeat facts, never invent any.
 */
export class ShardLocks implements ShardOwnership {
  private mine: number[] = [];
  private client?: pg.Client;
  private timer?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly onClaimed: () => void,
  ) {}

  owned(): readonly number[] {
    return this.mine;
  }

  async start(): Promise<void> {
    await this.claim();
    this.schedule();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    this.mine = [];
    await this.client?.end().catch(() => {});
  }

  private schedule(): void {
    if (this.stopped) return;
    const pause = this.mine.length === SHARDS ? CHECK_INTERVAL_MS : CLAIM_INTERVAL_MS;
    this.timer = setTimeout(() => void this.claim().finally(() => this.schedule()), pause);
  }

  /** Takes every shard that is free; the question alone shows whether the connection is still there. */
  private async claim(): Promise<void> {
    try {
      this.client ??= await this.connect();
      const free = Array.from({ length: SHARDS }, (_, shard) => shard).filter((shard) => !this.mine.includes(shard));
      const { rows } = await this.client.query<{ shard: number }>({
        text: 'select shard from unnest($1::int[]) as shard where pg_try_advisory_lock($2, shard)',
        values: [free, LOCK_CLASS],
        query_timeout: CHECK_INTERVAL_MS,
      } as pg.QueryConfig);
      if (rows.length === 0 || this.stopped) return;
      this.mine = [...this.mine, ...rows.map((row) => row.shard)].sort((a, b) => a - b);
      this.onClaimed();
    } catch {
      this.lost();
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = await this.database.connect();
    await client.query(NOTICE_VANISHED);
    client.on('end', () => this.lost(client));
    client.on('error', () => this.lost(client));
    return client;
  }

  private lost(client = this.client): void {
    if (client !== this.client) return;
    this.mine = [];
    this.client = undefined;
    void client?.end().catch(() => {});
  }
}
