import {
  type Caller,
  Commands,
  CsvRows,
  cursorOf,
  From,
  limitOf,
  type Page,
  pageOf,
  ProblemException,
  RequiresPermission,
  Returns,
  TakesCsv,
} from '@millrace/chassis';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ItemRepository } from '../persistence/item.repository.js';
import { ChangeItemHandler } from './change-item.handler.js';
import { CreateItemHandler, showItem } from './create-item.handler.js';
import { type ItemRows, ImportItemsHandler } from './import-items.handler.js';
import { ChangeItemDto, CreateItemDto, CreateItemsDto, ImportedDto, ItemDto, ItemRowDto, ItemsQuery } from './items.dto.js';

@Controller('items')
export class ItemsController {
  constructor(
    private readonly commands: Commands,
    private readonly createItem: CreateItemHandler,
    private readonly importItems: ImportItemsHandler,
    private readonly changeItem: ChangeItemHandler,
    private readonly items: ItemRepository,
  ) {}

  @Post()
  @RequiresPermission('inventory.item.create')
  @Returns(201, ItemDto, 'Create an item or a service', 'item-exists', 'unit-repeated')
  create(@Body() body: CreateItemDto, @From() caller: Caller) {
    return this.commands.run(this.createItem, body, caller);
  }

  @Post('bulk')
  @HttpCode(200)
  @RequiresPermission('inventory.item.create')
  @Returns(200, { bulk: ItemDto }, 'Create up to 1000 items, each with a result of its own', 'item-exists', 'unit-repeated')
  async createAll(@Body() { items }: CreateItemsDto, @From() caller: Caller) {
    return { results: await this.commands.runAll(this.createItem, items, caller) };
  }

  @Post('import')
  @RequiresPermission('inventory.item.create')
  @TakesCsv(ItemRowDto, 1_000)
  @Returns(201, ImportedDto, 'Create the items of a CSV file of up to 1000 rows, all of them or none', 'csv-refused')
  importAll(@CsvRows() rows: ItemRows, @From() caller: Caller) {
    return this.commands.run(this.importItems, rows, caller);
  }

  @Get()
  @RequiresPermission('inventory.item.view')
  @Returns(200, { page: ItemDto }, 'Items by SKU')
  async list(@Query() query: ItemsQuery, @From() caller: Caller): Promise<Page<ItemDto>> {
    const limit = limitOf(query);
    const [after = ''] = cursorOf(query, 1) ?? [];
    const filter = { sku: query.sku, kind: query.kind, name: query.name, active: query.active === undefined ? undefined : query.active === 'true' };
    return pageOf(await this.items.list(caller.companyId, filter, after, limit + 1), limit, showItem, (item) => [item.sku]);
  }

  @Get(':itemId')
  @RequiresPermission('inventory.item.view')
  @Returns(200, ItemDto, 'One item')
  async get(@Param('itemId') itemId: string, @From() caller: Caller): Promise<ItemDto> {
    const item = await this.items.byId(caller.companyId, itemId);
    if (!item) throw new ProblemException(404, 'not-found', 'There is no item with this id.');
    return showItem(item);
  }

  @Patch(':itemId')
  @RequiresPermission('inventory.item.change')
  @Returns(200, ItemDto, 'Rename an item, change its units or tax category, or (de)activate it')
  change(@Param('itemId') itemId: string, @Body() body: ChangeItemDto, @From() caller: Caller) {
    return this.commands.run(this.changeItem, { ...body, itemId, seen: caller.requireIfMatch() }, caller);
  }
}
