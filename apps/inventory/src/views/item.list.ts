import { column, defineList } from '@millrace/chassis';
import { ITEM_KINDS, TAX_CATEGORIES } from '@millrace/contracts';
import { Item } from '../domain/item.js';
import { ItemDto } from './item.dto.js';
import { showItem } from './item.view.js';

export const ITEMS = defineList({
  row: ItemDto,
  permission: 'inventory.item.view',
  from: 'item',
  columns: {
    itemId: column.id('id'),
    sku: column.text('sku'),
    name: column.text('name'),
    kind: column.choice('kind', ITEM_KINDS),
    unit: column.text('unit'),
    taxCategory: column.choice('tax_category', TAX_CATEGORIES),
    active: column.flag('active'),
  },
  order: 'sku',
  shorthands: { name: ['name', 'contains'] },
  show: (row, database) => showItem(database.table(Item).read(row)),
});
