import { Decimal, Money } from '@millrace/kernel';
import type { Debit } from './allocation.js';

/** What one customer may owe, and owes. Check and hold are one decision under this row's lock. */
export class CustomerAccount {
  companyId!: string;
  customerId!: string;
  /** Null is without limit. */
  creditLimit!: Decimal | null;
  /** Held for orders that are not invoiced yet. */
  held!: Decimal;
  /** Open on invoices and opening balances. */
  receivable!: Decimal;
  version!: number;

  /**
   * Holds an amount when open invoices, holds and this together stay within the limit.
   *
   * @returns false when they would not; nothing is held then.
   */
  hold(amount: Money): boolean {
    if (this.creditLimit !== null && this.exposure.plus(amount.toDecimal()).greaterThan(this.creditLimit)) return false;
    this.held = this.held.plus(amount.toDecimal());
    return true;
  }

  /** What the customer may owe by another limit, when that is more than before; less needs nobody's approval. */
  raisedTo(creditLimit: Decimal | null): Decimal | 'unlimited' | undefined {
    if (this.creditLimit === null) return undefined;
    if (creditLimit === null) return 'unlimited';
    return creditLimit.greaterThan(this.creditLimit) ? creditLimit : undefined;
  }

  get exposure(): Decimal {
    return this.receivable.plus(this.held);
  }

  owe(amount: Decimal): void {
    this.receivable = this.receivable.plus(amount);
  }

  /** So much of a debit was settled. Only invoices and opening balances count against the limit. */
  settled(debit: Debit, amount: Decimal): void {
    if (debit.debitKind === 'invoice' || debit.debitKind === 'opening') this.owe(amount.negated());
  }

  static empty(companyId: string, customerId: string): CustomerAccount {
    return Object.assign(new CustomerAccount(), { companyId, customerId, creditLimit: null, held: new Decimal(0), receivable: new Decimal(0), version: 1 });
  }
}
