import { Database, statement } from '@millrace/persistence';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../logger.js';
import { TrailNotes } from './trail-notes.js';

const INTERVAL_MS = 1_000;
const SEALED_AT_ONCE = 5_000;
const PARTITIONS_AHEAD_DAYS = 31;
const LOOK_AHEAD_MS = 3_600_000;

const SEAL = statement('select audit_trail_seal($1) as sealed');
const MAKE_PARTITIONS = statement(`select audit_trail_make_partitions((now() at time zone 'utc')::date + $1::int)`);

/** Looks after the audit trail: writes what was noted, seals what was written, and makes room for the months to come. */
@Injectable()
export class TrailKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private stopping = false;
  private lookedAheadAt = -Infinity;

  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly notes: TrailNotes,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  onModuleDestroy(): void {
    this.stopping = true;
    clearTimeout(this.timer);
  }

  /** Seals all that can be sealed now; another process that is at a company's chain is left alone. @returns how many lines. */
  async sealAll(): Promise<number> {
    for (let all = 0; ; ) {
      const [row] = await this.database.query<{ sealed: number }>(SEAL, [SEALED_AT_ONCE]);
      all += row!.sealed;
      if (row!.sealed < SEALED_AT_ONCE || this.stopping) return all;
    }
  }

  private schedule(): void {
    if (this.stopping) return;
    this.timer = setTimeout(() => {
      void this.keep()
        .catch((error: unknown) => this.logger.warn({ error: String(error) }, 'the audit trail could not be sealed, trying again'))
        .finally(() => this.schedule());
    }, INTERVAL_MS);
    this.timer.unref();
  }

  private async keep(): Promise<void> {
    await this.notes.flush();
    if (Date.now() - this.lookedAheadAt > LOOK_AHEAD_MS) {
      await this.database.query(MAKE_PARTITIONS, [PARTITIONS_AHEAD_DAYS]);
      this.lookedAheadAt = Date.now();
    }
    await this.sealAll();
  }
}
