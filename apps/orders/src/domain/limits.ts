import { type Decimal, Quantity, type Refusal } from '@millrace/kernel';
import { quantityTooLarge, quantityTooSmall } from './refusals.js';

/** The books hold amounts below this. */
const LARGEST_AMOUNT = 10_000_000_000_000;

/** A document's net total is below this, so that the total is an amount even where tax is as much again. */
const LARGEST_NET = LARGEST_AMOUNT / 2;

/** Prices and costs of one unit are below this. */
const LARGEST_PRICE = 1_000_000_000;

/** Of one item, a document names less than this in stock units. */
const LARGEST_QUANTITY = Quantity.of(1_000_000_000);

export const isAmountTooLarge = (amount: Decimal) => amount.greaterThanOrEqualTo(LARGEST_AMOUNT);
export const isNetTooLarge = (net: Decimal) => net.greaterThanOrEqualTo(LARGEST_NET);
export const isPriceTooLarge = (price: Decimal) => price.greaterThanOrEqualTo(LARGEST_PRICE);

/**
 * What was entered in a unit, in stock units.
 *
 * @returns The refusal `quantity-too-small` when that is less than a millionth, `quantity-too-large` when the lines of
 *   the document name too much of the item together.
 * @example 0.000001 of a unit with factor 0.1 is nothing; 999999999 boxes of 12 are more than any document can hold.
 */
export function stockQuantity(sku: string, entered: string, factor: Quantity, namedBefore = Quantity.zero): Quantity | Refusal {
  const quantity = Quantity.of(entered).converted(factor);
  if (quantity.isZero()) return quantityTooSmall(sku);
  return namedBefore.plus(quantity).isLessThan(LARGEST_QUANTITY) ? quantity : quantityTooLarge(sku);
}
