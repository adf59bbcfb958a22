import { PaymentReceived, RefundSent } from '@millrace/contracts';
import { Decimal, type LocalDate, Money, newId } from '@millrace/kernel';
import type { CustomerInvoice } from './customer-invoice.js';
import type { Draft } from './journal-entry.js';
import type { PostingDate } from './period.js';

/** Money that came in from a customer. What is open on it is on account. */
export class Payment {
  companyId!: string;
  id!: string;
  number!: string;
  customerId!: string;
  reference!: string | null;
  receivedOn!: LocalDate;
  postedOn!: LocalDate;
  currency!: string;
  amount!: Decimal;
  openAmount!: Decimal;
  entryId!: string;
  recordedAt!: Date;
  version!: number;

  money(amount: Decimal): Money {
    return Money.of(amount, this.currency);
  }

  told(allocations: readonly Allocated[]) {
    return PaymentReceived.of({
      paymentId: this.id,
      number: this.number,
      customerId: this.customerId,
      receivedOn: this.receivedOn,
      currency: this.currency,
      amount: `${this.money(this.amount)}`,
      onAccount: `${this.money(this.openAmount)}`,
      allocations: allocations.map(({ invoice, amount }) => ({
        customerInvoiceId: invoice.id,
        salesOrderId: invoice.orderId,
        amount: `${this.money(amount)}`,
      })),
    });
  }
}

/** Money that went back to a customer: for a credit note, or from a payment on account. */
export class Refund {
  companyId!: string;
  id!: string;
  number!: string;
  customerId!: string;
  creditNoteId!: string | null;
  paymentId!: string | null;
  sentOn!: LocalDate;
  postedOn!: LocalDate;
  currency!: string;
  amount!: Decimal;
  entryId!: string;
  recordedAt!: Date;

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

/** Says that one document settles so much of another. */
export class Allocation {
  companyId!: string;
  id!: string;
  customerId!: string;
  debitKind!: 'invoice' | 'refund';
  debitId!: string;
  creditKind!: 'payment' | 'credit-note' | 'write-off';
  creditId!: string;
  amount!: Decimal;
  allocatedOn!: LocalDate;
  recordedAt!: Date;
}

/** An invoice that was settled by so much; `paid` when nothing is open on it any more. */
export type Allocated = Readonly<{ invoice: CustomerInvoice; amount: Decimal; paid: boolean }>;

/** A document whose open amount can settle invoices. */
export type Credit = { readonly companyId: string; readonly customerId: string; readonly id: string; openAmount: Decimal };

/**
 * Settles invoices from a credit, in the given order, each by at most what is open on it and was asked for. What is left
 * stays open on the credit.
 */
export function allocate(
  credit: Credit,
  kind: Allocation['creditKind'],
  wishes: readonly Readonly<{ invoice: CustomerInvoice; amount?: Decimal }>[],
  on: LocalDate,
  now: Date,
): { allocated: Allocated[]; allocations: Allocation[] } {
  const allocated: Allocated[] = [];
  const allocations: Allocation[] = [];
  for (const { invoice, amount: wish } of wishes) {
    const amount = Decimal.min(credit.openAmount, invoice.openAmount, wish ?? invoice.openAmount);
    if (!amount.greaterThan(0)) continue;
    credit.openAmount = credit.openAmount.minus(amount);
    allocated.push({ invoice, amount, paid: invoice.settle(amount, on) });
    allocations.push(
      Object.assign(new Allocation(), {
        companyId: credit.companyId,
        id: newId(),
        customerId: credit.customerId,
        debitKind: 'invoice',
        debitId: invoice.id,
        creditKind: kind,
        creditId: credit.id,
        amount,
        allocatedOn: on,
        recordedAt: now,
      }),
    );
  }
  return { allocated, allocations };
}

/** Bank against receivable. */
export function entryOfPayment(payment: Payment, date: PostingDate): Draft {
  const amount = payment.money(payment.amount);
  return {
    journal: 'BNK',
    source: 'payment',
    sourceId: payment.id,
    description: 'Payment received',
    date,
    recordedAt: payment.recordedAt,
    lines: [
      { role: 'bank', amount },
      { role: 'receivable', amount: amount.negated(), partyId: payment.customerId },
    ],
  };
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

export type RefundDetails = Readonly<{
  companyId: string;
  customerId: string;
  creditNoteId?: string;
  paymentId?: string;
  currency: string;
  amount: Decimal;
  date: PostingDate;
  now: Date;
}>;

export function refundOf({ companyId, customerId, creditNoteId, paymentId, currency, amount, date, now }: RefundDetails): {
  refund: Refund;
  allocation: Allocation;
} {
  const refund = Object.assign(new Refund(), {
    companyId,
    id: newId(),
    number: '',
    customerId,
    creditNoteId: creditNoteId ?? null,
    paymentId: paymentId ?? null,
    sentOn: date.documentOn,
    postedOn: date.postedOn,
    currency,
    amount,
    entryId: '',
    recordedAt: now,
  });
  const allocation = Object.assign(new Allocation(), {
    companyId,
    id: newId(),
    customerId,
    debitKind: 'refund',
    debitId: refund.id,
    creditKind: creditNoteId ? 'credit-note' : 'payment',
    creditId: creditNoteId ?? paymentId!,
    amount,
    allocatedOn: date.documentOn,
    recordedAt: now,
  });
  return { refund, allocation };
}
