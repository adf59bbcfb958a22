import { LOGGER } from '@millrace/chassis';
import { type ContractEvent, PaymentDeadlinePassed } from '@millrace/contracts';
import { isRefusal, newId, type Refusal } from '@millrace/kernel';
import { MessagingRuntime, type UnitOfWork } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { Deadlines } from '../deadlines.js';
import { SalesOrderRepository } from '../persistence/sales-order.repository.js';

const DUE = statement('select * from due_orders($1)');

type Due = { company_id: string; order_id: string; kind: 'answer' | 'back-order' | 'payment'; invoice_id: string | null };

/**
 * What happens when nothing happens. The silence of one of our services is reported and never cancels; a customer who
 * does not pay, and goods that do not come, become facts, and who owns the answer decides.
 */
@Injectable()
export class OrderDeadlines implements OnApplicationBootstrap {
  constructor(
    private readonly deadlines: Deadlines,
    @Inject(MessagingRuntime) private readonly messaging: MessagingRuntime,
    private readonly orders: SalesOrderRepository,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.deadlines.watch(DUE, (due: Due) => this.fireOne(due));
  }

  private fireOne(due: Due): Promise<void> {
    return this.messaging.store.transaction(due.company_id, async (tx) => {
      const invoicesOf = due.invoice_id ? [due.order_id] : [];
      const book = await this.orders.lock(tx, due.company_id, [due.order_id], { linesOf: [due.order_id], invoicesOf });
      const order = book.get(due.order_id);
      if (!order) return;
      switch (due.kind) {
        case 'answer':
          if (!order.answerDueAt || order.answerDueAt > book.now) return;
          order.fallSilent();
          this.logger.warn({ orderId: order.id, awaited: order.awaited }, 'an order waits for an answer beyond its time');
          break;
        case 'back-order':
          if (!order.backOrderDueAt || order.backOrderDueAt > book.now) return;
          order.backOrderDueAt = null;
          this.publish(tx, due, order.requestCancellation('back-order-expired'));
          break;
        default: {
          const invoice = book.invoice(due.invoice_id!);
          if (!invoice?.deadlineAt || invoice.deadlineAt > book.now) return;
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
