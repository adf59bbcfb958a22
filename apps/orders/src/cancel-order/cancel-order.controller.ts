import { type Caller, Commands, From, Located, RequiresPermission, Returns, Waits } from '@millrace/chassis';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { AwaitedOrders } from '../views/awaited-orders.js';
import { SalesOrderDto } from '../views/sales-order.dto.js';
import type { Progress } from '../views/sales-order.view.js';
import { CancelOrderHandler } from './cancel-order.handler.js';

@Controller('sales-orders')
export class CancelOrderController {
  constructor(
    private readonly commands: Commands,
    private readonly cancelOrder: CancelOrderHandler,
    private readonly orders: AwaitedOrders,
  ) {}

  /** 202: before confirmation it is done; afterwards inventory decides what can still be given back. `Prefer: wait=N` waits for that. */
  @Post(':salesOrderId/cancellation')
  @HttpCode(202)
  @Waits()
  @Located('/v1/sales-orders/{salesOrderId}')
  @RequiresPermission('orders.sales-order.cancel')
  @Returns(202, SalesOrderDto, 'Cancel what has not been shipped of an order', 'order-shipped', 'order-closed', 'cancellation-pending', 'version-stale')
  async cancel(@Param('salesOrderId') salesOrderId: string, @From() caller: Caller) {
    const answer = await this.commands.run(this.cancelOrder, { salesOrderId, seen: caller.ifMatch }, caller);
    const isAnswered = ({ cancellation }: Progress) => cancellation !== 'requested';
    return { ...answer, response: await this.orders.until(caller.companyId, salesOrderId, caller.waitSeconds, isAnswered) };
  }
}
