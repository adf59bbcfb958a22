import { type Caller, cursorOf, From, limitOf, type Page, pageOf, PageQuery, RequiresPermission, Returns } from '@millrace/chassis';
import { IsId } from '@millrace/contracts';
import { Database, statement } from '@millrace/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { CreditNote } from '../domain/credit-note.js';
import { Payment } from '../domain/payment.js';
import { ReceivableAdjustment } from '../domain/receivable-adjustment.js';
import { Refund } from '../domain/refund.js';
import { CreditNoteDto } from '../views/credit-note.dto.js';
import { showCreditNote } from '../views/credit-note.view.js';
import { PaymentDto } from '../views/payment.dto.js';
import { showPayment } from '../views/payment.view.js';
import { ReceivableAdjustmentDto } from '../views/receivable-adjustment.dto.js';
import { showAdjustment } from '../views/receivable-adjustment.view.js';
import { RefundDto } from '../views/refund.dto.js';
import { showRefund } from '../views/refund.view.js';

export class PaymentsQuery extends PageQuery {
  @IsOptional() @IsId() readonly customerId?: string;
  /** "true": only those with something on account. */
  @IsOptional() @IsIn(['true', 'false']) readonly onAccount?: string;
}

export class MoneyBackQuery extends PageQuery {
  @IsOptional() @IsId() readonly customerId?: string;
}

const PAYMENTS = statement(`
  select * from payment where company_id = $1 and id < $2::uuid and ($3::uuid is null or customer_id = $3) and ($5::boolean is null or (open_amount > 0) = $5)
  order by id desc limit $4`);
const REFUNDS = statement('select * from refund where company_id = $1 and id < $2::uuid and ($3::uuid is null or customer_id = $3) order by id desc limit $4');
const CREDIT_NOTES = statement(
  'select * from credit_note where company_id = $1 and id < $2::uuid and ($3::uuid is null or customer_id = $3) order by id desc limit $4',
);

const ADJUSTMENTS = statement(
  'select * from receivable_adjustment where company_id = $1 and id < $2::uuid and ($3::uuid is null or customer_id = $3) order by id desc limit $4',
);

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Money that came and went, and what is owed back. */
@Controller()
export class PaymentsController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get('payments')
  @RequiresPermission('finance.payment.view')
  @Returns(200, { page: PaymentDto }, 'Payments of customers, newest first')
  payments(@Query() query: PaymentsQuery, @From() caller: Caller): Promise<Page<PaymentDto>> {
    const onAccount = query.onAccount === undefined ? null : query.onAccount === 'true';
    return this.page(Payment, PAYMENTS, query, caller, showPayment, [onAccount]);
  }

  @Get('refunds')
  @RequiresPermission('finance.payment.view')
  @Returns(200, { page: RefundDto }, 'Refunds to customers, newest first')
  refunds(@Query() query: MoneyBackQuery, @From() caller: Caller): Promise<Page<RefundDto>> {
    return this.page(Refund, REFUNDS, query, caller, showRefund);
  }

  @Get('credit-notes')
  @RequiresPermission('finance.customer-invoice.view')
  @Returns(200, { page: CreditNoteDto }, 'Credit notes, newest first')
  creditNotes(@Query() query: MoneyBackQuery, @From() caller: Caller): Promise<Page<CreditNoteDto>> {
    return this.page(CreditNote, CREDIT_NOTES, query, caller, showCreditNote);
  }

  @Get('receivable-adjustments')
  @RequiresPermission('finance.customer-invoice.view')
  @Returns(200, { page: ReceivableAdjustmentDto }, 'Write-offs, bad debts and opening balances of customers, newest first')
  adjustments(@Query() query: MoneyBackQuery, @From() caller: Caller): Promise<Page<ReceivableAdjustmentDto>> {
    return this.page(ReceivableAdjustment, ADJUSTMENTS, query, caller, showAdjustment);
  }

  private async page<T extends { id: string }, D>(
    kind: abstract new () => T,
    query: typeof PAYMENTS,
    { customerId, ...page }: MoneyBackQuery,
    caller: Caller,
    show: (row: T) => D,
    more: readonly unknown[] = [],
  ): Promise<Page<D>> {
    const limit = limitOf(page);
    const [before = LAST] = cursorOf(page, 1) ?? [];
    const values = [caller.companyId, before, customerId ?? null, limit + 1, ...more];
    const rows = await this.database.transaction(caller.companyId, async (tx) =>
      (await tx.query<Record<string, unknown>>(query, values)).map((row) => tx.table(kind).read(row)),
    );
    return pageOf(rows, limit, show, (row) => [row.id]);
  }
}
