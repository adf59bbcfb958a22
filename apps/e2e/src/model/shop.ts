import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '@millrace/tools';
import { newId } from '@millrace/kernel';
import { Company, type Order } from '../company.js';
import type { Suite } from '../suite.js';
import { type Books, type Goods, type Outcome, type Policy, ShopModel } from './shop-model.js';

export const GOODS: readonly Goods[] = [
  { sku: 'APPLE', price: '5.00', cost: '2.00' },
  { sku: 'PEAR', price: '10.00', cost: '3.50' },
];

/** What people do in a shop; `which` names one of the orders so far. */
export type Deed = Readonly<
  | { does: 'receive'; sku: string; quantity: number }
  | { does: 'order'; policy: Policy; lines: Readonly<Record<string, number>> }
  | { does: 'cancel'; which: number }
  | { does: 'pay'; which: number }
  | { does: 'return'; which: number; refund: boolean }
>;

const SETTLE_LIMIT_MS = 60_000;
const LOOK_MS = 40;
type Returned = Readonly<{ returnId: string; status: string; refundedTotal: string }>;

/** The same deeds done to the real services through the gateway, and what a model makes of what their clients are told. */
export class Shop {
  readonly model = new ShopModel(GOODS);
  private readonly orders: { salesOrderId: string; policy: Policy }[] = [];

  private constructor(
    private readonly company: Company,
    private readonly customerId: string,
  ) {}

  static async open(suite: Suite): Promise<Shop> {
    const company = await Company.found(suite, 'Model');
    await company.sells(...GOODS.map(({ sku, price }) => ({ sku, price, onHand: '0' })));
    return new Shop(company, await company.customer());
  }

  async doAll(deeds: readonly Deed[]): Promise<void> {
    await Promise.all(deeds.map((deed) => this.do(deed)));
  }

  /** What an order for these lines must come to when nothing else goes on: placed in full, refused, or waiting for the rest. */
  foretell({ policy, lines }: Extract<Deed, { does: 'order' }>): 'rejected' | 'shipped' | 'waits' {
    const short = Object.entries(lines).some(([sku, quantity]) => quantity > this.model.available(sku));
    if (!short) return 'shipped';
    return policy === 'refuse' ? 'rejected' : 'waits';
  }

  async lastOrder(): Promise<'rejected' | 'shipped' | 'waits'> {
    const { status, lines } = await this.orderOf(this.orders.at(-1)!.salesOrderId);
    if (status === 'rejected') return 'rejected';
    return lines.every(({ quantity, shipped }) => quantity === shipped) ? 'shipped' : 'waits';
  }

  /** What the services say now. */
  async books(): Promise<Books> {
    const levels = await Promise.all(GOODS.map(async ({ sku }) => [sku, await this.level(sku)] as const));
    const of = await this.company.balances();
    const negated = (amount = '0.00') => (amount.startsWith('-') ? amount.slice(1) : amount === '0.00' ? amount : `-${amount}`);
    return {
      onHand: Object.fromEntries(levels.map(([sku, { onHand }]) => [sku, Number(onHand)])),
      reserved: Object.fromEntries(levels.map(([sku, { reserved }]) => [sku, Number(reserved)])),
      stockValue: of.Inventory ?? '0.00',
      receivable: of['Trade receivables'] ?? '0.00',
      revenue: negated(of['Sales revenue']),
      tax: negated(of['Sales tax payable']),
      costOfSales: of['Cost of goods sold'] ?? '0.00',
      bank: of.Bank ?? '0.00',
    };
  }

  private async do(deed: Deed): Promise<void> {
    try {
      await this.attempt(deed);
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem.status >= 500) throw error; // A refusal is an answer too.
    }
  }

  private async attempt(deed: Deed): Promise<void> {
    switch (deed.does) {
      case 'receive':
        await this.company.receives(deed.sku, `${deed.quantity}`, GOODS.find(({ sku }) => sku === deed.sku)!.cost);
        return this.model.receives(deed.sku, deed.quantity);
      case 'order': {
        const order = { salesOrderId: newId(), policy: deed.policy };
        this.orders.push(order);
        await this.company.order(this.customerId, deed.lines, order);
        return;
      }
      case 'cancel':
        return this.withOrder(deed.which, ({ salesOrderId }) => this.company.cancel(salesOrderId));
      case 'pay':
        return this.withOrder(deed.which, async ({ invoices }) => {
          const open = invoices.find(({ paid }) => !paid);
          if (!open) return;
          await this.company.pay(this.customerId, open);
          this.model.takesMoney(open.grossTotal);
        });
      case 'return':
        return this.withOrder(deed.which, ({ salesOrderId }) => this.company.takeBack(salesOrderId, 1, deed.refund ? 'refund' : 'on-account'));
    }
  }

  private async withOrder(which: number, act: (order: Order) => Promise<unknown>): Promise<void> {
    const known = this.orders[which % Math.max(1, this.orders.length)];
    if (known) await act(await this.orderOf(known.salesOrderId));
  }

  /** Waits until no order is on its way, and lets the model know what the clients know then. */
  async settle(): Promise<void> {
    for (const end = Date.now() + SETTLE_LIMIT_MS; ; await sleep(LOOK_MS)) {
      const orders = await Promise.all(this.orders.map(async ({ salesOrderId, policy }) => ({ policy, order: await this.orderOf(salesOrderId) })));
      const returns: Returned[] = [];
      for await (const each of this.company.api.all<Returned>('/v1/returns')) returns.push(each);
      const restless = [
        ...orders.flatMap(({ policy, order }) => underWay(order, policy)),
        ...returns.flatMap(({ status }) => (status === 'settled' ? [] : status)),
      ];
      if (restless.length === 0) {
        this.model.learns(
          orders.flatMap(({ policy, order }) => outcomesOf(order, policy)),
          returns.map(({ refundedTotal }) => refundedTotal),
        );
        return;
      }
      if (Date.now() > end) throw new Error(`This never came to rest: ${restless.join(', ')}`);
    }
  }

  private orderOf(salesOrderId: string): Promise<Order> {
    return this.company.api.get(`/v1/sales-orders/${salesOrderId}`);
  }

  private async level(sku: string): Promise<{ onHand: string; reserved: string }> {
    const { data } = await this.company.api.get<{ data: { onHand: string; reserved: string }[] }>(`/v1/stock?sku=${sku}`);
    return data[0] ?? { onHand: '0', reserved: '0' };
  }
}

/** Why an order has not come to rest. */
function underWay({ salesOrderId, status, cancellation, lines, invoices }: Order, policy: Policy): string[] {
  const invoiced = invoices.reduce((sum, { grossTotal }) => sum + Number(grossTotal), 0);
  const due = lines.reduce((sum, { sku, shipped }) => sum + Number(shipped) * Number(GOODS.find((each) => each.sku === sku)!.price) * 1.2, 0);
  const ships = policy === 'back-order' || lines.every(({ waiting }) => waiting === '0');
  const why = [
    status === 'placed' && 'is placed',
    cancellation === 'requested' && 'is to be cancelled',
    status !== 'rejected' && status !== 'cancelled' && ships && lines.some(({ reserved }) => reserved !== '0') && 'holds what ships',
    Math.abs(invoiced - due) > 0.001 && `shipped ${due} and invoiced ${invoiced}`,
  ];
  return why.flatMap((each) => (each ? [`order ${salesOrderId} ${each}`] : []));
}

function outcomesOf({ status, lines }: Order, policy: Policy): Outcome[] {
  const rejected = status === 'rejected';
  return lines.map(({ sku, quantity, reserved, waiting, shipped, cancelled, returned }) => ({
    sku,
    policy,
    rejected,
    ordered: Number(quantity),
    reserved: rejected ? 0 : Number(reserved),
    waiting: rejected ? 0 : Number(waiting),
    shipped: Number(shipped),
    cancelled: Number(cancelled),
    returned: Number(returned),
  }));
}
