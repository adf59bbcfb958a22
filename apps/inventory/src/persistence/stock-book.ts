import { type ItemKind, type ShortStockPolicy } from '@millrace/contracts';
import { assert, groupBy, indexBy, type LocalDate, Quantity, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { AmountType, arrayLiteral, defineEntity, p, QuantityType, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { DailyStock } from '../domain/daily-stock.js';
import type { Levels } from '../domain/levels.js';
import { Reservation, ReservationLine } from '../domain/reservation.js';
import { type Dispatch, Shipment } from '../domain/ship-reservation.js';
import { StockLevel } from '../domain/stock-level.js';
import { type MoveKind, StockMove } from '../domain/stock-move.js';

export const StockLevelSchema = defineEntity({
  class: StockLevel,
  tableName: 'stock_level',
  properties: {
    companyId: p.uuid().primary(),
    itemId: p.uuid().primary(),
    locationId: p.uuid().primary(),
    onHand: p.type(QuantityType),
    reserved: p.type(QuantityType),
    waiting: p.type(QuantityType),
    value: p.type(AmountType),
  },
});

export const StockMoveSchema = defineEntity({
  class: StockMove,
  tableName: 'stock_move',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    itemId: p.uuid(),
    fromLocationId: p.uuid(),
    toLocationId: p.uuid(),
    quantity: p.type(QuantityType),
    cost: p.type(AmountType),
    kind: p.text().$type<MoveKind>(),
    documentId: p.uuid(),
    lineNo: p.integer(),
    orderId: p.uuid().nullable(),
    documentOn: p.date().$type<LocalDate>(),
    postedOn: p.date().$type<LocalDate>(),
    recordedAt: p.datetime(),
  },
});

export const ReservationSchema = defineEntity({
  class: Reservation,
  tableName: 'reservation',
  properties: {
    companyId: p.uuid().primary(),
    orderId: p.uuid().primary(),
    locationId: p.uuid(),
    policy: p.text().$type<ShortStockPolicy>(),
    confirmed: p.boolean(),
    documentOn: p.date().$type<LocalDate>(),
    backdated: p.boolean(),
    since: p.datetime(),
  },
});

export const ReservationLineSchema = defineEntity({
  class: ReservationLine,
  tableName: 'reservation_line',
  properties: {
    companyId: p.uuid().primary(),
    orderId: p.uuid().primary(),
    lineNo: p.integer().primary(),
    itemId: p.uuid(),
    kind: p.text().$type<ItemKind>(),
    ordered: p.type(QuantityType),
    reserved: p.type(QuantityType),
    waiting: p.type(QuantityType),
    shipped: p.type(QuantityType),
    released: p.type(QuantityType),
    reservedOn: p.date().$type<LocalDate>().nullable(),
  },
});

export const ShipmentSchema = defineEntity({
  class: Shipment,
  tableName: 'shipment',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    orderId: p.uuid(),
    dispatchedOn: p.date().$type<LocalDate>(),
    currency: p.text(),
    totalCost: p.type(AmountType),
    recordedAt: p.datetime(),
  },
});

/** Where an item is, or may be; and since when its days are needed, when that is before today. */
export type LevelKey = Readonly<{ itemId: string; locationId: string; since?: LocalDate }>;

/** Which other orders a transaction may have to touch: those that wait for its items, or also those that hold them. */
export type Others = 'none' | 'waiting' | 'holding';

export type Wanted = Readonly<{ companyId: string; orderIds: readonly string[]; levels: readonly LevelKey[]; others: Others; today: LocalDate }>;

type OrderItem = { order_id: string; item_id: string; location_id: string; since: LocalDate | null };

const ITEMS_OF_ORDERS = statement(`
  select l.order_id, l.item_id, r.location_id, case when r.backdated then r.document_on end as since from reservation_line l
  join reservation r on r.company_id = l.company_id and r.order_id = l.order_id
  where l.company_id = $1 and l.order_id = any($2::uuid[]) and l.kind = 'stocked'`);

const OTHER_ORDERS = `
  select distinct l.order_id from reservation_line l
  join reservation r on r.company_id = l.company_id and r.order_id = l.order_id
  join unnest($2::uuid[], $3::uuid[]) as k(item_id, location_id) on k.item_id = l.item_id and k.location_id = r.location_id
  where l.company_id = $1`;
const WAITING_ORDERS = statement(`${OTHER_ORDERS} and l.waiting > 0`);
const HOLDING_ORDERS = statement(`${OTHER_ORDERS} and (l.waiting > 0 or l.reserved > 0)`);

const LOCK_RESERVATIONS = statement('select * from reservation where company_id = $1 and order_id = any($2::uuid[]) order by order_id for update');

const MISSING_LEVELS = statement(`
  insert into stock_level (company_id, item_id, location_id, on_hand, reserved, waiting, value)
  select $1, k.item_id, k.location_id, 0, 0, 0, 0 from unnest($2::uuid[], $3::uuid[]) as k(item_id, location_id) order by k.item_id, k.location_id
  on conflict do nothing`);

const LOCK_LEVELS = statement(`
  select s.* from stock_level s join unnest($2::uuid[], $3::uuid[]) as k(item_id, location_id) on s.item_id = k.item_id and s.location_id = k.location_id
  where s.company_id = $1 order by s.item_id, s.location_id for update of s`);

const DAYS = statement(`
  select k.item_id, k.location_id, m.posted_on, sum(case when m.to_location_id = k.location_id then m.quantity else -m.quantity end) as quantity
  from unnest($2::uuid[], $3::uuid[], $4::date[]) as k(item_id, location_id, since)
  join stock_move m on m.company_id = $1 and m.item_id = k.item_id and m.posted_on > k.since and k.location_id in (m.from_location_id, m.to_location_id)
  group by k.item_id, k.location_id, m.posted_on`);

type DayRow = { item_id: string; location_id: string; posted_on: LocalDate; quantity: string };

const LINES = statement('select * from reservation_line where company_id = $1 and order_id = any($2::uuid[]) order by order_id, line_no');

const keyName = ({ itemId, locationId }: Pick<LevelKey, 'itemId' | 'locationId'>) => `${itemId} ${locationId}`;

/** The stock that one transaction may change: locked levels, and the reservations that hold or wait for it. */
export class StockBook implements Levels {
  private readonly before: ReadonlyMap<StockLevel, StockLevel>;
  private readonly linesBefore: ReadonlyMap<ReservationLine, ReservationLine>;
  private readonly confirmedBefore: ReadonlySet<Reservation>;
  /** Reservations with a line for a level. */
  private readonly byLevel = new Map<string, Set<Reservation>>();
  private readonly added: Reservation[] = [];
  private readonly moves: StockMove[] = [];
  private readonly shipments: Shipment[] = [];

  constructor(
    private readonly levels: ReadonlyMap<string, StockLevel>,
    private readonly reservations: Map<string, Reservation>,
  ) {
    this.before = new Map([...levels.values()].map((level) => [level, Object.assign(new StockLevel(), level)]));
    const lines = [...reservations.values()].flatMap((reservation) => reservation.lines);
    this.linesBefore = new Map(lines.map((line) => [line, Object.assign(new ReservationLine(), line)]));
    this.confirmedBefore = new Set([...reservations.values()].filter((reservation) => reservation.confirmed));
    for (const reservation of reservations.values()) this.index(reservation);
  }

  of(itemId: string, locationId: string): StockLevel {
    const level = this.levels.get(keyName({ itemId, locationId }));
    assert(level, `the level of ${itemId} was not locked`);
    return level;
  }

  get all(): readonly StockLevel[] {
    return [...this.levels.values()];
  }

  reservation(orderId: string): Reservation | undefined {
    return this.reservations.get(orderId);
  }

  /** Reservations that wait for a level's item, or hold it. */
  with(level: StockLevel, which: 'waiting' | 'reserved'): Reservation[] {
    const candidates = this.byLevel.get(keyName(level)) ?? [];
    return [...candidates].filter(({ lines }) => lines.some((line) => line.itemId === level.itemId && line[which].isPositive()));
  }

  add(reservation: Reservation): void {
    this.reservations.set(reservation.orderId, reservation);
    this.added.push(reservation);
    this.index(reservation);
  }

  addMoves(moves: readonly StockMove[]): void {
    this.moves.push(...moves);
  }

  addDispatch({ shipment, moves }: Dispatch): void {
    this.shipments.push(shipment);
    this.addMoves(moves);
  }

  private index(reservation: Reservation): void {
    for (const { itemId } of reservation.goods) {
      const name = keyName({ itemId, locationId: reservation.locationId });
      this.byLevel.set(name, (this.byLevel.get(name) ?? new Set()).add(reservation));
    }
  }

  /** Writes what changed, set by set. */
  save(tx: UnitOfWork): void {
    const added = new Set(this.added);
    const known = [...this.reservations.values()].filter((reservation) => !added.has(reservation));
    const lines = known
      .flatMap((reservation) => reservation.lines)
      .filter((line) => changed(line, this.linesBefore.get(line)!, ['reserved', 'waiting', 'shipped', 'released', 'reservedOn']));
    const levels = this.all.filter((level) => changed(level, this.before.get(level)!, ['onHand', 'reserved', 'waiting', 'value']));
    tx.table(StockLevel).update(tx, levels, 'onHand', 'reserved', 'waiting', 'value');
    tx.table(Reservation).insert(tx, this.added);
    tx.table(ReservationLine).insert(
      tx,
      this.added.flatMap((reservation) => reservation.lines),
    );
    tx.table(Reservation).update(
      tx,
      known.filter((each) => each.confirmed && !this.confirmedBefore.has(each)),
      'confirmed',
    );
    tx.table(ReservationLine).update(tx, lines, 'reserved', 'waiting', 'shipped', 'released', 'reservedOn');
    tx.table(Shipment).insert(tx, this.shipments);
    tx.table(StockMove).insert(tx, this.moves);
  }
}

function changed<T extends object>(now: T, before: T, properties: readonly (keyof T)[]): boolean {
  return properties.some((property) => now[property] !== before[property]); // Values are immutable: a new one is another object.
}

/** Somebody began to wait for an item between the look at who waits and the lock: look again, with it. */
class OthersChanged extends Error {
  readonly code = '40001';
}

@Injectable()
export class StockRepository {
  /**
   * Locks what a transaction may change, in this service's order: reservations by id, then levels by item and location.
   * The days of a level are read under its lock, as far back as a document in hand is dated. What changed is written
   * before the commit.
   *
   * Who waits or holds is looked up before the locks and again under them; when somebody came in between, the
   * transaction is tried again.
   */
  async lock(tx: UnitOfWork, wanted: Wanted): Promise<StockBook> {
    const { companyId, others } = wanted;
    const own = await this.itemsOf(tx, companyId, wanted.orderIds);
    const ownLevels = uniqueLevels([...wanted.levels, ...own.map(levelOf)]);
    const otherIds = others === 'none' ? [] : await this.others(tx, companyId, ownLevels, others);
    const otherItems = await this.itemsOf(tx, companyId, otherIds);
    const orderIds = unique([...wanted.orderIds, ...otherIds]);
    const keys = uniqueLevels([...ownLevels, ...otherItems.map(levelOf)]);

    const arrays = [columnOf(keys, 'itemId'), columnOf(keys, 'locationId')];
    const past = keys.filter((key) => key.since !== undefined && key.since < wanted.today);
    const locking = orderIds.length > 0 ? tx.query<Record<string, unknown>>(LOCK_RESERVATIONS, [companyId, arrayLiteral(orderIds, false)]) : [];
    if (keys.length > 0) tx.send(MISSING_LEVELS, [companyId, ...arrays]);
    const levelRows = keys.length > 0 ? tx.query<Record<string, unknown>>(LOCK_LEVELS, [companyId, ...arrays]) : [];
    const lineRows = orderIds.length > 0 ? tx.query<Record<string, unknown>>(LINES, [companyId, arrayLiteral(orderIds, false)]) : [];
    const dayRows = past.length > 0 ? tx.query<DayRow>(DAYS, [companyId, columnOf(past, 'itemId'), columnOf(past, 'locationId'), columnOf(past, 'since')]) : [];
    const othersNow = others === 'none' ? [] : this.others(tx, companyId, ownLevels, others);
    const [reservationRows, levels, lines, days, now] = await Promise.all([locking, levelRows, lineRows, dayRows, othersNow]);
    if (now.some((id) => !orderIds.includes(id))) throw new OthersChanged('the orders that wait have changed');

    const linesOf = groupBy(
      lines.map((row) => tx.table(ReservationLine).read(row)),
      (line) => line.orderId,
    );
    const reservations = reservationRows.map((row) => {
      const reservation = tx.table(Reservation).read(row);
      reservation.lines = linesOf.get(reservation.orderId) ?? [];
      return reservation;
    });
    const daysOf = daysByLevel(past, days);
    const read = levels.map((row) => {
      const level = tx.table(StockLevel).read(row);
      level.days = daysOf.get(keyName(level)) ?? new DailyStock(wanted.today);
      return level;
    });
    const book = new StockBook(
      indexBy(read, keyName),
      indexBy(reservations, (reservation) => reservation.orderId),
    );
    tx.beforeCommit(() => book.save(tx));
    return book;
  }

  private itemsOf(tx: UnitOfWork, companyId: string, orderIds: readonly string[]): Promise<OrderItem[]> {
    if (orderIds.length === 0) return Promise.resolve([]);
    return tx.query<OrderItem>(ITEMS_OF_ORDERS, [companyId, arrayLiteral(unique(orderIds), false)]);
  }

  private async others(tx: UnitOfWork, companyId: string, levels: readonly LevelKey[], others: Others): Promise<string[]> {
    if (levels.length === 0) return [];
    const query = others === 'holding' ? HOLDING_ORDERS : WAITING_ORDERS;
    const rows = await tx.query<{ order_id: string }>(query, [companyId, columnOf(levels, 'itemId'), columnOf(levels, 'locationId')]);
    return rows.map((row) => row.order_id);
  }
}

const levelOf = (row: OrderItem): LevelKey => ({ itemId: row.item_id, locationId: row.location_id, since: row.since ?? undefined });

function columnOf(keys: readonly LevelKey[], column: keyof LevelKey): string {
  return arrayLiteral(
    keys.map((key) => key[column]),
    false,
  );
}

/** Each level once, with the earliest day that is needed of it. */
function uniqueLevels(keys: readonly LevelKey[]): LevelKey[] {
  const found = new Map<string, LevelKey>();
  for (const key of keys) {
    const known = found.get(keyName(key));
    if (!known || (key.since !== undefined && (known.since === undefined || key.since < known.since))) found.set(keyName(key), key);
  }
  return [...found.values()];
}

function daysByLevel(past: readonly LevelKey[], rows: readonly DayRow[]): ReadonlyMap<string, DailyStock> {
  const found = new Map(past.map((key) => [keyName(key), new DailyStock(key.since!)]));
  for (const { item_id: itemId, location_id: locationId, posted_on: on, quantity } of rows)
    found.get(keyName({ itemId, locationId }))!.note(on, Quantity.of(quantity));
  return found;
}
