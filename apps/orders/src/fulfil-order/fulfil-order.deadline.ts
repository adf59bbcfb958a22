import { LOGGER } from '@millrace/chassis';
import { type ContractEvent, PaymentDeadlinePassed } from '@millrace/contracts';
import { isRefusal, newId, type Refusal } from '@millrace/kernel';
import { MessagingRuntime, type UnitOfWork } from '@millrace/messaging';
import { Database, statement } from '@millrace/persistence';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { OrdersSettings } from '../orders-settings.js';
import { SalesOrderRepository } from '../persistence/sales-order.repository.js';

const MOST_AT_ONCE = 200;

/** The database's clock says what is due. */
const DUE = statement('select * from due_orders($1)');
const NOW = statement('select now() as now');

type Due = { company_id: string; order_id: string; kind: 'answer' | 'back-order' | 'payment'; invoice_id: string | null };

/**
 * What happens when nothing happens. The silence of one of our services is reported and never cancels; a customer who
 * does not pay, and goods that do not come, become facts, and who owns the answer decides.
 */
@Injectable()
export class OrderDeadlines implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MessagingRuntime) private readonly messaging: MessagingRuntime,
    private readonly orders: SalesOrderRepository,
    private readonly settings: OrdersSettings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
  }

  /**
   * Lets everything happen that is due. Before a deadline fires, every fact that was on the log when it fell due has
   * been read: the answer may only have been on its way.
   */
  async fire(): Promise<void> {
    const due = await this.database.query<Due>(DUE, [MOST_AT_ONCE]);
    if (due.length === 0 || !(await this.messaging.hasReadEverything())) return;
    for (const each of due) await this.fireOne(each);
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      void this.fire()
        .catch((error: unknown) => this.logger.warn({ error: String(error) }, 'deadlines could not be looked at'))
        .finally(() => this.schedule());
    }, this.settings.DEADLINE_SECONDS * 1_000);
    this.timer.unref();
  }

  private fireOne(due: Due): Promise<void> {
    return this.messaging.store.transaction(due.company_id, async (tx) => {
      const invoicesOf = due.invoice_id ? [due.order_id] : [];
      const [book, [{ now }]] = await Promise.all([
        this.orders.lock(tx, due.company_id, [due.order_id], { linesOf: [due.order_id], invoicesOf }),
        tx.query<{ now: string }>(NOW) as Promise<[{ now: string }]>,
      ]);
      const order = book.get(due.order_id);
      const moment = new Date(now);
      if (!order) return;
      switch (due.kind) {
        case 'answer':
          if (!order.answerDueAt || order.answerDueAt > moment) return;
          order.silentSince = order.answerDueAt;
          order.answerDueAt = null;
          this.logger.warn({ orderId: order.id, stock: order.stock, credit: order.credit }, 'an order waits for an answer beyond its time');
          break;
        case 'back-order':
          if (!order.backOrderDueAt || order.backOrderDueAt > moment) return;
          order.backOrderDueAt = null;
          this.publish(tx, due, order.requestCancellation('back-order-expired'));
          break;
        default: {
          const invoice = book.invoice(due.invoice_id!);
          if (!invoice?.deadlineAt || invoice.deadlineAt > moment) return;
          invoice.deadlineAt = null;
          this.publish(tx, due, [PaymentDeadlinePassed.of({ salesOrderId: order.id, customerInvoiceId: invoice.id })]);
        }
      }
    });
  }

  private publish(tx: UnitOfWork, due: Due, facts: readonly ContractEvent[] | Refusal): void {
    if (isRefusal(facts)) return; // It ended otherwise in the meantime.
    for (const fact of facts) tx.publish(fact, { companyId: due.company_id, actor: 'system', correlationId: newId() });
  }
}
