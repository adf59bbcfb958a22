import { type Caller, From, RequiresPermission, Returns } from '@millrace/chassis';
import { IsLines, IsLocalDate } from '@millrace/contracts';
import { Database, statement } from '@millrace/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { IsIn, IsInt, IsOptional } from 'class-validator';
import { ORDER_STATUSES, type OrderStatus } from '../domain/sales-order.js';

export class OrderSummaryQuery {
  @IsOptional() @IsLocalDate() readonly from?: string;
  @IsOptional() @IsLocalDate() readonly to?: string;
}

export class OrderTotalDto {
  @IsIn(ORDER_STATUSES) readonly status!: OrderStatus;
  @IsInt() readonly orders!: number;
  @IsInt() readonly lines!: number;
}

export class OrderSummaryDto {
  @IsInt() readonly customers!: number;
  @IsLines(() => OrderTotalDto, { min: 0 }) readonly orders!: readonly OrderTotalDto[];
  @IsInt() readonly returns!: number;
  @IsInt() readonly returnLines!: number;
}

const ORDERS = statement(`
  select o.status, count(distinct o.id) as orders, count(*) as lines from sales_order o
  join sales_order_line l on l.company_id = o.company_id and l.order_id = o.id
  where o.company_id = $1 and ($2::date is null or o.document_on >= $2) and ($3::date is null or o.document_on <= $3) group by o.status order by o.status`);
const RETURNS = statement(`
  select count(distinct r.id) as returns, count(*) as lines from sales_return r
  join sales_return_line l on l.company_id = r.company_id and l.return_id = r.id
  where r.company_id = $1 and ($2::date is null or r.document_on >= $2) and ($3::date is null or r.document_on <= $3)`);
const CUSTOMERS = statement('select count(*) as customers from customer where company_id = $1');

@Controller('order-summary')
export class OrderSummaryController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @RequiresPermission('orders.sales-order.view')
  @Returns(200, OrderSummaryDto, 'How many orders and returns there are, by state, over document dates')
  summary(@Query() query: OrderSummaryQuery, @From() caller: Caller): Promise<OrderSummaryDto> {
    const values = [caller.companyId, query.from ?? null, query.to ?? null];
    return this.database.transaction(caller.companyId, async (tx) => {
      const [orders, [returns], [customers]] = await Promise.all([
        tx.query<OrderTotalDto>(ORDERS, values),
        tx.query<{ returns: number; lines: number }>(RETURNS, values),
        tx.query<{ customers: number }>(CUSTOMERS, [caller.companyId]),
      ]);
      return { customers: customers!.customers, orders, returns: returns!.returns, returnLines: returns!.lines };
    });
  }
}
