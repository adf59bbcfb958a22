import { Decimal } from './decimal.js';

/**
 * A count or measure of goods in one unit, exact, with at most six decimals where it is stored (`numeric(19,6)`).
 * Its text has no exponent and no trailing zeros: "6", "2.5".
 */
export class Quantity {
  static readonly zero = new Quantity(new Decimal(0));

  private constructor(private readonly value: Decimal) {}

  /** @throws Error when the text is not a decimal number. */
  static of(value: string | number | Quantity): Quantity {
    return value instanceof Quantity ? value : new Quantity(new Decimal(value));
  }

  static sum(quantities: Iterable<Quantity>): Quantity {
    let total = Quantity.zero;
    for (const each of quantities) total = total.plus(each);
    return total;
  }

  plus(other: Quantity): Quantity {
    return new Quantity(this.value.plus(other.value));
  }

  minus(other: Quantity): Quantity {
    return new Quantity(this.value.minus(other.value));
  }

  negated(): Quantity {
    return new Quantity(this.value.negated());
  }

  abs(): Quantity {
    return this.value.isNegative() ? this.negated() : this;
  }

  /** In another unit: quantity × factor, kept at six decimals, half away from zero. */
  converted(factor: Quantity): Quantity {
    return new Quantity(this.value.times(factor.value).toDecimalPlaces(6));
  }

  isMoreThan(other: Quantity): boolean {
    return this.value.greaterThan(other.value);
  }

  isLessThan(other: Quantity): boolean {
    return this.value.lessThan(other.value);
  }

  equals(other: Quantity): boolean {
    return this.value.equals(other.value);
  }

  isZero(): boolean {
    return this.value.isZero();
  }

  /** Zero is neither positive nor negative. */
  isPositive(): boolean {
    return this.value.greaterThan(0);
  }

  isNegative(): boolean {
    return this.value.lessThan(0);
  }

  /** The smaller of two. */
  atMost(other: Quantity): Quantity {
    return this.isMoreThan(other) ? other : this;
  }

  toDecimal(): Decimal {
    return this.value;
  }

  toString(): string {
    return this.value.isZero() ? '0' : this.value.toFixed();
  }

  toJSON(): string {
    return this.toString();
  }
}
