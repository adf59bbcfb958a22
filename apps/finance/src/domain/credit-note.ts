import { CreditNoteAllocated, CreditNotePosted, type ReturnAuthorisedV1, type ReturnReceivedV1 } from '@millrace/contracts';
import { assert, Decimal, type LocalDate, Money, newId, partByAmount, partOf, Quantity } from '@millrace/kernel';
import { type Allocated, toldOf } from './allocation.js';
import type { CompanyCopy, CustomerCopy } from './company.js';
import type { CustomerInvoice } from './customer-invoice.js';
import type { Draft } from './journal-entry.js';
import type { PostingDate } from './period.js';
import { taxFor, taxKey, type TaxRule, taxTotals } from './tax.js';

/** Where all of a credit note goes when it is posted: together its gross total. */
export type CreditTotals = Readonly<Record<'settled' | 'writtenOff' | 'refund' | 'onAccount', Money>>;

/** What is owed back to a customer for goods that came back. */
export class CreditNote {
  companyId!: string;
  id!: string;
  number!: string;
  customerId!: string;
  customerName!: string;
  country!: string;
  returnId!: string;
  orderId!: string | null;
  documentOn!: LocalDate;
  postedOn!: LocalDate;
  currency!: string;
  netTotal!: Decimal;
  taxTotal!: Decimal;
  grossTotal!: Decimal;
  /** Neither used up by invoices nor refunded. */
  openAmount!: Decimal;
  entryId!: string | null;
  recordedAt!: Date;
  version!: number;
  lines: CreditNoteLine[] = [];
  taxes: CreditNoteTax[] = [];

  get creditKind() {
    return 'credit-note' as const;
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

  /** What it credits of one invoice, with tax. */
  creditOf(invoiceId: string): Money {
    const nets = this.lines.filter((line) => line.invoiceId === invoiceId).map((line) => this.money(line.netAmount));
    const taxes = this.taxes.filter((tax) => tax.invoiceId === invoiceId).map((tax) => this.money(tax.taxAmount));
    return Money.sum([...nets, ...taxes], this.currency);
  }

  told({ settled, writtenOff, refund, onAccount }: CreditTotals) {
    return CreditNotePosted.of({
      creditNoteId: this.id,
      number: this.number,
      returnId: this.returnId,
      salesOrderId: this.orderId ?? undefined,
      customerId: this.customerId,
      documentOn: this.documentOn,
      postedOn: this.postedOn,
      currency: this.currency,
      netTotal: `${this.money(this.netTotal)}`,
      taxTotal: `${this.money(this.taxTotal)}`,
      grossTotal: `${this.money(this.grossTotal)}`,
      settledTotal: `${settled}`,
      writtenOffTotal: `${writtenOff}`,
      refundTotal: `${refund}`,
      onAccount: `${onAccount}`,
    });
  }

  /** The fact that it settled other invoices, from what was on account. */
  toldAllocated(allocated: readonly Allocated[], allocatedOn: LocalDate) {
    return CreditNoteAllocated.of({
      creditNoteId: this.id,
      customerId: this.customerId,
      allocatedOn,
      currency: this.currency,
      onAccount: `${this.money(this.openAmount)}`,
      ...toldOf(allocated, this.currency),
    });
  }
}

export class CreditNoteLine {
  companyId!: string;
  creditNoteId!: string;
  lineNo!: number;
  /** The invoice that it credits, when the goods came from an order. */
  invoiceId!: string | null;
  orderLineNo!: number | null;
  itemId!: string;
  sku!: string;
  quantity!: Quantity;
  netAmount!: Decimal;
  taxCode!: string;
  taxRate!: Decimal;
}

export class CreditNoteTax {
  companyId!: string;
  creditNoteId!: string;
  lineNo!: number;
  invoiceId!: string | null;
  taxCode!: string;
  rate!: Decimal;
  baseAmount!: Decimal;
  taxAmount!: Decimal;
}

/** One tax of one invoice. */
export const creditedKey = (invoiceId: string, code: string, rate: Decimal) => `${invoiceId} ${taxKey({ code, rate })}`;

export type CreditContext = Readonly<{
  company: CompanyCopy;
  customer: CustomerCopy;
  rules: readonly TaxRule[];
  date: PostingDate;
  now: Date;
  /** The invoices of the shipments that the goods came from, by shipment. */
  invoices: ReadonlyMap<string, CustomerInvoice>;
  /** Net that earlier credit notes took from each tax of an invoice, by `creditedKey`. */
  creditedBefore: ReadonlyMap<string, Money>;
}>;

/**
 * The credit note of goods that came back. Of an order: the invoice's own net and tax, in the part that came back, so
 * that a whole invoice returned in parts is credited to the penny. Without an order: the given price, taxed as on the
 * day of the return. Its number comes with the commit.
 */
export function creditReturn(received: ReturnReceivedV1, authorised: ReturnAuthorisedV1, context: CreditContext): CreditNote {
  const { company, customer, date, now } = context;
  const { companyId } = company;
  const { currency } = authorised;
  const note = Object.assign(new CreditNote(), {
    companyId,
    id: newId(),
    number: '',
    customerId: authorised.customerId,
    customerName: customer.name,
    country: authorised.country,
    returnId: authorised.returnId,
    orderId: authorised.salesOrderId ?? null,
    documentOn: date.documentOn,
    postedOn: date.postedOn,
    currency,
    entryId: null,
    recordedAt: now,
    version: 1,
  });
  if (authorised.salesOrderId) creditOrder(note, received, context);
  else creditFreely(note, authorised, context);
  const net = Money.sum(
    note.lines.map((line) => note.money(line.netAmount)),
    currency,
  );
  const tax = Money.sum(
    note.taxes.map((each) => note.money(each.taxAmount)),
    currency,
  );
  return Object.assign(note, {
    netTotal: net.toDecimal(),
    taxTotal: tax.toDecimal(),
    grossTotal: net.plus(tax).toDecimal(),
    openAmount: net.plus(tax).toDecimal(),
  });
}

function creditOrder(note: CreditNote, received: ReturnReceivedV1, { invoices, creditedBefore }: CreditContext): void {
  for (const line of received.lines) {
    for (const from of line.from) {
      const invoice = invoices.get(from.shipmentId);
      const invoiced = invoice?.lines.find((each) => each.orderLineNo === line.orderLineNo);
      assert(invoice && invoiced, `shipment ${from.shipmentId} was never invoiced`);
      const quantity = Quantity.of(from.quantity);
      const net = partOf(invoice.money(invoiced.netAmount), invoiced.quantity, Quantity.of(from.returnedBefore), quantity);
      addLine(note, {
        invoiceId: invoice.id,
        orderLineNo: line.orderLineNo ?? null,
        itemId: line.itemId,
        sku: invoiced.sku,
        quantity,
        netAmount: net.toDecimal(),
        taxCode: invoiced.taxCode,
        taxRate: invoiced.taxRate,
      });
    }
  }
  for (const invoice of new Set(received.lines.flatMap((line) => line.from.map((from) => invoices.get(from.shipmentId)!)))) {
    for (const { taxCode, rate, baseAmount, taxAmount } of invoice.taxes) {
      const lines = note.lines.filter((line) => line.invoiceId === invoice.id && line.taxCode === taxCode && line.taxRate.equals(rate));
      if (lines.length === 0) continue;
      const base = Money.sum(
        lines.map((line) => note.money(line.netAmount)),
        note.currency,
      );
      const before = creditedBefore.get(creditedKey(invoice.id, taxCode, rate)) ?? Money.zero(note.currency);
      const tax = partByAmount(note.money(taxAmount), note.money(baseAmount), before, base);
      addTax(note, { invoiceId: invoice.id, taxCode, rate, baseAmount: base.toDecimal(), taxAmount: tax.toDecimal() });
    }
  }
}

function creditFreely(note: CreditNote, authorised: ReturnAuthorisedV1, { company, rules, date }: CreditContext): void {
  const taxable = authorised.lines.map((line) => {
    const tax = taxFor(rules, company.country, authorised.country, line.taxCategory, date.documentOn);
    const net = Money.of(line.netAmount!, note.currency);
    addLine(note, {
      invoiceId: null,
      orderLineNo: null,
      itemId: line.itemId,
      sku: line.sku,
      quantity: Quantity.of(line.quantity),
      netAmount: net.toDecimal(),
      taxCode: tax.code,
      taxRate: tax.rate,
    });
    return { net, tax };
  });
  for (const { code, rate, base, tax } of taxTotals(taxable, company.taxRounding, note.currency)) {
    addTax(note, { invoiceId: null, taxCode: code, rate, baseAmount: base.toDecimal(), taxAmount: tax.toDecimal() });
  }
}

function addLine(note: CreditNote, line: Omit<CreditNoteLine, 'companyId' | 'creditNoteId' | 'lineNo'>): void {
  note.lines.push(Object.assign(new CreditNoteLine(), { companyId: note.companyId, creditNoteId: note.id, lineNo: note.lines.length + 1, ...line }));
}

function addTax(note: CreditNote, tax: Omit<CreditNoteTax, 'companyId' | 'creditNoteId' | 'lineNo'>): void {
  note.taxes.push(Object.assign(new CreditNoteTax(), { companyId: note.companyId, creditNoteId: note.id, lineNo: note.taxes.length + 1, ...tax }));
}

/** Revenue and tax against receivable: the invoice's entry the other way round. */
export function entryOfCreditNote(note: CreditNote, date: PostingDate): Draft {
  return {
    journal: 'SAL',
    source: 'credit-note',
    sourceId: note.id,
    description: 'Credit note',
    date,
    recordedAt: note.recordedAt,
    lines: [
      ...note.lines.map((line) => ({ role: 'revenue', amount: note.money(line.netAmount), text: line.sku }) as const),
      ...note.taxes.map((tax) => ({ role: 'tax-payable', amount: note.money(tax.taxAmount), text: tax.taxCode }) as const),
      { role: 'receivable', amount: note.money(note.grossTotal).negated(), partyId: note.customerId },
    ],
  };
}

/** Inventory against cost of goods sold, at the cost at which the goods came back. */
export function entryOfReturn(received: ReturnReceivedV1, date: PostingDate, recordedAt: Date): Draft {
  const cost = Money.of(received.totalCost, received.currency);
  return {
    journal: 'STK',
    source: 'return',
    sourceId: received.returnId,
    description: 'Goods returned',
    date,
    recordedAt,
    lines: [
      { role: 'inventory', amount: cost },
      { role: 'cost-of-goods-sold', amount: cost.negated() },
    ],
  };
}
