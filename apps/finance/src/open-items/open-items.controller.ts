import { type Caller, column, defineList, From, ListReader, type ListRow, Lists, type Page, PageQuery, refersTo, type Sql } from '@millrace/chassis';
import { IsCurrency, IsId, IsLocalDate, IsName, IsSignedAmount } from '@millrace/contracts';
import { Money } from '@millrace/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { ADJUSTMENT_KINDS } from '../domain/receivable-adjustment.js';
import { KNOWN_CUSTOMERS } from '../views/known-customer.list.js';

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

/** What is open of each kind of document; each has an index in the order of pages. */
const OPEN_NOW = [
  openPart(`'customer-invoice'`, 'customer_invoice', 'document_on', 'due_on', 'open_amount', 'open_amount > 0'),
  openPart(`'credit-note'`, 'credit_note', 'document_on', 'null', '-open_amount', 'open_amount > 0'),
  openPart(`'payment'`, 'payment', 'received_on', 'null', '-open_amount', 'open_amount > 0'),
  openPart('kind', 'receivable_adjustment', 'adjusted_on', 'null', 'open_amount', 'open_amount <> 0'),
];

function openPart(kind: string, table: string, on: string, due: string, amount: string, isOpen: string): string {
  return `(select company_id, ${kind}::text as kind, id, number, customer_id, ${on} as document_on, ${due}::date as due_on, currency, ${amount} as open_amount
    from ${table} where ${isOpen}) item`;
}

/**
 * What was open then is the document less what was allocated until then, whatever came later; so that the open items of a
 * customer are its receivable in the ledger on every day. A refund is open on days before what it was sent for.
 */
function openThen(asOf: string, { company, bind }: Sql): string[] {
  const day = bind(asOf, 'date');
  /** What had been allocated of a document, on one side, by the end of the day. */
  const allocated = (side: 'debit' | 'credit') =>
    `coalesce((select sum(a.amount) from allocation a where a.company_id = ${company} and a.${side}_id = d.id and a.posted_on <= ${day}), 0)`;
  const part = (kind: string, table: string, on: string, due: string, amount: string) =>
    `(select * from (
      select d.company_id, ${kind}::text as kind, d.id, d.number, d.customer_id, ${on} as document_on, ${due}::date as due_on, d.currency, ${amount} as open_amount
      from ${table} d where d.posted_on <= ${day}
    ) document where open_amount <> 0) item`;
  return [
    part(`'customer-invoice'`, 'customer_invoice', 'd.document_on', 'd.due_on', `d.gross_total - ${allocated('debit')}`),
    part(`'credit-note'`, 'credit_note', 'd.document_on', 'null', `${allocated('credit')} - d.gross_total`),
    part(`'payment'`, 'payment', 'd.received_on', 'null', `${allocated('credit')} - d.amount`),
    part(`'refund'`, 'refund', 'd.sent_on', 'null', `d.amount - ${allocated('debit')}`),
    part('d.kind', 'receivable_adjustment', 'd.adjusted_on', 'null', `d.amount - ${allocated('debit')} + ${allocated('credit')}`),
  ];
}

const OPEN_ITEMS = defineList({
  row: OpenItemDto,
  permission: 'finance.customer-invoice.view',
  from: ({ asOf }: OpenItemsQuery, sql) => (asOf === undefined ? OPEN_NOW : openThen(asOf, sql)),
  columns: {
    documentId: column.id('id'),
    kind: column.choice('kind', KINDS),
    number: column.text('number'),
    customerId: column.id('customer_id'),
    documentOn: column.date('document_on'),
    dueOn: column.optional(column.date('due_on')),
    currency: column.text('currency'),
    openAmount: column.decimal('open_amount'),
  },
  order: 'documentId',
  references: { customer: refersTo(() => KNOWN_CUSTOMERS, 'customerId') },
  show: showOpenItem,
});

@Controller('open-items')
export class OpenItemsController {
  constructor(private readonly lists: ListReader) {}

  @Get()
  @Lists(OPEN_ITEMS, 'What customers owe and are owed, document by document, at the end of a day')
  list(@Query() query: OpenItemsQuery, @From() caller: Caller): Promise<Page<OpenItemDto>> {
    return this.lists.page(OPEN_ITEMS, query, caller);
  }
}

function showOpenItem(each: ListRow): OpenItemDto {
  const row = each as Row;
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
