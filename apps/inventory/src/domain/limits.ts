import { type LocalDate, type Money, Quantity, type Refusal } from '@millrace/kernel';
import { amountTooLarge, quantityTooLarge, quantityTooSmall, stockShort, stockShortOnDate } from './refusals.js';
import type { StockLevel } from './stock-level.js';

/** The books hold amounts below this. */
const LARGEST_AMOUNT = 10_000_000_000_000;

/** Of one item in one place, and on one line, the books hold less than this in stock units. */
const LARGEST_QUANTITY = Quantity.of(1_000_000_000);

export const isAmountTooLarge = (amount: Money) => amount.toDecimal().greaterThanOrEqualTo(LARGEST_AMOUNT);

/** What was entered in a unit, in stock units; `quantity-too-small` when that is nothing, `quantity-too-large` when it is too much. */
export function stockQuantity(sku: string, entered: Quantity, factor: Quantity): Quantity | Refusal {
  const quantity = entered.converted(factor);
  if (quantity.isZero()) return quantityTooSmall(sku);
  return quantity.abs().isLessThan(LARGEST_QUANTITY) ? quantity : quantityTooLarge(sku);
}

/** Why a level holds more than the books can; undefined when it does not. */
export function whyTooLarge(level: StockLevel, sku: string): Refusal | undefined {
  if (!level.onHand.isLessThan(LARGEST_QUANTITY)) return quantityTooLarge(sku);
  return level.value.greaterThanOrEqualTo(LARGEST_AMOUNT) ? amountTooLarge : undefined;
}

/**
 * Why so much cannot go out on a day: less of it is there now (`stock-short`), or was there on some day since
 * (`stock-short-on-date`); undefined when it can.
 *
 * @param there What may be taken of what is on hand now.
 */
export function whyShort(level: StockLevel, sku: string, quantity: Quantity, there: Quantity, on: LocalDate): Refusal | undefined {
  if (quantity.isMoreThan(there)) return stockShort(sku, `${quantity}`, `${there}`);
  const least = level.leastSince(on);
  return quantity.isMoreThan(least) ? stockShortOnDate(sku, `${quantity}`, `${least}`, on) : undefined;
}
