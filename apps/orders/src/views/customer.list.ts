import { column, defineList } from '@millrace/chassis';
import { Customer } from '../domain/customer.js';
import { CustomerDto } from './customer.dto.js';
import { showCustomer } from './customer.view.js';

export const CUSTOMERS = defineList({
  row: CustomerDto,
  permission: 'orders.customer.view',
  from: 'customer',
  columns: {
    customerId: column.id('id'),
    name: column.text('name'),
    country: column.text('country'),
    reference: column.optional(column.text('reference')),
    paymentTermDays: column.integer('payment_term_days'),
    active: column.flag('active'),
  },
  order: 'customerId',
  shorthands: { name: ['name', 'contains'] },
  show: (row, database) => showCustomer(database.table(Customer).read(row)),
});
