import { column, defineList } from '@millrace/chassis';
import { ITEM_KINDS, TAX_CATEGORIES } from '@millrace/contracts';
import { ItemCopy } from '../domain/item-copy.js';
import { KnownItemDto } from './known-item.dto.js';

export const KNOWN_ITEMS = defineList({
  row: KnownItemDto,
  permission: 'inventory.item.view',
  from: 'item_copy',
  columns: {
    itemId: column.id('item_id'),
    sku: column.text('sku'),
    name: column.text('name'),
    kind: column.choice('kind', ITEM_KINDS),
    unit: column.text('unit'),
    taxCategory: column.choice('tax_category', TAX_CATEGORIES),
    active: column.flag('active'),
  },
  order: 'sku',
  show: (row, database) => {
    const { itemId, sku, name, kind, unit, taxCategory, active } = database.table(ItemCopy).read(row);
    return { itemId, sku, name, kind, unit, taxCategory, active };
  },
});
