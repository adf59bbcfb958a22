import { column, defineList, refersTo } from '@millrace/chassis';
import { RETURN_SETTLEMENTS } from '@millrace/contracts';
import { RETURN_STATUSES, SalesReturn } from '../domain/sales-return.js';
import { CUSTOMERS } from '../views/customer.list.js';
import { KNOWN_ITEMS } from '../views/known-item.list.js';
import { SALES_ORDERS } from '../views/sales-order.list.js';
import { ReturnDto } from './return-goods.dto.js';
import { showReturn } from './return.view.js';

export const RETURNS = defineList({
  row: ReturnDto,
  permission: 'orders.return.view',
  from: 'sales_return',
  columns: {
    returnId: column.id('id'),
    number: column.text('number'),
    reference: column.optional(column.text('reference')),
    salesOrderId: column.optional(column.id('order_id')),
    customerId: column.id('customer_id'),
    status: column.choice('status', RETURN_STATUSES),
    settlement: column.choice('settlement', RETURN_SETTLEMENTS),
    documentOn: column.date('document_on'),
    currency: column.text('currency'),
    creditNoteNumber: column.optional(column.text('credit_note_number')),
    grossTotal: column.optional(column.decimal('gross_total')),
    refundedTotal: column.decimal('refunded_total'),
    silentSince: column.optional(column.instant('silent_since')),
  },
  order: '-returnId',
  references: {
    customer: refersTo(() => CUSTOMERS, 'customerId'),
    salesOrder: refersTo(() => SALES_ORDERS, 'salesOrderId'),
    'lines.item': refersTo(() => KNOWN_ITEMS, 'sku'),
  },
  show: (row, database) => showReturn(database.table(SalesReturn).read(row)),
});
