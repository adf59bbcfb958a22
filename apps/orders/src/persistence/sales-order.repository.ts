import type { ItemKind, RejectionReason, ShortageV1, ShortStockPolicy, TaxCategory } from '@millrace/contracts';
import { groupBy, indexBy, type LocalDate, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { AmountType, arrayLiteral, Database, defineEntity, p, PriceType, QuantityType, statement, type Transaction } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { OrderInvoice, type OrderStatus, SalesOrder } from '../domain/sales-order.js';
import { SalesOrderLine } from '../domain/sales-order-line.js';
import { OrdersSettings } from '../orders-settings.js';
import { databaseNow } from './database-clock.js';

export const SalesOrderSchema = defineEntity({
  class: SalesOrder,
  tableName: 'sales_order',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.text(),
    reference: p.text().nullable(),
    customerId: p.uuid(),
    country: p.text(),
    status: p.text().$type<OrderStatus>(),
    credit: p.text().$type<SalesOrder['credit']>(),
    stock: p.text().$type<SalesOrder['stock']>(),
    cancellation: p.text().$type<SalesOrder['cancellation']>(),
    rejection: p.text().$type<RejectionReason>().nullable(),
    policy: p.text().$type<ShortStockPolicy>(),
    documentOn: p.date().$type<LocalDate>(),
    backdated: p.boolean(),
    currency: p.text(),
    warehouseId: p.uuid().nullable(),
    paymentTermDays: p.integer(),
    netTotal: p.type(AmountType),
    estimatedGross: p.type(AmountType).nullable(),
    paidTotal: p.type(AmountType),
    shortages: p.json().$type<readonly ShortageV1[]>().nullable(),
    shipments: p.integer(),
    firstShippedOn: p.date().$type<LocalDate>().nullable(),
    invoicesPosted: p.integer(),
    invoicesPaid: p.integer(),
    delivered: p.boolean(),
    shippable: p.boolean(),
    overdue: p.boolean(),
    placedAt: p.datetime(),
    answerDueAt: p.datetime().nullable(),
    silentSince: p.datetime().nullable(),
    backOrderDueAt: p.datetime().nullable(),
    version: p.integer(),
  },
});

/** What a fact or a wish can change of an order. */
const CHANGING = [
  'status',
  'credit',
  'stock',
  'cancellation',
  'rejection',
  'estimatedGross',
  'paidTotal',
  'shortages',
  'shipments',
  'firstShippedOn',
  'invoicesPosted',
  'invoicesPaid',
  'delivered',
  'shippable',
  'overdue',
  'answerDueAt',
  'silentSince',
  'backOrderDueAt',
  'version',
] as const;

export const SalesOrderLineSchema = defineEntity({
  class: SalesOrderLine,
  tableName: 'sales_order_line',
  properties: {
    companyId: p.uuid().primary(),
    orderId: p.uuid().primary(),
    lineNo: p.integer().primary(),
    itemId: p.uuid(),
    sku: p.text(),
    kind: p.text().$type<ItemKind>(),
    taxCategory: p.text().$type<TaxCategory>(),
    description: p.text(),
    quantity: p.type(QuantityType),
    unit: p.text(),
    factor: p.type(QuantityType),
    stockQuantity: p.type(QuantityType),
    unitPrice: p.type(PriceType),
    netAmount: p.type(AmountType),
    reserved: p.type(QuantityType),
    waiting: p.type(QuantityType),
    shipped: p.type(QuantityType),
    cancelled: p.type(QuantityType),
    returned: p.type(QuantityType),
  },
});

const CHANGING_LINE = ['reserved', 'waiting', 'shipped', 'cancelled', 'returned'] as const;

export const OrderInvoiceSchema = defineEntity({
  class: OrderInvoice,
  tableName: 'order_invoice',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    orderId: p.uuid(),
    shipmentId: p.uuid(),
    number: p.text(),
    postedOn: p.date().$type<LocalDate>(),
    dueOn: p.date().$type<LocalDate>(),
    grossTotal: p.type(AmountType),
    paid: p.boolean(),
    overdue: p.boolean(),
    deadlineAt: p.datetime().nullable(),
  },
});

const CHANGING_INVOICE = ['paid', 'overdue', 'deadlineAt'] as const;

const LOCK = statement('select * from sales_order where company_id = $1 and id = any($2::uuid[]) order by id for update');
const LINES = statement('select * from sales_order_line where company_id = $1 and order_id = any($2::uuid[]) order by order_id, line_no');
const INVOICES = statement('select * from order_invoice where company_id = $1 and order_id = any($2::uuid[]) order by id for update');
const TAKEN = statement('select id from sales_order where company_id = $1 and id = any($2::uuid[])');
const VERSIONS = statement('select id, version from sales_order where company_id = $1 and id = any($2::uuid[])');
const BY_IDS = statement('select * from sales_order where company_id = $1 and id = any($2::uuid[])');
const INVOICES_OF = statement('select * from order_invoice where company_id = $1 and order_id = any($2::uuid[]) order by number');

/** Orders that are read together at most. */
const READ_AT_ONCE = 20;

type Place = Readonly<{ companyId: string; id: string }>;
export type FoundOrder = Readonly<{ order: SalesOrder; invoices: readonly OrderInvoice[] }>;

/** The orders that one transaction may change; what changed is written before the commit. */
export class OrderBook {
  private readonly ordersBefore: ReadonlyMap<SalesOrder, SalesOrder>;
  private readonly awaitedBefore: ReadonlyMap<SalesOrder, readonly string[]>;
  private readonly linesBefore: ReadonlyMap<SalesOrderLine, SalesOrderLine>;
  private readonly invoicesBefore: ReadonlyMap<OrderInvoice, OrderInvoice>;
  private readonly newInvoices: OrderInvoice[] = [];

  constructor(
    private readonly orders: ReadonlyMap<string, SalesOrder>,
    private readonly invoices: Map<string, OrderInvoice>,
    /** The database's now, on which deadlines begin. */
    readonly now: Date,
    private readonly answerDueAt: Date,
  ) {
    this.ordersBefore = new Map([...orders.values()].map((order) => [order, Object.assign(new SalesOrder(), order)]));
    this.awaitedBefore = new Map([...orders.values()].map((order) => [order, order.awaited]));
    this.linesBefore = new Map([...orders.values()].flatMap((order) => order.lines).map((line) => [line, Object.assign(new SalesOrderLine(), line)]));
    this.invoicesBefore = new Map([...invoices.values()].map((invoice) => [invoice, Object.assign(new OrderInvoice(), invoice)]));
  }

  get(orderId: string): SalesOrder | undefined {
    return this.orders.get(orderId);
  }

  invoice(invoiceId: string): OrderInvoice | undefined {
    return this.invoices.get(invoiceId);
  }

  /** Every invoice of an order, when they were asked for. */
  invoicesOf(orderId: string): OrderInvoice[] {
    return [...this.invoices.values()].filter((invoice) => invoice.orderId === orderId);
  }

  addInvoice(invoice: OrderInvoice): void {
    this.newInvoices.push(invoice);
    this.invoices.set(invoice.id, invoice);
  }

  save(tx: UnitOfWork): void {
    for (const order of this.orders.values()) order.keepTime(this.awaitedBefore.get(order)!, this.answerDueAt);
    const lines = [...this.linesBefore].filter(([line, before]) => isChanged(line, before, CHANGING_LINE)).map(([line]) => line);
    const ordersOfLines = new Set(lines.map(({ orderId }) => orderId));
    const changed = [...this.ordersBefore]
      .filter(([order, before]) => ordersOfLines.has(order.id) || isChanged(order, before, CHANGING))
      .map(([order]) => order);
    for (const order of changed) {
      order.version += 1;
      tx.touch(order.id, order);
    }
    const invoices = [...this.invoicesBefore]
      .filter(([invoice, before]) => CHANGING_INVOICE.some((name) => invoice[name] !== before[name]))
      .map(([invoice]) => invoice);
    tx.table(SalesOrder).update(tx, changed, ...CHANGING);
    tx.table(SalesOrderLine).update(tx, lines, ...CHANGING_LINE);
    tx.table(OrderInvoice).insert(tx, this.newInvoices);
    tx.table(OrderInvoice).update(tx, invoices, ...CHANGING_INVOICE);
  }
}

/** Whether one of these properties says something else than before; decimals and dates are never changed in place. */
function isChanged<T>(row: T, before: T, names: readonly (keyof T)[]): boolean {
  return names.some((name) => row[name] !== before[name] && String(row[name]) !== String(before[name]));
}

@Injectable()
export class SalesOrderRepository {
  private readonly reading = new DataLoader<Place, FoundOrder | undefined>((places) => this.readPlaces(places), { cache: false, maxBatchSize: READ_AT_ONCE });

  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly settings: OrdersSettings,
  ) {}

  /** Locks orders by id, then their invoices by id: the order of this service. Lines are guarded by their order's lock. */
  async lock(
    tx: UnitOfWork,
    companyId: string,
    ids: readonly string[],
    need: Readonly<{ linesOf: readonly string[]; invoicesOf?: readonly string[] }>,
  ): Promise<OrderBook> {
    const [orderRows, lineRows, invoiceRows, now] = await Promise.all([
      tx.query<Record<string, unknown>>(LOCK, [companyId, arrayLiteral(unique(ids), false)]),
      need.linesOf.length > 0 ? tx.query<Record<string, unknown>>(LINES, [companyId, arrayLiteral(unique(need.linesOf), false)]) : [],
      need.invoicesOf?.length ? tx.query<Record<string, unknown>>(INVOICES, [companyId, arrayLiteral(unique(need.invoicesOf), false)]) : [],
      databaseNow(tx),
    ]);
    const lines = linesByOrder(tx, lineRows);
    const orders = orderRows.map((row) => withLines(tx.table(SalesOrder).read(row), lines));
    const invoices = invoiceRows.map((row) => tx.table(OrderInvoice).read(row));
    const book = new OrderBook(
      indexBy(orders, (order) => order.id),
      indexBy(invoices, (invoice) => invoice.id),
      now,
      this.settings.answerDueAt(now),
    );
    tx.beforeCommit(() => book.save(tx));
    return book;
  }

  async taken(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await tx.query<{ id: string }>(TAKEN, [companyId, arrayLiteral(ids, false)]);
    return new Set(rows.map((row) => row.id));
  }

  /** An order with its lines and invoices; those that are asked for at the same moment are read together. */
  byId(companyId: string, id: string): Promise<FoundOrder | undefined> {
    return this.reading.load({ companyId, id });
  }

  /** Each company is read by itself: what goes wrong with one is told to who asked for it and to nobody else. */
  private async readPlaces(places: readonly Place[]): Promise<(FoundOrder | Error | undefined)[]> {
    const companies = groupBy(places, ({ companyId }) => companyId);
    const reads = [...companies].map(async ([company, its]) => {
      const found = await this.byIds(company, unique(its.map(({ id }) => id))).catch(asError);
      return [company, found] as const;
    });
    const byCompany = new Map(await Promise.all(reads));
    return places.map(({ companyId, id }) => {
      const found = byCompany.get(companyId)!;
      return found instanceof Error ? found : found.get(id);
    });
  }

  private byIds(companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, FoundOrder>> {
    return this.database.transaction(companyId, async (tx) => {
      const values = [companyId, arrayLiteral(ids, false)];
      const [orderRows, lineRows, invoiceRows] = await Promise.all([
        tx.query<Record<string, unknown>>(BY_IDS, values),
        tx.query<Record<string, unknown>>(LINES, values),
        tx.query<Record<string, unknown>>(INVOICES_OF, values),
      ]);
      const lines = linesByOrder(tx, lineRows);
      const invoices = groupBy(
        invoiceRows.map((row) => tx.table(OrderInvoice).read(row)),
        ({ orderId }) => orderId,
      );
      const orders = orderRows.map((row) => withLines(tx.table(SalesOrder).read(row), lines));
      return new Map(orders.map((order) => [order.id, { order, invoices: invoices.get(order.id) ?? [] }]));
    });
  }

  async versions(companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.transaction(companyId, (tx) => tx.query<{ id: string; version: number }>(VERSIONS, [companyId, arrayLiteral(ids, false)]));
    return new Map(rows.map(({ id, version }) => [id, version]));
  }
}

const asError = (fault: unknown): Error => (fault instanceof Error ? fault : new Error(String(fault)));

function linesByOrder(tx: Transaction, rows: readonly Record<string, unknown>[]): ReadonlyMap<string, SalesOrderLine[]> {
  return groupBy(
    rows.map((row) => tx.table(SalesOrderLine).read(row)),
    (line) => line.orderId,
  );
}

function withLines(order: SalesOrder, lines: ReadonlyMap<string, SalesOrderLine[]>): SalesOrder {
  order.lines = lines.get(order.id) ?? [];
  return order;
}
