import type { SalesOrderLineV1, SalesOrderPlacedV1 } from '@millrace/contracts';
import { assert, Decimal, type LocalDate, Money, partByAmount, partOf, Quantity } from '@millrace/kernel';
import type { CompanyCopy } from './company.js';
import type { CustomerAccount } from './customer-account.js';
import { taxFor, type TaxRule, taxTotals } from './tax.js';

/** What is needed of an order's line to invoice it. */
export type BillingLine = Pick<SalesOrderLineV1, 'lineNo' | 'itemId' | 'sku' | 'taxCategory' | 'description' | 'stockQuantity' | 'netAmount'>;

/** A sales order as finance keeps it: to be invoiced as it ships, and held against the customer's limit until then. */
export class BillingOrder {
  companyId!: string;
  orderId!: string;
  customerId!: string;
  country!: string;
  currency!: string;
  paymentTermDays!: number;
  netTotal!: Decimal;
  /** Invoiced, or cancelled. */
  netDone!: Decimal;
  /** Held when the order was approved; nothing when it was refused. */
  holdTotal!: Decimal;
  holdLeft!: Decimal;
  lines!: readonly BillingLine[];

  line(lineNo: number): BillingLine {
    const found = this.lines.find((line) => line.lineNo === lineNo);
    assert(found, `order ${this.orderId} has no line ${lineNo}`);
    return found;
  }

  /** Net amount of part of a line, so that the parts of a line add up to its amount. */
  netOf(lineNo: number, before: Quantity, quantity: Quantity): Money {
    const line = this.line(lineNo);
    return partOf(Money.of(line.netAmount, this.currency), Quantity.of(line.stockQuantity), before, quantity);
  }

  /** Lets go of the hold for so much net that was invoiced or cancelled. */
  settleHold(net: Money, account: CustomerAccount): void {
    const money = (amount: Decimal) => Money.of(amount, this.currency);
    const part = partByAmount(money(this.holdTotal), money(this.netTotal), money(this.netDone), net).atMost(money(this.holdLeft));
    this.netDone = this.netDone.plus(net.toDecimal());
    this.release(this.netDone.greaterThanOrEqualTo(this.netTotal) ? this.holdLeft : part.toDecimal(), account);
  }

  /** Lets go of all that is held. */
  releaseHold(account: CustomerAccount): void {
    this.netDone = this.netTotal;
    this.release(this.holdLeft, account);
  }

  private release(amount: Decimal, account: CustomerAccount): void {
    this.holdLeft = this.holdLeft.minus(amount);
    account.held = account.held.minus(amount);
  }
}

/** The order for its bill, before credit is checked. */
export function billingOrder(order: SalesOrderPlacedV1, companyId: string): BillingOrder {
  return Object.assign(new BillingOrder(), {
    companyId,
    orderId: order.salesOrderId,
    customerId: order.customerId,
    country: order.country,
    currency: order.currency,
    paymentTermDays: order.paymentTermDays,
    netTotal: new Decimal(order.netTotal),
    netDone: new Decimal(0),
    holdTotal: new Decimal(0),
    holdLeft: new Decimal(0),
    lines: order.lines.map(({ lineNo, itemId, sku, taxCategory, description, stockQuantity, netAmount }) => ({
      lineNo,
      itemId,
      sku,
      taxCategory,
      description,
      stockQuantity,
      netAmount,
    })),
  });
}

/** What the order will come to with tax, by the rules of its date: an estimate, since the invoice's date decides. */
export function estimatedGross(order: SalesOrderPlacedV1, rules: readonly TaxRule[], company: CompanyCopy): Money {
  const taxable = order.lines.map((line) => ({
    net: Money.of(line.netAmount, order.currency),
    tax: taxFor(rules, company.country, order.country, line.taxCategory, order.documentOn as LocalDate),
  }));
  const tax = Money.sum(
    taxTotals(taxable, company.taxRounding, order.currency).map((each) => each.tax),
    order.currency,
  );
  return Money.of(order.netTotal, order.currency).plus(tax);
}
