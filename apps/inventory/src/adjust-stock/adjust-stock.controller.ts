import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Post } from '@nestjs/common';
import { AdjustmentDto, AdjustStockDto } from './adjust-stock.dto.js';
import { AdjustStockHandler } from './adjust-stock.handler.js';

@Controller('stock-adjustments')
export class AdjustStockController {
  constructor(
    private readonly commands: Commands,
    private readonly adjustStock: AdjustStockHandler,
  ) {}

  @Post()
  @RequiresPermission('inventory.stock.adjust', { limits: ['warehouses'] })
  @Returns(
    201,
    AdjustmentDto,
    'Book stock that was found or lost',
    'stock-short',
    'stock-short-on-date',
    'item-unknown',
    'item-inactive',
    'unit-unknown',
    'quantity-too-small',
    'quantity-too-large',
    'amount-too-large',
    'warehouse-unknown',
    'location-unknown',
    'warehouse-not-yours',
    'date-in-future',
    'backdate-forbidden',
    'company-not-ready',
  )
  adjust(@Body() body: AdjustStockDto, @From() caller: Caller) {
    return this.commands.run(this.adjustStock, body, caller);
  }
}
