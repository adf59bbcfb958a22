import type { ReturnAuthorisedV1, ReturnReceivedV1, SalesOrderPlacedV1, ShipmentDispatchedV1, TaxCategory } from '@millrace/contracts';
import { Decimal, localDate, Money, newId } from '@millrace/kernel';
import { type BillingOrder, billingOrder } from './billing-order.js';
import { CompanyCopy, CustomerCopy } from './company.js';
import { type CreditNote, creditReturn } from './credit-note.js';
import { type CustomerInvoice, invoiceShipment } from './customer-invoice.js';
import { Payment } from './payment.js';
import type { PostingDate } from './period.js';
import { adjustReceivable, type AdjustmentKind } from './receivable-adjustment.js';
import { defaultTaxRules } from './tax-rates.js';

export const NOW = new Date('2011-01-20T10:00:00Z');
export const company = Object.assign(new CompanyCopy(), {
  companyId: newId(),
  country: 'GB',
  timeZone: 'Europe/London',
  baseCurrency: 'GBP',
  taxRounding: 'document',
  sequence: 1,
});
export const customer = Object.assign(new CustomerCopy(), { customerId: newId(), name: 'Harbour Café', country: 'GB', address: 'Quay 1' });

export const gbp = (amount: string) => Money.of(amount, 'GBP');

export function dated(documentOn: string, postedOn = documentOn): PostingDate {
  return { documentOn: localDate(documentOn), postedOn: localDate(postedOn), fiscalYear: Number(postedOn.slice(0, 4)) };
}

const context = (on: string) => ({ company, customer, rules: defaultTaxRules(company.companyId, 'GB'), date: dated(on), now: NOW });

export type OrderedLine = Readonly<{ quantity: string; net: string; tax?: TaxCategory }>;

/** An order as finance keeps it, of lines at these nets. */
export function ordered(...lines: readonly OrderedLine[]): BillingOrder {
  const placed = {
    salesOrderId: newId(),
    customerId: customer.customerId,
    country: 'GB',
    currency: 'GBP',
    paymentTermDays: 30,
    netTotal: lines.reduce((sum, { net }) => sum.plus(net), new Decimal(0)).toFixed(2),
    lines: lines.map(({ quantity, net, tax = 'standard' }, index) => ({
      lineNo: index + 1,
      itemId: newId(),
      sku: `ITEM-${index + 1}`,
      taxCategory: tax,
      description: `Item ${index + 1}`,
      stockQuantity: quantity,
      netAmount: net,
    })),
  };
  return billingOrder(placed as unknown as SalesOrderPlacedV1, company.companyId);
}

export type ShippedLine = Readonly<{ lineNo: number; quantity: string; before?: string }>;

/** The invoice of a shipment of that day. */
export function invoiced(order: BillingOrder, on: string, ...lines: readonly ShippedLine[]): CustomerInvoice {
  const shipment = {
    shipmentId: newId(),
    lines: lines.map(({ lineNo, quantity, before = '0' }) => ({ lineNo, quantity, shippedBefore: before })),
  };
  return invoiceShipment(shipment as unknown as ShipmentDispatchedV1, order, context(on));
}

export type ReturnedLine = Readonly<{ invoice: CustomerInvoice; lineNo: number; quantity: string; before?: string }>;

/** The credit note of goods of an order that came back, each from the shipment of its invoice. */
export function credited(order: BillingOrder, on: string, lines: readonly ReturnedLine[], creditedBefore: ReadonlyMap<string, Money> = new Map()): CreditNote {
  const authorised = { returnId: newId(), salesOrderId: order.orderId, customerId: order.customerId, country: 'GB', currency: 'GBP' };
  const received = {
    lines: lines.map(({ invoice, lineNo, quantity, before = '0' }) => ({
      orderLineNo: lineNo,
      itemId: newId(),
      from: [{ shipmentId: invoice.shipmentId, quantity, returnedBefore: before }],
    })),
  };
  const invoices = new Map(lines.map(({ invoice }) => [invoice.shipmentId, invoice]));
  return creditReturn(received as unknown as ReturnReceivedV1, authorised as ReturnAuthorisedV1, { ...context(on), invoices, creditedBefore });
}

/** Money that came in, all of it on account. */
export function payment(amount: string, on = '2011-01-10'): Payment {
  const { documentOn, postedOn } = dated(on);
  const open = new Decimal(amount);
  const { companyId } = company;
  return Object.assign(new Payment(), {
    companyId,
    id: newId(),
    customerId: customer.customerId,
    receivedOn: documentOn,
    postedOn,
    currency: 'GBP',
    amount: open,
    openAmount: open,
    version: 1,
  });
}

export function adjustment(kind: AdjustmentKind, amount: string, on = '2011-01-10') {
  const { companyId } = company;
  return adjustReceivable({ companyId, kind, customerId: customer.customerId, reason: 'Agreed', change: gbp(amount), date: dated(on), now: NOW });
}
