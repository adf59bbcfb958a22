import { type Caller, Commands, From, Located, RequiresPermission, Returns, Waits } from '@millrace/chassis';
import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { AwaitedOrders } from '../views/awaited-orders.js';
import { SalesOrderDto, UntilQuery } from '../views/sales-order.dto.js';
import { hasReached } from '../views/sales-order.view.js';
import { PlaceOrderDto } from './place-order.dto.js';
import { PlaceOrderHandler } from './place-order.handler.js';

@Controller('sales-orders')
export class PlaceOrderController {
  constructor(
    private readonly commands: Commands,
    private readonly placeOrder: PlaceOrderHandler,
    private readonly orders: AwaitedOrders,
  ) {}

  /** 202: the order is recorded; stock and credit answer later. `Prefer: wait=N` answers when they have, or when the order is so far. */
  @Post()
  @HttpCode(202)
  @Waits()
  @Located('/v1/sales-orders/{salesOrderId}')
  @RequiresPermission('orders.sales-order.place')
  @Returns(
    202,
    SalesOrderDto,
    'Place a sales order',
    'customer-unknown',
    'customer-inactive',
    'warehouse-unknown',
    'item-unknown',
    'item-inactive',
    'unit-unknown',
    'price-missing',
    'price-forbidden',
    'date-in-future',
    'backdate-forbidden',
    'quantity-too-small',
    'quantity-too-large',
    'amount-too-large',
    'company-not-ready',
  )
  async place(@Body() body: PlaceOrderDto, @Query() { until = 'decided' }: UntilQuery, @From() caller: Caller) {
    const answer = await this.commands.run(this.placeOrder, body, caller);
    const { salesOrderId, order } = answer.response;
    return {
      ...answer,
      response: await this.orders.until(caller.companyId, salesOrderId, caller.waitSeconds, (progress) => hasReached(progress, until), order),
    };
  }
}
