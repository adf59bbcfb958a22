import { column, defineList, refersTo } from '@millrace/chassis';
import { CustomerInvoice } from '../domain/customer-invoice.js';
import { CustomerInvoiceSummaryDto } from './customer-invoice.dto.js';
import { summaryOf } from './customer-invoice.view.js';
import { KNOWN_CUSTOMERS } from './known-customer.list.js';

export const CUSTOMER_INVOICES = defineList({
  row: CustomerInvoiceSummaryDto,
  permission: 'finance.customer-invoice.view',
  from: 'customer_invoice',
  columns: {
    customerInvoiceId: column.id('id'),
    number: column.text('number'),
    customerId: column.id('customer_id'),
    customerName: column.text('customer_name'),
    country: column.text('country'),
    salesOrderId: column.id('order_id'),
    shipmentId: column.id('shipment_id'),
    documentOn: column.date('document_on'),
    postedOn: column.date('posted_on'),
    dueOn: column.date('due_on'),
    currency: column.text('currency'),
    netTotal: column.decimal('net_total'),
    taxTotal: column.decimal('tax_total'),
    grossTotal: column.decimal('gross_total'),
    openAmount: column.decimal('open_amount'),
    open: column.flag('(open_amount > 0)'),
    paid: column.flag('(open_amount = 0)'),
  },
  order: '-customerInvoiceId',
  references: { customer: refersTo(() => KNOWN_CUSTOMERS, 'customerId') },
  show: (row, database) => summaryOf(database.table(CustomerInvoice).read(row)),
});
