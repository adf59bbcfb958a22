import { newId } from '@millrace/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company, type Order, problemOf } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

describe('a request that is sent again', () => {
  const suite = new Suite();
  let company: Company;
  let customerId: string;

  beforeAll(async () => {
    company = await Company.found(suite, 'Repeated');
    customerId = await company.customer();
    await company.sells({ sku: 'MUG', onHand: '100', unitCost: '2.00', price: '5.00' }, { sku: 'TEAPOT', onHand: '0', price: '25.00' });
  });

  it('gets the first answer and places no second order', async () => {
    const key = newId();
    const first = await company.order(customerId, { MUG: 1 }, { key });
    const again = await company.order(customerId, { MUG: 1 }, { key });
    expect(again).toMatchObject({ salesOrderId: first.salesOrderId, number: first.number });
    expect(await company.count('/v1/sales-orders')).toBe(1);
  });

  it('places one order when it comes twenty times at once', async () => {
    const key = newId();
    const before = await company.count('/v1/sales-orders');
    const orders = await Promise.all(Array.from({ length: 20 }, () => company.order(customerId, { MUG: 1 }, { key })));
    expect(new Set(orders.map(({ salesOrderId }) => salesOrderId)).size).toBe(1);
    expect(await company.count('/v1/sales-orders')).toBe(before + 1);
  });

  it('is refused when its key comes with another body', async () => {
    const key = newId();
    await company.order(customerId, { MUG: 1 }, { key });
    const before = await company.count('/v1/sales-orders');
    expect(await problemOf(company.order(customerId, { MUG: 2 }, { key }))).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(await company.count('/v1/sales-orders')).toBe(before);
  });

  it('is refused when its key comes for another document, and changes that one in nothing', async () => {
    const key = newId();
    const [first, second] = [await company.order(customerId, { TEAPOT: 1 }, { policy: 'back-order' }), await company.order(customerId, { MUG: 1 })];
    const cancel = ({ salesOrderId }: Order) => company.post<Order>(`/v1/sales-orders/${salesOrderId}/cancellation`, undefined, { key });
    expect(await cancel(first)).toMatchObject({ salesOrderId: first.salesOrderId });
    expect(await problemOf(cancel(second))).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(await company.api.get(`/v1/sales-orders/${second.salesOrderId}`)).toMatchObject({ cancellation: second.cancellation });
    expect(await cancel(first)).toMatchObject({ salesOrderId: first.salesOrderId });
    await expectCleanAudit(suite);
  });

  it('leads with 202 to the document that it is about', async () => {
    const body = { customerId, lines: [{ sku: 'MUG', quantity: '1' }] };
    const places = async (path: string, sent?: object) => {
      const { status, headers, body: document } = await company.api.call<{ salesOrderId?: string; returnId?: string }>('POST', path, { body: sent });
      expect([path, status]).toEqual([path, 202]);
      expect(await company.api.get(headers.location!)).toMatchObject(
        document.returnId ? { returnId: document.returnId } : { salesOrderId: document.salesOrderId },
      );
      return document;
    };
    const { salesOrderId } = await places('/v1/sales-orders', body);
    await company.orderUntil(salesOrderId!, 'invoiced');
    await places(`/v1/sales-orders/${salesOrderId}/returns`, { lines: [{ lineNo: 1, quantity: '1' }] });
    const teapot = await company.order(customerId, { TEAPOT: 1 }, { policy: 'back-order' });
    await places(`/v1/sales-orders/${teapot.salesOrderId}/cancellation`);
    await expectCleanAudit(suite);
  });

  it('takes the id that a client chose once, whatever its key', async () => {
    const salesOrderId = newId();
    const body = { salesOrderId, customerId, lines: [{ sku: 'MUG', quantity: '1' }] };
    const before = await company.count('/v1/sales-orders');
    const [first, again] = [await company.post<Order>('/v1/sales-orders', body), await company.post<Order>('/v1/sales-orders', body)];
    expect([first.salesOrderId, again.salesOrderId]).toEqual([salesOrderId, salesOrderId]);
    expect(await company.count('/v1/sales-orders')).toBe(before + 1);
    await expectCleanAudit(suite);
  });

  it('pays an invoice once', async () => {
    const { invoices } = await company.order(customerId, { MUG: 1 }, { until: 'invoiced' });
    const [key, body] = [newId(), { customerId, amount: '6.00', allocations: [{ customerInvoiceId: invoices[0]!.customerInvoiceId }] }];
    const payments = await Promise.all(Array.from({ length: 10 }, () => company.post<{ paymentId: string }>('/v1/payments', body, { key })));
    expect(new Set(payments.map(({ paymentId }) => paymentId)).size).toBe(1);
    expect(await company.balances()).toMatchObject({ Bank: '6.00' });
    await expectCleanAudit(suite);
  });
});
