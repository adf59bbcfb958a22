import { Decimal, laterOf, type LocalDate, Money, newId } from '@millrace/kernel';
import type { AdjustmentKind } from './receivable-adjustment.js';

/** Where something is owed, and what settles it. An adjustment is one or the other by the sign of its amount. */
export type DebitKind = 'invoice' | 'refund' | AdjustmentKind;
export type CreditKind = 'payment' | 'credit-note' | AdjustmentKind;

/** A document on which a customer owes something. */
export type Debit = {
  readonly id: string;
  readonly debitKind: DebitKind;
  readonly postedOn: LocalDate;
  readonly openAmount: Decimal;
  /** The order of an invoice. */
  readonly orderId?: string;
  /** Settles so much of what is open. @returns true when nothing is open any more. */
  settle(amount: Decimal, on: LocalDate): boolean;
};

/** A document that can settle what its customer owes. */
export type Credit = {
  readonly companyId: string;
  readonly customerId: string;
  readonly id: string;
  readonly creditKind: CreditKind;
  readonly postedOn: LocalDate;
  /** What of it is on account. */
  readonly left: Decimal;
  use(amount: Decimal): void;
};

/** Says that one document settles so much of another. */
export class Allocation {
  companyId!: string;
  id!: string;
  customerId!: string;
  debitKind!: DebitKind;
  debitId!: string;
  creditKind!: CreditKind;
  creditId!: string;
  amount!: Decimal;
  allocatedOn!: LocalDate;
  /** From when it counts: on no day before both documents are in the books. */
  postedOn!: LocalDate;
  recordedAt!: Date;
}

export function allocationOf(credit: Credit, debit: Pick<Debit, 'id' | 'debitKind' | 'postedOn'>, amount: Decimal, on: LocalDate, now: Date): Allocation {
  return Object.assign(new Allocation(), {
    companyId: credit.companyId,
    id: newId(),
    customerId: credit.customerId,
    debitKind: debit.debitKind,
    debitId: debit.id,
    creditKind: credit.creditKind,
    creditId: credit.id,
    amount,
    allocatedOn: on,
    postedOn: [credit.postedOn, debit.postedOn].reduce(laterOf, on),
    recordedAt: now,
  });
}

/** What of a debit shall be settled: all that is open when no amount is given. */
export type DebitWish = Readonly<{ debit: Debit; amount?: Decimal }>;

/** A debit that was settled by so much; `paid` when nothing is open on it any more. */
export type Allocated = Readonly<{ debit: Debit; amount: Decimal; paid: boolean }>;

/**
 * Settles debits from a credit, in the given order, each by at most what is open on it and was asked for. What is left
 * stays open on the credit.
 */
export function allocate(credit: Credit, wishes: readonly DebitWish[], on: LocalDate, now: Date): { allocated: Allocated[]; allocations: Allocation[] } {
  const allocated: Allocated[] = [];
  const allocations: Allocation[] = [];
  for (const { debit, amount: wish } of wishes) {
    const amount = Decimal.min(credit.left, debit.openAmount, wish ?? debit.openAmount);
    if (!amount.greaterThan(0)) continue;
    credit.use(amount);
    allocated.push({ debit, amount, paid: debit.settle(amount, on) });
    allocations.push(allocationOf(credit, debit, amount, on, now));
  }
  return { allocated, allocations };
}

/** What a fact says of allocations: invoices with their orders, and adjustments if there are any. */
export function toldOf(allocated: readonly Allocated[], currency: string) {
  const money = (amount: Decimal) => `${Money.of(amount, currency)}`;
  const invoices = allocated.filter(({ debit }) => debit.debitKind === 'invoice');
  const others = allocated.filter(({ debit }) => debit.debitKind !== 'invoice');
  return {
    allocations: invoices.map(({ debit, amount }) => ({ customerInvoiceId: debit.id, salesOrderId: debit.orderId, amount: money(amount) })),
    adjustments: others.length === 0 ? undefined : others.map(({ debit, amount }) => ({ adjustmentId: debit.id, amount: money(amount) })),
  };
}
