import { type Caller, Commands, cursorOf, From, limitOf, type Page, pageOf, RequiresPermission, Returns } from '@millrace/chassis';
import { Money } from '@millrace/kernel';
import { Database, statement } from '@millrace/persistence';
import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { PriceDto, PricesQuery, SetPriceDto, SetPricesDto } from './prices.dto.js';
import { SetPriceHandler } from './set-price.handler.js';

const LIST = statement(`
  select i.sku, p.valid_from, p.unit_price, p.currency, p.version from item_price p
  join item_copy i on i.company_id = p.company_id and i.item_id = p.item_id
  where p.company_id = $1 and (i.sku, p.valid_from) > ($2, $3::date) and ($4::text is null or i.sku = $4) order by i.sku, p.valid_from limit $5`);

type Row = { sku: string; valid_from: string; unit_price: string; currency: string; version: number };

@Controller('prices')
export class PricesController {
  constructor(
    private readonly commands: Commands,
    private readonly setPrice: SetPriceHandler,
    @Inject(Database) private readonly database: Database,
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
  @RequiresPermission('orders.price.view')
  @Returns(200, { page: PriceDto }, 'Prices by SKU and day')
  async list(@Query() query: PricesQuery, @From() caller: Caller): Promise<Page<PriceDto>> {
    const limit = limitOf(query);
    const [sku = '', validFrom = '0001-01-01'] = cursorOf(query, 2) ?? [];
    const rows = await this.database.transaction(caller.companyId, (tx) =>
      tx.query<Row>(LIST, [caller.companyId, sku, validFrom, query.sku ?? null, limit + 1]),
    );
    return pageOf(rows, limit, show, (row) => [row.sku, row.valid_from]);
  }
}

function show(row: Row): PriceDto {
  return { sku: row.sku, validFrom: row.valid_from, unitPrice: `${Money.of(row.unit_price, row.currency)}`, currency: row.currency, version: row.version };
}
