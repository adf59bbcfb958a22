import { LOGGER } from '@millrace/chassis';
import { MessagingRuntime } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { Deadlines } from '../deadlines.js';
import { databaseNow } from '../persistence/database-clock.js';
import { SalesReturnRepository } from '../persistence/sales-return.repository.js';

const DUE = statement('select * from due_returns($1)');

type Due = { company_id: string; return_id: string };

/** A return of which a service has not told what it should have is reported; the goods and the money stay as they are. */
@Injectable()
export class ReturnDeadlines implements OnApplicationBootstrap {
  constructor(
    private readonly deadlines: Deadlines,
    @Inject(MessagingRuntime) private readonly messaging: MessagingRuntime,
    private readonly returns: SalesReturnRepository,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.deadlines.watch(DUE, (due: Due) => this.fireOne(due));
  }

  private fireOne({ company_id: companyId, return_id: returnId }: Due): Promise<void> {
    return this.messaging.store.transaction(companyId, async (tx) => {
      const [returns, now] = await Promise.all([this.returns.lock(tx, companyId, [returnId]), databaseNow(tx)]);
      const found = returns.get(returnId);
      if (!found?.answerDueAt || found.answerDueAt > now) return;
      found.fallSilent();
      this.logger.warn({ returnId, awaited: found.awaited }, 'a return waits for an answer beyond its time');
    });
  }
}
