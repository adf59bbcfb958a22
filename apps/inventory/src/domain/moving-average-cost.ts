import { assert, type Money, type Quantity } from '@millrace/kernel';

/**
 * Cost of goods that leave, by the moving weighted average.
 *
 *   value × quantity ÷ onHand, rounded half away from zero to the minor unit
 *
 * The last unit takes what is left, so that quantity 0 always has value 0, whatever was rounded before.
 *
 * @param onHand   Quantity before, in stock units.
 * @param value    Value of all that is on hand, in the company's currency.
 * @param quantity What leaves, in the same units: more than zero, at most what is on hand.
 * @example 15 units worth 195.00 were received as 10 at 12.00 and 5 at 15.00: 5 of them cost 65.00.
 * @see IAS 2 Inventories, paragraphs 25 and 27: weighted average cost formula.
 */
export function issueCost(onHand: Quantity, value: Money, quantity: Quantity): Money {
  assert(quantity.isPositive(), 'an issue takes something out');
  assert(!quantity.isMoreThan(onHand), 'an issue takes at most what is on hand');
  if (quantity.equals(onHand)) return value;
  return value.times(quantity).dividedBy(onHand).rounded().atMost(value);
}

/**
 * Mean cost of one stock unit, to show to people: never stored and never multiplied.
 *
 * @returns Four decimals; zero when nothing is on hand.
 */
export function unitCost(onHand: Quantity, value: Money): Money {
  return onHand.isZero() ? value : value.dividedBy(onHand).rounded(4);
}
