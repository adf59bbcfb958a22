import { column, defineList, type ListRow, refersTo, type Sql } from '@millrace/chassis';
import { Money, Quantity } from '@millrace/kernel';
import { unitCost } from '../domain/moving-average-cost.js';
import { MOVE_KINDS, type MoveKind } from '../domain/stock-move.js';
import { isInOneOf } from '../persistence/own-warehouses.js';
import { ITEMS } from '../views/item.list.js';
import { LOCATIONS } from '../views/place.lists.js';
import { MovesQuery, StockDto, StockMoveDto, type StockQuery } from './stock-list.dto.js';

const LEVELS = `
  from item i join stock_level s on s.company_id = i.company_id and s.item_id = i.id join company_copy c on c.company_id = i.company_id`;
const LEVELS_NOW = `(
  select i.company_id, i.id, i.sku, s.location_id, s.on_hand, s.reserved, s.waiting, s.value, c.base_currency ${LEVELS}) level`;

/** The stock of a day is that of now, less what came and plus what went since: few rows for a day not long ago. */
const levelsAsOf = (day: string, { bind }: Sql) => `(
  select i.company_id, i.id, i.sku, s.location_id, s.on_hand - coalesce(m.quantity, 0) as on_hand, null::numeric as reserved, null::numeric as waiting,
    s.value - coalesce(m.cost, 0) as value, c.base_currency ${LEVELS}
  left join lateral (
    select sum(case when m.to_location_id = s.location_id then m.quantity else -m.quantity end) as quantity,
      sum(case when m.to_location_id = s.location_id then m.cost else -m.cost end) as cost
    from stock_move m
    where m.company_id = s.company_id and m.item_id = s.item_id and m.posted_on > ${bind(day, 'date')} and s.location_id in (m.from_location_id, m.to_location_id)
  ) m on true) level`;

export const STOCK = defineList({
  row: StockDto,
  permission: 'inventory.stock.view',
  from: ({ asOf }: StockQuery, sql) => (asOf === undefined ? LEVELS_NOW : levelsAsOf(asOf, sql)),
  limits: { warehouses: isInOneOf('location_id') },
  columns: {
    itemId: column.id('id'),
    sku: column.text('sku'),
    locationId: column.id('location_id'),
    onHand: column.decimal('on_hand'),
    reserved: column.optional(column.decimal('reserved')),
    waiting: column.optional(column.decimal('waiting')),
    available: column.optional(column.decimal('(on_hand - reserved)')),
    value: column.decimal('value'),
  },
  order: 'sku,locationId',
  references: { item: refersTo(() => ITEMS, 'itemId'), location: refersTo(() => LOCATIONS, 'locationId') },
  show: showLevel,
});

export const STOCK_MOVES = defineList<StockMoveDto, MovesQuery>({
  row: StockMoveDto,
  permission: 'inventory.stock.view',
  from: 'stock_move m join item i on i.company_id = m.company_id and i.id = m.item_id',
  company: 'm.company_id',
  limits: { warehouses: isInOneOf('m.from_location_id', 'm.to_location_id') },
  select: 'm.*, i.sku',
  columns: {
    moveId: column.id('m.id'),
    sku: column.text('i.sku'),
    kind: column.choice('m.kind', MOVE_KINDS),
    fromLocationId: column.id('m.from_location_id'),
    toLocationId: column.id('m.to_location_id'),
    quantity: column.decimal('m.quantity'),
    cost: column.decimal('m.cost'),
    documentId: column.id('m.document_id'),
    lineNo: column.integer('m.line_no'),
    salesOrderId: column.optional(column.id('m.order_id')),
    documentOn: column.date('m.document_on'),
    postedOn: column.date('m.posted_on'),
    recordedAt: column.instant('m.recorded_at'),
  },
  order: '-moveId',
  references: {
    item: refersTo(() => ITEMS, 'sku'),
    fromLocation: refersTo(() => LOCATIONS, 'fromLocationId', 'locationId'),
    toLocation: refersTo(() => LOCATIONS, 'toLocationId', 'locationId'),
  },
  show: showMove,
});

type LevelRow = {
  id: string;
  sku: string;
  location_id: string;
  on_hand: string;
  /** Nothing in the past. */
  reserved: string | null;
  waiting: string | null;
  value: string;
  base_currency: string;
};
type MoveRow = Record<string, string | number | null>;

function showLevel(each: ListRow): StockDto {
  const row = each as LevelRow;
  const onHand = Quantity.of(row.on_hand);
  const value = Money.of(row.value, row.base_currency);
  const held =
    row.reserved === null
      ? {}
      : { reserved: `${Quantity.of(row.reserved)}`, waiting: `${Quantity.of(row.waiting!)}`, available: `${onHand.minus(Quantity.of(row.reserved))}` };
  return {
    itemId: row.id,
    sku: row.sku,
    locationId: row.location_id,
    onHand: `${onHand}`,
    ...held,
    currency: row.base_currency,
    value: `${value}`,
    unitCost: `${unitCost(onHand, value)}`,
  };
}

function showMove(each: ListRow): StockMoveDto {
  const row = each as MoveRow;
  return {
    moveId: String(row.id),
    sku: String(row.sku),
    kind: row.kind as MoveKind,
    fromLocationId: String(row.from_location_id),
    toLocationId: String(row.to_location_id),
    quantity: `${Quantity.of(String(row.quantity))}`,
    cost: String(row.cost),
    documentId: String(row.document_id),
    lineNo: Number(row.line_no),
    salesOrderId: row.order_id === null ? undefined : String(row.order_id),
    documentOn: String(row.document_on),
    postedOn: String(row.posted_on),
    recordedAt: new Date(String(row.recorded_at)).toISOString(),
  };
}
