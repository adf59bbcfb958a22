import { groupBy, type LocalDate, Money, Quantity } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { AmountType, arrayLiteral, defineEntity, p, QuantityType, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { GoodsReturn, GoodsReturnSource, type ReceivedReturn, type ShippedPart } from '../domain/return-goods.js';

export const GoodsReturnSchema = defineEntity({
  class: GoodsReturn,
  tableName: 'goods_return',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    orderId: p.uuid().nullable(),
    locationId: p.uuid(),
    receivedOn: p.date().$type<LocalDate>(),
    currency: p.text(),
    totalCost: p.type(AmountType),
    recordedAt: p.datetime(),
  },
});

export const GoodsReturnSourceSchema = defineEntity({
  class: GoodsReturnSource,
  tableName: 'goods_return_source',
  properties: {
    companyId: p.uuid().primary(),
    returnId: p.uuid().primary(),
    lineNo: p.integer().primary(),
    shipmentId: p.uuid().primary(),
    orderId: p.uuid(),
    orderLineNo: p.integer(),
    quantity: p.type(QuantityType),
    cost: p.type(AmountType),
  },
});

// Goods have a move for each shipped line; a service was delivered with the first shipment of its order.
const SHIPPED_PARTS = statement(`
  with part as (
    select m.order_id, m.document_id as shipment_id, m.line_no, m.quantity, m.cost, m.posted_on as dispatched_on, m.recorded_at
    from stock_move m where m.company_id = $1 and m.order_id = any($2::uuid[]) and m.kind = 'shipment'
    union all
    select l.order_id, s.id, l.line_no, l.shipped, 0, s.dispatched_on, s.recorded_at from reservation_line l
    join lateral (select id, dispatched_on, recorded_at from shipment s where s.company_id = l.company_id and s.order_id = l.order_id order by recorded_at, id limit 1) s on true
    where l.company_id = $1 and l.order_id = any($2::uuid[]) and l.kind = 'service' and l.shipped > 0
  )
  select p.order_id, p.shipment_id, p.line_no, p.quantity, p.cost, p.dispatched_on,
    coalesce((select sum(r.quantity) from goods_return_source r
      where r.company_id = $1 and r.order_id = p.order_id and r.order_line_no = p.line_no and r.shipment_id = p.shipment_id), 0) as returned
  from part p order by p.recorded_at, p.shipment_id, p.line_no`);

type PartRow = { order_id: string; shipment_id: string; line_no: number; quantity: string; cost: string; dispatched_on: string; returned: string };

@Injectable()
export class ReturnRepository {
  /** What was shipped of each order, oldest shipment first, with what has come back. Their reservations are locked. */
  async shippedParts(tx: UnitOfWork, companyId: string, orderIds: readonly string[], currency: string): Promise<Map<string, ShippedPart[]>> {
    if (orderIds.length === 0) return new Map();
    const rows = await tx.query<PartRow>(SHIPPED_PARTS, [companyId, arrayLiteral(orderIds, false)]);
    const byOrder = groupBy(rows, (row) => row.order_id);
    return new Map([...byOrder].map(([orderId, parts]) => [orderId, parts.map((row) => partOf(row, currency))]));
  }

  add(tx: UnitOfWork, { goodsReturn, sources }: ReceivedReturn): void {
    tx.insert(goodsReturn, ...sources);
  }
}

function partOf(row: PartRow, currency: string): ShippedPart {
  return {
    shipmentId: row.shipment_id,
    orderLineNo: row.line_no,
    quantity: Quantity.of(row.quantity),
    cost: Money.of(row.cost, currency),
    returned: Quantity.of(row.returned),
    dispatchedOn: row.dispatched_on as LocalDate,
  };
}
