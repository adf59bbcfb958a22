import { LOGGER } from '@millrace/chassis';
import { MessagingRuntime } from '@millrace/messaging';
import { Database, type Statement } from '@millrace/persistence';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { OrdersSettings } from './orders-settings.js';

const MOST_AT_ONCE = 200;

/** Looks every few seconds at what has fallen due by the database's clock, and lets it happen. */
@Injectable()
export class Deadlines implements OnModuleDestroy {
  private readonly timers = new Map<Statement, NodeJS.Timeout>();
  private stopped = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MessagingRuntime) private readonly messaging: MessagingRuntime,
    private readonly settings: OrdersSettings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleDestroy(): void {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  /**
   * Fires what a statement finds due, again and again. It gets as parameter how many to find at most.
   *
   * @param fireOne Looks once more under its own lock: another replica may have been faster, or the answer has come.
   */
  watch<Due extends object>(dueNow: Statement, fireOne: (due: Due) => Promise<void>): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      void this.fire(dueNow, fireOne)
        .catch((error: unknown) => this.logger.warn({ error: String(error) }, 'deadlines could not be looked at'))
        .finally(() => this.watch(dueNow, fireOne));
    }, this.settings.DEADLINE_SECONDS * 1_000);
    timer.unref();
    this.timers.set(dueNow, timer);
  }

  /**
   * Before a deadline fires, every fact that was on the log when it fell due has been read: the answer may only have
   * been on its way. One that fails is told and tried again the next time; it holds back no other.
   */
  async fire<Due extends object>(dueNow: Statement, fireOne: (due: Due) => Promise<void>): Promise<void> {
    const due = await this.database.query<Due>(dueNow, [MOST_AT_ONCE]);
    if (due.length === 0 || !(await this.messaging.hasReadEverything())) return;
    for (const each of due) {
      await fireOne(each).catch((error: unknown) => this.logger.error({ due: each, error: String(error) }, 'a deadline could not be kept'));
    }
  }
}
