import type { Money } from './money.js';
import type { Quantity } from './quantity.js';

/**
 * The part of an amount that belongs to a part of a whole, when parts are taken one after the other: together they are
 * always the whole amount.
 *
 *   round(amount × (before + part) ÷ whole) − round(amount × before ÷ whole)
 *
 * Rounded half away from zero to the minor unit.
 *
 * @example 10.00 over 3 units taken one by one is 3.33, 3.34, 3.33.
 */
export function partOf(amount: Money, whole: Quantity, before: Quantity, part: Quantity): Money {
  const upTo = (quantity: Quantity) => amount.times(quantity).dividedBy(whole).rounded();
  return upTo(before.plus(part)).minus(upTo(before));
}

/** The same where the whole and its parts are amounts. A whole of nothing has no parts. */
export function partByAmount(amount: Money, whole: Money, before: Money, part: Money): Money {
  if (whole.isZero()) return amount.minus(amount);
  const upTo = (base: Money) => amount.times(base.toDecimal().dividedBy(whole.toDecimal())).rounded();
  return upTo(before.plus(part)).minus(upTo(before));
}
