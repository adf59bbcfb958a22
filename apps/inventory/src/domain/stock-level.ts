import { assert, Decimal, type LocalDate, Money, Quantity } from '@millrace/kernel';
import type { DailyStock } from './daily-stock.js';
import { issueCost } from './moving-average-cost.js';

/**
 * Stock of one item in one storage location, with its value. What is kept is quantity and value, never a mean cost.
 *
 * Invariant: 0 ≤ reserved ≤ onHand; at the end of no day less than nothing was on hand; quantity 0 has value 0.
 */
export class StockLevel {
  companyId!: string;
  itemId!: string;
  locationId!: string;
  onHand!: Quantity;
  /** Held for orders. */
  reserved!: Quantity;
  /** Owed to orders and not there; serves to see at once that nobody waits. */
  waiting!: Quantity;
  /** In the company's base currency. */
  value!: Decimal;
  /** How it came to be on hand, for documents of the past. */
  days!: DailyStock;

  static empty(companyId: string, itemId: string, locationId: string, days: DailyStock): StockLevel {
    const zero = { onHand: Quantity.zero, reserved: Quantity.zero, waiting: Quantity.zero, value: new Decimal(0) };
    return Object.assign(new StockLevel(), { companyId, itemId, locationId, days, ...zero });
  }

  /** The same stock to try something on, held for nobody. */
  copy(): StockLevel {
    return Object.assign(new StockLevel(), this, { reserved: Quantity.zero, waiting: Quantity.zero, days: this.days.copy() });
  }

  /** What can still be promised to customers. */
  get availableToPromise(): Quantity {
    return this.onHand.minus(this.reserved);
  }

  /** The least that was on hand on any day from a day until now: what a document of that day can take out. */
  leastSince(on: LocalDate): Quantity {
    return this.days.leastSince(on, this.onHand);
  }

  /** The earliest day, not before `from`, since which so much is there on every day until now. */
  thereSince(quantity: Quantity, from: LocalDate): LocalDate {
    return this.days.thereSince(quantity, from, this.onHand);
  }

  reserve(quantity: Quantity): void {
    assert(!quantity.isMoreThan(this.availableToPromise), `${this.itemId}: reserved more than available`);
    this.reserved = this.reserved.plus(quantity);
  }

  release(quantity: Quantity): void {
    assert(!quantity.isMoreThan(this.reserved), `${this.itemId}: released more than reserved`);
    this.reserved = this.reserved.minus(quantity);
  }

  /** Somebody begins (or, below zero, ceases) to wait for so much. */
  wait(quantity: Quantity): void {
    this.waiting = this.waiting.plus(quantity);
    assert(!this.waiting.isNegative(), `${this.itemId}: less than nothing is waited for`);
  }

  /** Goods come in at a cost, on a day. */
  receive(quantity: Quantity, cost: Money, on: LocalDate): void {
    this.onHand = this.onHand.plus(quantity);
    this.days.note(on, quantity);
    this.value = this.value.plus(cost.toDecimal());
  }

  /** What so much more of the same is worth, by the mean of what is on hand: nothing when nothing is. */
  worthOf(quantity: Quantity, currency: string): Money {
    const value = Money.of(this.value, currency);
    return this.onHand.isZero() ? value : value.times(quantity).dividedBy(this.onHand).rounded();
  }

  /** Goods go out, on a day since which they were there. @returns Their cost, which is fixed from now on. */
  issue(quantity: Quantity, currency: string, on: LocalDate): Money {
    assert(!quantity.isMoreThan(this.leastSince(on)), `${this.itemId}: more goes out on ${on} than was there on every day since`);
    const cost = issueCost(this.onHand, Money.of(this.value, currency), quantity);
    this.onHand = this.onHand.minus(quantity);
    this.days.note(on, quantity.negated());
    this.value = this.value.minus(cost.toDecimal());
    assert(!this.reserved.isMoreThan(this.onHand), `${this.itemId}: more reserved than on hand`);
    return cost;
  }
}
