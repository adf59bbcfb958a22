import { CustomerInvoicePosted, type ShipmentDispatchedV1 } from '@millrace/contracts';
import { addDays, Decimal, type LocalDate, Money, newId, Quantity } from '@millrace/kernel';
import type { BillingOrder } from './billing-order.js';
import type { CompanyCopy, CustomerCopy, TaxRounding } from './company.js';
import type { Draft } from './journal-entry.js';
import type { PostingDate } from './period.js';
import { taxFor, type TaxRule, taxTotals } from './tax.js';

/** What a customer owes for one shipment. Its figures are final; only what is open on it changes. */
export class CustomerInvoice {
  companyId!: string;
  id!: string;
  number!: string;
  customerId!: string;
  /** As they were on the day. */
  customerName!: string;
  customerAddress!: string | null;
  country!: string;
  orderId!: string;
  shipmentId!: string;
  documentOn!: LocalDate;
  postedOn!: LocalDate;
  dueOn!: LocalDate;
  currency!: string;
  netTotal!: Decimal;
  taxTotal!: Decimal;
  grossTotal!: Decimal;
  openAmount!: Decimal;
  taxRounding!: TaxRounding;
  paidOn!: LocalDate | null;
  entryId!: string | null;
  recordedAt!: Date;
  version!: number;
  lines: CustomerInvoiceLine[] = [];
  taxes: CustomerInvoiceTax[] = [];

  get debitKind() {
    return 'invoice' as const;
  }

  money(amount: Decimal): Money {
    return Money.of(amount, this.currency);
  }

  /** Settles so much of what is open. @returns true when nothing is open any more. */
  settle(amount: Decimal, on: LocalDate): boolean {
    this.openAmount = this.openAmount.minus(amount);
    this.version += 1;
    if (!this.openAmount.isZero()) return false;
    this.paidOn = on;
    return true;
  }

  /** The fact that it was posted. */
  told() {
    return CustomerInvoicePosted.of({
      customerInvoiceId: this.id,
      number: this.number,
      salesOrderId: this.orderId,
      shipmentId: this.shipmentId,
      customerId: this.customerId,
      documentOn: this.documentOn,
      postedOn: this.postedOn,
      dueOn: this.dueOn,
      currency: this.currency,
      netTotal: `${this.money(this.netTotal)}`,
      taxTotal: `${this.money(this.taxTotal)}`,
      grossTotal: `${this.money(this.grossTotal)}`,
    });
  }
}

export class CustomerInvoiceLine {
  companyId!: string;
  invoiceId!: string;
  lineNo!: number;
  orderLineNo!: number;
  itemId!: string;
  sku!: string;
  description!: string;
  /** In stock units. */
  quantity!: Quantity;
  netAmount!: Decimal;
  taxCode!: string;
  taxRate!: Decimal;
}

export class CustomerInvoiceTax {
  companyId!: string;
  invoiceId!: string;
  taxCode!: string;
  rate!: Decimal;
  baseAmount!: Decimal;
  taxAmount!: Decimal;
}

export type InvoiceContext = Readonly<{ company: CompanyCopy; customer: CustomerCopy; rules: readonly TaxRule[]; date: PostingDate; now: Date }>;

/**
 * The invoice of a shipment: what left, at the order's prices, with the tax of the shipment's day and the customer's
 * country. An invoice of 0.00 is paid at once. Its number comes with the commit.
 */
export function invoiceShipment(shipment: ShipmentDispatchedV1, order: BillingOrder, context: InvoiceContext): CustomerInvoice {
  const { company, customer, rules, date, now } = context;
  const { companyId } = order;
  const id = newId();
  const lines = shipment.lines.map((shipped, index) => {
    const { sku, description, taxCategory, itemId } = order.line(shipped.lineNo);
    const tax = taxFor(rules, company.country, order.country, taxCategory, date.documentOn);
    const quantity = Quantity.of(shipped.quantity);
    const net = order.netOf(shipped.lineNo, Quantity.of(shipped.shippedBefore), quantity);
    return Object.assign(new CustomerInvoiceLine(), {
      companyId,
      invoiceId: id,
      lineNo: index + 1,
      orderLineNo: shipped.lineNo,
      itemId,
      sku,
      description,
      quantity,
      netAmount: net.toDecimal(),
      taxCode: tax.code,
      taxRate: tax.rate,
    });
  });
  const taxable = lines.map((line) => ({ net: Money.of(line.netAmount, order.currency), tax: { code: line.taxCode, rate: line.taxRate } }));
  const totals = taxTotals(taxable, company.taxRounding, order.currency);
  const net = Money.sum(
    taxable.map((line) => line.net),
    order.currency,
  );
  const tax = Money.sum(
    totals.map((total) => total.tax),
    order.currency,
  );
  const gross = net.plus(tax);
  const invoice = Object.assign(new CustomerInvoice(), {
    companyId,
    id,
    number: '',
    customerId: order.customerId,
    customerName: customer.name,
    customerAddress: customer.address,
    country: order.country,
    orderId: order.orderId,
    shipmentId: shipment.shipmentId,
    documentOn: date.documentOn,
    postedOn: date.postedOn,
    dueOn: addDays(date.documentOn, order.paymentTermDays),
    currency: order.currency,
    netTotal: net.toDecimal(),
    taxTotal: tax.toDecimal(),
    grossTotal: gross.toDecimal(),
    openAmount: gross.toDecimal(),
    taxRounding: company.taxRounding,
    paidOn: gross.isZero() ? date.postedOn : null,
    entryId: null,
    recordedAt: now,
    version: 1,
  });
  invoice.lines = lines;
  invoice.taxes = totals.map((total) =>
    Object.assign(new CustomerInvoiceTax(), {
      companyId,
      invoiceId: id,
      taxCode: total.code,
      rate: total.rate,
      baseAmount: total.base.toDecimal(),
      taxAmount: total.tax.toDecimal(),
    }),
  );
  return invoice;
}

/** Receivable against revenue, line by line, and tax by code and rate. */
export function entryOfInvoice(invoice: CustomerInvoice, date: PostingDate): Draft {
  const money = (amount: Decimal) => invoice.money(amount);
  return {
    journal: 'SAL',
    source: 'customer-invoice',
    sourceId: invoice.id,
    description: 'Customer invoice',
    date,
    recordedAt: invoice.recordedAt,
    lines: [
      { role: 'receivable', amount: money(invoice.grossTotal), partyId: invoice.customerId },
      ...invoice.lines.map((line) => ({ role: 'revenue', amount: money(line.netAmount).negated(), text: line.sku }) as const),
      ...invoice.taxes.map((tax) => ({ role: 'tax-payable', amount: money(tax.taxAmount).negated(), text: tax.taxCode }) as const),
    ],
  };
}

/** Cost of goods sold against inventory, at the cost that the shipment fixed. */
export function entryOfShipment(shipment: ShipmentDispatchedV1, date: PostingDate, recordedAt: Date): Draft {
  const cost = Money.of(shipment.totalCost, shipment.currency);
  return {
    journal: 'STK',
    source: 'shipment',
    sourceId: shipment.shipmentId,
    description: 'Goods shipped',
    date,
    recordedAt,
    lines: [
      { role: 'cost-of-goods-sold', amount: cost },
      { role: 'inventory', amount: cost.negated() },
    ],
  };
}
