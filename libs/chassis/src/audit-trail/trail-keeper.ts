import { Database, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { BackgroundLoop } from '../background-loop.js';
import { LOGGER } from '../logger.js';
import { TrailNotes } from './trail-notes.js';

const SEALED_AT_ONCE = 5_000;
const PARTITIONS_AHEAD_DAYS = 31;
const LOOK_AHEAD_MS = 3_600_000;

const SEAL = statement('select audit_trail_seal($1) as sealed');
const MAKE_PARTITIONS = statement(`select audit_trail_make_partitions((now() at time zone 'utc')::date + $1::int)`);

/** Looks after the audit trail: writes what was noted, seals what was written, and makes room for the months to come. */
@Injectable()
export class TrailKeeper extends BackgroundLoop {
  private lookedAheadAt = -Infinity;

  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly notes: TrailNotes,
    @Inject(LOGGER) logger: Logger,
  ) {
    super(logger, 'the audit trail could not be sealed, trying again');
  }

  /** Seals all that can be sealed now; another process that is at a company's chain is left alone. @returns how many lines. */
  async sealAll(): Promise<number> {
    for (let all = 0; ; ) {
      const [row] = await this.database.query<{ sealed: number }>(SEAL, [SEALED_AT_ONCE]);
      all += row!.sealed;
      if (row!.sealed < SEALED_AT_ONCE || this.stopping) return all;
    }
  }

  protected async round(): Promise<void> {
    await this.notes.flush();
    if (Date.now() - this.lookedAheadAt > LOOK_AHEAD_MS) {
      await this.database.query(MAKE_PARTITIONS, [PARTITIONS_AHEAD_DAYS]);
      this.lookedAheadAt = Date.now();
    }
    await this.sealAll();
  }
}
