import { type Caller, column, Commands, defineList, From, ListReader, Lists, type Page, refersTo, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ItemPrice } from '../domain/item-copy.js';
import { KNOWN_ITEMS } from '../views/known-item.list.js';
import { PriceDto, PricesQuery, SetPriceDto, SetPricesDto } from './prices.dto.js';
import { SetPriceHandler, showPrice } from './set-price.handler.js';

const PRICES = defineList({
  row: PriceDto,
  permission: 'orders.price.view',
  from: 'item_price p join item_copy i on i.company_id = p.company_id and i.item_id = p.item_id',
  company: 'p.company_id',
  select: 'p.*, i.sku',
  columns: {
    sku: column.text('i.sku'),
    validFrom: column.date('p.valid_from'),
    unitPrice: column.decimal('p.unit_price'),
    currency: column.text('p.currency'),
  },
  order: 'sku,validFrom',
  references: { item: refersTo(() => KNOWN_ITEMS, 'sku') },
  show: (row, database) => showPrice(database.table(ItemPrice).read(row), String(row.sku)),
});

@Controller('prices')
export class PricesController {
  constructor(
    private readonly commands: Commands,
    private readonly setPrice: SetPriceHandler,
    private readonly lists: ListReader,
  ) {}

  @Post()
  @RequiresPermission('orders.price.set')
  @Returns(201, PriceDto, 'Set the price of an item from a day on', 'item-unknown', 'company-not-ready')
  set(@Body() body: SetPriceDto, @From() caller: Caller) {
    return this.commands.run(this.setPrice, body, caller);
  }

  @Post('bulk')
  @HttpCode(200)
  @RequiresPermission('orders.price.set')
  @Returns(200, { bulk: PriceDto }, 'Set up to 1000 prices, each with a result of its own', 'item-unknown', 'company-not-ready')
  async setAll(@Body() { prices }: SetPricesDto, @From() caller: Caller) {
    return { results: await this.commands.runAll(this.setPrice, prices, caller) };
  }

  @Get()
  @Lists(PRICES, 'Prices by SKU and day')
  list(@Query() query: PricesQuery, @From() caller: Caller): Promise<Page<PriceDto>> {
    return this.lists.page(PRICES, query, caller);
  }
}
