import { ReturnReceived, type ReturnAuthorisedV1, type ReturnedFromV1, type ReturnReceivedLineV1 } from '@millrace/contracts';
import { assert, Decimal, laterOf, type LocalDate, Money, partOf, Quantity } from '@millrace/kernel';
import type { Levels } from './levels.js';
import { stockMove, type StockMove } from './stock-move.js';

/** Goods that a customer sent back. */
export class GoodsReturn {
  companyId!: string;
  id!: string;
  orderId!: string | null;
  locationId!: string;
  receivedOn!: LocalDate;
  currency!: string;
  totalCost!: Decimal;
  recordedAt!: Date;
}

/** From which shipment, and at which part of its cost, a line of a return came back. */
export class GoodsReturnSource {
  companyId!: string;
  returnId!: string;
  lineNo!: number;
  shipmentId!: string;
  orderId!: string;
  orderLineNo!: number;
  quantity!: Quantity;
  cost!: Decimal;
}

/** What a shipment took of an order's line, and what of it has come back already. */
export type ShippedPart = Readonly<{
  shipmentId: string;
  orderLineNo: number;
  quantity: Quantity;
  cost: Money;
  returned: Quantity;
  dispatchedOn: LocalDate;
}>;

export type ReturnContext = Readonly<{
  companyId: string;
  locationId: string;
  customerLocationId: string;
  currency: string;
  receivedOn: LocalDate;
  now: Date;
}>;

export type ReceivedReturn = Readonly<{
  goodsReturn: GoodsReturn;
  sources: readonly GoodsReturnSource[];
  moves: readonly StockMove[];
  fact: ReturnType<typeof ReturnReceived.of>;
}>;

/**
 * Receives what a customer sends back. Of an order it comes back at the cost of its issue, from the oldest shipment
 * first; all that a shipment took, returned in parts, comes back at exactly its cost. Without an order the cost is given.
 * Goods come back on no day before they left, whatever the date on the return.
 *
 * @param shipped Every shipped part of the order, oldest shipment first; empty for a return without order.
 * @throws InvariantBroken when more comes back than was shipped: orders authorises at most that.
 */
export function receiveReturn(authorised: ReturnAuthorisedV1, shipped: readonly ShippedPart[], levels: Levels, context: ReturnContext): ReceivedReturn {
  const sources: GoodsReturnSource[] = [];
  const moves: StockMove[] = [];
  const taken = new Map<ShippedPart, Quantity>();
  const origins = authorised.lines.map((line) =>
    line.orderLineNo === undefined ? [] : sourcesOf(shipped, line.orderLineNo, Quantity.of(line.quantity), taken),
  );
  const receivedOn = origins.flat().reduce((date, { part }) => laterOf(date, part.dispatchedOn), context.receivedOn);
  const lines = authorised.lines.map((line, index): ReturnReceivedLineV1 => {
    const quantity = Quantity.of(line.quantity);
    const from = origins[index]!;
    const cost =
      line.orderLineNo === undefined
        ? Money.of(line.unitCost ?? '0', context.currency)
            .times(quantity)
            .rounded()
        : Money.sum(
            from.map((each) => each.cost),
            context.currency,
          );
    for (const { part, quantity: some, cost: share } of from) {
      sources.push(
        Object.assign(new GoodsReturnSource(), {
          companyId: context.companyId,
          returnId: authorised.returnId,
          lineNo: line.lineNo,
          shipmentId: part.shipmentId,
          orderId: authorised.salesOrderId,
          orderLineNo: part.orderLineNo,
          quantity: some,
          cost: share.toDecimal(),
        }),
      );
    }
    if (line.kind === 'stocked') {
      levels.of(line.itemId, context.locationId).receive(quantity, cost, receivedOn);
      moves.push(
        stockMove({
          companyId: context.companyId,
          itemId: line.itemId,
          from: context.customerLocationId,
          to: context.locationId,
          quantity,
          cost,
          kind: 'return',
          documentId: authorised.returnId,
          lineNo: line.lineNo,
          orderId: authorised.salesOrderId,
          documentOn: authorised.documentOn as LocalDate,
          postedOn: receivedOn,
          recordedAt: context.now,
        }),
      );
    }
    return {
      lineNo: line.lineNo,
      orderLineNo: line.orderLineNo,
      itemId: line.itemId,
      quantity: `${quantity}`,
      cost: `${cost}`,
      from: from.map(
        ({ part, before, quantity: some }): ReturnedFromV1 => ({
          shipmentId: part.shipmentId,
          quantity: `${some}`,
          returnedBefore: `${before}`,
          shipped: `${part.quantity}`,
        }),
      ),
    };
  });
  const totalCost = Money.sum(
    lines.map((line) => Money.of(line.cost, context.currency)),
    context.currency,
  );
  const { returnId, salesOrderId } = authorised;
  const goodsReturn = Object.assign(new GoodsReturn(), {
    companyId: context.companyId,
    id: returnId,
    orderId: salesOrderId ?? null,
    locationId: context.locationId,
    receivedOn,
    currency: context.currency,
    totalCost: totalCost.toDecimal(),
    recordedAt: context.now,
  });
  const fact = ReturnReceived.of({ returnId, salesOrderId, receivedOn, currency: context.currency, totalCost: `${totalCost}`, lines });
  return { goodsReturn, sources, moves, fact };
}

type Source = Readonly<{ part: ShippedPart; before: Quantity; quantity: Quantity; cost: Money }>;

function sourcesOf(shipped: readonly ShippedPart[], orderLineNo: number, quantity: Quantity, taken: Map<ShippedPart, Quantity>): Source[] {
  const sources: Source[] = [];
  let left = quantity;
  for (const part of shipped) {
    if (part.orderLineNo !== orderLineNo || !left.isPositive()) continue;
    const before = part.returned.plus(taken.get(part) ?? Quantity.zero);
    const some = left.atMost(part.quantity.minus(before));
    if (!some.isPositive()) continue;
    sources.push({ part, before, quantity: some, cost: partOf(part.cost, part.quantity, before, some) });
    taken.set(part, (taken.get(part) ?? Quantity.zero).plus(some));
    left = left.minus(some);
  }
  assert(left.isZero(), `line ${orderLineNo}: more comes back than was shipped`);
  return sources;
}
