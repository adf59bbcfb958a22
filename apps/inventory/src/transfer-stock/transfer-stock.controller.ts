import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Post } from '@nestjs/common';
import { TransferDto, TransferStockDto } from './transfer-stock.dto.js';
import { TransferStockHandler } from './transfer-stock.handler.js';

@Controller('stock-transfers')
export class TransferStockController {
  constructor(
    private readonly commands: Commands,
    private readonly transferStock: TransferStockHandler,
  ) {}

  @Post()
  @RequiresPermission('inventory.stock.transfer', { limits: ['warehouses'] })
  @Returns(
    201,
    TransferDto,
    'Move free stock between places of storage and transit',
    'stock-short',
    'stock-short-on-date',
    'location-unknown',
    'item-unknown',
    'item-inactive',
    'item-not-stocked',
    'unit-unknown',
    'quantity-too-small',
    'quantity-too-large',
    'amount-too-large',
    'warehouse-not-yours',
    'date-in-future',
    'backdate-forbidden',
    'company-not-ready',
  )
  transfer(@Body() body: TransferStockDto, @From() caller: Caller) {
    return this.commands.run(this.transferStock, body, caller);
  }
}
