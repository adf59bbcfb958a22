import { ShipmentDispatched, type ShippedLineV1 } from '@millrace/contracts';
import { Decimal, laterOf, type LocalDate, Money, newId, Quantity, sumBy } from '@millrace/kernel';
import type { Levels } from './levels.js';
import type { Reservation, ReservationLine } from './reservation.js';
import { waitingTotal } from './reserve-for-order.js';
import type { StockLevel } from './stock-level.js';
import { stockMove, type StockMove } from './stock-move.js';

/** Goods of one order that left together. */
export class Shipment {
  companyId!: string;
  id!: string;
  orderId!: string;
  dispatchedOn!: LocalDate;
  currency!: string;
  totalCost!: Decimal;
  recordedAt!: Date;
}

export type Dispatch = Readonly<{
  shipment: Shipment;
  moves: readonly StockMove[];
  fact: ReturnType<typeof ShipmentDispatched.of>;
}>;

export type ShippingContext = Readonly<{ customerLocationId: string; currency: string; today: LocalDate; now: Date }>;

/**
 * Ships what is held for a confirmed order: all that is there, or for `ship-complete` only when nothing is waited for.
 * Its services count as delivered with its first shipment, alone when it has no goods.
 *
 * The cost of each line is fixed here, by the moving average. A backdated order ships on its own date, or on the first
 * later one since which its goods were there on every day, so that stock was below zero on none.
 *
 * @returns undefined when there is nothing to ship now.
 */
export function shipReservation(reservation: Reservation, levels: Levels, context: ShippingContext): Dispatch | undefined {
  if (!reservation.confirmed) return undefined;
  if (reservation.policy === 'ship-complete' && waitingTotal(reservation).isPositive()) return undefined;
  const goods = reservation.goods.filter((line) => line.reserved.isPositive());
  const services = reservation.lines.filter((line) => !line.isGoods && line.open.isPositive());
  const onlyServicesLeft = reservation.goods.every((line) => line.open.isZero());
  if (goods.length === 0 && !(services.length > 0 && onlyServicesLeft)) return undefined;

  const id = newId();
  const dispatchedOn = dispatchDate(reservation, goods, levels, context.today);
  const common = {
    companyId: reservation.companyId,
    kind: 'shipment',
    documentId: id,
    orderId: reservation.orderId,
    documentOn: dispatchedOn,
    recordedAt: context.now,
  } as const;
  const moves: StockMove[] = [];
  const shipped: ShippedLineV1[] = [];
  for (const line of [...goods, ...services].sort((a, b) => a.lineNo - b.lineNo)) {
    const quantity = line.isGoods ? line.reserved : line.open;
    const cost = line.isGoods
      ? issue(line, quantity, levels.of(line.itemId, reservation.locationId), dispatchedOn, context.currency)
      : Money.zero(context.currency);
    shipped.push({ lineNo: line.lineNo, itemId: line.itemId, kind: line.kind, quantity: `${quantity}`, shippedBefore: `${line.shipped}`, cost: `${cost}` });
    line.shipped = line.shipped.plus(quantity);
    if (!line.isGoods) continue;
    moves.push(
      stockMove({ ...common, itemId: line.itemId, lineNo: line.lineNo, quantity, cost, from: reservation.locationId, to: context.customerLocationId }),
    );
  }
  const totalCost = Money.sum(
    shipped.map((line) => Money.of(line.cost, context.currency)),
    context.currency,
  );
  const shipment = Object.assign(new Shipment(), {
    companyId: reservation.companyId,
    id,
    orderId: reservation.orderId,
    dispatchedOn,
    currency: context.currency,
    totalCost: totalCost.toDecimal(),
    recordedAt: context.now,
  });
  const final = reservation.lines.every((line) => line.open.isZero());
  const fact = ShipmentDispatched.of({
    shipmentId: id,
    salesOrderId: reservation.orderId,
    dispatchedOn,
    currency: context.currency,
    totalCost: `${totalCost}`,
    final,
    lines: shipped,
  });
  return { shipment, moves, fact };
}

function issue(line: ReservationLine, quantity: Quantity, level: StockLevel, on: LocalDate, currency: string): Money {
  level.release(quantity);
  line.reserved = line.reserved.minus(quantity);
  return level.issue(quantity, currency, on);
}

function dispatchDate({ backdated, documentOn, locationId }: Reservation, goods: readonly ReservationLine[], levels: Levels, today: LocalDate): LocalDate {
  if (!backdated) return today;
  const quantities = sumBy(
    goods,
    (line) => line.itemId,
    (line) => line.reserved,
  );
  return [...quantities].reduce((date, [itemId, quantity]) => laterOf(date, levels.of(itemId, locationId).thereSince(quantity, date)), documentOn);
}
