import { type CreditAdjustment, ReceivableAdjustmentAllocated } from '@millrace/contracts';
import { Decimal, type LocalDate, Money, newId } from '@millrace/kernel';
import { type Allocated, toldOf } from './allocation.js';
import type { AccountRoleName } from './chart.js';
import type { Draft, EntrySource } from './journal-entry.js';
import type { PostingDate } from './period.js';

/**
 * `write-off` gives up what is open on an invoice; `write-off-reversal` takes that back where the goods are returned;
 * `bad-debt` raises (above zero) or lowers what a customer owes, against bad debts, without an invoice; `opening` brings
 * what it owed, or had in its favour, when the books began.
 */
export const ADJUSTMENT_KINDS = ['write-off', 'write-off-reversal', 'bad-debt', 'opening'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/** A typed entry on the receivable account. Above zero it is owed, and can be settled; below zero it can settle. */
export class ReceivableAdjustment {
  companyId!: string;
  id!: string;
  number!: string;
  kind!: AdjustmentKind;
  customerId!: string;
  invoiceId!: string | null;
  reason!: string;
  adjustedOn!: LocalDate;
  postedOn!: LocalDate;
  currency!: string;
  /** Change of what the customer owes: below zero for a write-off. */
  amount!: Decimal;
  /** What of it stays open on the customer's account, with the same sign. */
  openAmount!: Decimal;
  entryId!: string;
  recordedAt!: Date;
  version!: number;

  get debitKind() {
    return this.kind;
  }

  get creditKind() {
    return this.kind;
  }

  get isDebit(): boolean {
    return this.amount.greaterThan(0);
  }

  get left(): Decimal {
    return this.openAmount.isNegative() ? this.openAmount.negated() : new Decimal(0);
  }

  use(amount: Decimal): void {
    this.openAmount = this.openAmount.plus(amount);
  }

  settle(amount: Decimal): boolean {
    this.openAmount = this.openAmount.minus(amount);
    this.version += 1;
    return this.openAmount.isZero();
  }

  money(amount: Decimal): Money {
    return Money.of(amount, this.currency);
  }

  /** The fact that it settled invoices. */
  toldAllocated(allocated: readonly Allocated[], allocatedOn: LocalDate) {
    return ReceivableAdjustmentAllocated.of({
      adjustmentId: this.id,
      kind: this.kind as CreditAdjustment,
      customerId: this.customerId,
      allocatedOn,
      currency: this.currency,
      onAccount: `${this.money(this.left)}`,
      ...toldOf(allocated, this.currency),
    });
  }
}

export type AdjustmentWish = Readonly<{
  companyId: string;
  kind: AdjustmentKind;
  customerId: string;
  invoiceId?: string;
  reason: string;
  change: Money;
  date: PostingDate;
  now: Date;
}>;

/** An adjustment of which all is open. Its number comes with the commit. */
export function adjustReceivable({ companyId, kind, customerId, invoiceId, reason, change, date, now }: AdjustmentWish): ReceivableAdjustment {
  return Object.assign(new ReceivableAdjustment(), {
    companyId,
    id: newId(),
    number: '',
    kind,
    customerId,
    invoiceId: invoiceId ?? null,
    reason,
    adjustedOn: date.documentOn,
    postedOn: date.postedOn,
    currency: change.currency,
    amount: change.toDecimal(),
    openAmount: change.toDecimal(),
    entryId: '',
    recordedAt: now,
    version: 1,
  });
}

const SOURCES = {
  'write-off': 'write-off',
  'write-off-reversal': 'write-off-reversal',
  'bad-debt': 'bad-debt',
  opening: 'receivable-opening',
} as const satisfies Record<AdjustmentKind, EntrySource>;

/** Receivable against bad debts, or against the opening balances, in the direction of the amount. */
export function entryOfAdjustment(adjustment: ReceivableAdjustment, date: PostingDate): Draft {
  const amount = adjustment.money(adjustment.amount);
  const isOpening = adjustment.kind === 'opening';
  const against: AccountRoleName = isOpening ? 'opening-balance' : 'bad-debt';
  return {
    journal: isOpening ? 'GEN' : 'SAL',
    source: SOURCES[adjustment.kind],
    sourceId: adjustment.id,
    description: adjustment.reason,
    date,
    recordedAt: adjustment.recordedAt,
    lines: [
      { role: 'receivable', amount, partyId: adjustment.customerId },
      { role: against, amount: amount.negated(), partyId: adjustment.customerId },
    ],
  };
}
