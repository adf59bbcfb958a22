import type { ItemKind, TaxCategory } from '@millrace/contracts';
import { newId, Refusal } from '@millrace/kernel';
import { Item } from './item.js';

export type ItemWish = Readonly<{
  itemId?: string;
  sku: string;
  name: string;
  kind: ItemKind;
  unit?: string;
  units?: Item['units'];
  taxCategory?: TaxCategory;
}>;

/** An item as it is wished for, at its first version. */
export function newItem(companyId: string, wish: ItemWish, createdAt: Date): Item | Refusal {
  const { itemId = newId(), sku, name, kind, unit = 'PCE', units = [], taxCategory = 'standard' } = wish;
  if (new Set([unit, ...units.map((each) => each.unit)]).size !== units.length + 1) {
    return new Refusal('unit-repeated', 'invalid', 'Each unit of an item is named once, and its stock unit is none of the others.');
  }
  return Object.assign(new Item(), { companyId, id: itemId, sku, name, kind, unit, units, taxCategory, active: true, createdAt, version: 1 });
}
