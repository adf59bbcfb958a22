import { assert, Decimal, Money, Quantity } from '@millrace/kernel';
import { issueCost } from './moving-average-cost.js';

/**
 * Stock of one item in one storage location, with its value. What is kept is quantity and value, never a mean cost.
 *
 * Invariant: 0 ≤ reserved ≤ onHand; quantity 0 has value 0.
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

  static empty(companyId: string, itemId: string, locationId: string): StockLevel {
    const zero = { onHand: Quantity.zero, reserved: Quantity.zero, waiting: Quantity.zero, value: new Decimal(0) };
    return Object.assign(new StockLevel(), { companyId, itemId, locationId, ...zero });
  }

  /** What can still be promised to customers. */
  get availableToPromise(): Quantity {
    return this.onHand.minus(this.reserved);
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

  /** Goods come in at a cost. */
  receive(quantity: Quantity, cost: Money): void {
    this.onHand = this.onHand.plus(quantity);
    this.value = this.value.plus(cost.toDecimal());
  }

  /** What so much more of the same is worth, by the mean of what is on hand: nothing when nothing is. */
  worthOf(quantity: Quantity, currency: string): Money {
    const value = Money.of(this.value, currency);
    return this.onHand.isZero() ? value : value.times(quantity).dividedBy(this.onHand).rounded();
  }

  /** Goods go out. @returns Their cost, which is fixed from now on. */
  issue(quantity: Quantity, currency: string): Money {
    const cost = issueCost(this.onHand, Money.of(this.value, currency), quantity);
    this.onHand = this.onHand.minus(quantity);
    this.value = this.value.minus(cost.toDecimal());
    assert(!this.reserved.isMoreThan(this.onHand), `${this.itemId}: more reserved than on hand`);
    return cost;
  }
}
