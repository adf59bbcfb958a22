import { type Caller, column, defineList, From, ListReader, type ListRow, Lists, type Page, PageQuery } from '@millrace/chassis';
import { IsAmount, IsCurrency, IsId, IsLocalDate } from '@millrace/contracts';
import { Money } from '@millrace/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { isShippedFrom } from '../persistence/own-warehouses.js';

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

type Row = { id: string; order_id: string; dispatched_on: string; currency: string; total_cost: string };

export const SHIPMENTS = defineList({
  row: ShipmentDto,
  permission: 'inventory.stock.view',
  from: 'shipment',
  limits: { warehouses: isShippedFrom },
  columns: {
    shipmentId: column.id('id'),
    salesOrderId: column.id('order_id'),
    dispatchedOn: column.date('dispatched_on'),
    currency: column.text('currency'),
    totalCost: column.decimal('total_cost'),
  },
  order: '-shipmentId',
  show: showShipment,
});

@Controller('shipments')
export class ShipmentsController {
  constructor(private readonly lists: ListReader) {}

  @Get()
  @Lists(SHIPMENTS, 'Shipments, newest first; their lines are stock moves of the document')
  list(@Query() query: ShipmentsQuery, @From() caller: Caller): Promise<Page<ShipmentDto>> {
    return this.lists.page(SHIPMENTS, query, caller);
  }
}

function showShipment(each: ListRow): ShipmentDto {
  const row = each as Row;
  return {
    shipmentId: row.id,
    salesOrderId: row.order_id,
    dispatchedOn: row.dispatched_on,
    currency: row.currency,
    // To the last decimal, as the books have it: who filters or sorts by what is shown finds just that.
    totalCost: `${Money.of(row.total_cost, row.currency)}`,
  };
}
