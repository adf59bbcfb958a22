import type { ItemKind, TaxCategory } from '@millrace/contracts';
import { Decimal, indexBy, type LocalDate, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, defineEntity, p, PriceType, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { CompanyCopy, ItemCopy, ItemPrice, WarehouseCopy } from '../domain/item-copy.js';

export const CompanyCopySchema = defineEntity({
  class: CompanyCopy,
  tableName: 'company_copy',
  properties: { companyId: p.uuid().primary(), country: p.text(), timeZone: p.text(), baseCurrency: p.text(), sequence: p.bigint('number') },
});

export const ItemCopySchema = defineEntity({
  class: ItemCopy,
  tableName: 'item_copy',
  properties: {
    companyId: p.uuid().primary(),
    itemId: p.uuid().primary(),
    sku: p.text(),
    name: p.text(),
    kind: p.text().$type<ItemKind>(),
    unit: p.text(),
    units: p.json().$type<ItemCopy['units']>(),
    taxCategory: p.text().$type<TaxCategory>(),
    active: p.boolean(),
    sequence: p.bigint('number'),
  },
});

export const ItemPriceSchema = defineEntity({
  class: ItemPrice,
  tableName: 'item_price',
  properties: {
    companyId: p.uuid().primary(),
    itemId: p.uuid().primary(),
    validFrom: p.date().$type<LocalDate>().primary(),
    unitPrice: p.type(PriceType),
    currency: p.text(),
    version: p.integer(),
  },
});

export const WarehouseCopySchema = defineEntity({
  class: WarehouseCopy,
  tableName: 'warehouse_copy',
  properties: { companyId: p.uuid().primary(), warehouseId: p.uuid().primary(), code: p.text(), name: p.text(), sequence: p.bigint('number') },
});

const COMPANY = statement('select * from company_copy where company_id = $1');
const ITEMS = statement('select * from item_copy where company_id = $1 and sku = any($2)');
const WAREHOUSES = statement('select warehouse_id from warehouse_copy where company_id = $1 and warehouse_id = any($2::uuid[])');
const PRICES = statement(`
  select i.item_id, d.document_on, (
    select p.unit_price from item_price p where p.company_id = i.company_id and p.item_id = i.item_id and p.valid_from <= d.document_on
    order by p.valid_from desc limit 1) as unit_price
  from item_copy i join unnest($2::text[], $3::date[]) as d(sku, document_on) on d.sku = i.sku where i.company_id = $1`);

/** Prices by item and day. */
export type PriceBook = (itemId: string, on: LocalDate) => Decimal | undefined;

/** What orders knows of a company's things: read for a decision, never locked. */
@Injectable()
export class CatalogueRepository {
  async company(tx: UnitOfWork, companyId: string): Promise<CompanyCopy | undefined> {
    const [row] = await tx.query<Record<string, unknown>>(COMPANY, [companyId]);
    return row && tx.table(CompanyCopy).read(row);
  }

  async items(tx: UnitOfWork, companyId: string, skus: readonly string[]): Promise<ReadonlyMap<string, ItemCopy>> {
    const rows = await tx.query<Record<string, unknown>>(ITEMS, [companyId, arrayLiteral(unique(skus), true)]);
    return indexBy(
      rows.map((row) => tx.table(ItemCopy).read(row)),
      (item) => item.sku,
    );
  }

  /** Which of these warehouses there are. */
  async warehouses(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await tx.query<{ warehouse_id: string }>(WAREHOUSES, [companyId, arrayLiteral(unique(ids), false)]);
    return new Set(rows.map((row) => row.warehouse_id));
  }

  /** Prices of items on the days of their documents. */
  async prices(tx: UnitOfWork, companyId: string, wanted: readonly Readonly<{ sku: string; on: LocalDate }>[]): Promise<PriceBook> {
    if (wanted.length === 0) return () => undefined;
    const pairs = [...indexBy(wanted, ({ sku, on }) => `${sku} ${on}`).values()];
    const rows = await tx.query<{ item_id: string; document_on: string; unit_price: string | null }>(PRICES, [
      companyId,
      arrayLiteral(
        pairs.map(({ sku }) => sku),
        true,
      ),
      arrayLiteral(
        pairs.map(({ on }) => on),
        false,
      ),
    ]);
    const prices = new Map(rows.filter((row) => row.unit_price !== null).map((row) => [`${row.item_id} ${row.document_on}`, new Decimal(row.unit_price!)]));
    return (itemId, on) => prices.get(`${itemId} ${on}`);
  }
}
