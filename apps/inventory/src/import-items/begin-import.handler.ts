import type { CsvLine } from '@millrace/chassis';
import { Clock, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { ItemImport, ItemImportRow, MOST_RUNNING } from '../domain/item-import.js';
import { tooManyImports } from '../domain/refusals.js';
import { ItemImportRepository } from '../persistence/item-import.repository.js';
import { showImport } from './import.lists.js';
import type { ItemImportDto } from './import-items.dto.js';

/** A longer one is none, and no index would hold it. */
const SKU_LENGTH = 40;

export type ImportWish = Readonly<{ lines: readonly CsvLine[]; dryRun: boolean }>;
type Loaded = { running: number };

/** Takes a file in, whatever its rows say: they are looked at afterwards. */
@Injectable()
export class BeginImportHandler implements CommandHandler<ImportWish, Loaded, ItemImportDto> {
  readonly name = 'begin-import';

  constructor(
    private readonly clock: Clock,
    private readonly imports: ItemImportRepository,
  ) {}

  /** Nothing is locked: several processes together may let in a few more, which does no harm. */
  async load(commands: readonly Command<ImportWish>[], tx: UnitOfWork): Promise<Loaded> {
    return { running: await this.imports.countRunning(tx, commands[0]!.companyId) };
  }

  handle({ companyId, actor, request: { lines, dryRun } }: Command<ImportWish>, loaded: Loaded, tx: UnitOfWork): Outcome<ItemImportDto> {
    if (loaded.running >= MOST_RUNNING) return tooManyImports(MOST_RUNNING);
    loaded.running += 1;
    const file = ItemImport.of({ companyId, id: newId(), dryRun, rowCount: lines.length, createdBy: actor, createdAt: this.clock.now() });
    const rows = lines.map(({ line, fields, fault }, at) =>
      Object.assign(new ItemImportRow(), {
        companyId,
        importId: file.id,
        rowNo: at + 1,
        line,
        sku: fields.sku !== undefined && fields.sku.length <= SKU_LENGTH ? fields.sku : null,
        fields,
        pointer: fault?.pointer ?? null,
        detail: fault?.detail ?? null,
      }),
    );
    tx.table(ItemImport).insert(tx, [file]);
    tx.table(ItemImportRow).insert(tx, rows);
    return showImport(file);
  }
}
