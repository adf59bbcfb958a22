import {
  type Caller,
  Commands,
  type CsvLine,
  CsvLines,
  From,
  ListReader,
  Lists,
  Located,
  type Page,
  ProblemException,
  RequiresPermission,
  Returns,
  TakesCsv,
  Waiting,
  Waits,
} from '@millrace/chassis';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ItemImportRepository } from '../persistence/item-import.repository.js';
import { ItemRowDto } from '../views/item-row.dto.js';
import { BeginImportHandler } from './begin-import.handler.js';
import { ITEM_IMPORTS, REFUSED_ROWS, showImport } from './import.lists.js';
import { ImportQuery, ItemImportDto, ItemImportsQuery, type RefusedRowDto } from './import-items.dto.js';

/** As many rows as a body has room for. */
const ROWS = 50_000;

@Controller('item-imports')
export class ImportItemsController {
  constructor(
    private readonly commands: Commands,
    private readonly beginImport: BeginImportHandler,
    private readonly imports: ItemImportRepository,
    private readonly lists: ListReader,
    private readonly waiting: Waiting,
  ) {}

  /** 202: the file is there; its rows are taken on one after the other. `Prefer: wait=N` waits for the last one. */
  @Post()
  @HttpCode(202)
  @Waits()
  @Located('/v1/item-imports/{itemImportId}')
  @RequiresPermission('inventory.item.create')
  @TakesCsv(ItemRowDto, ROWS)
  @Returns(202, ItemImportDto, 'Create the items of a large CSV file, each row by itself, or see what would become of them', 'csv-refused', 'too-many-imports')
  async begin(@CsvLines() lines: readonly CsvLine[], @Query() { dryRun }: ImportQuery, @From() caller: Caller) {
    const answer = await this.commands.run(this.beginImport, { lines, dryRun: dryRun === 'true' }, caller);
    return { ...answer, response: await this.read(answer.response.itemImportId, caller) };
  }

  @Get()
  @Lists(ITEM_IMPORTS, 'Imports of items, newest first')
  list(@Query() query: ItemImportsQuery, @From() caller: Caller): Promise<Page<ItemImportDto>> {
    return this.lists.page(ITEM_IMPORTS, query, caller);
  }

  @Get(':itemImportId')
  @Waits()
  @RequiresPermission('inventory.item.create')
  @Returns(200, ItemImportDto, 'How far an import is, at once or when it is done')
  get(@Param('itemImportId') itemImportId: string, @From() caller: Caller): Promise<ItemImportDto> {
    return this.read(itemImportId, caller);
  }

  @Get(':itemImportId/refused-rows')
  @Lists(REFUSED_ROWS, 'Rows of an import that were refused, and why, in the order of the file')
  async refused(@Param('itemImportId') itemImportId: string, @Query() query: ItemImportsQuery, @From() caller: Caller): Promise<Page<RefusedRowDto>> {
    await this.find(itemImportId, caller);
    return this.lists.page(REFUSED_ROWS, { ...query, itemImportId }, caller);
  }

  private read(id: string, caller: Caller): Promise<ItemImportDto> {
    return this.waiting.until(id, caller.waitSeconds, { read: () => this.find(id, caller), wanted: ({ state }) => state === 'done' });
  }

  private async find(id: string, caller: Caller): Promise<ItemImportDto> {
    const found = await this.imports.byId(caller.companyId, id);
    if (!found) throw new ProblemException(404, 'not-found', 'There is no import with this id.');
    return showImport(found);
  }
}
