import { type ContractEvent, type EventDefinition, type EventOf, type ReceivedEvent, SalesOrderPlaced, type ShortStockPolicy } from '@millrace/contracts';
import { newId, Quantity, SystemClock } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { describe, expect, it } from 'vitest';
import { CompanyCopy } from '../domain/company.js';
import type { VirtualLocations } from '../domain/location.js';
import { longestWaitingFirst } from '../domain/reservation.js';
import { emptyLevel, gbp, NOW, PLACE, TODAY } from '../domain/stock.fixture.js';
import { CompanyPlaces } from '../persistence/company.repository.js';
import { StockBook } from '../persistence/stock-book.js';
import { ReservationConsumer } from './reservation.consumer.js';

const [WAREHOUSE, MUG] = [newId(), newId()];
const company = Object.assign(new CompanyCopy(), { companyId: newId(), timeZone: 'Europe/London', baseCurrency: 'GBP', mainWarehouseId: WAREHOUSE });
const virtual: VirtualLocations = { customer: 'customers', supplier: 'suppliers', opening: 'opening', 'inventory-loss': 'losses' };
const places = new CompanyPlaces(company, virtual, new Map([[WAREHOUSE, PLACE]]), new Set());
const shipping = { customerLocationId: virtual.customer, currency: 'GBP', today: TODAY, now: NOW };

/** The consumer over some mugs in the main warehouse, and what it tells. */
function houseWith(mugs: number) {
  const level = emptyLevel(MUG);
  if (mugs > 0) level.receive(Quantity.of(mugs), gbp(mugs), TODAY);
  const book = new StockBook(new Map([[`${MUG} ${PLACE}`, level]]), new Map());
  const told: ContractEvent[] = [];
  const tx = { publish: (event: ContractEvent) => void told.push(event) } as unknown as UnitOfWork;
  return { book, level, told, tx, loaded: { book, places, shipping } };
}

function factOf<T extends object>(definition: EventDefinition<T>, data: T, time = NOW.toISOString()): ReceivedEvent<T> {
  const [type, topic, key] = [definition.type, definition.topic, definition.keyOf(data)];
  return { id: newId(), type, topic, key, sequence: 1, companyId: company.companyId, time, actor: 'user', correlationId: newId(), data };
}

function placed(quantity: number, policy: ShortStockPolicy, time?: string): EventOf<typeof SalesOrderPlaced> {
  const [line] = SalesOrderPlaced.example.lines;
  const lines = [{ ...line!, itemId: MUG, sku: 'MUG', quantity: `${quantity}`, stockQuantity: `${quantity}` }];
  return factOf(SalesOrderPlaced, { ...SalesOrderPlaced.example, salesOrderId: newId(), backdated: false, documentOn: TODAY, policy, lines }, time);
}

const consumer = new ReservationConsumer(undefined as never, undefined as never, new SystemClock());

describe('a reservation', () => {
  it('waits since its order was placed, in whichever order the orders are read', () => {
    const { book, loaded, tx, level } = houseWith(0);
    const [older, younger] = [placed(1, 'back-order', '2026-11-02T08:00:00.000Z'), placed(1, 'back-order', '2026-11-02T09:00:00.000Z')];
    for (const event of [younger, older]) consumer.placed(event, loaded, tx);
    expect(
      book
        .with(level, 'waiting')
        .sort(longestWaitingFirst)
        .map(({ orderId }) => orderId),
    ).toEqual([older.key, younger.key]);
  });
});
