import { type Caller, cursorOf, From, limitOf, type Page, pageOf, RequiresPermission, Returns } from '@millrace/chassis';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { SalesOrderRepository } from '../persistence/sales-order.repository.js';
import { AwaitedOrders } from '../views/awaited-orders.js';
import { SalesOrderDto, SalesOrdersQuery, SalesOrderSummaryDto, UntilQuery } from '../views/sales-order.dto.js';
import { hasReached, summaryOf } from '../views/sales-order.view.js';

@Controller('sales-orders')
export class OrderListController {
  constructor(
    private readonly orders: SalesOrderRepository,
    private readonly awaited: AwaitedOrders,
  ) {}

  @Get()
  @RequiresPermission('orders.sales-order.view')
  @Returns(200, { page: SalesOrderSummaryDto }, 'Sales orders, newest first')
  async list(@Query() query: SalesOrdersQuery, @From() caller: Caller): Promise<Page<SalesOrderSummaryDto>> {
    const limit = limitOf(query);
    const [before = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = cursorOf(query, 1) ?? [];
    return pageOf(await this.orders.list(caller.companyId, query, before, limit + 1), limit, summaryOf, (order) => [order.id]);
  }

  /** With `Prefer: wait=N`, and `until` or a version in `If-None-Match`: answers when that has come, or after N seconds. */
  @Get(':salesOrderId')
  @RequiresPermission('orders.sales-order.view')
  @Returns(200, SalesOrderDto, 'One sales order, at once or when it is so far')
  get(@Param('salesOrderId') salesOrderId: string, @Query() { until }: UntilQuery, @From() caller: Caller): Promise<SalesOrderDto> {
    const seen = caller.ifNoneMatch;
    return this.awaited.until(caller.companyId, salesOrderId, caller.waitSeconds, (order) => (until ? hasReached(order, until) : order.version !== seen));
  }
}
