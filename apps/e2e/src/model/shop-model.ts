import { Money, Quantity } from '@millrace/kernel';

const GBP = 'GBP';

/** What one piece sells for and costs. Both stay as they are, and a fifth of the price is whole pence: no order of moves and no rounding changes a total. */
export type Goods = Readonly<{ sku: string; price: string; cost: string }>;

export type Policy = 'refuse' | 'back-order' | 'ship-complete';

/** One order line as its client knows it in the end. */
export type Outcome = Readonly<{
  sku: string;
  policy: Policy;
  rejected: boolean;
  ordered: number;
  reserved: number;
  waiting: number;
  shipped: number;
  cancelled: number;
  returned: number;
}>;

/** What the services' own figures say, in the model's words. */
export type Books = Readonly<{
  onHand: Readonly<Record<string, number>>;
  reserved: Readonly<Record<string, number>>;
  stockValue: string;
  receivable: string;
  revenue: string;
  tax: string;
  costOfSales: string;
  bank: string;
}>;

/**
 * A shop as simple as can be: how many pieces came, what was sold of them, and what money that is.
 *
 * It knows nothing of events, transactions or documents, and not in which order things happened. `faults` names what no order
 * of them can have led to; `books` says what must stand in the books, given what the clients were told.
 */
export class ShopModel {
  private readonly received = new Map<string, number>();
  private paid = Money.zero(GBP);
  private refunded = Money.zero(GBP);
  private outcomes: readonly Outcome[] = [];

  constructor(private readonly goods: readonly Goods[]) {}

  receives(sku: string, quantity: number): void {
    this.received.set(sku, (this.received.get(sku) ?? 0) + quantity);
  }

  takesMoney(amount: string): void {
    this.paid = this.paid.plus(Money.of(amount, GBP));
  }

  /** Clients look at their orders, and at what was sent back to them. */
  learns(outcomes: readonly Outcome[], refunds: readonly string[]): void {
    this.outcomes = outcomes;
    this.refunded = Money.sum(
      refunds.map((amount) => Money.of(amount, GBP)),
      GBP,
    );
  }

  /** What can still be promised of an item. */
  available(sku: string): number {
    return this.inHouse(sku) - this.sum(sku, 'reserved');
  }

  faults(): string[] {
    const ofItems = this.goods.flatMap(({ sku }) => {
      const available = this.available(sku);
      if (available < 0) return [`${-available} more of ${sku} are promised or gone than ever came`];
      const waits = this.outcomes.find((each) => each.sku === sku && each.waiting > 0 && !each.rejected);
      return waits && available > 0 ? [`${available} of ${sku} are free while an order waits for ${waits.waiting}`] : [];
    });
    const ofOrders = this.outcomes.flatMap(({ sku, policy, rejected, ordered, reserved, waiting, shipped, cancelled, returned }) => {
      const faults: string[] = [];
      if (rejected && shipped + reserved + waiting > 0) faults.push('is rejected and goes on');
      if (!rejected && shipped + reserved + waiting + cancelled !== ordered) faults.push(`of ${ordered} does not add up`);
      if (returned > shipped) faults.push(`returned ${returned} of ${shipped}`);
      if (policy === 'refuse' && !rejected && waiting > 0) faults.push('was to be refused and waits');
      if (policy === 'ship-complete' && shipped > 0 && shipped + cancelled < ordered) faults.push(`was to be complete and shipped ${shipped} of ${ordered}`);
      return faults.map((fault) => `an order of ${sku} ${fault}`);
    });
    return [...ofItems, ...ofOrders];
  }

  books(): Books {
    const net = this.total(({ price }) => price, 'sold');
    const tax = net.dividedBy(Quantity.of(5));
    const bank = this.paid.minus(this.refunded);
    return {
      onHand: this.perItem((sku) => this.inHouse(sku)),
      reserved: this.perItem((sku) => this.sum(sku, 'reserved')),
      stockValue: `${this.total(({ cost }) => cost, 'kept')}`,
      receivable: `${net.plus(tax).minus(bank)}`,
      revenue: `${net}`,
      tax: `${tax}`,
      costOfSales: `${this.total(({ cost }) => cost, 'sold')}`,
      bank: `${bank}`,
    };
  }

  private perItem(figure: (sku: string) => number): Record<string, number> {
    return Object.fromEntries(this.goods.map(({ sku }) => [sku, figure(sku)]));
  }

  private total(worth: (goods: Goods) => string, of: 'sold' | 'kept'): Money {
    const pieces = (sku: string) => (of === 'sold' ? this.sold(sku) : this.inHouse(sku));
    return Money.sum(
      this.goods.map((each) => Money.of(worth(each), GBP).times(Quantity.of(pieces(each.sku)))),
      GBP,
    );
  }

  private inHouse(sku: string): number {
    return (this.received.get(sku) ?? 0) - this.sold(sku);
  }

  private sold(sku: string): number {
    return this.sum(sku, 'shipped') - this.sum(sku, 'returned');
  }

  private sum(sku: string, figure: 'reserved' | 'shipped' | 'returned'): number {
    return this.outcomes.filter((each) => each.sku === sku).reduce((sum, each) => sum + each[figure], 0);
  }
}
