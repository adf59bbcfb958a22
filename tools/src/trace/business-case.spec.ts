import { newId } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { CaseIndex } from './business-case.js';

const companyId = newId();
const [order, invoice, payment, customer] = [newId(), newId(), newId(), newId()];
let offset = 0;

/** A record of the log; `at` is its second. */
function record(type: string, topic: string, key: string, at: number, data: object = {}, more: { id?: string; sequence?: number; cause?: string } = {}) {
  const { id = newId(), sequence = 1, cause } = more;
  const headers: Record<string, string> = {
    ce_specversion: '1.0',
    ce_id: id,
    ce_type: `${type}.v1`,
    ce_source: `/millrace/${type.slice(0, type.indexOf('.'))}`,
    ce_subject: key,
    ce_time: new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString(),
    ce_sequence: String(sequence),
    ce_company: companyId,
    ce_actor: 'somebody',
  };
  if (cause) headers.ce_causationid = cause;
  return { topic, partition: 0, offset: String(offset++), key, headers, value: Buffer.from(JSON.stringify(data)) };
}

const placedId = newId();
const reservedId = newId();
const placed = record(
  'orders.sales-order-placed',
  'orders.sales-order',
  order,
  1,
  { salesOrderId: order, number: 'SO-1', customerId: customer },
  { id: placedId },
);
const reserved = record('inventory.stock-reserved', 'inventory.reservation', order, 0, {}, { id: reservedId, cause: placedId });
const confirmed = record('orders.sales-order-confirmed', 'orders.sales-order', order, 3, {}, { sequence: 2, cause: reservedId });
const posted = record('finance.customer-invoice-posted', 'finance.customer-invoice', invoice, 4, { salesOrderId: order, customerId: customer });
const paid = record('finance.payment-received', 'finance.payment', payment, 5, { customerId: customer, allocations: [{ customerInvoiceId: invoice }] });
const other = record('orders.sales-order-placed', 'orders.sales-order', newId(), 2, { number: 'SO-2', customerId: customer });
const master = record('orders.customer-created', 'orders.customer', customer, 0, { customerId: customer });

function indexOf(...records: ReturnType<typeof record>[]): CaseIndex {
  const index = new CaseIndex();
  for (const each of records) index.add(each);
  return index;
}

describe('the facts of a business case', () => {
  const index = indexOf(master, other, paid, confirmed, posted, reserved, placed, reserved);

  it('are found through the documents that they are about or name, and no further than its masters', () => {
    expect(index.follow(order).map(({ type }) => type.replace(/^\w+\.|\.v1$/g, ''))).toEqual([
      'sales-order-placed',
      'stock-reserved',
      'sales-order-confirmed',
      'customer-invoice-posted',
      'payment-received',
    ]);
  });

  it('come after their causes even where a clock says otherwise, each with the time since', () => {
    const steps = index.follow(order).slice(0, 3);
    expect(steps.map(({ depth, msSinceCause }) => [depth, msSinceCause])).toEqual([
      [0, undefined],
      [1, -1_000],
      [2, 3_000],
    ]);
  });

  it('show how often they were sent', () => {
    expect(index.follow(order).map(({ places }) => places.length)).toEqual([1, 2, 1, 1, 1]);
    expect(index.repeated).toEqual([order]);
  });

  it('are asked for by the number of the order, or its id', () => {
    expect(index.ordersOf('SO-1')).toEqual([order]);
    expect(index.ordersOf(order)).toEqual([order]);
    expect(index.ordersOf('SO-9')).toEqual([]);
  });
});
