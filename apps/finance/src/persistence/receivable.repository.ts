import { Decimal, groupBy, indexBy, type LocalDate, Money, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { AmountType, arrayLiteral, defineEntity, p, PriceType, QuantityType, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { Allocation } from '../domain/allocation.js';
import { BillingOrder } from '../domain/billing-order.js';
import { CustomerCopy, type TaxRounding } from '../domain/company.js';
import { creditedKey, CreditNote, CreditNoteLine, CreditNoteTax } from '../domain/credit-note.js';
import { CustomerAccount } from '../domain/customer-account.js';
import { CustomerInvoice, CustomerInvoiceLine, CustomerInvoiceTax } from '../domain/customer-invoice.js';
import { Payment } from '../domain/payment.js';
import { ReceivableAdjustment } from '../domain/receivable-adjustment.js';
import { Refund } from '../domain/refund.js';
import type { InvoicePast } from '../domain/settle-return.js';

export const CustomerCopySchema = defineEntity({
  class: CustomerCopy,
  tableName: 'customer_copy',
  properties: {
    companyId: p.uuid().primary(),
    customerId: p.uuid().primary(),
    name: p.text(),
    country: p.text(),
    address: p.text().nullable(),
    active: p.boolean(),
    sequence: p.bigint('number'),
  },
});

export const CustomerAccountSchema = defineEntity({
  class: CustomerAccount,
  tableName: 'customer_account',
  properties: {
    companyId: p.uuid().primary(),
    customerId: p.uuid().primary(),
    creditLimit: p.type(AmountType).nullable(),
    held: p.type(AmountType),
    receivable: p.type(AmountType),
    version: p.integer(),
  },
});

export const BillingOrderSchema = defineEntity({
  class: BillingOrder,
  tableName: 'billing_order',
  properties: {
    companyId: p.uuid().primary(),
    orderId: p.uuid().primary(),
    customerId: p.uuid(),
    country: p.text(),
    currency: p.text(),
    paymentTermDays: p.integer(),
    netTotal: p.type(AmountType),
    netDone: p.type(AmountType),
    holdTotal: p.type(AmountType),
    holdLeft: p.type(AmountType),
    lines: p.json().$type<BillingOrder['lines']>(),
  },
});

export const CustomerInvoiceSchema = defineEntity({
  class: CustomerInvoice,
  tableName: 'customer_invoice',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.text(),
    customerId: p.uuid(),
    customerName: p.text(),
    customerAddress: p.text().nullable(),
    country: p.text(),
    orderId: p.uuid(),
    shipmentId: p.uuid(),
    documentOn: p.date().$type<LocalDate>(),
    postedOn: p.date().$type<LocalDate>(),
    dueOn: p.date().$type<LocalDate>(),
    currency: p.text(),
    netTotal: p.type(AmountType),
    taxTotal: p.type(AmountType),
    grossTotal: p.type(AmountType),
    openAmount: p.type(AmountType),
    taxRounding: p.text().$type<TaxRounding>(),
    paidOn: p.date().$type<LocalDate>().nullable(),
    entryId: p.uuid().nullable(),
    recordedAt: p.datetime(),
    version: p.integer(),
  },
});

export const CustomerInvoiceLineSchema = defineEntity({
  class: CustomerInvoiceLine,
  tableName: 'customer_invoice_line',
  properties: {
    companyId: p.uuid().primary(),
    invoiceId: p.uuid().primary(),
    lineNo: p.integer().primary(),
    orderLineNo: p.integer(),
    itemId: p.uuid(),
    sku: p.text(),
    description: p.text(),
    quantity: p.type(QuantityType),
    netAmount: p.type(AmountType),
    taxCode: p.text(),
    taxRate: p.type(PriceType),
  },
});

export const CustomerInvoiceTaxSchema = defineEntity({
  class: CustomerInvoiceTax,
  tableName: 'customer_invoice_tax',
  properties: {
    companyId: p.uuid().primary(),
    invoiceId: p.uuid().primary(),
    taxCode: p.text().primary(),
    rate: p.type(PriceType).primary(),
    baseAmount: p.type(AmountType),
    taxAmount: p.type(AmountType),
  },
});

export const CreditNoteSchema = defineEntity({
  class: CreditNote,
  tableName: 'credit_note',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.text(),
    customerId: p.uuid(),
    customerName: p.text(),
    country: p.text(),
    returnId: p.uuid(),
    orderId: p.uuid().nullable(),
    documentOn: p.date().$type<LocalDate>(),
    postedOn: p.date().$type<LocalDate>(),
    currency: p.text(),
    netTotal: p.type(AmountType),
    taxTotal: p.type(AmountType),
    grossTotal: p.type(AmountType),
    openAmount: p.type(AmountType),
    entryId: p.uuid().nullable(),
    recordedAt: p.datetime(),
    version: p.integer(),
  },
});

export const CreditNoteLineSchema = defineEntity({
  class: CreditNoteLine,
  tableName: 'credit_note_line',
  properties: {
    companyId: p.uuid().primary(),
    creditNoteId: p.uuid().primary(),
    lineNo: p.integer().primary(),
    invoiceId: p.uuid().nullable(),
    orderLineNo: p.integer().nullable(),
    itemId: p.uuid(),
    sku: p.text(),
    quantity: p.type(QuantityType),
    netAmount: p.type(AmountType),
    taxCode: p.text(),
    taxRate: p.type(PriceType),
  },
});

export const CreditNoteTaxSchema = defineEntity({
  class: CreditNoteTax,
  tableName: 'credit_note_tax',
  properties: {
    companyId: p.uuid().primary(),
    creditNoteId: p.uuid().primary(),
    lineNo: p.integer().primary(),
    invoiceId: p.uuid().nullable(),
    taxCode: p.text(),
    rate: p.type(PriceType),
    baseAmount: p.type(AmountType),
    taxAmount: p.type(AmountType),
  },
});

export const PaymentSchema = defineEntity({
  class: Payment,
  tableName: 'payment',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.text(),
    customerId: p.uuid(),
    reference: p.text().nullable(),
    receivedOn: p.date().$type<LocalDate>(),
    postedOn: p.date().$type<LocalDate>(),
    currency: p.text(),
    amount: p.type(AmountType),
    openAmount: p.type(AmountType),
    entryId: p.uuid(),
    recordedAt: p.datetime(),
    version: p.integer(),
  },
});

export const RefundSchema = defineEntity({
  class: Refund,
  tableName: 'refund',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.text(),
    customerId: p.uuid(),
    creditNoteId: p.uuid().nullable(),
    paymentId: p.uuid().nullable(),
    adjustmentId: p.uuid().nullable(),
    sentOn: p.date().$type<LocalDate>(),
    postedOn: p.date().$type<LocalDate>(),
    currency: p.text(),
    amount: p.type(AmountType),
    entryId: p.uuid(),
    recordedAt: p.datetime(),
  },
});

export const ReceivableAdjustmentSchema = defineEntity({
  class: ReceivableAdjustment,
  tableName: 'receivable_adjustment',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.text(),
    kind: p.text().$type<ReceivableAdjustment['kind']>(),
    customerId: p.uuid(),
    invoiceId: p.uuid().nullable(),
    reason: p.text(),
    adjustedOn: p.date().$type<LocalDate>(),
    postedOn: p.date().$type<LocalDate>(),
    currency: p.text(),
    amount: p.type(AmountType),
    openAmount: p.type(AmountType),
    entryId: p.uuid(),
    recordedAt: p.datetime(),
    version: p.integer(),
  },
});

export const AllocationSchema = defineEntity({
  class: Allocation,
  tableName: 'allocation',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    customerId: p.uuid(),
    debitKind: p.text().$type<Allocation['debitKind']>(),
    debitId: p.uuid(),
    creditKind: p.text().$type<Allocation['creditKind']>(),
    creditId: p.uuid(),
    amount: p.type(AmountType),
    allocatedOn: p.date().$type<LocalDate>(),
    postedOn: p.date().$type<LocalDate>(),
    recordedAt: p.datetime(),
  },
});

const CUSTOMERS_OF_ORDERS = statement('select order_id, customer_id from billing_order where company_id = $1 and order_id = any($2::uuid[])');
const CUSTOMERS_OF_DOCUMENTS = statement(`
  select customer_id from customer_invoice where company_id = $1 and id = any($2::uuid[])
  union select customer_id from payment where company_id = $1 and id = any($2::uuid[])
  union select customer_id from credit_note where company_id = $1 and id = any($2::uuid[])
  union select customer_id from receivable_adjustment where company_id = $1 and id = any($2::uuid[])`);
const COPIES = statement('select * from customer_copy where company_id = $1 and customer_id = any($2::uuid[])');
const LOCK_ACCOUNTS = statement('select * from customer_account where company_id = $1 and customer_id = any($2::uuid[]) order by customer_id for update');
const LOCK_ORDERS = statement('select * from billing_order where company_id = $1 and order_id = any($2::uuid[]) order by order_id for update');
const LOCK_INVOICES = statement('select * from customer_invoice where company_id = $1 and id = any($2::uuid[]) order by id for update');
const LOCK_PAYMENTS = statement('select * from payment where company_id = $1 and id = any($2::uuid[]) order by id for update');
const LOCK_CREDIT_NOTES = statement('select * from credit_note where company_id = $1 and id = any($2::uuid[]) order by id for update');
const LOCK_ADJUSTMENTS = statement('select * from receivable_adjustment where company_id = $1 and id = any($2::uuid[]) order by id for update');
const INVOICES_OF_SHIPMENTS = statement('select id, shipment_id, customer_id from customer_invoice where company_id = $1 and shipment_id = any($2::uuid[])');
const INVOICE_LINES = statement('select * from customer_invoice_line where company_id = $1 and invoice_id = any($2::uuid[]) order by invoice_id, line_no');
const INVOICE_TAXES = statement(
  'select * from customer_invoice_tax where company_id = $1 and invoice_id = any($2::uuid[]) order by invoice_id, tax_code, rate',
);
const CREDITED = statement(`
  select invoice_id, tax_code, rate, sum(base_amount) as base from credit_note_tax where company_id = $1 and invoice_id = any($2::uuid[]) group by 1, 2, 3`);
const PAST = statement(`
  select i.id as invoice_id,
    coalesce((select sum(t.base_amount + t.tax_amount) from credit_note_tax t where t.company_id = $1 and t.invoice_id = i.id), 0) as credited,
    coalesce((select sum(a.amount) from allocation a where a.company_id = $1 and a.debit_kind = 'invoice' and a.debit_id = i.id
      and a.credit_kind in ('write-off', 'bad-debt')), 0) as written_off
  from unnest($2::uuid[]) as i(id)`);

export type ReceivableWanted = Readonly<{
  customers: readonly string[];
  orders?: readonly string[];
  invoices?: readonly string[];
  payments?: readonly string[];
  creditNotes?: readonly string[];
  adjustments?: readonly string[];
}>;

/** What some customers owe and are owed, locked; what changed is written before the commit. */
export class ReceivableBook {
  private readonly before: ReadonlyMap<object, string>;

  constructor(
    readonly copies: ReadonlyMap<string, CustomerCopy>,
    readonly accounts: ReadonlyMap<string, CustomerAccount>,
    readonly orders: Map<string, BillingOrder>,
    readonly invoices: ReadonlyMap<string, CustomerInvoice>,
    readonly payments: ReadonlyMap<string, Payment> = new Map(),
    readonly creditNotes: ReadonlyMap<string, CreditNote> = new Map(),
    readonly adjustments: ReadonlyMap<string, ReceivableAdjustment> = new Map(),
  ) {
    const rows = [accounts, orders, invoices, payments, creditNotes, adjustments].flatMap((kind): object[] => [...kind.values()]);
    this.before = new Map(rows.map((row) => [row, fingerprint(row)]));
  }

  save(tx: UnitOfWork): void {
    const changed = <T extends object>(rows: ReadonlyMap<string, T>) =>
      [...rows.values()].filter((row) => this.before.has(row) && this.before.get(row) !== fingerprint(row));
    tx.table(CustomerAccount).update(tx, changed(this.accounts), 'held', 'receivable', 'creditLimit', 'version');
    tx.table(BillingOrder).update(tx, changed(this.orders), 'netDone', 'holdTotal', 'holdLeft');
    tx.table(CustomerInvoice).update(tx, changed(this.invoices), 'openAmount', 'paidOn', 'version');
    tx.table(Payment).update(tx, changed(this.payments), 'openAmount', 'version');
    tx.table(CreditNote).update(tx, changed(this.creditNotes), 'openAmount', 'version');
    tx.table(ReceivableAdjustment).update(tx, changed(this.adjustments), 'openAmount', 'version');
  }
}

function fingerprint(row: object): string {
  const { held, receivable, creditLimit, netDone, holdTotal, holdLeft, openAmount, paidOn, version } = row as Record<string, unknown>;
  return [held, receivable, creditLimit, netDone, holdTotal, holdLeft, openAmount, paidOn, version].join('|');
}

@Injectable()
export class ReceivableRepository {
  /** Locks in this service's order: customers' accounts, orders, invoices, payments, credit notes, adjustments; each kind by id. */
  async lock(tx: UnitOfWork, companyId: string, wanted: ReceivableWanted): Promise<ReceivableBook> {
    const select = <T extends object>(query: typeof COPIES, kind: abstract new () => T, ids: readonly string[] = []): Promise<T[]> =>
      ids.length === 0
        ? Promise.resolve([])
        : tx.query<Record<string, unknown>>(query, [companyId, arrayLiteral(unique(ids), false)]).then((rows) => rows.map((row) => tx.table(kind).read(row)));
    const [copies, accounts, orders, invoices, payments, creditNotes, adjustments] = await Promise.all([
      select(COPIES, CustomerCopy, wanted.customers),
      select(LOCK_ACCOUNTS, CustomerAccount, wanted.customers),
      select(LOCK_ORDERS, BillingOrder, wanted.orders),
      select(LOCK_INVOICES, CustomerInvoice, wanted.invoices),
      select(LOCK_PAYMENTS, Payment, wanted.payments),
      select(LOCK_CREDIT_NOTES, CreditNote, wanted.creditNotes),
      select(LOCK_ADJUSTMENTS, ReceivableAdjustment, wanted.adjustments),
    ]);
    const book = new ReceivableBook(
      indexBy(copies, (copy) => copy.customerId),
      indexBy(accounts, (account) => account.customerId),
      indexBy(orders, (order) => order.orderId),
      indexBy(invoices, (invoice) => invoice.id),
      indexBy(payments, (payment) => payment.id),
      indexBy(creditNotes, (note) => note.id),
      indexBy(adjustments, (adjustment) => adjustment.id),
    );
    tx.beforeCommit(() => book.save(tx));
    return book;
  }

  /** Whose orders these are; an order that is not known is missing. */
  async customersOfOrders(tx: UnitOfWork, companyId: string, orderIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (orderIds.length === 0) return new Map();
    const rows = await tx.query<{ order_id: string; customer_id: string }>(CUSTOMERS_OF_ORDERS, [companyId, arrayLiteral(unique(orderIds), false)]);
    return new Map(rows.map((row) => [row.order_id, row.customer_id]));
  }

  /** Whose invoices, payments, credit notes and adjustments these are. */
  async customersOfDocuments(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ customer_id: string }>(CUSTOMERS_OF_DOCUMENTS, [companyId, arrayLiteral(unique(ids), false)]);
    return rows.map((row) => row.customer_id);
  }

  /** Ids of the invoices of shipments, by shipment. */
  async invoicesOfShipments(tx: UnitOfWork, companyId: string, shipmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (shipmentIds.length === 0) return new Map();
    const rows = await tx.query<{ id: string; shipment_id: string }>(INVOICES_OF_SHIPMENTS, [companyId, arrayLiteral(unique(shipmentIds), false)]);
    return new Map(rows.map((row) => [row.shipment_id, row.id]));
  }

  /** Adds lines and taxes to locked invoices, and says what was credited of each of their taxes before. */
  async detail(tx: UnitOfWork, companyId: string, invoices: readonly CustomerInvoice[]): Promise<Map<string, Money>> {
    if (invoices.length === 0) return new Map();
    const ids = arrayLiteral(
      invoices.map((invoice) => invoice.id),
      false,
    );
    const [lines, taxes, credited] = await Promise.all([
      tx.query<Record<string, unknown>>(INVOICE_LINES, [companyId, ids]),
      tx.query<Record<string, unknown>>(INVOICE_TAXES, [companyId, ids]),
      tx.query<{ invoice_id: string; tax_code: string; rate: string; base: string }>(CREDITED, [companyId, ids]),
    ]);
    const linesOf = groupBy(
      lines.map((row) => tx.table(CustomerInvoiceLine).read(row)),
      (line) => line.invoiceId,
    );
    const taxesOf = groupBy(
      taxes.map((row) => tx.table(CustomerInvoiceTax).read(row)),
      (tax) => tax.invoiceId,
    );
    for (const invoice of invoices) {
      invoice.lines = linesOf.get(invoice.id) ?? [];
      invoice.taxes = taxesOf.get(invoice.id) ?? [];
    }
    return new Map(credited.map((row) => [creditedKey(row.invoice_id, row.tax_code, new Decimal(row.rate)), Money.of(row.base, invoices[0]!.currency)]));
  }
  /** What became of locked invoices before: credited by earlier notes, and written off. */
  async past(tx: UnitOfWork, companyId: string, invoices: readonly CustomerInvoice[]): Promise<Map<string, InvoicePast>> {
    if (invoices.length === 0) return new Map();
    const { currency } = invoices[0]!;
    const ids = arrayLiteral(
      invoices.map((invoice) => invoice.id),
      false,
    );
    const rows = await tx.query<{ invoice_id: string; credited: string; written_off: string }>(PAST, [companyId, ids]);
    return new Map(rows.map((row) => [row.invoice_id, { credited: Money.of(row.credited, currency), writtenOff: Money.of(row.written_off, currency) }]));
  }
}
