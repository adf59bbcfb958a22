import { Money } from '@millrace/kernel';
import { IsOptional } from 'class-validator';
import { defineEvent, earlier } from '../define-event.js';
import { IsAmount, IsCurrency, IsId, IsLines, IsLocalDate, IsName, IsPositiveAmount } from '../rules.js';
import { PaymentAllocationV1, SettledAdjustmentV1 } from './allocation.js';

const creditNoteId = '0199a1b0-0000-7000-8000-0000000000a1';
const returnId = '0199a1b0-0000-7000-8000-000000000061';
const customerId = '0199a1b0-0000-7000-8000-000000000071';

/** Superseded by V2: what stays on account had to be worked out, and what was written off could be absent. */
export class CreditNotePostedV1 {
  @IsId() readonly creditNoteId!: string;
  @IsName() readonly number!: string;
  @IsId() readonly returnId!: string;
  @IsOptional() @IsId() readonly salesOrderId?: string;
  @IsId() readonly customerId!: string;
  @IsLocalDate() readonly documentOn!: string;
  @IsLocalDate() readonly postedOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly netTotal!: string;
  @IsAmount() readonly taxTotal!: string;
  @IsAmount() readonly grossTotal!: string;
  /** Used up at once by open invoices of the order. */
  @IsAmount() readonly settledTotal!: string;
  /** What will be refunded: the paid remainder, or 0 when it stays on account. */
  @IsAmount() readonly refundTotal!: string;
  /** What had been written off on those invoices: it was never paid, so it is not owed back. */
  @IsOptional() @IsAmount() readonly writtenOffTotal?: string;
}

/**
 * What came back was credited, and where all of it goes: settled + written off + refund + on account = gross. It first
 * settles what is open on the invoice it came from; the rest is refunded or kept on account, as the return says.
 * Producer: finance. Consumer: orders (shows it on the return; nothing to refund ends the return).
 */
export class CreditNotePostedV2 {
  @IsId() readonly creditNoteId!: string;
  @IsName() readonly number!: string;
  @IsId() readonly returnId!: string;
  @IsOptional() @IsId() readonly salesOrderId?: string;
  @IsId() readonly customerId!: string;
  @IsLocalDate() readonly documentOn!: string;
  @IsLocalDate() readonly postedOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly netTotal!: string;
  @IsAmount() readonly taxTotal!: string;
  @IsAmount() readonly grossTotal!: string;
  /** Used up at once by open invoices of the order. */
  @IsAmount() readonly settledTotal!: string;
  /** What had been written off on those invoices: it was never paid, so it is not owed back. Required since V2. */
  @IsAmount() readonly writtenOffTotal!: string;
  /** What is refunded at once: the paid remainder, or 0 when that stays on account. */
  @IsAmount() readonly refundTotal!: string;
  /** What the customer has in its favour from now on. Since V2. */
  @IsAmount() readonly onAccount!: string;
}

/** Before write-offs were told there were none, and what went nowhere else was on account. */
function creditNotePostedV2(v1: CreditNotePostedV1): CreditNotePostedV2 {
  const { currency, grossTotal, settledTotal, refundTotal } = v1;
  const writtenOffTotal = v1.writtenOffTotal ?? `${Money.zero(currency)}`;
  const elsewhere = [settledTotal, writtenOffTotal, refundTotal].map((amount) => Money.of(amount, currency));
  return { ...v1, writtenOffTotal, onAccount: `${Money.of(grossTotal, currency).minus(Money.sum(elsewhere, currency))}` };
}

const posted = {
  creditNoteId,
  number: 'CRN-2010-000001',
  returnId,
  customerId,
  documentOn: '2010-12-02',
  postedOn: '2010-12-02',
  currency: 'GBP',
  netTotal: '2.55',
  taxTotal: '0.45',
  grossTotal: '3.00',
};

export const CreditNotePosted = defineEvent({
  type: 'finance.credit-note-posted',
  version: 2,
  topic: 'finance.credit-note',
  key: 'creditNoteId',
  data: CreditNotePostedV2,
  example: { ...posted, settledTotal: '1.00', writtenOffTotal: '0.00', refundTotal: '0.00', onAccount: '2.00' },
  before: earlier({
    changed:
      'Says where all of the gross total goes, each part required: `writtenOffTotal` could be absent, and `onAccount` had to be worked out by every reader.',
    data: CreditNotePostedV1,
    example: { ...posted, settledTotal: '0.00', refundTotal: '3.00' },
    upcast: creditNotePostedV2,
    downcast: ({ onAccount: _known, ...v1 }) => v1,
  }),
});

/**
 * A credit note that was on account settles invoices, other than those that it credits.
 * Producer: finance. Consumer: orders (counts it as paid; the invoice's own fact completes the order).
 */
export class CreditNoteAllocatedV1 {
  @IsId() readonly creditNoteId!: string;
  @IsId() readonly customerId!: string;
  @IsLocalDate() readonly allocatedOn!: string;
  @IsCurrency() readonly currency!: string;
  /** What is left. */
  @IsAmount() readonly onAccount!: string;
  @IsLines(() => PaymentAllocationV1, { min: 0 }) readonly allocations!: readonly PaymentAllocationV1[];
  @IsOptional() @IsLines(() => SettledAdjustmentV1) readonly adjustments?: readonly SettledAdjustmentV1[];
}

export const CreditNoteAllocated = defineEvent({
  type: 'finance.credit-note-allocated',
  version: 1,
  topic: 'finance.credit-note',
  key: 'creditNoteId',
  data: CreditNoteAllocatedV1,
  example: {
    creditNoteId,
    customerId,
    allocatedOn: '2010-12-03',
    currency: 'GBP',
    onAccount: '0.00',
    allocations: [
      {
        customerInvoiceId: '0199a1b0-0000-7000-8000-000000000082',
        salesOrderId: '0199a1b0-0000-7000-8000-000000000042',
        amount: '3.00',
      },
    ],
  },
});

/**
 * Money went back to a customer: for a credit note, or from what was on account.
 * Producer: finance. Consumer: orders (ends the return it belongs to).
 */
export class RefundSentV1 {
  @IsId() readonly refundId!: string;
  @IsName() readonly number!: string;
  @IsOptional() @IsId() readonly creditNoteId?: string;
  @IsOptional() @IsId() readonly returnId?: string;
  @IsId() readonly customerId!: string;
  @IsLocalDate() readonly sentOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsPositiveAmount() readonly amount!: string;
}

export const RefundSent = defineEvent({
  type: 'finance.refund-sent',
  version: 1,
  topic: 'finance.refund',
  key: 'refundId',
  data: RefundSentV1,
  example: {
    refundId: '0199a1b0-0000-7000-8000-0000000000b1',
    number: 'REF-2010-000001',
    creditNoteId,
    returnId,
    customerId,
    sentOn: '2010-12-02',
    currency: 'GBP',
    amount: '3.00',
  },
});
