import { IsOptional } from 'class-validator';
import { defineEvent } from '../define-event.js';
import { IsAmount, IsCurrency, IsId, IsLocalDate, IsName, IsPositiveAmount } from '../rules.js';

const creditNoteId = '0199a1b0-0000-7000-8000-0000000000a1';
const returnId = '0199a1b0-0000-7000-8000-000000000061';
const customerId = '0199a1b0-0000-7000-8000-000000000071';

/**
 * What came back was credited. It first settles what is open on the invoice it came from; the rest is refunded or kept
 * on account, as the return says.
 * Producer: finance. Consumer: orders (shows it on the return; nothing to refund ends the return).
 */
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
}

export const CreditNotePosted = defineEvent({
  type: 'finance.credit-note-posted',
  version: 1,
  topic: 'finance.credit-note',
  key: 'creditNoteId',
  data: CreditNotePostedV1,
  example: {
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
    settledTotal: '0.00',
    refundTotal: '3.00',
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
