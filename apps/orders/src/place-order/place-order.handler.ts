import { Clock, isRefusal, type LocalDate, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { businessDate } from '../domain/business-date.js';
import type { Customer } from '../domain/customer.js';
import type { CompanyCopy, ItemCopy } from '../domain/item-copy.js';
import { placeOrder } from '../domain/place-order.js';
import type { SalesOrder } from '../domain/sales-order.js';
import { companyNotReady, customerUnknown, warehouseUnknown } from '../domain/refusals.js';
import { OrdersSettings } from '../orders-settings.js';
import { CatalogueRepository, type PriceBook } from '../persistence/catalogue.repository.js';
import { CustomerRepository } from '../persistence/customer.repository.js';
import { databaseNow } from '../persistence/database-clock.js';
import { SalesOrderRepository } from '../persistence/sales-order.repository.js';
import type { PlaceOrderDto } from './place-order.dto.js';

type Place = Command<PlaceOrderDto>;
/** What is kept for the key is the id alone. */
type PlacedOrder = Readonly<{ salesOrderId: string; order?: SalesOrder; toJSON?: () => object }>;
type Loaded = Readonly<{
  company?: CompanyCopy;
  customers: ReadonlyMap<string, Customer>;
  items: ReadonlyMap<string, ItemCopy>;
  warehouses: ReadonlySet<string>;
  prices: PriceBook;
  /** Ids that clients made and that are there already: placing such an order again finds it. */
  taken: Set<string>;
  /** The database's now. */
  now: Date;
}>;

/** Accepts a sales order: stock and credit answer later through facts. */
@Injectable()
export class PlaceOrderHandler implements CommandHandler<PlaceOrderDto, Loaded, PlacedOrder> {
  readonly name = 'place-order';

  constructor(
    private readonly catalogue: CatalogueRepository,
    private readonly customers: CustomerRepository,
    private readonly orders: SalesOrderRepository,
    private readonly settings: OrdersSettings,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Place[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const requests = commands.map(({ request }) => request);
    const [company, customers, items, warehouses, taken, now] = await Promise.all([
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
      this.orders.taken(
        tx,
        companyId,
        requests.flatMap((each) => each.salesOrderId ?? []),
      ),
      databaseNow(tx),
    ]);
    const today = this.clock.today(company?.timeZone ?? 'UTC');
    const wanted = requests.flatMap((each) =>
      each.lines.filter((line) => line.unitPrice === undefined).map((line) => ({ sku: line.sku, on: (each.documentOn ?? today) as LocalDate })),
    );
    return { company, customers, items, warehouses, prices: await this.catalogue.prices(tx, companyId, wanted), taken, now };
  }

  handle(command: Place, loaded: Loaded, tx: UnitOfWork): Outcome<PlacedOrder> {
    const { request } = command;
    const { company } = loaded;
    if (!company) return companyNotReady;
    const customer = loaded.customers.get(request.customerId);
    if (!customer) return customerUnknown;
    if (request.warehouseId && !loaded.warehouses.has(request.warehouseId)) return warehouseUnknown;
    const date = businessDate(
      request.documentOn,
      this.clock.today(company.timeZone),
      command.can('orders.sales-order.backdate'),
      'orders.sales-order.backdate',
    );
    if (isRefusal(date)) return date;
    const salesOrderId = request.salesOrderId ?? newId();
    if (loaded.taken.has(salesOrderId)) return { salesOrderId };

    const { reference, country, policy = 'refuse', warehouseId, paymentTermDays, lines } = request;
    const wish = { salesOrderId, reference, country, documentOn: date.on, backdated: date.backdated, policy, warehouseId, paymentTermDays, lines };
    const pricing = {
      currency: company.baseCurrency,
      documentOn: date.on,
      mayGivePrices: command.can('orders.sales-order.price'),
      items: loaded.items,
      priceOf: (itemId: string) => loaded.prices(itemId, date.on),
    };
    const moment = { placedAt: this.clock.now(), answerDueAt: this.settings.answerDueAt(loaded.now) };
    const order = placeOrder(wish, customer, pricing, moment);
    if (isRefusal(order)) return order;
    loaded.taken.add(order.id);
    const year = Number(date.on.slice(0, 4));
    tx.takeNumber('SO', year, (number) => {
      order.number = `SO-${year}-${String(number).padStart(6, '0')}`;
      tx.insert(order, ...order.lines);
      tx.publish(order.told(), command);
    });
    return { salesOrderId, order, toJSON: () => ({ salesOrderId }) };
  }
}
