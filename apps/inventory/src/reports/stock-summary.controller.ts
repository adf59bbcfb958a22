import { type Caller, From, RequiresPermission, Returns } from '@millrace/chassis';
import { IsAmount, IsCurrency, IsLines, IsLocalDate, IsPart, IsQuantityOrZero } from '@millrace/contracts';
import { Database, statement } from '@millrace/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { IsIn, IsInt, IsOptional } from 'class-validator';
import { MOVE_KINDS, type MoveKind } from '../domain/stock-move.js';
import { isPlacedIn, warehousesOrAll } from '../persistence/own-warehouses.js';

const VIEW = 'inventory.stock.view';
const OPENING = 'opening';

export class StockSummaryQuery {
  @IsOptional() @IsLocalDate() readonly from?: string;
  @IsOptional() @IsLocalDate() readonly to?: string;
}

export class MoveTotalDto {
  /** A kind of move; receipts of opening stock are told apart as "opening". */
  @IsIn([...MOVE_KINDS, OPENING]) readonly kind!: MoveKind | typeof OPENING;
  @IsInt() readonly moves!: number;
  @IsInt() readonly documents!: number;
  @IsQuantityOrZero() readonly quantity!: string;
  @IsAmount() readonly cost!: string;
}

export class DocumentTotalDto {
  @IsInt() readonly documents!: number;
  @IsInt() readonly lines!: number;
}

export class StockSummaryDto {
  @IsCurrency() readonly currency!: string;
  @IsInt() readonly stockedItems!: number;
  /** On hand now, over all items and storage. */
  @IsQuantityOrZero() readonly onHand!: string;
  @IsAmount() readonly value!: string;
  @IsPart(() => DocumentTotalDto) readonly adjustments!: DocumentTotalDto;
  @IsLines(() => MoveTotalDto, { min: 0 }) readonly moves!: readonly MoveTotalDto[];
}

const TOTALS = statement(`
  select case when m.kind = 'receipt' and l.kind = 'opening' then 'opening' else m.kind end as kind,
    count(*) as moves, count(distinct m.document_id) as documents, trim_scale(sum(m.quantity))::text as quantity, sum(m.cost)::numeric(19,2)::text as cost
  from stock_move m join location l on l.company_id = m.company_id and l.id = m.from_location_id
  where m.company_id = $1 and ($2::date is null or m.posted_on >= $2) and ($3::date is null or m.posted_on <= $3)
    and ($4::uuid[] is null or ${isPlacedIn(['m.from_location_id', 'm.to_location_id'], '$1', '$4')})
  group by 1 order by 1`);

const NOW = statement(`
  select c.base_currency, (select count(*) from item where company_id = $1 and kind = 'stocked') as items,
    trim_scale(coalesce(sum(s.on_hand), 0))::text as on_hand, coalesce(sum(s.value), 0)::numeric(19,2)::text as value
  from company_copy c left join stock_level s on s.company_id = c.company_id and ($2::uuid[] is null or ${isPlacedIn(['s.location_id'], '$1', '$2')})
  where c.company_id = $1 group by c.base_currency`);

const ADJUSTMENTS = statement(`
  select count(*) as documents, coalesce(sum(line_count), 0) as lines from stock_adjustment
  where company_id = $1 and ($2::date is null or adjusted_on >= $2) and ($3::date is null or adjusted_on <= $3)
    and ($4::uuid[] is null or ${isPlacedIn(['location_id'], '$1', '$4')})`);

@Controller('stock-summary')
export class StockSummaryController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @RequiresPermission(VIEW, { limits: ['warehouses'] })
  @Returns(200, StockSummaryDto, 'What is on hand, and what moved in a time, by kind')
  summary(@Query() query: StockSummaryQuery, @From() caller: Caller): Promise<StockSummaryDto> {
    return this.database.transaction(caller.companyId, async (tx) => {
      const warehouses = warehousesOrAll(caller.limitsOn(VIEW).warehouses);
      const values = [caller.companyId, query.from ?? null, query.to ?? null, warehouses];
      const [[now], moves, [adjustments]] = await Promise.all([
        tx.query<{ base_currency: string; items: number; on_hand: string; value: string }>(NOW, [caller.companyId, warehouses]),
        tx.query<MoveTotalDto>(TOTALS, values),
        tx.query<DocumentTotalDto>(ADJUSTMENTS, values),
      ]);
      return { currency: now!.base_currency, stockedItems: now!.items, onHand: now!.on_hand, value: now!.value, adjustments: adjustments!, moves };
    });
  }
}
