import { unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, Database, defineEntity, p, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type ImportState, ItemImport, ItemImportRow } from '../domain/item-import.js';

export const ItemImportSchema = defineEntity({
  class: ItemImport,
  tableName: 'item_import',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    state: p.text().$type<ImportState>(),
    dryRun: p.boolean(),
    rowCount: p.integer(),
    done: p.integer(),
    created: p.integer(),
    refused: p.integer(),
    createdBy: p.text(),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    failures: p.integer(),
    restingUntil: p.datetime().nullable(),
    version: p.integer(),
  },
});

export const ItemImportRowSchema = defineEntity({
  class: ItemImportRow,
  tableName: 'item_import_row',
  properties: {
    companyId: p.uuid().primary(),
    importId: p.uuid().primary(),
    rowNo: p.integer().primary(),
    line: p.integer(),
    sku: p.text().nullable(),
    fields: p.json().$type<ItemImportRow['fields']>(),
    pointer: p.text().nullable(),
    detail: p.text().nullable(),
  },
});

const RUNNING = statement('select * from running_item_imports($1)');
const COUNT_RUNNING = statement(`select count(*)::int as count from item_import where company_id = $1 and state = 'running'`);
const BY_ID = statement('select * from item_import where company_id = $1 and id = $2');
const LOCK = statement(`select * from item_import where company_id = $1 and id = $2 and state = 'running' for update skip locked`);
const NEXT = statement('select * from item_import_row where company_id = $1 and import_id = $2 and row_no > $3 order by row_no limit $4');
const FIRST_LINES = statement(
  'select distinct on (sku) sku, row_no, line from item_import_row where company_id = $1 and import_id = $2 and sku = any($3) order by sku, row_no',
);
const FORGET_TAKEN = statement('delete from item_import_row where company_id = $1 and import_id = $2 and pointer is null');

export type Running = Readonly<{ company_id: string; id: string }>;
export type FirstLine = Readonly<{ sku: string; row_no: number; line: number }>;

@Injectable()
export class ItemImportRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Imports that are not done and do not rest: first the oldest of each company, then the second of each, and so on. */
  running(most: number): Promise<Running[]> {
    return this.database.query<Running>(RUNNING, [most]);
  }

  /** How many imports of a company are not done. */
  async countRunning(tx: UnitOfWork, companyId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(COUNT_RUNNING, [companyId]);
    return row!.count;
  }

  byId(companyId: string, id: string): Promise<ItemImport | undefined> {
    return this.database.transaction(companyId, async (tx) => {
      const [row] = await tx.query<Record<string, unknown>>(BY_ID, [companyId, id]);
      return row && tx.table(ItemImport).read(row);
    });
  }

  /** An import to be taken on, written back before the commit; undefined when it is done or another process is at it. */
  async lock(tx: UnitOfWork, companyId: string, id: string): Promise<ItemImport | undefined> {
    const [row] = await tx.query<Record<string, unknown>>(LOCK, [companyId, id]);
    if (!row) return undefined;
    const found = tx.table(ItemImport).read(row);
    tx.beforeCommit(() => {
      tx.table(ItemImport).update(tx, [found], 'state', 'done', 'created', 'refused', 'endedAt', 'failures', 'restingUntil', 'version');
      tx.touch(id);
    });
    return found;
  }

  async nextRows(tx: UnitOfWork, { companyId, id, done }: ItemImport, limit: number): Promise<ItemImportRow[]> {
    const rows = await tx.query<Record<string, unknown>>(NEXT, [companyId, id, done, limit]);
    return rows.map((row) => tx.table(ItemImportRow).read(row));
  }

  /** For each of these SKUs, the first row of the file that has it. */
  async firstLines(tx: UnitOfWork, { companyId, id }: ItemImport, skus: readonly string[]): Promise<ReadonlyMap<string, FirstLine>> {
    const rows = await tx.query<FirstLine>(FIRST_LINES, [companyId, id, arrayLiteral(unique(skus), true)]);
    return new Map(rows.map((row) => [row.sku, row]));
  }

  /** Keeps what was refused of these rows, and of an import that is done nothing else. */
  keepRefused(tx: UnitOfWork, file: ItemImport, refused: readonly ItemImportRow[]): void {
    tx.table(ItemImportRow).update(tx, refused, 'pointer', 'detail');
    if (file.state === 'done') tx.send(FORGET_TAKEN, [file.companyId, file.id]);
  }
}
