import { RefundSent } from '@millrace/contracts';
import { type Decimal, type LocalDate, Money, newId } from '@millrace/kernel';
import { type Allocation, allocationOf, type Credit } from './allocation.js';
import type { Draft } from './journal-entry.js';
import type { PostingDate } from './period.js';

/** Money that went back to a customer, from what it had on account. */
export class Refund {
  companyId!: string;
  id!: string;
  number!: string;
  customerId!: string;
  /** What it was sent for: one of the three. */
  creditNoteId!: string | null;
  paymentId!: string | null;
  adjustmentId!: string | null;
  sentOn!: LocalDate;
  postedOn!: LocalDate;
  currency!: string;
  amount!: Decimal;
  entryId!: string;
  recordedAt!: Date;

  get debitKind() {
    return 'refund' as const;
  }

  told(returnId: string | undefined) {
    return RefundSent.of({
      refundId: this.id,
      number: this.number,
      creditNoteId: this.creditNoteId ?? undefined,
      returnId,
      customerId: this.customerId,
      sentOn: this.sentOn,
      currency: this.currency,
      amount: `${Money.of(this.amount, this.currency)}`,
    });
  }
}

/** Sends back so much of what is on account. Its number comes with the commit. */
export function refundOf(credit: Credit, amount: Money, date: PostingDate, now: Date): { refund: Refund; allocation: Allocation } {
  const { companyId, customerId, creditKind, id } = credit;
  const refund = Object.assign(new Refund(), {
    companyId,
    id: newId(),
    number: '',
    customerId,
    creditNoteId: creditKind === 'credit-note' ? id : null,
    paymentId: creditKind === 'payment' ? id : null,
    adjustmentId: creditKind === 'opening' ? id : null,
    sentOn: date.documentOn,
    postedOn: date.postedOn,
    currency: amount.currency,
    amount: amount.toDecimal(),
    entryId: '',
    recordedAt: now,
  });
  credit.use(refund.amount);
  return { refund, allocation: allocationOf(credit, refund, refund.amount, date.documentOn, now) };
}

/** Receivable against bank. */
export function entryOfRefund(refund: Refund, date: PostingDate): Draft {
  const amount = Money.of(refund.amount, refund.currency);
  return {
    journal: 'BNK',
    source: 'refund',
    sourceId: refund.id,
    description: 'Refund sent',
    date,
    recordedAt: refund.recordedAt,
    lines: [
      { role: 'receivable', amount, partyId: refund.customerId },
      { role: 'bank', amount: amount.negated() },
    ],
  };
}
