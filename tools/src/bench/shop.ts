import { newId, Random } from '@millrace/kernel';
import { ApiClient } from '../api/api-client.js';
import { ensureCompany } from '../api/companies.js';
import { patiently, untilThere } from '../api/patiently.js';
import type { Site } from '../site/site.js';

const ITEMS = 1_000;
const CUSTOMERS = 200;
const ON_HAND = '1000000';
const LINES = 3;
const BULK_LIMIT = 1_000;
const MOST_OF_AN_ITEM = 5;
const WAIT = { prefer: 'wait=30' };
/** More connections than are ever asked for, so that no call waits in this process for another. */
const CONNECTIONS = 512;
/** A country without taxes of its own here. */
const COUNTRY = 'US';

type Bulk = Readonly<{ results: readonly Readonly<{ problem?: Readonly<{ code: string; detail: string }> }>[] }>;
type Invoice = Readonly<{ customerInvoiceId: string; grossTotal: string; paid: boolean }>;
export type Order = Readonly<{ salesOrderId: string; customerId: string; status: string; invoices: readonly Invoice[] }>;
type OrderSummary = Readonly<{ salesOrderId: string; netTotal: string; paidTotal: string }>;
type Payment = Readonly<{ onAccount: string; allocations: readonly Readonly<{ customerInvoiceId?: string; amount: string }>[] }>;

/** One company with a thousand items and two hundred customers, and what its people do at the gateway. */
export class Shop {
  private constructor(
    readonly companyId: string,
    readonly api: ApiClient,
    readonly customers: readonly string[],
    readonly skus: readonly string[],
    private readonly random: Random,
  ) {}

  /** @param seed of the customers and items that orders name. */
  static async open(site: Site, name: string, seed: number): Promise<Shop> {
    const root = new ApiClient(site.gateway, site.administrator);
    const { companyId } = await ensureCompany(root, { name, country: COUNTRY, timeZone: 'UTC', baseCurrency: 'USD' });
    await root.close();
    const api = new ApiClient(site.gateway, site.administrator, companyId, CONNECTIONS);
    const skus = Array.from({ length: ITEMS }, (_, at) => skuOf(at));
    const today = new Date().toISOString().slice(0, 10);
    await bulk(api, '/v1/items/bulk', { items: skus.map((sku) => ({ itemId: newId(), sku, name: `Item ${sku}`, kind: 'stocked' })) });
    await bulk(api, '/v1/prices/bulk', { prices: skus.map((sku, at) => ({ sku, unitPrice: `${10 + (at % 90)}`, validFrom: today })) });
    const lines = skus.map((sku, at) => ({ sku, quantity: ON_HAND, unitCost: `${5 + (at % 45)}` }));
    await patiently(() => api.post('/v1/receipts', { kind: 'opening', lines }));
    const wishes = Array.from({ length: CUSTOMERS }, (_, at) => ({ customerId: newId(), name: `Customer ${at + 1}`, country: COUNTRY, paymentTermDays: 0 }));
    await bulk(api, '/v1/customers/bulk', { customers: wishes });
    return new Shop(
      companyId,
      api,
      wishes.map(({ customerId }) => customerId),
      skus,
      new Random(seed),
    );
  }

  /** The same shop, whose people call another address with their tokens. */
  at(address: string): Shop {
    return new Shop(this.companyId, this.api.at(address), this.customers, this.skus, this.random);
  }

  /** A customer, three items that differ, one to five of each. */
  wish() {
    const skus = new Set<string>();
    while (skus.size < LINES) skus.add(skuOf(this.random.below(ITEMS)));
    const lines = [...skus].map((sku) => ({ sku, quantity: `${1 + this.random.below(MOST_OF_AN_ITEM)}` }));
    return { salesOrderId: newId(), customerId: this.random.pick(this.customers), policy: 'refuse', lines };
  }

  /** Placed, and durable; nothing waits for what others make of it. */
  async place(): Promise<string> {
    const wish = this.wish();
    await this.api.post('/v1/sales-orders', wish, { key: wish.salesOrderId });
    return wish.salesOrderId;
  }

  /** An order and its whole way: placed, shipped, invoiced, paid in full. */
  async orderToCash(): Promise<string> {
    const wish = this.wish();
    const placed = await this.api.post<Order>('/v1/sales-orders?until=invoiced', wish, { key: wish.salesOrderId, headers: WAIT });
    await this.collect(placed);
    return placed.salesOrderId;
  }

  /** Waits for the invoice of an order, and pays it. */
  async collect(order: Pick<Order, 'salesOrderId'> & Partial<Order>): Promise<void> {
    const { salesOrderId } = order;
    let seen = order;
    while (!seen.invoices?.length) {
      if (seen.status === 'rejected' || seen.status === 'cancelled') throw new Error(`The order ${salesOrderId} was ${seen.status}.`);
      seen = await this.api.get<Order>(`/v1/sales-orders/${salesOrderId}?until=invoiced`, { headers: WAIT });
    }
    const { customerInvoiceId, grossTotal: amount } = seen.invoices[0]!;
    const body = { customerId: seen.customerId, amount, allocations: [{ customerInvoiceId }] };
    const payment = await this.api.post<Payment>('/v1/payments', body);
    const settled = payment.allocations.find((each) => each.customerInvoiceId === customerInvoiceId)?.amount;
    if (settled !== amount || Number(payment.onAccount) !== 0) throw new Error(`The invoice ${customerInvoiceId} of ${amount} was not paid: ${settled}.`);
  }

  /** Waits until every one of these orders is completed, and paid to the last cent. */
  async untilCompleted(orders: readonly string[], limitMs: number): Promise<void> {
    const missing = new Set(orders);
    const [oldest = ''] = [...orders].sort();
    const read = async () => {
      for await (const { salesOrderId, netTotal, paidTotal } of this.api.all<OrderSummary>('/v1/sales-orders?status=completed')) {
        if (paidTotal === netTotal) missing.delete(salesOrderId); // There are no taxes here.
        if (missing.size === 0 || salesOrderId < oldest) break; // The newest come first.
      }
      return missing.size;
    };
    await untilThere(read, (left) => left === 0, 'the completion of every order that was counted', limitMs);
  }

  /** Waits until each of these orders has an invoice. */
  async untilInvoiced(orders: readonly string[], limitMs: number): Promise<void> {
    const end = Date.now() + limitMs;
    for (const id of orders) {
      for (let seen: Order | undefined; !seen?.invoices.length; ) {
        if (Date.now() > end) throw new Error(`The order ${id} had no invoice after ${limitMs / 1_000} s.`);
        seen = await this.api.get<Order>(`/v1/sales-orders/${id}?until=invoiced`, { headers: WAIT });
      }
    }
  }

  /** More customers, of whom nobody buys anything. */
  async makeCustomers(count: number): Promise<void> {
    for (let from = 0; from < count; from += BULK_LIMIT) {
      const customers = Array.from({ length: Math.min(BULK_LIMIT, count - from) }, (_, at) => ({
        customerId: newId(),
        name: `Another ${from + at + 1}`,
        country: COUNTRY,
      }));
      await bulk(this.api, '/v1/customers/bulk', { customers });
    }
  }

  close(): Promise<void> {
    return this.api.close();
  }
}

const skuOf = (at: number) => `ITEM-${String(at).padStart(4, '0')}`;

/** @throws Error that names the first row that was not taken. */
async function bulk(api: ApiClient, path: string, body: object): Promise<void> {
  const answer = async () => {
    const { results } = await api.post<Bulk>(path, body);
    return results;
  };
  // Rows that need a copy which is on its way are refused one by one. All are sent again: those that were made are known by their ids.
  const isEarly = (code: string) => code === 'company-not-ready' || code === 'item-unknown';
  const results = await untilThere(
    () => patiently(answer),
    (rows) => !rows.some(({ problem }) => problem && isEarly(problem.code)),
    path,
  );
  const refused = results.find(({ problem }) => problem)?.problem;
  if (refused) throw new Error(`${path}: ${refused.code}: ${refused.detail}`);
}
