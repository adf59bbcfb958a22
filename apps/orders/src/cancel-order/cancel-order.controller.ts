import { type Caller, Commands, From, Located, RequiresPermission, Returns, Waiting } from '@millrace/chassis';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { SalesOrderDto } from '../views/sales-order.dto.js';
import { viewOf } from '../views/sales-order.view.js';
import { SalesOrderRepository } from '../persistence/sales-order.repository.js';
import { CancelOrderHandler } from './cancel-order.handler.js';

@Controller('sales-orders')
export class CancelOrderController {
  constructor(
    private readonly commands: Commands,
    private readonly cancelOrder: CancelOrderHandler,
    private readonly orders: SalesOrderRepository,
    private readonly waiting: Waiting,
  ) {}

  /** 202: before confirmation it is done; afterwards inventory decides what can still be given back. `Prefer: wait=N` waits for that. */
  @Post(':salesOrderId/cancellation')
  @HttpCode(202)
  @Located('/v1/sales-orders/{salesOrderId}')
  @RequiresPermission('orders.sales-order.cancel')
  @Returns(202, SalesOrderDto, 'Cancel what has not been shipped of an order', 'order-shipped', 'order-closed', 'cancellation-pending', 'version-stale')
  async cancel(@Param('salesOrderId') salesOrderId: string, @From() caller: Caller) {
    const answer = await this.commands.run(this.cancelOrder, { salesOrderId, seen: caller.ifMatch }, caller);
    const read = async () => {
      const found = await this.orders.byId(caller.companyId, salesOrderId);
      return viewOf(found!.order, found!.invoices);
    };
    return { ...answer, response: await this.waiting.until(salesOrderId, caller.waitSeconds, read, (order) => order.cancellation !== 'requested') };
  }
}
