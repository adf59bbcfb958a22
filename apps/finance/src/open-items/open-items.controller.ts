import { type Caller, cursorOf, From, limitOf, type Page, pageOf, PageQuery, RequiresPermission, Returns } from '@millrace/chassis';
import { IsCurrency, IsId, IsLocalDate, IsName, IsSignedAmount } from '@millrace/contracts';
import { Money } from '@millrace/kernel';
import { Database, statement } from '@millrace/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { ADJUSTMENT_KINDS } from '../domain/receivable-adjustment.js';

const KINDS = ['customer-invoice', 'credit-note', 'payment', 'refund', ...ADJUSTMENT_KINDS] as const;

export class OpenItemsQuery extends PageQuery {
  @IsOptional() @IsId() readonly customerId?: string;
  /** What was open at the end of this day; now when absent. */
  @IsOptional() @IsLocalDate() readonly asOf?: string;
}

export class OpenItemDto {
  @IsIn(KINDS) readonly kind!: (typeof KINDS)[number];
  @IsId() readonly documentId!: string;
  @IsName() readonly number!: string;
  @IsId() readonly customerId!: string;
  @IsLocalDate() readonly documentOn!: string;
  @IsOptional() @IsLocalDate() readonly dueOn?: string;
  @IsCurrency() readonly currency!: string;
  /** What the customer owes; below zero what it is owed. */
  @IsSignedAmount() readonly openAmount!: string;
}

/** Each kind of document gives its own next page, in the order of its index; of these the first ones are the page. */
const now = (customer: string) => {
  const page = (kind: string, table: string, on: string, due: string, amount: string, isOpen: string) =>
    `(select ${kind} as kind, id, number, customer_id, ${on} as document_on, ${due} as due_on, currency, ${amount} as open_amount from ${table}
      where company_id = $1 and ${isOpen} and ${customer} and id > $3::uuid order by id limit $4)`;
  return statement(`
  ${page(`'customer-invoice'`, 'customer_invoice', 'document_on', 'due_on', 'open_amount', 'open_amount > 0')}
  union all ${page(`'credit-note'`, 'credit_note', 'document_on', 'null', '-open_amount', 'open_amount > 0')}
  union all ${page(`'payment'`, 'payment', 'received_on', 'null', '-open_amount', 'open_amount > 0')}
  union all ${page('kind', 'receivable_adjustment', 'adjusted_on', 'null', 'open_amount', 'open_amount <> 0')}
  order by id limit $4`);
};
const NOW = now('$2::uuid is null');
const NOW_OF_CUSTOMER = now('customer_id = $2::uuid');

/** What had been allocated of a document, on one side, by the end of the day. */
const allocated = (side: 'debit' | 'credit', id: string) =>
  `coalesce((select sum(a.amount) from allocation a where a.company_id = $1 and a.${side}_id = ${id} and a.posted_on <= $5), 0)`;

// What was open then is the document less what was allocated until then, whatever came later; so that the open items of a
// customer are its receivable in the ledger on every day. A refund is open on days before what it was sent for.
const AS_OF = statement(`
  select kind, id, number, customer_id, document_on, due_on, currency, open_amount from (
    select 'customer-invoice' as kind, i.id, i.number, i.customer_id, i.document_on, i.due_on, i.currency, i.gross_total - ${allocated('debit', 'i.id')} as open_amount
    from customer_invoice i where i.company_id = $1 and i.posted_on <= $5
    union all
    select 'credit-note', n.id, n.number, n.customer_id, n.document_on, null, n.currency, ${allocated('credit', 'n.id')} - n.gross_total
    from credit_note n where n.company_id = $1 and n.posted_on <= $5
    union all
    select 'payment', p.id, p.number, p.customer_id, p.received_on, null, p.currency, ${allocated('credit', 'p.id')} - p.amount
    from payment p where p.company_id = $1 and p.posted_on <= $5
    union all
    select 'refund', r.id, r.number, r.customer_id, r.sent_on, null, r.currency, r.amount - ${allocated('debit', 'r.id')}
    from refund r where r.company_id = $1 and r.posted_on <= $5
    union all
    select d.kind, d.id, d.number, d.customer_id, d.adjusted_on, null, d.currency, d.amount - ${allocated('debit', 'd.id')} + ${allocated('credit', 'd.id')}
    from receivable_adjustment d where d.company_id = $1 and d.posted_on <= $5
  ) item where open_amount <> 0 and ($2::uuid is null or customer_id = $2) and id > $3::uuid order by id limit $4`);

type Row = {
  kind: OpenItemDto['kind'];
  id: string;
  number: string;
  customer_id: string;
  document_on: string;
  due_on: string | null;
  currency: string;
  open_amount: string;
};

@Controller('open-items')
export class OpenItemsController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @RequiresPermission('finance.customer-invoice.view')
  @Returns(200, { page: OpenItemDto }, 'What customers owe and are owed, document by document, at the end of a day')
  async list(@Query() query: OpenItemsQuery, @From() caller: Caller): Promise<Page<OpenItemDto>> {
    const limit = limitOf(query);
    const [after = '00000000-0000-0000-0000-000000000000'] = cursorOf(query, 1) ?? [];
    const values = [caller.companyId, query.customerId ?? null, after, limit + 1];
    const rows = await this.database.transaction(caller.companyId, (tx) =>
      query.asOf ? tx.query<Row>(AS_OF, [...values, query.asOf]) : tx.query<Row>(query.customerId ? NOW_OF_CUSTOMER : NOW, values),
    );
    return pageOf(rows, limit, show, (row) => [row.id]);
  }
}

function show(row: Row): OpenItemDto {
  return {
    kind: row.kind,
    documentId: row.id,
    number: row.number,
    customerId: row.customer_id,
    documentOn: row.document_on,
    dueOn: row.due_on ?? undefined,
    currency: row.currency,
    openAmount: `${Money.of(row.open_amount, row.currency)}`,
  };
}
