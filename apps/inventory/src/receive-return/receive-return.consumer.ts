import { type EventOf, ReturnAuthorised } from '@millrace/contracts';
import { Clock, type LocalDate, unique } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { receiveReturn, type ShippedPart } from '../domain/return-goods.js';
import { serveAndShip } from '../domain/serve-and-ship.js';
import type { ShippingContext } from '../domain/ship-reservation.js';
import { type CompanyPlaces, CompanyRepository } from '../persistence/company.repository.js';
import { ReturnRepository } from '../persistence/return.repository.js';
import { shippingContext } from '../persistence/shipping-context.js';
import { type LevelKey, type StockBook, StockRepository } from '../persistence/stock-book.js';

type Authorised = EventOf<typeof ReturnAuthorised>;
type Loaded = Readonly<{ book: StockBook; places: CompanyPlaces; shipping: ShippingContext; shipped: ReadonlyMap<string, ShippedPart[]> }>;

/**
 * Goods that come back: received as soon as the return is authorised, and given to those who wait for them. They have to
 * be somewhere, so where the return names a warehouse that is not there they come to the main one.
 */
@Consumer('inventory.return')
export class ReceiveReturnConsumer {
  constructor(
    private readonly stock: StockRepository,
    private readonly companies: CompanyRepository,
    private readonly returns: ReturnRepository,
    private readonly clock: Clock,
  ) {}

  async load(events: readonly Authorised[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const places = await this.companies.placesOf(tx, events);
    if (!places) return undefined;
    const companyId = events[0]!.companyId;
    const orderIds = unique(events.flatMap((event) => event.data.salesOrderId ?? []));
    const levels = events.flatMap((event) => levelsOf(event, places));
    const shipping = shippingContext(places, this.clock);
    const book = await this.stock.lock(tx, { companyId, orderIds, levels, others: 'waiting', today: shipping.today });
    const shipped = await this.returns.shippedParts(tx, companyId, orderIds, places.company.baseCurrency);
    return { book, places, shipping, shipped };
  }

  @Handles(ReturnAuthorised)
  authorised(event: Authorised, { book, places, shipping, shipped }: Loaded, tx: UnitOfWork): void {
    const { salesOrderId, warehouseId, backdated, documentOn } = event.data;
    const locationId = locationOf(warehouseId, places);
    const parts = salesOrderId ? (shipped.get(salesOrderId) ?? []) : [];
    const received = receiveReturn(event.data, parts, book, {
      companyId: event.companyId,
      locationId,
      customerLocationId: places.virtual.customer,
      currency: shipping.currency,
      receivedOn: backdated ? (documentOn as LocalDate) : shipping.today,
      now: shipping.now,
    });
    for (const source of received.sources) noteReturned(parts, source);
    book.addMoves(received.moves);
    this.returns.add(tx, received);
    tx.publish(received.fact, event);

    const levels = new Set(received.moves.map((move) => book.of(move.itemId, locationId)));
    const { facts, dispatches } = serveAndShip(levels, (level) => book.with(level, 'waiting'), book, received.goodsReturn.receivedOn, shipping);
    for (const dispatch of dispatches) book.addDispatch(dispatch);
    for (const fact of facts) tx.publish(fact, event);
  }
}

/** Two returns of one order in one group: the second sees what the first took. */
function noteReturned(parts: ShippedPart[], source: { shipmentId: string; orderLineNo: number; quantity: ShippedPart['quantity'] }): void {
  const index = parts.findIndex((part) => part.shipmentId === source.shipmentId && part.orderLineNo === source.orderLineNo);
  parts[index] = { ...parts[index]!, returned: parts[index]!.returned.plus(source.quantity) };
}

function locationOf(warehouseId: string | undefined, places: CompanyPlaces): string {
  return places.stockLocation(warehouseId) ?? places.mainLocation;
}

function levelsOf(event: Authorised, places: CompanyPlaces): LevelKey[] {
  const locationId = locationOf(event.data.warehouseId, places);
  return event.data.lines.filter((line) => line.kind === 'stocked').map((line) => ({ itemId: line.itemId, locationId }));
}
