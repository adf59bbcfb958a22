import type { ItemKind, TaxCategory } from '@millrace/contracts';
import { indexBy, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, Database, defineEntity, p, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Item } from '../domain/item.js';

export const ItemSchema = defineEntity({
  class: Item,
  tableName: 'item',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    sku: p.text(),
    name: p.text(),
    kind: p.text().$type<ItemKind>(),
    unit: p.text(),
    units: p.json().$type<Item['units']>(),
    taxCategory: p.text().$type<TaxCategory>(),
    active: p.boolean(),
    createdAt: p.datetime(),
    version: p.integer(),
  },
});

const BY_SKU = statement('select * from item where company_id = $1 and sku = any($2)');
const TAKEN = statement('select * from item where company_id = $1 and (sku = any($2) or id = any($3::uuid[]))');
const LOCK = statement('select * from item where company_id = $1 and id = any($2::uuid[]) order by id for update');
const BY_ID = statement('select * from item where company_id = $1 and id = $2');

@Injectable()
export class ItemRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Items by SKU; what is not there is missing from the map. */
  async bySku(tx: UnitOfWork, companyId: string, skus: readonly string[]): Promise<ReadonlyMap<string, Item>> {
    const rows = await tx.query<Record<string, unknown>>(BY_SKU, [companyId, arrayLiteral(unique(skus), true)]);
    return indexBy(
      rows.map((row) => tx.table(Item).read(row)),
      (item) => item.sku,
    );
  }

  /** The items that have one of these SKUs or ids. */
  async taken(tx: UnitOfWork, companyId: string, skus: readonly string[], ids: readonly string[]): Promise<Item[]> {
    const rows = await tx.query<Record<string, unknown>>(TAKEN, [companyId, arrayLiteral(skus, true), arrayLiteral(ids, false)]);
    return rows.map((row) => tx.table(Item).read(row));
  }

  /** Items to be changed, written back before the commit. */
  async lock(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Item>> {
    const rows = await tx.query<Record<string, unknown>>(LOCK, [companyId, arrayLiteral(unique(ids), false)]);
    const items = rows.map((row) => tx.table(Item).read(row));
    tx.beforeCommit(() => tx.table(Item).update(tx, items, 'name', 'units', 'taxCategory', 'active', 'version'));
    return indexBy(items, (item) => item.id);
  }

  byId(companyId: string, id: string): Promise<Item | undefined> {
    return this.database.transaction(companyId, async (tx) => {
      const [row] = await tx.query<Record<string, unknown>>(BY_ID, [companyId, id]);
      return row && tx.table(Item).read(row);
    });
  }
}
