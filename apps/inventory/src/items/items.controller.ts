import { type Caller, Commands, CsvRows, From, ListReader, Lists, type Page, ProblemException, RequiresPermission, Returns, TakesCsv } from '@millrace/chassis';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ItemRepository } from '../persistence/item.repository.js';
import { ItemDto } from '../views/item.dto.js';
import { ItemRowDto } from '../views/item-row.dto.js';
import { ITEMS } from '../views/item.list.js';
import { showItem } from '../views/item.view.js';
import { ChangeItemHandler } from './change-item.handler.js';
import { CreateItemHandler } from './create-item.handler.js';
import { type ItemRows, ImportItemsHandler } from './import-items.handler.js';
import { ChangeItemDto, CreateItemDto, CreateItemsDto, ImportedDto, ItemsQuery } from './items.dto.js';

@Controller('items')
export class ItemsController {
  constructor(
    private readonly commands: Commands,
    private readonly createItem: CreateItemHandler,
    private readonly importItems: ImportItemsHandler,
    private readonly changeItem: ChangeItemHandler,
    private readonly items: ItemRepository,
    private readonly lists: ListReader,
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
  @Lists(ITEMS, 'Items by SKU')
  list(@Query() query: ItemsQuery, @From() caller: Caller): Promise<Page<ItemDto>> {
    return this.lists.page(ITEMS, query, caller);
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
