import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient, ApiError } from '../api/api-client.js';
import { chunk } from '../api/chunk.js';
import { countryCode, countryName } from './countries.js';
import type { RetailDocument } from './retail-file.js';
import { customerReference, type RetailPlan } from './retail-plan.js';

const BULK = 1_000;
const OPENING_LINES = 500;
/** Copies of companies, items and customers are on their way between services. */
const ON_THEIR_WAY = new Set(['company-not-ready', 'item-unknown', 'customer-unknown']);
const ARRIVAL_LIMIT_MS = 60_000;
const WAIT = { prefer: 'wait=30' };

type BulkAnswer<T> = Readonly<{
  results: readonly Readonly<{ index: number; status: number; result?: T; problem?: Readonly<{ code: string; detail: string }> }>[];
}>;
type Order = Readonly<{
  salesOrderId: string;
  reference?: string;
  status: string;
  shortages?: readonly object[];
  invoices: readonly Readonly<{ customerInvoiceId: string; grossTotal: string; paid: boolean }>[];
}>;
type Return = Readonly<{ returnId: string; reference?: string; status: string }>;

/** Does, through the public API, what the retailer did. Every call has a key of its document's own: done again, it does nothing. */
export class Retailer {
  private customers = new Map<string, string>();
  private costs = new Map<string, string>();
  private done = new Set<string>();

  constructor(private readonly api: ApiClient) {}

  /** What earlier runs finished is not asked for again. */
  isDone(document: RetailDocument): boolean {
    return this.done.has(document.number);
  }

  async recall(): Promise<void> {
    for await (const order of this.api.all<Order>('/v1/sales-orders?status=completed')) if (order.reference) this.done.add(order.reference);
    for await (const each of this.api.all<Return>('/v1/returns?status=settled')) if (each.reference) this.done.add(each.reference);
  }

  async openYears({ firstYear, lastYear }: RetailPlan): Promise<void> {
    const periods = await this.arrived(
      () => this.api.get<{ fiscalYear: number }[]>('/v1/accounting-periods'),
      (found) => found.length > 0,
    );
    const known = new Set(periods.map((period) => period.fiscalYear));
    for (let year = firstYear; year <= lastYear; year++) {
      if (!known.has(year)) await this.post('/v1/fiscal-years', { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` }, `year-${year}`);
    }
  }

  async createItems({ items }: RetailPlan): Promise<void> {
    this.costs = new Map(items.map((item) => [item.sku, item.unitCost]));
    const known = new Set<string>();
    for await (const { sku } of this.api.all<{ sku: string }>('/v1/items')) known.add(sku);
    const missing = items.filter(({ sku }) => !known.has(sku)).map(({ sku, name, isStocked }) => ({ sku, name, kind: isStocked ? 'stocked' : 'service' }));
    for (const part of chunk(missing, BULK)) await this.bulk('/v1/items/bulk', { items: part }, `items-${part[0]!.sku}-${part.length}`);
  }

  async createCustomers(documents: readonly RetailDocument[]): Promise<void> {
    for await (const { reference, customerId } of this.api.all<{ reference?: string; customerId: string }>('/v1/customers'))
      if (reference) this.customers.set(reference, customerId);
    const missing = new Map<string, object>();
    for (const document of documents) {
      const reference = customerReference(document);
      const name = document.customer === '' ? `Walk-in, ${document.country}` : `Customer ${reference}`;
      if (!this.customers.has(reference) && !missing.has(reference)) missing.set(reference, { reference, name, country: countryCode(document.country) });
    }
    for (const part of chunk([...missing.values()], BULK)) {
      const rows = await this.bulk<{ reference: string; customerId: string }>(
        '/v1/customers/bulk',
        { customers: part },
        `customers-${(part[0] as { reference: string }).reference}-${part.length}`,
      );
      for (const { reference, customerId } of rows) this.customers.set(reference, customerId);
    }
  }

  async receiveOpening({ items, openingOn }: RetailPlan): Promise<void> {
    const lines = items
      .filter((item) => item.isStocked && item.opening > 0)
      .map(({ sku, opening, unitCost }) => ({ sku, quantity: String(opening), unitCost }));
    const receipts = chunk(lines, OPENING_LINES).map((part) => ({ kind: 'opening', receivedOn: openingOn, reference: 'Opening stock', lines: part }));
    if (receipts.length > 0) await this.bulk('/v1/receipts/bulk', { receipts }, 'opening');
  }

  /** One document, to its end. `arrived` is called as soon as the goods it brings are on hand. */
  async carryOut(document: RetailDocument, arrived: () => void): Promise<void> {
    try {
      if (document.kind === 'sale') await this.sell(document);
      else if (document.kind === 'return') await this.takeBack(document, arrived);
      else if (document.kind === 'adjustment') await this.adjust(document);
      else await this.writeOff(document);
    } catch (error) {
      throw new Error(`Document ${document.number}: ${(error as Error).message}`, { cause: error });
    }
    arrived();
  }

  /** Waits until every order and return has come to its end. */
  async settle(onProgress: (open: number) => void): Promise<void> {
    for (;;) {
      const { orders } = await this.api.get<{ orders: { status: string; orders: number }[] }>('/v1/order-summary');
      const open = orders.filter(({ status }) => status !== 'completed' && status !== 'rejected').reduce((sum, each) => sum + each.orders, 0);
      if (open === 0) return;
      onProgress(open);
      await sleep(300);
    }
  }

  private async sell(document: RetailDocument): Promise<void> {
    const { number, on } = document;
    const lines = document.lines.map(({ sku, quantity, price }) => ({ sku, quantity: String(quantity), unitPrice: price.toFixed() }));
    const order = { customerId: this.customerOf(document), country: countryCode(document.country), reference: number, documentOn: on, policy: 'refuse', lines };
    let placed = await this.post<Order>('/v1/sales-orders?until=invoiced', order, `sale-${number}`, WAIT);
    while (placed.invoices.length === 0) {
      if (placed.status === 'rejected' || placed.status === 'cancelled')
        throw new Error(`the order was ${placed.status}: ${JSON.stringify(placed.shortages ?? [])}`);
      placed = await this.api.get<Order>(`/v1/sales-orders/${placed.salesOrderId}?until=invoiced`, { headers: WAIT });
    }
    const [invoice] = placed.invoices;
    if (Number(invoice!.grossTotal) === 0) return; // Given away: nothing is owed.
    const { customerInvoiceId, grossTotal: amount } = invoice!;
    await this.post(
      '/v1/payments',
      { customerId: order.customerId, amount, receivedOn: on, reference: number, allocations: [{ customerInvoiceId }] },
      `payment-${number}`,
    );
  }

  private async takeBack(document: RetailDocument, arrived: () => void): Promise<void> {
    const { number, on } = document;
    const lines = document.lines.map(({ sku, quantity, price, isStocked }) => ({
      sku,
      quantity: String(Math.abs(quantity)),
      unitPrice: price.toFixed(),
      ...(isStocked ? { unitCost: this.costs.get(sku) } : {}),
    }));
    const body = {
      customerId: this.customerOf(document),
      country: countryCode(document.country),
      reference: number,
      documentOn: on,
      settlement: 'refund',
      lines,
    };
    let back = await this.post<Return>('/v1/returns?until=received', body, `return-${number}`, WAIT);
    while (back.status === 'authorised') back = await this.api.get<Return>(`/v1/returns/${back.returnId}?until=received`, { headers: WAIT });
    arrived();
    while (back.status !== 'settled') back = await this.api.get<Return>(`/v1/returns/${back.returnId}?until=settled`, { headers: WAIT });
  }

  private async adjust({ number, on, lines }: RetailDocument): Promise<void> {
    const adjusted = lines.map(({ sku, quantity, isStocked }) => ({
      sku,
      quantity: String(quantity),
      ...(isStocked && quantity > 0 ? { unitCost: this.costs.get(sku) } : {}),
    }));
    await this.post('/v1/stock-adjustments', { adjustedOn: on, reason: 'Stock adjustment', reference: number, lines: adjusted }, `adjustment-${number}`);
  }

  private async writeOff(document: RetailDocument): Promise<void> {
    const amount = document.lines.reduce((sum, line) => sum.plus(line.price.times(line.quantity)), document.lines[0]!.price.times(0));
    await this.post(
      '/v1/bad-debts',
      { customerId: this.customerOf(document), amount: amount.toFixed(2), adjustedOn: document.on, reason: `Bad debt ${document.number}` },
      `bad-debt-${document.number}`,
    );
  }

  private customerOf(document: RetailDocument): string {
    const customerId = this.customers.get(customerReference(document));
    if (!customerId) throw new Error(`the customer ${customerReference(document)} of ${countryName(countryCode(document.country))} was not created`);
    return customerId;
  }

  private async post<T>(path: string, body: object, key: string, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    for (const end = Date.now() + ARRIVAL_LIMIT_MS; ; await sleep(100)) {
      try {
        return await this.api.post<T>(path, body, { key, headers });
      } catch (error) {
        if (!(error instanceof ApiError) || !ON_THEIR_WAY.has(error.problem.code) || Date.now() > end) throw error;
      }
    }
  }

  /** Rows that could not be made because a copy was on its way are sent again; others stop the replay. */
  private async bulk<T>(path: string, body: object, key: string): Promise<T[]> {
    for (const end = Date.now() + ARRIVAL_LIMIT_MS; ; await sleep(100)) {
      const { results } = await this.api.post<BulkAnswer<T>>(path, body, { key });
      const failed = results.filter((row) => row.problem);
      if (failed.length === 0) return results.map((row) => row.result!);
      const [first] = failed;
      if (!failed.every((row) => ON_THEIR_WAY.has(row.problem!.code) || row.status === 503) || Date.now() > end)
        throw new Error(`${path}: row ${first!.index}: ${first!.problem!.code}: ${first!.problem!.detail}`);
    }
  }

  private async arrived<T>(read: () => Promise<T>, there: (value: T) => boolean): Promise<T> {
    for (const end = Date.now() + ARRIVAL_LIMIT_MS; ; await sleep(50)) {
      const value = await read();
      if (there(value) || Date.now() > end) return value;
    }
  }
}
