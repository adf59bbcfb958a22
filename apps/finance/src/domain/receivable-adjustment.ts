import { type Decimal, type LocalDate, Money } from '@millrace/kernel';
import type { Draft } from './journal-entry.js';
import type { PostingDate } from './period.js';

/**
 * A typed entry on the receivable account. `write-off` gives up what is open on an invoice; `bad-debt` raises (above
 * zero) or lowers what a customer owes, against bad debts, without an invoice.
 */
export class ReceivableAdjustment {
  companyId!: string;
  id!: string;
  number!: string;
  kind!: 'write-off' | 'bad-debt';
  customerId!: string;
  invoiceId!: string | null;
  reason!: string;
  adjustedOn!: LocalDate;
  postedOn!: LocalDate;
  currency!: string;
  /** Change of what the customer owes: below zero for a write-off. */
  amount!: Decimal;
  /** What of it stays open on the customer's account. */
  openAmount!: Decimal;
  entryId!: string;
  recordedAt!: Date;
}

/** Receivable against bad debts, in the direction of the amount. */
export function entryOfAdjustment(adjustment: ReceivableAdjustment, date: PostingDate): Draft {
  const amount = Money.of(adjustment.amount, adjustment.currency);
  return {
    journal: 'SAL',
    source: adjustment.kind,
    sourceId: adjustment.id,
    description: adjustment.reason,
    date,
    recordedAt: adjustment.recordedAt,
    lines: [
      { role: 'receivable', amount, partyId: adjustment.customerId },
      { role: 'bad-debt', amount: amount.negated(), partyId: adjustment.customerId },
    ],
  };
}
