import { addDays, Decimal, type LocalDate } from '@millrace/kernel';
import type { RetailDocument } from './retail-file.js';

export type PlannedItem = Readonly<{ sku: string; name: string; isStocked: boolean; unitCost: string; opening: number }>;

/** What must be there before the first document: worked out over the whole file. */
export type RetailPlan = Readonly<{
  items: readonly PlannedItem[];
  /** The day before the first document. */
  openingOn: string;
  firstYear: number;
  lastYear: number;
}>;

const PENNY = new Decimal('0.01');
/** Half of this is the cost of what never has a price. */
const PRICE_OF_NONE = new Decimal(1);

type Draft = { sku: string; name: string; isStocked: boolean; price?: Decimal; out: number; lowest: number };

/**
 * Items with their cost and opening stock: half of the first price above zero, and the smallest quantity that keeps an
 * item from going below zero through the whole file.
 */
export function planOf(documents: readonly RetailDocument[]): RetailPlan {
  const items = new Map<string, Draft>();
  for (const { kind, lines } of documents) {
    if (kind === 'bad-debt') continue;
    for (const { sku, description, quantity, price, isStocked } of lines) {
      const item = items.get(sku) ?? { sku, name: '', isStocked, out: 0, lowest: 0 };
      items.set(sku, item);
      item.name ||= description;
      if (!isStocked) continue;
      if (price.isPositive() && !price.isZero()) item.price ??= price;
      item.out += kind === 'adjustment' ? -quantity : quantity;
      item.lowest = Math.max(item.lowest, item.out);
    }
  }
  const days = documents.map((document) => document.on).sort();
  return {
    items: [...items.values()].map(({ sku, name, isStocked, price, lowest }) => ({
      sku,
      name: name || sku,
      isStocked,
      unitCost: costOf(price).toFixed(2),
      opening: lowest,
    })),
    openingOn: addDays(days[0] as LocalDate, -1),
    firstYear: Number(addDays(days[0] as LocalDate, -1).slice(0, 4)),
    lastYear: Number(days.at(-1)!.slice(0, 4)),
  };
}

function costOf(price = PRICE_OF_NONE): Decimal {
  return Decimal.max(PENNY, price.dividedBy(2).toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
}

/** The customer of a document: a known one, or the country's walk-in. */
export function customerReference({ customer, country }: Pick<RetailDocument, 'customer' | 'country'>): string {
  return customer === '' ? `walk-in ${country}` : customer;
}
