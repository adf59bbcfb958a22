import { type Caller, cursorOf, From, limitOf, type Page, pageOf, PageQuery, RequiresPermission, Returns } from '@millrace/chassis';
import { IsAmount, IsCurrency, IsId, IsLocalDate } from '@millrace/contracts';
import { Database, statement } from '@millrace/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';

export class ShipmentsQuery extends PageQuery {
  @IsOptional() @IsId() readonly salesOrderId?: string;
}

export class ShipmentDto {
  @IsId() readonly shipmentId!: string;
  @IsId() readonly salesOrderId!: string;
  @IsLocalDate() readonly dispatchedOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly totalCost!: string;
}

const SHIPMENTS = statement(`
  select id, order_id, dispatched_on, currency, total_cost::numeric(19,2)::text as total_cost from shipment
  where company_id = $1 and id < $2::uuid and ($3::uuid is null or order_id = $3) order by id desc limit $4`);

type Row = { id: string; order_id: string; dispatched_on: string; currency: string; total_cost: string };

@Controller('shipments')
export class ShipmentsController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @RequiresPermission('inventory.stock.view')
  @Returns(200, { page: ShipmentDto }, 'Shipments, newest first; their lines are stock moves of the document')
  async list(@Query() query: ShipmentsQuery, @From() caller: Caller): Promise<Page<ShipmentDto>> {
    const limit = limitOf(query);
    const [before = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = cursorOf(query, 1) ?? [];
    const rows = await this.database.transaction(caller.companyId, (tx) =>
      tx.query<Row>(SHIPMENTS, [caller.companyId, before, query.salesOrderId ?? null, limit + 1]),
    );
    return pageOf(rows, limit, show, (row) => [row.id]);
  }
}

function show(row: Row): ShipmentDto {
  return { shipmentId: row.id, salesOrderId: row.order_id, dispatchedOn: row.dispatched_on, currency: row.currency, totalCost: row.total_cost };
}
