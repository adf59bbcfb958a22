import { Decimal } from './decimal.js';
import { Quantity } from './quantity.js';

/** Two amounts of different currencies were added or compared: a bug, since every document has one currency. */
export class CurrencyMismatch extends Error {
  constructor(one: string, other: string) {
    super(`${one} and ${other} are different currencies`);
  }
}

const digits = new Map<string, number>();

/** Decimals of a currency's minor unit by ISO 4217: EUR 2, JPY 0, KWD 3. */
export function minorUnitDigits(currency: string): number {
  let known = digits.get(currency);
  if (known === undefined) {
    known = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    digits.set(currency, known);
  }
  return known;
}

/**
 * An exact amount in one currency. Arithmetic never rounds; `rounded()` rounds half away from zero to the minor unit,
 * where a document shows a figure. Unit prices are money too, with up to six decimals (`numeric(19,6)`).
 *
 * @example Money.of('2.55', 'GBP').times(Quantity.of('6')).rounded() is 15.30 GBP.
 */
export class Money {
  private constructor(
    private readonly value: Decimal,
    readonly currency: string,
  ) {}

  /** @throws Error when the text is not a decimal number. */
  static of(amount: string | number | Decimal, currency: string): Money {
    return new Money(new Decimal(amount), currency);
  }

  static zero(currency: string): Money {
    return new Money(new Decimal(0), currency);
  }

  static sum(amounts: Iterable<Money>, currency: string): Money {
    let total = Money.zero(currency);
    for (const each of amounts) total = total.plus(each);
    return total;
  }

  plus(other: Money): Money {
    return new Money(this.value.plus(this.same(other)), this.currency);
  }

  minus(other: Money): Money {
    return new Money(this.value.minus(this.same(other)), this.currency);
  }

  negated(): Money {
    return new Money(this.value.negated(), this.currency);
  }

  abs(): Money {
    return new Money(this.value.abs(), this.currency);
  }

  times(factor: Quantity | Decimal): Money {
    return new Money(this.value.times(factor instanceof Quantity ? factor.toDecimal() : factor), this.currency);
  }

  /** @throws Error when divided by zero. */
  dividedBy(divisor: Quantity): Money {
    if (divisor.isZero()) throw new Error('Money divided by zero');
    return new Money(this.value.dividedBy(divisor.toDecimal()), this.currency);
  }

  /** Half away from zero, to the minor unit or to a given number of decimals. */
  rounded(decimals = minorUnitDigits(this.currency)): Money {
    return new Money(this.value.toDecimalPlaces(decimals), this.currency);
  }

  isZero(): boolean {
    return this.value.isZero();
  }

  isPositive(): boolean {
    return this.value.greaterThan(0);
  }

  isNegative(): boolean {
    return this.value.lessThan(0);
  }

  isMoreThan(other: Money): boolean {
    return this.value.greaterThan(this.same(other));
  }

  isLessThan(other: Money): boolean {
    return this.value.lessThan(this.same(other));
  }

  equals(other: Money): boolean {
    return this.value.equals(this.same(other));
  }

  /** The smaller of two. */
  atMost(other: Money): Money {
    return this.isMoreThan(other) ? other : this;
  }

  toDecimal(): Decimal {
    return this.value;
  }

  /** The amount alone, with at least the decimals of the minor unit: "15.30", "0.025". */
  toString(): string {
    const shown = this.value.isZero() ? new Decimal(0) : this.value; // No "-0.00".
    return shown.toFixed(Math.max(minorUnitDigits(this.currency), shown.decimalPlaces()));
  }

  toJSON(): string {
    return this.toString();
  }

  private same(other: Money): Decimal {
    if (other.currency !== this.currency) throw new CurrencyMismatch(this.currency, other.currency);
    return other.value;
  }
}
