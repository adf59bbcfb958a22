import { defineEvent } from '../define-event.js';
import { IsAmount, IsCurrency, IsId, IsLocalDate, IsName, IsPositiveAmount } from '../rules.js';

const customerInvoiceId = '0199a1b0-0000-7000-8000-000000000081';
const salesOrderId = '0199a1b0-0000-7000-8000-000000000041';

/**
 * A shipment was invoiced: the invoice has its legal number and stands in the ledger.
 * Producer: finance. Consumer: orders (shows it; watches its due date).
 */
export class CustomerInvoicePostedV1 {
  @IsId() readonly customerInvoiceId!: string;
  @IsName() readonly number!: string;
  @IsId() readonly salesOrderId!: string;
  @IsId() readonly shipmentId!: string;
  @IsId() readonly customerId!: string;
  @IsLocalDate() readonly documentOn!: string;
  @IsLocalDate() readonly postedOn!: string;
  @IsLocalDate() readonly dueOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly netTotal!: string;
  @IsAmount() readonly taxTotal!: string;
  @IsAmount() readonly grossTotal!: string;
}

export const CustomerInvoicePosted = defineEvent({
  type: 'finance.customer-invoice-posted',
  version: 1,
  topic: 'finance.customer-invoice',
  key: 'customerInvoiceId',
  data: CustomerInvoicePostedV1,
  example: {
    customerInvoiceId,
    number: 'INV-2010-000001',
    salesOrderId,
    shipmentId: '0199a1b0-0000-7000-8000-000000000051',
    customerId: '0199a1b0-0000-7000-8000-000000000071',
    documentOn: '2010-12-01',
    postedOn: '2010-12-01',
    dueOn: '2010-12-31',
    currency: 'GBP',
    netTotal: '15.30',
    taxTotal: '2.68',
    grossTotal: '17.98',
  },
});

/**
 * Nothing is open on the invoice any more, by payments, credit notes or write-offs; one of 0.00 at once.
 * Producer: finance. Consumer: orders (completes the order when this was the last).
 */
export class CustomerInvoicePaidV1 {
  @IsId() readonly customerInvoiceId!: string;
  @IsId() readonly salesOrderId!: string;
  @IsLocalDate() readonly paidOn!: string;
}

export const CustomerInvoicePaid = defineEvent({
  type: 'finance.customer-invoice-paid',
  version: 1,
  topic: 'finance.customer-invoice',
  key: 'customerInvoiceId',
  data: CustomerInvoicePaidV1,
  example: { customerInvoiceId, salesOrderId, paidOn: '2010-12-01' },
});

/**
 * The invoice was due, its grace is over and something is still open.
 * Producer: finance. Consumer: orders (marks the order as overdue).
 */
export class CustomerInvoiceOverdueV1 {
  @IsId() readonly customerInvoiceId!: string;
  @IsId() readonly salesOrderId!: string;
  @IsLocalDate() readonly dueOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsPositiveAmount() readonly openAmount!: string;
}

export const CustomerInvoiceOverdue = defineEvent({
  type: 'finance.customer-invoice-overdue',
  version: 1,
  topic: 'finance.customer-invoice',
  key: 'customerInvoiceId',
  data: CustomerInvoiceOverdueV1,
  example: { customerInvoiceId, salesOrderId, dueOn: '2010-12-31', currency: 'GBP', openAmount: '17.98' },
});
