import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ReceiptDto, ReceiveAllGoodsDto, ReceiveGoodsDto } from './receive-goods.dto.js';
import { ReceiveGoodsHandler } from './receive-goods.handler.js';

@Controller('receipts')
export class ReceiveGoodsController {
  constructor(
    private readonly commands: Commands,
    private readonly receiveGoods: ReceiveGoodsHandler,
  ) {}

  @Post()
  @RequiresPermission('inventory.stock.receive', { limits: ['warehouses'] })
  @Returns(
    201,
    ReceiptDto,
    'Receive goods: a purchase, or stock that was there before',
    'item-unknown',
    'item-inactive',
    'item-not-stocked',
    'unit-unknown',
    'quantity-too-small',
    'quantity-too-large',
    'amount-too-large',
    'warehouse-unknown',
    'warehouse-not-yours',
    'date-in-future',
    'backdate-forbidden',
    'company-not-ready',
  )
  receive(@Body() body: ReceiveGoodsDto, @From() caller: Caller) {
    return this.commands.run(this.receiveGoods, body, caller);
  }

  @Post('bulk')
  @HttpCode(200)
  @RequiresPermission('inventory.stock.receive', { limits: ['warehouses'] })
  @Returns(
    200,
    { bulk: ReceiptDto },
    'Up to 1000 receipts, each with a result of its own',
    'item-unknown',
    'item-inactive',
    'item-not-stocked',
    'unit-unknown',
    'quantity-too-small',
    'quantity-too-large',
    'amount-too-large',
    'warehouse-unknown',
    'warehouse-not-yours',
    'date-in-future',
    'backdate-forbidden',
    'company-not-ready',
  )
  async receiveAll(@Body() { receipts }: ReceiveAllGoodsDto, @From() caller: Caller) {
    return { results: await this.commands.runAll(this.receiveGoods, receipts, caller) };
  }
}
