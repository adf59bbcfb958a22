import { column, defineList, type PageQuery } from '@millrace/chassis';
import { IMPORT_STATES, ItemImport, ItemImportRow } from '../domain/item-import.js';
import { ItemImportDto, RefusedRowDto } from './import-items.dto.js';

export const ITEM_IMPORTS = defineList({
  row: ItemImportDto,
  permission: 'inventory.item.create',
  from: 'item_import',
  columns: {
    itemImportId: column.id('id'),
    state: column.choice('state', IMPORT_STATES),
    dryRun: column.flag('dry_run'),
    rowCount: column.integer('row_count'),
    refused: column.integer('refused'),
    createdAt: column.instant('created_at'),
    endedAt: column.optional(column.instant('ended_at')),
  },
  order: '-itemImportId',
  show: (row, database) => showImport(database.table(ItemImport).read(row)),
});

export const REFUSED_ROWS = defineList<RefusedRowDto, PageQuery & { itemImportId: string }>({
  row: RefusedRowDto,
  permission: 'inventory.item.create',
  from: '(select * from item_import_row where pointer is not null) refused',
  columns: {
    rowNo: column.integer('row_no'),
    itemImportId: column.id('import_id'),
    line: column.integer('line'),
    pointer: column.text('pointer'),
    sku: column.optional(column.text('sku')),
  },
  order: 'rowNo',
  show: (row, database) => {
    const { line, pointer, detail, sku } = database.table(ItemImportRow).read(row);
    return { line, pointer: pointer!, detail: detail!, sku: sku ?? undefined };
  },
});

export function showImport(file: ItemImport): ItemImportDto {
  const { id: itemImportId, state, dryRun, rowCount, done, created, refused, version } = file;
  return {
    itemImportId,
    state,
    dryRun,
    rowCount,
    done,
    created,
    refused,
    createdAt: file.createdAt.toISOString(),
    endedAt: file.endedAt?.toISOString(),
    version,
  };
}
