import { isRefusal, Money, Quantity, type Refusal } from '@millrace/kernel';
import type { Item } from './item.js';
import { isAmountTooLarge, stockQuantity } from './limits.js';
import { amountTooLarge, itemInactive, itemNotStocked, itemUnknown, unitUnknown } from './refusals.js';

/** A line as it is entered: a quantity in one of the item's units, and perhaps the cost of one such unit. */
export type EnteredLine = Readonly<{ sku: string; quantity: string; unit?: string; unitCost?: string }>;

/** The same line in stock units, with its cost rounded to the minor unit. */
export type StockLine = Readonly<{ item: Item; quantity: Quantity; cost: Money /** Whether the cost was given; else it is zero. */; costGiven: boolean }>;

/**
 * Lines in stock units; the first one that cannot be taken refuses the document.
 *
 * @param items The items by SKU, as far as they are known.
 * @param services Whether a line may be for a service, which nothing of is in stock.
 */
export function stockLines(
  lines: readonly EnteredLine[],
  items: ReadonlyMap<string, Item>,
  currency: string,
  services: 'refused' | 'allowed' = 'refused',
): StockLine[] | Refusal {
  const taken: StockLine[] = [];
  for (const line of lines) {
    const result = stockLine(line, items.get(line.sku), currency);
    if (isRefusal(result)) return result;
    if (services === 'refused' && result.item.kind !== 'stocked') return itemNotStocked(line.sku);
    taken.push(result);
  }
  return taken;
}

function stockLine(line: EnteredLine, item: Item | undefined, currency: string): StockLine | Refusal {
  if (!item) return itemUnknown(line.sku);
  if (!item.active) return itemInactive(line.sku);
  const factor = item.factorOf(line.unit ?? item.unit);
  if (!factor) return unitUnknown(line.sku, line.unit!);
  const entered = Quantity.of(line.quantity);
  const quantity = stockQuantity(line.sku, entered, factor);
  if (isRefusal(quantity)) return quantity;
  const cost = Money.of(line.unitCost ?? '0', currency)
    .times(entered.abs())
    .rounded();
  if (isAmountTooLarge(cost)) return amountTooLarge;
  return { item, quantity, cost, costGiven: line.unitCost !== undefined };
}
