import { type Caller, From, ListReader, Lists, type Page } from '@millrace/chassis';
import { Controller, Get, Query } from '@nestjs/common';
import { MovesQuery, type StockDto, type StockMoveDto, StockQuery } from './stock-list.dto.js';
import { STOCK, STOCK_MOVES } from './stock.lists.js';

@Controller()
export class StockListController {
  constructor(private readonly lists: ListReader) {}

  @Get('stock')
  @Lists(STOCK, 'Stock by item and location, now or at the end of a day')
  list(@Query() query: StockQuery, @From() caller: Caller): Promise<Page<StockDto>> {
    return this.lists.page(STOCK, query, caller);
  }

  @Get('stock-moves')
  @Lists(STOCK_MOVES, 'Stock moves, newest first')
  moves(@Query() query: MovesQuery, @From() caller: Caller): Promise<Page<StockMoveDto>> {
    return this.lists.page(STOCK_MOVES, query, caller);
  }
}
