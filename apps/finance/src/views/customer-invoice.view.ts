import { Money } from '@millrace/kernel';
import type { CustomerInvoice } from '../domain/customer-invoice.js';
import type { CustomerInvoiceDto, CustomerInvoiceSummaryDto } from './customer-invoice.dto.js';

export function summaryOf(invoice: CustomerInvoice): CustomerInvoiceSummaryDto {
  const {
    id: customerInvoiceId,
    number,
    customerId,
    customerName,
    country,
    orderId: salesOrderId,
    shipmentId,
    documentOn,
    postedOn,
    dueOn,
    currency,
    version,
  } = invoice;
  const money = (amount: CustomerInvoice['netTotal']) => `${invoice.money(amount)}`;
  return {
    customerInvoiceId,
    number,
    customerId,
    customerName,
    country,
    salesOrderId,
    shipmentId,
    documentOn,
    postedOn,
    dueOn,
    currency,
    netTotal: money(invoice.netTotal),
    taxTotal: money(invoice.taxTotal),
    grossTotal: money(invoice.grossTotal),
    openAmount: money(invoice.openAmount),
    paid: invoice.openAmount.isZero(),
    version,
  };
}

export function viewOf(invoice: CustomerInvoice): CustomerInvoiceDto {
  const money = (amount: CustomerInvoice['netTotal']) => `${Money.of(amount, invoice.currency)}`;
  return {
    ...summaryOf(invoice),
    customerAddress: invoice.customerAddress ?? undefined,
    taxRounding: invoice.taxRounding,
    lines: invoice.lines.map(({ lineNo, orderLineNo, sku, description, quantity, netAmount, taxCode, taxRate }) => ({
      lineNo,
      orderLineNo,
      sku,
      description,
      quantity: `${quantity}`,
      netAmount: money(netAmount),
      taxCode,
      taxRate: taxRate.toFixed(),
    })),
    taxes: invoice.taxes.map(({ taxCode, rate, baseAmount, taxAmount }) => ({
      taxCode,
      rate: rate.toFixed(),
      baseAmount: money(baseAmount),
      taxAmount: money(taxAmount),
    })),
  };
}
