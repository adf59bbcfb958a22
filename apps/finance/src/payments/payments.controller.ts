import { type Caller, From, ListReader, Lists, type Page, PageQuery } from '@millrace/chassis';
import { IsId } from '@millrace/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { CreditNoteDto } from '../views/credit-note.dto.js';
import type { PaymentDto } from '../views/payment.dto.js';
import type { ReceivableAdjustmentDto } from '../views/receivable-adjustment.dto.js';
import type { RefundDto } from '../views/refund.dto.js';
import { ADJUSTMENTS, CREDIT_NOTES, PAYMENTS, REFUNDS } from './payment.lists.js';

export class PaymentsQuery extends PageQuery {
  @IsOptional() @IsId() readonly customerId?: string;
  /** "true": only those with something on account. */
  @IsOptional() @IsIn(['true', 'false']) readonly onAccount?: string;
}

export class MoneyBackQuery extends PageQuery {
  @IsOptional() @IsId() readonly customerId?: string;
}

/** Money that came and went, and what is owed back. */
@Controller()
export class PaymentsController {
  constructor(private readonly lists: ListReader) {}

  @Get('payments')
  @Lists(PAYMENTS, 'Payments of customers, newest first')
  payments(@Query() query: PaymentsQuery, @From() caller: Caller): Promise<Page<PaymentDto>> {
    return this.lists.page(PAYMENTS, query, caller);
  }

  @Get('refunds')
  @Lists(REFUNDS, 'Refunds to customers, newest first')
  refunds(@Query() query: MoneyBackQuery, @From() caller: Caller): Promise<Page<RefundDto>> {
    return this.lists.page(REFUNDS, query, caller);
  }

  @Get('credit-notes')
  @Lists(CREDIT_NOTES, 'Credit notes, newest first')
  creditNotes(@Query() query: MoneyBackQuery, @From() caller: Caller): Promise<Page<CreditNoteDto>> {
    return this.lists.page(CREDIT_NOTES, query, caller);
  }

  @Get('receivable-adjustments')
  @Lists(ADJUSTMENTS, 'Write-offs, bad debts and opening balances of customers, newest first')
  adjustments(@Query() query: MoneyBackQuery, @From() caller: Caller): Promise<Page<ReceivableAdjustmentDto>> {
    return this.lists.page(ADJUSTMENTS, query, caller);
  }
}
