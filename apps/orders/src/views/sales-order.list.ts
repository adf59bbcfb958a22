import { column, defineList, refersTo } from '@millrace/chassis';
import { REJECTION_REASONS, SHORT_STOCK_POLICIES } from '@millrace/contracts';
import { ORDER_STATUSES, SalesOrder } from '../domain/sales-order.js';
import { CUSTOMERS } from './customer.list.js';
import { KNOWN_ITEMS } from './known-item.list.js';
import { CANCELLATIONS, SalesOrderSummaryDto } from './sales-order.dto.js';
import { summaryOf } from './sales-order.view.js';

export const SALES_ORDERS = defineList({
  row: SalesOrderSummaryDto,
  permission: 'orders.sales-order.view',
  from: 'sales_order',
  columns: {
    salesOrderId: column.id('id'),
    number: column.text('number'),
    reference: column.optional(column.text('reference')),
    customerId: column.id('customer_id'),
    country: column.text('country'),
    status: column.choice('status', ORDER_STATUSES),
    rejection: column.optional(column.choice('rejection', REJECTION_REASONS)),
    cancellation: column.choice('cancellation', CANCELLATIONS),
    policy: column.choice('policy', SHORT_STOCK_POLICIES),
    documentOn: column.date('document_on'),
    currency: column.text('currency'),
    netTotal: column.decimal('net_total'),
    estimatedGross: column.optional(column.decimal('estimated_gross')),
    paidTotal: column.decimal('paid_total'),
    overdue: column.flag('overdue'),
    placedAt: column.instant('placed_at'),
    silentSince: column.optional(column.instant('silent_since')),
  },
  order: '-salesOrderId',
  references: { customer: refersTo(() => CUSTOMERS, 'customerId'), 'lines.item': refersTo(() => KNOWN_ITEMS, 'sku') },
  show: (row, database) => summaryOf(database.table(SalesOrder).read(row)),
});
