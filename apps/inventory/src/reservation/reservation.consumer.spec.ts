import {
  CancellationRequested,
  type ContractEvent,
  type EventDefinition,
  type EventOf,
  type ReceivedEvent,
  SalesOrderCancelled,
  SalesOrderConfirmed,
  SalesOrderPlaced,
  SalesOrderRejected,
  type ShortStockPolicy,
} from '@millrace/contracts';
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
const places = new CompanyPlaces(company, virtual, new Map([[WAREHOUSE, PLACE]]));
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

function placed(quantity: number, policy: ShortStockPolicy, time?: string, warehouseId?: string): EventOf<typeof SalesOrderPlaced> {
  const [line] = SalesOrderPlaced.example.lines;
  const lines = [{ ...line!, itemId: MUG, sku: 'MUG', quantity: `${quantity}`, stockQuantity: `${quantity}` }];
  const order = { ...SalesOrderPlaced.example, salesOrderId: newId(), backdated: false, documentOn: TODAY, policy, warehouseId, lines };
  return factOf(SalesOrderPlaced, order, time);
}

const consumer = new ReservationConsumer(undefined as never, undefined as never, new SystemClock());
type House = ReturnType<typeof houseWith>;

const VERBS = {
  'is confirmed': (id, { loaded, tx }) => consumer.confirmed(factOf(SalesOrderConfirmed, { salesOrderId: id }), loaded, tx),
  'is rejected': (id, { loaded, tx }) => consumer.rejected(factOf(SalesOrderRejected, { salesOrderId: id, reason: 'credit-exceeded' }), loaded, tx),
  'is to be cancelled': (id, { loaded, tx }) =>
    consumer.cancellationRequested(factOf(CancellationRequested, { salesOrderId: id, reason: 'customer-request' }), loaded, tx),
  'was cancelled before it was confirmed': (id, { loaded, tx }) =>
    consumer.cancelled(factOf(SalesOrderCancelled, { salesOrderId: id, beforeConfirmation: true, lines: [] }), loaded, tx),
  'is cancelled as inventory had answered': (id, { loaded, tx }) =>
    consumer.cancelled(factOf(SalesOrderCancelled, { salesOrderId: id, beforeConfirmation: false, lines: [] }), loaded, tx),
} satisfies Record<string, (id: string, house: House) => void>;
type Verb = keyof typeof VERBS;

/** How an order of six mugs got so far: how many there were, its policy, and what happened before. */
const STATES = {
  held: [6, 'refuse', []],
  'held in part': [4, 'back-order', []],
  'shipped in part': [4, 'back-order', ['is confirmed']],
  'held until it is complete': [4, 'ship-complete', ['is confirmed']],
  shipped: [6, 'refuse', ['is confirmed']],
  refused: [4, 'refuse', []],
  'given back': [6, 'refuse', ['is rejected']],
} as const satisfies Record<string, readonly [mugs: number, policy: ShortStockPolicy, before: readonly Verb[]]>;
type State = keyof typeof STATES;

function inState(state: State) {
  const [mugs, policy, before] = STATES[state];
  const house = houseWith(mugs);
  const event = placed(6, policy);
  consumer.placed(event, house.loaded, house.tx);
  for (const verb of before) VERBS[verb](event.key, house);
  house.told.length = 0;
  return { house, id: event.key };
}

/** What is told, with the quantities of it. */
const namesOf = (told: readonly ContractEvent[]) =>
  told
    .map(({ definition, data }) => {
      const { lines = [] } = data as { lines?: readonly { quantity: string }[] };
      return [definition.name.slice('inventory.'.length), ...lines.map(({ quantity }) => quantity)].join(' ');
    })
    .join(', ');

const RELEASED_NOTHING = 'reservation-released';
const NOTHING = '';
const TABLE: Readonly<Record<Verb, Readonly<Record<State, string>>>> = {
  'is confirmed': {
    held: 'shipment-dispatched 6',
    'held in part': 'shipment-dispatched 4',
    'shipped in part': NOTHING,
    'held until it is complete': NOTHING,
    shipped: NOTHING,
    refused: NOTHING,
    'given back': NOTHING,
  },
  'is rejected': {
    held: 'reservation-released 6',
    'held in part': 'reservation-released 6',
    'shipped in part': 'reservation-released 2',
    'held until it is complete': 'reservation-released 6',
    shipped: RELEASED_NOTHING,
    refused: RELEASED_NOTHING,
    'given back': RELEASED_NOTHING,
  },
  'is to be cancelled': {
    held: 'reservation-released 6',
    'held in part': 'reservation-released 6',
    'shipped in part': 'reservation-released 2',
    'held until it is complete': 'reservation-released 6',
    shipped: 'release-refused',
    refused: 'release-refused',
    'given back': 'release-refused',
  },
  'was cancelled before it was confirmed': {
    held: 'reservation-released 6',
    'held in part': 'reservation-released 6',
    'shipped in part': 'reservation-released 2',
    'held until it is complete': 'reservation-released 6',
    shipped: RELEASED_NOTHING,
    refused: RELEASED_NOTHING,
    'given back': RELEASED_NOTHING,
  },
  'is cancelled as inventory had answered': {
    held: NOTHING,
    'held in part': NOTHING,
    'shipped in part': NOTHING,
    'held until it is complete': NOTHING,
    shipped: NOTHING,
    refused: NOTHING,
    'given back': NOTHING,
  },
};

const cases = (Object.keys(VERBS) as Verb[]).flatMap((verb) => (Object.keys(STATES) as State[]).map((state) => [verb, state, TABLE[verb][state]] as const));

describe('a reservation, in every state', () => {
  it.each(cases)('when its order %s and it is %s: %s', (verb, state, outcome) => {
    const { house, id } = inState(state);
    VERBS[verb](id, house);
    expect(namesOf(house.told)).toBe(outcome);
    const [line] = house.book.reservation(id)!.lines;
    const { reserved, waiting, shipped, released } = line!;
    expect([`${house.level.reserved}`, `${house.level.waiting}`]).toEqual([`${reserved}`, `${waiting}`]);
    expect(`${reserved.plus(waiting).plus(shipped).plus(released)}`).toBe('6');
  });
});

describe('a reservation', () => {
  it('waits since its order was placed, in whichever order the orders are read', () => {
    const { book, loaded, tx, level } = houseWith(0);
    const [older, younger] = [placed(1, 'back-order', '2026-11-02T08:00:00.000Z'), placed(1, 'back-order', '2026-11-02T09:00:00.000Z')];
    for (const event of [younger, older]) consumer.placed(event, loaded, tx);
    const waiting = book.with(level, 'waiting').sort(longestWaitingFirst);
    expect(waiting.map(({ orderId }) => orderId)).toEqual([older.key, younger.key]);
  });

  it('is refused when its order names a warehouse that is not there, and then holds nothing to give back', () => {
    const house = houseWith(9);
    const event = placed(6, 'refuse', undefined, newId());
    consumer.placed(event, house.loaded, house.tx);
    const refused = { salesOrderId: event.key, reason: 'warehouse-unknown', shortages: [] };
    expect(house.told.map(({ data }) => data)).toEqual([refused]);
    VERBS['is rejected'](event.key, house);
    expect([namesOf(house.told), `${house.level.availableToPromise}`]).toEqual(['reservation-refused, reservation-released', '9']);
  });

  it('takes the warehouse that its order names, the main one too', () => {
    const house = houseWith(6);
    consumer.placed(placed(6, 'refuse', undefined, WAREHOUSE), house.loaded, house.tx);
    expect([namesOf(house.told), `${house.level.reserved}`]).toEqual(['stock-reserved ', '6']);
  });

  it('that is given back serves those who wait, oldest first, and ships what that completes', () => {
    const house = houseWith(6);
    const [holder, older, younger] = [placed(6, 'refuse'), placed(4, 'back-order'), placed(4, 'back-order')];
    for (const event of [holder, older, younger]) consumer.placed(event, house.loaded, house.tx);
    for (const { key } of [older, younger]) VERBS['is confirmed'](key, house);
    house.told.length = 0;
    VERBS['is rejected'](holder.key, house);
    expect(namesOf(house.told)).toBe('reservation-released 6, stock-reserved , shipment-dispatched 4, stock-reserved , shipment-dispatched 2');
    expect([`${house.level.onHand}`, `${house.level.waiting}`]).toEqual(['0', '2']);
  });
});
