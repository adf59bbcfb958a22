import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient, ApiError, type ApiProblem, type CallOptions } from '@millrace/tools';
import { newId } from '@millrace/kernel';
import type { Suite } from './suite.js';

/** What a write may meet while a copy that it needs is on its way between services. */
const ON_THE_WAY = new Set(['company-not-ready', 'item-unknown', 'customer-unknown', 'warehouse-unknown', 'payroll-run-unknown']);
const ARRIVAL_LIMIT_MS = 30_000;
export const WAIT = { prefer: 'wait=30' };

export type Invoice = Readonly<{ customerInvoiceId: string; number: string; grossTotal: string; paid: boolean }>;
export type OrderLine = Readonly<Record<'sku' | 'quantity' | 'reserved' | 'waiting' | 'shipped' | 'cancelled' | 'returned', string>>;
export type Order = Readonly<{
  salesOrderId: string;
  number: string;
  status: string;
  rejection?: string;
  cancellation: string;
  paidTotal: string;
  overdue: boolean;
  silentSince?: string;
  netTotal: string;
  version: number;
  shortages?: readonly Readonly<{ sku: string; requested: string; available: string }>[];
  lines: readonly OrderLine[];
  invoices: readonly Invoice[];
}>;
export type ReturnedGoods = Readonly<{
  returnId: string;
  status: string;
  grossTotal?: string;
  refundedTotal: string;
  creditNoteId?: string;
  silentSince?: string;
}>;
export type Placing = Readonly<{
  salesOrderId?: string;
  policy?: 'refuse' | 'back-order' | 'ship-complete';
  until?: string;
  key?: string;
  headers?: Record<string, string>;
}>;
export type Goods = Readonly<{ sku: string; onHand?: string; unitCost?: string; price: string }>;

/** A company of a scenario's own, and what its people do at the gateway. */
export class Company {
  private constructor(
    readonly companyId: string,
    readonly api: ApiClient,
    readonly today: string,
  ) {}

  /** Founded in Great Britain, where the standard rate of tax is 20 %, if nothing else is said. */
  static async found(suite: Suite, name: string, country = 'GB', baseCurrency = 'GBP'): Promise<Company> {
    const wish = { name: `${name} ${newId().slice(-8)}`, country, timeZone: 'Europe/London', baseCurrency };
    const { companyId } = await suite.administrator.post<{ companyId: string }>('/v1/companies', wish);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: wish.timeZone }).format(new Date());
    return new Company(companyId, suite.administrator.forCompany(companyId), today);
  }

  /** Items with a price from today; without `onHand` they are services. */
  async sells(...goods: Goods[]): Promise<void> {
    const items = goods.map(({ sku, onHand }) => ({ sku, name: sku.toLowerCase(), kind: onHand === undefined ? 'service' : 'stocked' }));
    await this.post('/v1/items/bulk', { items });
    for (const { sku, price } of goods) await this.post('/v1/prices', { sku, unitPrice: price, validFrom: this.today });
    const lines = goods.flatMap(({ sku, onHand = '0', unitCost = '0' }) => (onHand === '0' ? [] : [{ sku, quantity: onHand, unitCost }]));
    if (lines.length > 0) await this.post('/v1/receipts', { kind: 'opening', lines });
  }

  async receives(sku: string, quantity: string, unitCost: string): Promise<void> {
    await this.post('/v1/receipts', { kind: 'purchase', lines: [{ sku, quantity, unitCost }] });
  }

  async customer(name = 'Harbour Café', customerId = newId()): Promise<string> {
    await this.post('/v1/customers', { customerId, name, country: 'GB' });
    return customerId;
  }

  order(customerId: string, lines: Readonly<Record<string, number>>, { salesOrderId, policy, until = 'decided', key, headers }: Placing = {}): Promise<Order> {
    const body = { salesOrderId, customerId, policy, lines: Object.entries(lines).map(([sku, quantity]) => ({ sku, quantity: `${quantity}` })) };
    return this.post(`/v1/sales-orders?until=${until}`, body, { key, headers: headers ?? WAIT });
  }

  orderUntil(salesOrderId: string, until: string): Promise<Order> {
    return this.api.get(`/v1/sales-orders/${salesOrderId}?until=${until}`, { headers: WAIT });
  }

  /** A CSV file, and what became of it when its import is done. */
  async sendFile<T>(path: string, file: string): Promise<T> {
    const headers = { authorization: `Bearer ${await this.api.accessToken()}`, 'idempotency-key': newId(), 'content-type': 'text/csv', ...WAIT };
    return (await this.api.send<T>('POST', path, headers, file)).body;
  }

  cancel(salesOrderId: string): Promise<Order> {
    return this.post(`/v1/sales-orders/${salesOrderId}/cancellation`, undefined, { headers: WAIT });
  }

  pay(customerId: string, invoice: Invoice, amount = invoice.grossTotal): Promise<{ paymentId: string; onAccount: string }> {
    const { customerInvoiceId } = invoice;
    return this.post('/v1/payments', { customerId, amount, allocations: [{ customerInvoiceId }] });
  }

  /** So much of the first line comes back. */
  takeBack(salesOrderId: string, quantity: number, settlement?: 'refund' | 'on-account'): Promise<ReturnedGoods> {
    const body = { settlement, lines: [{ lineNo: 1, quantity: `${quantity}` }] };
    return this.post(`/v1/sales-orders/${salesOrderId}/returns?until=settled`, body, { headers: WAIT });
  }

  /** What a customer owes and is owed, document by document: below zero what it is owed. */
  async openItems(customerId: string, asOf?: string): Promise<string[]> {
    const query = new URLSearchParams({ customerId, ...(asOf ? { asOf } : {}) });
    const { data } = await this.api.get<{ data: { kind: string; openAmount: string }[] }>(`/v1/open-items?${query}`);
    return data.map(({ kind, openAmount }) => `${kind} ${openAmount}`);
  }

  async onHand(sku: string): Promise<{ onHand: string; reserved: string; available: string; value: string }> {
    const { data } = await this.api.get<{ data: { onHand: string; reserved: string; available: string; value: string }[] }>(`/v1/stock?sku=${sku}`);
    return data[0]!;
  }

  /** What stands on each ledger account that something was booked to: debits positive. */
  async balances(asOf?: string): Promise<Record<string, string>> {
    const { lines } = await this.api.get<{ lines: { name: string; closing: string }[] }>(`/v1/trial-balance${asOf ? `?asOf=${asOf}` : ''}`);
    return Object.fromEntries(lines.filter(({ closing }) => Number(closing) !== 0).map(({ name, closing }) => [name, closing]));
  }

  async count(path: string): Promise<number> {
    let rows = 0;
    for await (const _row of this.api.all(path)) rows += 1;
    return rows;
  }

  /** Repeats what needs a copy that is on its way. */
  async post<T = unknown>(path: string, body: object | undefined, options: CallOptions = {}): Promise<T> {
    for (const end = Date.now() + ARRIVAL_LIMIT_MS, key = options.key ?? newId(); ; await sleep(50)) {
      try {
        return await this.api.post<T>(path, body, { ...options, key });
      } catch (error) {
        if (!(error instanceof ApiError) || !ON_THE_WAY.has(error.problem.code) || Date.now() > end) throw error;
      }
    }
  }
}

/** What a call is refused with. */
export async function problemOf(call: Promise<unknown>): Promise<Pick<ApiProblem, 'status' | 'code' | 'detail' | 'errors'>> {
  const answer = await call.then(
    (body) => new Error(`This was not refused: ${JSON.stringify(body)}`),
    (error: unknown) => error,
  );
  if (answer instanceof ApiError) return answer.problem;
  throw answer;
}
