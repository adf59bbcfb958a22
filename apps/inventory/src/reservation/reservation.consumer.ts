import {
  CancellationRequested,
  type EventOf,
  type ReceivedEvent,
  ReleaseRefused,
  SalesOrderCancelled,
  SalesOrderConfirmed,
  SalesOrderPlaced,
  SalesOrderRejected,
} from '@millrace/contracts';
import { assert, Clock, type LocalDate } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { releaseReservation } from '../domain/release-reservation.js';
import { Reservation } from '../domain/reservation.js';
import { refuseWarehouse, reserveForOrder } from '../domain/reserve-for-order.js';
import { serveAndShip } from '../domain/serve-and-ship.js';
import { shipReservation, type ShippingContext } from '../domain/ship-reservation.js';
import { type CompanyPlaces, CompanyRepository } from '../persistence/company.repository.js';
import { shippingContext } from '../persistence/shipping-context.js';
import { type LevelKey, type StockBook, StockRepository } from '../persistence/stock-book.js';

type Placed = EventOf<typeof SalesOrderPlaced>;
type Confirmed = EventOf<typeof SalesOrderConfirmed>;
type Rejected = EventOf<typeof SalesOrderRejected>;
type Requested = EventOf<typeof CancellationRequested>;
type Cancelled = EventOf<typeof SalesOrderCancelled>;
type Loaded = Readonly<{ book: StockBook; places: CompanyPlaces; shipping: ShippingContext }>;

const GIVE_BACK = new Set([SalesOrderRejected.type, CancellationRequested.type, SalesOrderCancelled.type]);

/** What is held for sales orders: holds what is placed, ships what is confirmed, gives back what is called off. */
@Consumer('inventory.reservation')
export class ReservationConsumer {
  constructor(
    private readonly stock: StockRepository,
    private readonly companies: CompanyRepository,
    private readonly clock: Clock,
  ) {}

  async load(events: readonly ReceivedEvent[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const places = await this.companies.placesOf(tx, events);
    if (!places) return undefined;
    const isPlaced = (event: ReceivedEvent): event is Placed => event.type === SalesOrderPlaced.type;
    const levels = events.filter(isPlaced).flatMap((event) => levelsOf(event, places));
    const orderIds = events.filter((event) => !isPlaced(event)).map((event) => event.key);
    const others = events.some((event) => GIVE_BACK.has(event.type)) ? 'waiting' : 'none';
    const shipping = shippingContext(places, this.clock);
    const book = await this.stock.lock(tx, { companyId: events[0]!.companyId, orderIds, levels, others, today: shipping.today });
    return { book, places, shipping };
  }

  @Handles(SalesOrderPlaced)
  placed(event: Placed, { book, places, shipping }: Loaded, tx: UnitOfWork): void {
    const order = event.data;
    const locationId = places.stockLocation(order.warehouseId);
    const reservation = Reservation.of(order, event.companyId, locationId ?? places.mainLocation, new Date(event.time));
    const skus = new Map(order.lines.map((line) => [line.itemId, line.sku]));
    book.add(reservation);
    if (!locationId) tx.publish(refuseWarehouse(reservation), event);
    else tx.publish(reserveForOrder(reservation, skus, book, shipping.today), event);
  }

  @Handles(SalesOrderConfirmed)
  confirmed(event: Confirmed, { book, shipping }: Loaded, tx: UnitOfWork): void {
    const reservation = this.reservationOf(event, book);
    reservation.confirmed = true;
    const dispatch = shipReservation(reservation, book, shipping);
    if (!dispatch) return;
    book.addDispatch(dispatch);
    tx.publish(dispatch.fact, event);
  }

  @Handles(SalesOrderRejected)
  rejected(event: Rejected, loaded: Loaded, tx: UnitOfWork): void {
    this.giveBack(event, this.reservationOf(event, loaded.book), loaded, tx);
  }

  /** After confirmation only inventory knows what has left: what has not is given back, or the cancellation is too late. */
  @Handles(CancellationRequested)
  cancellationRequested(event: Requested, loaded: Loaded, tx: UnitOfWork): void {
    const reservation = this.reservationOf(event, loaded.book);
    if (reservation.lines.some((line) => line.open.isPositive())) this.giveBack(event, reservation, loaded, tx);
    else tx.publish(ReleaseRefused.of({ salesOrderId: reservation.orderId, reason: 'order-shipped' }), event);
  }

  /** Cancelled before it was confirmed: nothing of it can have left. Later cancellations were decided here. */
  @Handles(SalesOrderCancelled)
  cancelled(event: Cancelled, loaded: Loaded, tx: UnitOfWork): void {
    if (event.data.beforeConfirmation) this.giveBack(event, this.reservationOf(event, loaded.book), loaded, tx);
  }

  /** Gives back what is held and serves with it those who wait. Tells it even when it was nothing. */
  private giveBack(event: ReceivedEvent, reservation: Reservation, { book, shipping }: Loaded, tx: UnitOfWork): void {
    const released = releaseReservation(reservation, book);
    tx.publish(reservation.released(released), event);
    const levels = released.filter(({ line }) => line.isGoods).map(({ line }) => book.of(line.itemId, reservation.locationId));
    const { facts, dispatches } = serveAndShip(new Set(levels), (level) => book.with(level, 'waiting'), book, shipping.today, shipping);
    for (const dispatch of dispatches) book.addDispatch(dispatch);
    for (const fact of facts) tx.publish(fact, event);
  }

  private reservationOf(event: ReceivedEvent, book: StockBook): Reservation {
    const reservation = book.reservation(event.key);
    assert(reservation, `nothing is known of order ${event.key}`);
    return reservation;
  }
}

function levelsOf(event: Placed, places: CompanyPlaces): LevelKey[] {
  const { warehouseId, backdated, documentOn, lines } = event.data;
  const locationId = places.stockLocation(warehouseId);
  const since = backdated ? (documentOn as LocalDate) : undefined;
  return locationId ? lines.filter((line) => line.kind === 'stocked').map(({ itemId }) => ({ itemId, locationId, since })) : [];
}
