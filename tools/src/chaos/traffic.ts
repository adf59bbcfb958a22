import { setTimeout as sleep } from 'node:timers/promises';
import { newId, type Random } from '@millrace/kernel';
import type { ApiClient } from '../api/api-client.js';
import { ApiError } from '../api/api-client.js';
import type { History } from './history.js';

const ITEMS = Array.from({ length: 6 }, (_, index) => `ITEM-${index + 1}`);
const POLICIES = ['refuse', 'back-order', 'ship-complete'] as const;
const SERVICE = 'DELIVERY';
/** How long a client repeats a call that nobody takes, with its key, before it gives up not knowing. */
const PATIENCE_MS = 30_000;
const IN_FLIGHT = 64;
/** What needs a copy that is on its way between services. */
const ON_THE_WAY = new Set(['company-not-ready', 'item-unknown', 'customer-unknown', 'payroll-run-unknown']);

type Order = Readonly<{
  salesOrderId: string;
  customerId: string;
  status: string;
  lines: readonly Readonly<{ lineNo: number; shipped: string; returned: string }>[];
  invoices: readonly Readonly<{ customerInvoiceId: string; grossTotal: string; paid: boolean }>[];
}>;

/** The business of one company, as its people make it: every call with a key of its own, and each written down. */
export class Traffic {
  private readonly customers: string[] = [];
  private readonly employees: string[] = [];
  private readonly orders: { id: string; customerId: string }[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private readonly operations: readonly (() => Promise<void>)[] = [
    ...Array.from({ length: 6 }, () => () => this.order()),
    ...Array.from({ length: 4 }, () => () => this.pay()),
    () => this.cancel(),
    () => this.takeBack(),
    () => this.receive(),
    () => this.count(),
    () => (this.random.chance(0.1) ? this.payroll() : this.order()),
  ];
  private months = 0;
  private running?: Promise<void>;
  private stopping = false;

  constructor(
    private readonly api: ApiClient,
    readonly history: History,
    private readonly random: Random,
    readonly companyId: string,
    private readonly today: string,
  ) {}

  /** Calls that were made and ended since the beginning. */
  get calls(): number {
    return this.history.calls.length;
  }

  async setUp(): Promise<void> {
    const items = [...ITEMS.map((sku) => ({ sku, name: sku, kind: 'stocked' })), { sku: SERVICE, name: 'Delivery', kind: 'service' }];
    await this.patiently(() => this.api.post('/v1/items/bulk', { items }));
    for (const [index, sku] of [...ITEMS, SERVICE].entries())
      await this.patiently(() => this.api.post('/v1/prices', { sku, unitPrice: `${index + 1}.25`, validFrom: this.today }));
    await this.patiently(() => this.api.post('/v1/receipts', { kind: 'opening', lines: ITEMS.map((sku) => ({ sku, quantity: '60', unitCost: '0.7' })) }));
    for (let index = 0; index < 5; index++) {
      const { customerId } = await this.patiently(() =>
        this.api.post<{ customerId: string }>('/v1/customers', { name: `Customer ${index + 1}`, country: 'GB' }),
      );
      this.customers.push(customerId);
    }
    for (const name of ['Robin Hall', 'Sam Okoro']) {
      const { employeeId } = await this.patiently(() => this.api.post<{ employeeId: string }>('/v1/employees', { name }));
      await this.patiently(() => this.api.post(`/v1/employees/${employeeId}/contracts`, { validFrom: '2020-01-01', monthlyGross: '2500.00' }));
      this.employees.push(employeeId);
    }
    const rates = { taxRate: '0.18', employeeSocialRate: '0.08', employerSocialRate: '0.12' };
    await this.patiently(() => this.api.post('/v1/payroll-rules', { validFrom: '2020-01-01', ...rates }));
  }

  /** Begins to make so many calls a second, chosen by the seed; those that nobody takes hold the next ones back. */
  start(perSecond: number): void {
    this.stopping = false;
    this.running = (async () => {
      for (let next = Date.now(); !this.stopping; next += 1_000 / perSecond) {
        await sleep(Math.max(0, next - Date.now()));
        if (this.underWay.size < IN_FLIGHT) this.launch(this.random.pick(this.operations)());
        else next = Date.now();
      }
    })();
  }

  /** Lets what is under way end. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
    await Promise.all(this.underWay);
  }

  /** An order for one thing that is always there, and its way to an invoice: the sign that everything works again. */
  async probe(withinMs: number): Promise<boolean> {
    const id = newId();
    const end = Date.now() + withinMs;
    try {
      await this.api.post('/v1/sales-orders', this.wishOf(id, this.customers[0]!, [[SERVICE, 1]]), { key: id, retryForMs: withinMs });
      for (; Date.now() < end; await sleep(100)) {
        const { invoices } = await this.api.get<Order>(`/v1/sales-orders/${id}?until=invoiced`, { headers: { prefer: 'wait=5' }, retryForMs: withinMs });
        if (invoices.length > 0) return true;
      }
    } catch {
      // No answer within the time is an answer too.
    }
    return false;
  }

  async order(id = newId()): Promise<void> {
    const customerId = this.random.pick(this.customers);
    const lines = Array.from({ length: 1 + this.random.below(3) }, (): [string, number] => [this.random.pick(ITEMS), 1 + this.random.below(4)]);
    if (this.random.chance(0.3)) lines.push([SERVICE, 1]);
    const body = this.wishOf(id, customerId, lines, this.random.pick(POLICIES));
    const placed = await this.history.record('order', id, () => this.api.post('/v1/sales-orders', body, { key: id, retryForMs: PATIENCE_MS }));
    if (placed) this.orders.push({ id, customerId });
  }

  /** An order of a client that does not wait for better times. */
  async impatientOrder(): Promise<void> {
    const id = newId();
    const body = this.wishOf(id, this.anyCustomer, [[this.anyItem, 1]], 'back-order');
    await this.history.record('order', id, () => this.api.post('/v1/sales-orders', body, { key: id, retryForMs: 3_000 }));
  }

  /** Runs the payroll of a month that has none yet, approves it, waits for the ledger, and pays. */
  async payroll(): Promise<void> {
    const month = `${2020 + Math.floor(this.months / 12)}-${String((this.months++ % 12) + 1).padStart(2, '0')}`;
    const options = { retryForMs: PATIENCE_MS };
    const run = await this.history.record('payroll-run', month, () =>
      this.api.post<{ payrollRunId: string }>('/v1/payroll-runs', { month }, { key: `run-${month}`, ...options }),
    );
    if (!run) return;
    const path = `/v1/payroll-runs/${run.payrollRunId}`;
    await this.history.record('payroll-approval', month, () =>
      this.api.post(`${path}/approval?until=posted`, undefined, { key: `approval-${month}`, headers: { prefer: 'wait=20' }, ...options }),
    );
    await this.history.record('payroll-payment', month, () =>
      this.patiently(() => this.api.post('/v1/payroll-payments', { payrollRunId: run.payrollRunId }, { key: `payment-${month}`, ...options })),
    );
  }

  wishOf(salesOrderId: string, customerId: string, lines: readonly (readonly [sku: string, quantity: number])[], policy = 'refuse'): object {
    return { salesOrderId, customerId, policy, lines: lines.map(([sku, quantity]) => ({ sku, quantity: `${quantity}` })) };
  }

  get anyCustomer(): string {
    return this.customers[0]!;
  }

  get anyItem(): string {
    return ITEMS[0]!;
  }

  private launch(call: Promise<void>): void {
    const entry: Promise<void> = call.catch(() => {}).finally(() => this.underWay.delete(entry));
    this.underWay.add(entry);
  }

  private async cancel(): Promise<void> {
    const order = this.orders.at(-1 - this.random.below(10));
    if (!order) return;
    const key = newId();
    await this.history.record('cancel', order.id, () =>
      this.api.post(`/v1/sales-orders/${order.id}/cancellation`, undefined, { key, retryForMs: PATIENCE_MS }),
    );
  }

  private async pay(): Promise<void> {
    const order = await this.someOrder();
    const invoice = order?.invoices.find(({ paid }) => !paid);
    if (!order || !invoice) return;
    const id = newId();
    const { customerInvoiceId, grossTotal } = invoice;
    const amount = this.random.chance(0.2) ? (Number(grossTotal) / 2).toFixed(2) : grossTotal;
    const body = { customerId: order.customerId, amount, allocations: [{ customerInvoiceId }] };
    await this.history.record('payment', id, () => this.api.post('/v1/payments', body, { key: id, retryForMs: PATIENCE_MS }), amount);
  }

  private async takeBack(): Promise<void> {
    const order = await this.someOrder();
    const line = order?.lines.find(({ shipped, returned }) => Number(shipped) > Number(returned));
    if (!order || !line) return;
    const id = newId();
    const body = { lines: [{ lineNo: line.lineNo, quantity: '1' }] };
    await this.history.record('return', id, () => this.api.post(`/v1/sales-orders/${order.salesOrderId}/returns`, body, { key: id, retryForMs: PATIENCE_MS }));
  }

  private async receive(): Promise<void> {
    const id = newId();
    const lines = [{ sku: this.random.pick(ITEMS), quantity: `${10 + this.random.below(40)}`, unitCost: `0.${50 + this.random.below(49)}` }];
    await this.history.record('receipt', id, () => this.api.post('/v1/receipts', { kind: 'purchase', lines }, { key: id, retryForMs: PATIENCE_MS }));
  }

  private async count(): Promise<void> {
    const id = newId();
    const lines = [{ sku: this.random.pick(ITEMS), quantity: this.random.pick(['-2', '-1', '1', '3']) }];
    await this.history.record('count', id, () => this.api.post('/v1/stock-adjustments', { reason: 'Counted', lines }, { key: id, retryForMs: PATIENCE_MS }));
  }

  private async someOrder(): Promise<Order | undefined> {
    const known = this.orders.at(-1 - this.random.below(40));
    if (!known) return undefined;
    return this.api.get<Order>(`/v1/sales-orders/${known.id}`, { retryForMs: PATIENCE_MS }).catch(() => undefined);
  }

  /** Repeats what needs a copy that is on its way. */
  private async patiently<T>(ask: () => Promise<T>): Promise<T> {
    for (const end = Date.now() + PATIENCE_MS; ; await sleep(50)) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof ApiError) || !ON_THE_WAY.has(error.problem.code) || Date.now() > end) throw error;
      }
    }
  }
}
