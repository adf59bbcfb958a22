import { Clock, isRefusal, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { businessDate } from '../domain/business-date.js';
import type { Customer } from '../domain/customer.js';
import type { CompanyCopy, ItemCopy } from '../domain/item-copy.js';
import { companyNotReady, customerUnknown, warehouseUnknown } from '../domain/refusals.js';
import { returnWithoutOrder } from '../domain/sales-return.js';
import { OrdersSettings } from '../orders-settings.js';
import { CatalogueRepository } from '../persistence/catalogue.repository.js';
import { CustomerRepository } from '../persistence/customer.repository.js';
import { databaseNow } from '../persistence/database-clock.js';
import { authorise } from './authorise.js';
import type { FreeReturnDto } from './return-goods.dto.js';

type Loaded = Readonly<{
  company?: CompanyCopy;
  customers: ReadonlyMap<string, Customer>;
  items: ReadonlyMap<string, ItemCopy>;
  warehouses: ReadonlySet<string>;
  now: Date;
}>;

/** Lets goods come back that no order is named for, at a given price and cost. */
@Injectable()
export class ReturnWithoutOrderHandler implements CommandHandler<FreeReturnDto, Loaded, { returnId: string }> {
  readonly name = 'return-without-order';

  constructor(
    private readonly catalogue: CatalogueRepository,
    private readonly customers: CustomerRepository,
    private readonly settings: OrdersSettings,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<FreeReturnDto>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const requests = commands.map(({ request }) => request);
    const [company, customers, items, warehouses, now] = await Promise.all([
      this.catalogue.company(tx, companyId),
      this.customers.byIds(
        tx,
        companyId,
        requests.map((each) => each.customerId),
      ),
      this.catalogue.items(
        tx,
        companyId,
        requests.flatMap((each) => each.lines.map((line) => line.sku)),
      ),
      this.catalogue.warehouses(
        tx,
        companyId,
        requests.flatMap((each) => each.warehouseId ?? []),
      ),
      databaseNow(tx),
    ]);
    return { company, customers, items, warehouses, now };
  }

  handle(command: Command<FreeReturnDto>, { company, customers, items, warehouses, now }: Loaded, tx: UnitOfWork): Outcome<{ returnId: string }> {
    const { customerId, country, settlement = 'refund', documentOn: given, reference, warehouseId, lines } = command.request;
    if (!company) return companyNotReady;
    const customer = customers.get(customerId);
    if (!customer) return customerUnknown;
    if (warehouseId && !warehouses.has(warehouseId)) return warehouseUnknown;
    const date = businessDate(given, this.clock.today(company.timeZone), command.can('orders.return.backdate'), 'orders.return.backdate');
    if (isRefusal(date)) return date;
    const { on: documentOn, backdated } = date;
    const moment = { now: this.clock.now(), answerDueAt: this.settings.answerDueAt(now) };
    const wish = { returnId: newId(), reference, country, documentOn, backdated, settlement, warehouseId, ...moment };
    const authorised = returnWithoutOrder(customer, company.baseCurrency, lines, items, wish);
    if (isRefusal(authorised)) return authorised;
    authorise(authorised, command, tx);
    return { returnId: wish.returnId };
  }
}
