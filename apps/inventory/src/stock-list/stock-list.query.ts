import { Money, Quantity } from '@millrace/kernel';
import { Database, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { unitCost } from '../domain/moving-average-cost.js';
import type { MoveKind } from '../domain/stock-move.js';
import type { MovesQuery, StockDto, StockMoveDto, StockQuery } from './stock-list.controller.js';

const LEVELS = statement(`
  select i.id, i.sku, s.location_id, s.on_hand, s.reserved, s.waiting, s.value, c.base_currency
  from item i join stock_level s on s.company_id = i.company_id and s.item_id = i.id join company_copy c on c.company_id = i.company_id
  where i.company_id = $1 and (i.sku, s.location_id) > ($2, $3::uuid) and ($4::text is null or i.sku = $4) and ($5::uuid is null or s.location_id = $5)
  order by i.sku, s.location_id limit $6`);

// The stock of a day is that of now, less what came and plus what went since: few rows for a day not long ago.
const LEVELS_AS_OF = statement(`
  select i.id, i.sku, s.location_id, s.on_hand - coalesce(m.quantity, 0) as on_hand, s.value - coalesce(m.cost, 0) as value, c.base_currency
  from item i join stock_level s on s.company_id = i.company_id and s.item_id = i.id join company_copy c on c.company_id = i.company_id
  left join lateral (
    select sum(case when m.to_location_id = s.location_id then m.quantity else -m.quantity end) as quantity,
      sum(case when m.to_location_id = s.location_id then m.cost else -m.cost end) as cost
    from stock_move m
    where m.company_id = s.company_id and m.item_id = s.item_id and m.posted_on > $7::date and s.location_id in (m.from_location_id, m.to_location_id)
  ) m on true
  where i.company_id = $1 and (i.sku, s.location_id) > ($2, $3::uuid) and ($4::text is null or i.sku = $4) and ($5::uuid is null or s.location_id = $5)
  order by i.sku, s.location_id limit $6`);

const MOVES = statement(`
  select m.*, i.sku from stock_move m join item i on i.company_id = m.company_id and i.id = m.item_id
  where m.company_id = $1 and m.id < $2::uuid and ($3::text is null or i.sku = $3) and ($4::uuid is null or m.document_id = $4) and ($5::uuid is null or m.order_id = $5)
  order by m.id desc limit $6`);

type LevelRow = { id: string; sku: string; location_id: string; on_hand: string; reserved?: string; waiting?: string; value: string; base_currency: string };
type MoveRow = Record<string, string | number | null>;

/** Reads stock for people and reports; nothing is locked. */
@Injectable()
export class StockListQuery {
  constructor(@Inject(Database) private readonly database: Database) {}

  levels(companyId: string, query: StockQuery, after: readonly string[], limit: number): Promise<StockDto[]> {
    const values = [companyId, ...after, query.sku ?? null, query.locationId ?? null, limit];
    return this.database.transaction(companyId, async (tx) => {
      const rows = query.asOf ? await tx.query<LevelRow>(LEVELS_AS_OF, [...values, query.asOf]) : await tx.query<LevelRow>(LEVELS, values);
      return rows.map(showLevel);
    });
  }

  moves(companyId: string, query: MovesQuery, before: string, limit: number): Promise<StockMoveDto[]> {
    const values = [companyId, before, query.sku ?? null, query.documentId ?? null, query.salesOrderId ?? null, limit];
    return this.database.transaction(companyId, async (tx) => (await tx.query<MoveRow>(MOVES, values)).map(showMove));
  }
}

function showLevel(row: LevelRow): StockDto {
  const onHand = Quantity.of(row.on_hand);
  const value = Money.of(row.value, row.base_currency);
  const held =
    row.reserved === undefined
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

function showMove(row: MoveRow): StockMoveDto {
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
