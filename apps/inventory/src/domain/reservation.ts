import { ReservationReleased, type SalesOrderPlacedV1, type ShortStockPolicy, StockReserved, type ItemKind } from '@millrace/contracts';
import { laterOf, type LocalDate, Quantity } from '@millrace/kernel';
import type { StockLevel } from './stock-level.js';

/** One line of a sales order as inventory sees it: reserved + waiting + shipped + released = ordered, for goods. */
export class ReservationLine {
  companyId!: string;
  orderId!: string;
  lineNo!: number;
  itemId!: string;
  kind!: ItemKind;
  ordered!: Quantity;
  reserved!: Quantity;
  waiting!: Quantity;
  shipped!: Quantity;
  /** Given back: rejected or cancelled. */
  released!: Quantity;
  /** The business date from which what is reserved is there. */
  reservedOn!: LocalDate | null;

  get isGoods(): boolean {
    return this.kind === 'stocked';
  }

  /** Neither shipped nor given back. */
  get open(): Quantity {
    return this.ordered.minus(this.shipped).minus(this.released);
  }
}

/** What is held for one sales order, waited for, shipped and given back. */
export class Reservation {
  companyId!: string;
  orderId!: string;
  /** The stock location that it is held in. */
  locationId!: string;
  policy!: ShortStockPolicy;
  /** The order is binding: what is held may ship. */
  confirmed!: boolean;
  documentOn!: LocalDate;
  backdated!: boolean;
  /** When the order was placed, whenever that was read here: who waits longer is served first. */
  since!: Date;
  lines: ReservationLine[] = [];

  static of(order: SalesOrderPlacedV1, companyId: string, locationId: string, since: Date): Reservation {
    const reservation = Object.assign(new Reservation(), {
      companyId,
      orderId: order.salesOrderId,
      locationId,
      policy: order.policy,
      confirmed: false,
      documentOn: order.documentOn as LocalDate,
      backdated: order.backdated,
      since,
    });
    reservation.lines = order.lines.map((line) =>
      Object.assign(new ReservationLine(), {
        companyId,
        orderId: order.salesOrderId,
        lineNo: line.lineNo,
        itemId: line.itemId,
        kind: line.kind,
        ordered: Quantity.of(line.stockQuantity),
        reserved: Quantity.zero,
        waiting: Quantity.zero,
        shipped: Quantity.zero,
        released: Quantity.zero,
        reservedOn: null,
      }),
    );
    return reservation;
  }

  get goods(): ReservationLine[] {
    return this.lines.filter((line) => line.isGoods);
  }

  /** Something has left the house, or been delivered as a service. */
  get hasShipped(): boolean {
    return this.lines.some((line) => line.shipped.isPositive());
  }

  /**
   * The business date of what is held of a level: `on`, or for a backdated order the first date, not before its own,
   * since which all that is held there for anybody has been there.
   */
  heldSince(level: StockLevel, on: LocalDate): LocalDate {
    return this.backdated ? level.thereSince(level.reserved, this.documentOn) : on;
  }

  /** The fact of what is held and waited for now. */
  told(today: LocalDate) {
    const dates = this.goods.flatMap(({ reserved, reservedOn }) => (reserved.isPositive() && reservedOn ? [reservedOn] : []));
    const reservedOn = dates.reduce(laterOf, this.backdated ? this.documentOn : (dates[0] ?? today));
    const lines = this.goods.map(({ lineNo, reserved, waiting }) => ({ lineNo, reserved: `${reserved}`, waiting: `${waiting}` }));
    return StockReserved.of({ salesOrderId: this.orderId, reservedOn, lines });
  }

  /** The fact of what was given back. */
  released(lines: readonly Readonly<{ line: ReservationLine; quantity: Quantity }>[]) {
    return ReservationReleased.of({
      salesOrderId: this.orderId,
      lines: lines.map(({ line, quantity }) => ({ lineNo: line.lineNo, quantity: `${quantity}` })),
    });
  }
}

/** Who waits longer comes first; of equals the smaller id, so that everybody sees the same order. */
export function longestWaitingFirst(a: Reservation, b: Reservation): number {
  return a.since.getTime() - b.since.getTime() || (a.orderId < b.orderId ? -1 : 1);
}
