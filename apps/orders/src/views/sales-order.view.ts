import { type Decimal, Money } from '@millrace/kernel';
import type { OrderInvoice, SalesOrder } from '../domain/sales-order.js';
import type { SalesOrderLine } from '../domain/sales-order-line.js';
import type { Milestone, OrderInvoiceDto, SalesOrderDto, SalesOrderLineDto, SalesOrderSummaryDto } from './sales-order.dto.js';

/** A sales order as a list shows it. */
export function summaryOf(order: SalesOrder): SalesOrderSummaryDto {
  const money = (amount: Decimal) => `${Money.of(amount, order.currency)}`;
  return {
    salesOrderId: order.id,
    number: order.number,
    reference: order.reference ?? undefined,
    customerId: order.customerId,
    country: order.country,
    status: order.status,
    rejection: order.rejection ?? undefined,
    cancellation: order.cancellation,
    policy: order.policy,
    documentOn: order.documentOn,
    currency: order.currency,
    netTotal: money(order.netTotal),
    estimatedGross: order.estimatedGross ? money(order.estimatedGross) : undefined,
    paidTotal: money(order.paidTotal),
    overdue: order.overdue,
    placedAt: order.placedAt.toISOString(),
    silentSince: order.silentSince?.toISOString(),
    version: order.version,
  };
}

/** A sales order with its lines and invoices. */
export function viewOf(order: SalesOrder, invoices: readonly OrderInvoice[]): SalesOrderDto {
  return {
    ...summaryOf(order),
    shortages: order.shortages ?? undefined,
    lines: order.lines.map((line) => lineOf(line, order.currency)),
    invoices: invoices.map((invoice) => invoiceOf(invoice, order.currency)),
  };
}

/** How far an order has come. */
export type Progress =
  | Pick<SalesOrder, 'status' | 'cancellation' | 'version' | 'invoicesPosted'>
  | (Pick<SalesOrderDto, 'status' | 'cancellation' | 'version'> & { invoicesPosted: number });

/** Whether an order is so far; one that has ended is as far as it gets. */
export function hasReached(order: Progress, milestone: Milestone): boolean {
  if (order.status === 'rejected' || order.status === 'cancelled' || order.status === 'completed') return true;
  switch (milestone) {
    case 'decided':
      return order.status !== 'placed';
    case 'shipped':
      return order.status === 'shipped';
    case 'invoiced':
      return order.status === 'shipped' && order.invoicesPosted > 0;
    default:
      return false;
  }
}

function lineOf(line: SalesOrderLine, currency: string): SalesOrderLineDto {
  const { lineNo, sku, description, unit } = line;
  return {
    lineNo,
    sku,
    description,
    unit,
    quantity: `${line.quantity}`,
    unitPrice: `${Money.of(line.unitPrice, currency)}`,
    netAmount: `${Money.of(line.netAmount, currency)}`,
    stockQuantity: `${line.stockQuantity}`,
    reserved: `${line.reserved}`,
    waiting: `${line.waiting}`,
    shipped: `${line.shipped}`,
    cancelled: `${line.cancelled}`,
    returned: `${line.returned}`,
  };
}

function invoiceOf(invoice: OrderInvoice, currency: string): OrderInvoiceDto {
  const { id: customerInvoiceId, number, postedOn, dueOn, paid, overdue } = invoice;
  return { customerInvoiceId, number, postedOn, dueOn, grossTotal: `${Money.of(invoice.grossTotal, currency)}`, paid, overdue };
}
