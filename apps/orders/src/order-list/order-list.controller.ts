import { type Caller, Expands, From, ListReader, Lists, type Page, RequiresPermission, Returns, Waits } from '@millrace/chassis';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { AwaitedOrders } from '../views/awaited-orders.js';
import { SalesOrderDto, SalesOrdersQuery, SalesOrderSummaryDto, UntilQuery } from '../views/sales-order.dto.js';
import { SALES_ORDERS } from '../views/sales-order.list.js';
import { hasReached } from '../views/sales-order.view.js';

@Controller('sales-orders')
export class OrderListController {
  constructor(
    private readonly lists: ListReader,
    private readonly awaited: AwaitedOrders,
  ) {}

  @Get()
  @Lists(SALES_ORDERS, 'Sales orders, newest first')
  list(@Query() query: SalesOrdersQuery, @From() caller: Caller): Promise<Page<SalesOrderSummaryDto>> {
    return this.lists.page(SALES_ORDERS, query, caller);
  }

  /** With `Prefer: wait=N`, and `until` or a version in `If-None-Match`: answers when that has come, or after N seconds. */
  @Get(':salesOrderId')
  @Waits()
  @RequiresPermission('orders.sales-order.view')
  @Expands(SALES_ORDERS)
  @Returns(200, SalesOrderDto, 'One sales order, at once or when it is so far')
  get(@Param('salesOrderId') salesOrderId: string, @Query() { until }: UntilQuery, @From() caller: Caller): Promise<SalesOrderDto> {
    const seen = caller.ifNoneMatch;
    return this.awaited.until(caller.companyId, salesOrderId, caller.waitSeconds, (order) => (until ? hasReached(order, until) : order.version !== seen));
  }
}
