import { column, defineList, refersTo } from '@millrace/chassis';
import { CreditNote } from '../domain/credit-note.js';
import { Payment } from '../domain/payment.js';
import { ADJUSTMENT_KINDS, ReceivableAdjustment } from '../domain/receivable-adjustment.js';
import { Refund } from '../domain/refund.js';
import { CreditNoteDto } from '../views/credit-note.dto.js';
import { showCreditNote } from '../views/credit-note.view.js';
import { CUSTOMER_INVOICES } from '../views/customer-invoice.list.js';
import { KNOWN_CUSTOMERS } from '../views/known-customer.list.js';
import { PaymentDto } from '../views/payment.dto.js';
import { showPayment } from '../views/payment.view.js';
import { ReceivableAdjustmentDto } from '../views/receivable-adjustment.dto.js';
import { showAdjustment } from '../views/receivable-adjustment.view.js';
import { RefundDto } from '../views/refund.dto.js';
import { showRefund } from '../views/refund.view.js';

const customer = refersTo(() => KNOWN_CUSTOMERS, 'customerId');

export const PAYMENTS = defineList({
  row: PaymentDto,
  permission: 'finance.payment.view',
  from: 'payment',
  columns: {
    paymentId: column.id('id'),
    number: column.text('number'),
    customerId: column.id('customer_id'),
    reference: column.optional(column.text('reference')),
    receivedOn: column.date('received_on'),
    currency: column.text('currency'),
    amount: column.decimal('amount'),
    onAccount: column.decimal('open_amount'),
    open: column.flag('(open_amount > 0)'),
  },
  order: '-paymentId',
  shorthands: { onAccount: ['open', 'eq'] },
  references: { customer },
  show: (row, database) => showPayment(database.table(Payment).read(row)),
});

export const CREDIT_NOTES = defineList({
  row: CreditNoteDto,
  permission: 'finance.customer-invoice.view',
  from: 'credit_note',
  columns: {
    creditNoteId: column.id('id'),
    number: column.text('number'),
    customerId: column.id('customer_id'),
    customerName: column.text('customer_name'),
    returnId: column.id('return_id'),
    salesOrderId: column.optional(column.id('order_id')),
    documentOn: column.date('document_on'),
    postedOn: column.date('posted_on'),
    currency: column.text('currency'),
    netTotal: column.decimal('net_total'),
    taxTotal: column.decimal('tax_total'),
    grossTotal: column.decimal('gross_total'),
    openAmount: column.decimal('open_amount'),
    open: column.flag('(open_amount > 0)'),
  },
  order: '-creditNoteId',
  references: { customer },
  show: (row, database) => showCreditNote(database.table(CreditNote).read(row)),
});

export const ADJUSTMENTS = defineList({
  row: ReceivableAdjustmentDto,
  permission: 'finance.customer-invoice.view',
  from: 'receivable_adjustment',
  columns: {
    adjustmentId: column.id('id'),
    number: column.text('number'),
    kind: column.choice('kind', ADJUSTMENT_KINDS),
    customerId: column.id('customer_id'),
    customerInvoiceId: column.optional(column.id('invoice_id')),
    reason: column.text('reason'),
    adjustedOn: column.date('adjusted_on'),
    postedOn: column.date('posted_on'),
    currency: column.text('currency'),
    amount: column.decimal('amount'),
    openAmount: column.decimal('open_amount'),
    open: column.flag('(open_amount <> 0)'),
  },
  order: '-adjustmentId',
  references: { customer, customerInvoice: refersTo(() => CUSTOMER_INVOICES, 'customerInvoiceId') },
  show: (row, database) => showAdjustment(database.table(ReceivableAdjustment).read(row)),
});

export const REFUNDS = defineList({
  row: RefundDto,
  permission: 'finance.payment.view',
  from: 'refund',
  columns: {
    refundId: column.id('id'),
    number: column.text('number'),
    customerId: column.id('customer_id'),
    paymentId: column.optional(column.id('payment_id')),
    creditNoteId: column.optional(column.id('credit_note_id')),
    adjustmentId: column.optional(column.id('adjustment_id')),
    sentOn: column.date('sent_on'),
    currency: column.text('currency'),
    amount: column.decimal('amount'),
  },
  order: '-refundId',
  references: {
    customer,
    payment: refersTo(() => PAYMENTS, 'paymentId'),
    creditNote: refersTo(() => CREDIT_NOTES, 'creditNoteId'),
    adjustment: refersTo(() => ADJUSTMENTS, 'adjustmentId'),
  },
  show: (row, database) => showRefund(database.table(Refund).read(row)),
});
