import { PaymentAllocated, PaymentReceived } from '@millrace/contracts';
import { type Decimal, type LocalDate, Money } from '@millrace/kernel';
import { type Allocated, toldOf } from './allocation.js';
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

  get creditKind() {
    return 'payment' as const;
  }

  get left(): Decimal {
    return this.openAmount;
  }

  use(amount: Decimal): void {
    this.openAmount = this.openAmount.minus(amount);
  }

  money(amount: Decimal): Money {
    return Money.of(amount, this.currency);
  }

  told(allocated: readonly Allocated[]) {
    return PaymentReceived.of({
      paymentId: this.id,
      number: this.number,
      customerId: this.customerId,
      receivedOn: this.receivedOn,
      currency: this.currency,
      amount: `${this.money(this.amount)}`,
      onAccount: `${this.money(this.openAmount)}`,
      ...toldOf(allocated, this.currency),
    });
  }

  /** The fact that it settled more, from what was on account. */
  toldAllocated(allocated: readonly Allocated[], allocatedOn: LocalDate) {
    return PaymentAllocated.of({
      paymentId: this.id,
      customerId: this.customerId,
      allocatedOn,
      currency: this.currency,
      onAccount: `${this.money(this.openAmount)}`,
      ...toldOf(allocated, this.currency),
    });
  }
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
