import { isRefusal, isStale, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { orderNotFound, versionStale } from '../domain/refusals.js';
import { type OrderBook, SalesOrderRepository } from '../persistence/sales-order.repository.js';

export type Cancel = Readonly<{ salesOrderId: string; seen: SeenVersion }>;

/** Cancels an order: at once before it is confirmed, later as far as inventory can still give it back. */
@Injectable()
export class CancelOrderHandler implements CommandHandler<Cancel, OrderBook, { salesOrderId: string }> {
  readonly name = 'cancel-order';

  constructor(private readonly orders: SalesOrderRepository) {}

  load(commands: readonly Command<Cancel>[], tx: UnitOfWork): Promise<OrderBook> {
    const ids = commands.map(({ request }) => request.salesOrderId);
    return this.orders.lock(tx, commands[0]!.companyId, ids, { linesOf: ids });
  }

  handle(command: Command<Cancel>, book: OrderBook, tx: UnitOfWork): Outcome<{ salesOrderId: string }> {
    const { salesOrderId, seen } = command.request;
    const order = book.get(salesOrderId);
    if (!order) return orderNotFound;
    if (isStale(seen, order.version)) return versionStale;
    const facts = order.requestCancellation('customer-request');
    if (isRefusal(facts)) return facts;
    for (const fact of facts) tx.publish(fact, command);
    return { salesOrderId };
  }
}
