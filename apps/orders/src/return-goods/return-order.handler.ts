import { Clock, isRefusal, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { businessDate } from '../domain/business-date.js';
import type { CompanyCopy } from '../domain/item-copy.js';
import { companyNotReady, orderNotFound } from '../domain/refusals.js';
import { returnOfOrder } from '../domain/sales-return.js';
import { OrdersSettings } from '../orders-settings.js';
import { CatalogueRepository } from '../persistence/catalogue.repository.js';
import { type OrderBook, SalesOrderRepository } from '../persistence/sales-order.repository.js';
import { authorise } from './authorise.js';
import type { ReturnOrderDto } from './return-goods.dto.js';

export type ReturnOrder = ReturnOrderDto & Readonly<{ salesOrderId: string }>;
type Loaded = Readonly<{ book: OrderBook; company?: CompanyCopy }>;

/** Lets goods of an order come back, at most what was shipped. */
@Injectable()
export class ReturnOrderHandler implements CommandHandler<ReturnOrder, Loaded, { returnId: string }> {
  readonly name = 'return-order';

  constructor(
    private readonly orders: SalesOrderRepository,
    private readonly catalogue: CatalogueRepository,
    private readonly settings: OrdersSettings,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<ReturnOrder>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const ids = commands.map(({ request }) => request.salesOrderId);
    const [company, book] = await Promise.all([this.catalogue.company(tx, companyId), this.orders.lock(tx, companyId, ids, { linesOf: ids })]);
    return { book, company };
  }

  handle(command: Command<ReturnOrder>, { book, company }: Loaded, tx: UnitOfWork): Outcome<{ returnId: string }> {
    const { salesOrderId, settlement = 'refund', documentOn, reference, lines } = command.request;
    if (!company) return companyNotReady;
    const order = book.get(salesOrderId);
    if (!order) return orderNotFound;
    const date = businessDate(documentOn, this.clock.today(company.timeZone), command.can('orders.return.backdate'), 'orders.return.backdate');
    if (isRefusal(date)) return date;
    const [now, answerDueAt] = [this.clock.now(), this.settings.answerDueAt(book.now)];
    const wish = { returnId: newId(), reference, documentOn: date.on, backdated: date.backdated, settlement, now, answerDueAt };
    const authorised = returnOfOrder(order, lines, wish);
    if (isRefusal(authorised)) return authorised;
    authorise(authorised, command, tx);
    return { returnId: wish.returnId };
  }
}
