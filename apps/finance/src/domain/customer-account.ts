import { Decimal, Money } from '@millrace/kernel';

/** What one customer may owe, and owes. Check and hold are one decision under this row's lock. */
export class CustomerAccount {
  companyId!: string;
  customerId!: string;
  /** Null is without limit. */
  creditLimit!: Decimal | null;
  /** Held for orders that are not invoiced yet. */
  held!: Decimal;
  /** Open on invoices. */
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

  get exposure(): Decimal {
    return this.receivable.plus(this.held);
  }

  owe(amount: Decimal): void {
    this.receivable = this.receivable.plus(amount);
  }

  static empty(companyId: string, customerId: string): CustomerAccount {
    return Object.assign(new CustomerAccount(), { companyId, customerId, creditLimit: null, held: new Decimal(0), receivable: new Decimal(0), version: 1 });
  }
}
