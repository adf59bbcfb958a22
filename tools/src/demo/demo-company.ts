import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, ApiError } from '../api/api-client.js';
import { CUSTOMERS, DELIVERY, type DemoOrder, EMPLOYEES, ITEMS, ORDERS, PAYROLL_RATES } from './demo-data.js';

const ON_THE_WAY = new Set(['company-not-ready', 'item-unknown', 'customer-unknown', 'payroll-run-unknown', 'not-found']);
const ARRIVAL_LIMIT_MS = 30_000;
const WAIT = { prefer: 'wait=20' };

type Invoice = Readonly<{ customerInvoiceId: string; grossTotal: string; paid: boolean }>;
type Order = Readonly<{ salesOrderId: string; customerId: string; status: string; invoices: readonly Invoice[] }>;

/** One day of the demo company, through the public API. Each call has a key of its own, so that a day broken off goes on. */
export class DemoCompany {
  private readonly customers = new Map<string, string>();

  constructor(
    private readonly api: ApiClient,
    private readonly today: string,
  ) {}

  async stockUp(): Promise<void> {
    const items = ITEMS.map(({ sku, name, kind }) => ({ sku, name, kind }));
    await this.post('/v1/items/bulk', { items }, 'items');
    const prices = ITEMS.map(({ sku, price }) => ({ sku, unitPrice: price, validFrom: this.today }));
    for (const price of prices) await this.post('/v1/prices', price, `price-${price.sku}`);
    for (const customer of CUSTOMERS) {
      const { reference, name, country } = customer;
      const { customerId } = await this.post<{ customerId: string }>('/v1/customers', { reference, name, country }, `customer-${reference}`);
      this.customers.set(reference, customerId);
      if ('creditLimit' in customer) await this.limitCredit(customerId, customer.creditLimit);
    }
    const lines = ITEMS.flatMap((item) => (item.kind === 'stocked' ? [{ sku: item.sku, quantity: item.opening, unitCost: item.cost }] : []));
    await this.post('/v1/receipts', { kind: 'opening', reference: 'Opening stock', lines }, 'opening');
  }

  async takeOrders(): Promise<void> {
    for (const order of ORDERS) await this.place(order, 'decided');
    const cancelled = ORDERS.find((order) => order.afterwards === 'cancels')!;
    const { salesOrderId } = await this.place(cancelled, 'decided');
    await this.post(`/v1/sales-orders/${salesOrderId}/cancellation`, undefined, `cancel-${cancelled.name}`, WAIT);
  }

  async receiveDelivery(): Promise<void> {
    await this.post('/v1/receipts', { kind: 'purchase', reference: 'Delivery at noon', lines: [DELIVERY] }, 'delivery');
    await this.post('/v1/stock-adjustments', { reason: 'Broken on the shelf', lines: [{ sku: 'MUG-WHITE', quantity: '-3' }] }, 'breakage');
  }

  async collectPayments(): Promise<void> {
    for (const order of ORDERS) if (order.afterwards === undefined || order.afterwards === 'pays half') await this.settle(order);
    for (const order of ORDERS) if (order.returns !== undefined) await this.takeBack(order, order.returns);
    const customerId = this.customers.get('harbour');
    const lines = [{ sku: 'MUG-BLUE', quantity: '1', unitPrice: '5.50', unitCost: '2.10' }];
    await this.post('/v1/returns?until=settled', { customerId, reference: 'Without a receipt', lines }, 'free-return', WAIT);
  }

  async payWages(): Promise<void> {
    const month = this.today.slice(0, 7);
    for (const { name, monthlyGross } of EMPLOYEES) {
      const { employeeId } = await this.post<{ employeeId: string }>('/v1/employees', { name }, `employee-${name}`);
      await this.post(`/v1/employees/${employeeId}/contracts`, { validFrom: `${month}-01`, monthlyGross }, `contract-${name}`);
    }
    await this.post('/v1/payroll-rules', { validFrom: `${month}-01`, ...PAYROLL_RATES }, 'payroll-rates');
    const { payrollRunId } = await this.post<{ payrollRunId: string }>('/v1/payroll-runs', { month }, 'payroll-run');
    await this.post(`/v1/payroll-runs/${payrollRunId}/approval?until=posted`, undefined, 'payroll-approval', WAIT);
    await this.post('/v1/payroll-payments', { payrollRunId }, 'payroll-payment');
  }

  private place({ name, customer, policy, lines }: DemoOrder, until: string): Promise<Order> {
    const body = {
      customerId: this.customers.get(customer),
      reference: name,
      policy,
      lines: lines.map(([sku, quantity]) => ({ sku, quantity: String(quantity) })),
    };
    return this.post(`/v1/sales-orders?until=${until}`, body, `order-${name}`, WAIT);
  }

  /** Pays every invoice of an order: a back-order may have two. */
  private async settle(order: DemoOrder): Promise<void> {
    const { salesOrderId, customerId } = await this.place(order, 'shipped');
    const { invoices } = await this.api.get<Order>(`/v1/sales-orders/${salesOrderId}?until=invoiced`, { headers: WAIT });
    for (const [index, { customerInvoiceId, grossTotal }] of invoices.entries()) {
      const amount = order.afterwards === 'pays half' ? (Number(grossTotal) / 2).toFixed(2) : grossTotal;
      await this.post('/v1/payments', { customerId, amount, reference: order.name, allocations: [{ customerInvoiceId }] }, `payment-${order.name}-${index}`);
    }
  }

  private async takeBack(order: DemoOrder, quantity: number): Promise<void> {
    const { salesOrderId } = await this.place(order, 'invoiced');
    const lines = [{ lineNo: 1, quantity: String(quantity) }];
    await this.post(`/v1/sales-orders/${salesOrderId}/returns?until=settled`, { lines }, `return-${order.name}`, WAIT);
  }

  private async limitCredit(customerId: string, creditLimit: string): Promise<void> {
    const path = `/v1/credit-limits/${customerId}`;
    await this.arrive(async () => {
      const { headers, body } = await this.api.call<{ creditLimit?: string }>('GET', path);
      if (body.creditLimit === creditLimit) return;
      await this.api.call('PUT', path, { body: { creditLimit }, key: this.key(`limit-${customerId}`), headers: { 'if-match': headers.etag! } });
    });
  }

  private post<T = unknown>(path: string, body: object | undefined, key: string, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    return this.arrive(() => this.api.post<T>(path, body, { key: this.key(key), headers }));
  }

  /** Repeats what needs a copy that is on its way between services. */
  private async arrive<T>(ask: () => Promise<T>): Promise<T> {
    for (const end = Date.now() + ARRIVAL_LIMIT_MS; ; await sleep(50)) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof ApiError) || !ON_THE_WAY.has(error.problem.code) || Date.now() > end) throw error;
      }
    }
  }

  private readonly key = (name: string) => `demo-${name.replace(/[^!-~]/g, '-')}`;
}
