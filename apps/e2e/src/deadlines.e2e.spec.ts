import { eventually } from '@millrace/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company, type ReturnedGoods } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

describe('when a deadline passes', () => {
  const suite = new Suite();
  let company: Company;
  let customerId: string;

  beforeAll(async () => {
    company = await Company.found(suite, 'Patience');
    customerId = await company.customer();
    await company.sells({ sku: 'MUG', onHand: '40', unitCost: '2.00', price: '5.00' }, { sku: 'KETTLE', onHand: '4', unitCost: '18.75', price: '45.00' });
  });

  const orderNow = (salesOrderId: string) => company.orderUntil(salesOrderId, 'decided');

  it('the silence of a service is reported, and forgotten when it answers after all', async () => {
    const { salesOrderId } = await suite.whileHung('finance', async () => {
      const placed = await company.order(customerId, { MUG: 1 }, { headers: {} });
      const read = () => company.api.get(`/v1/sales-orders/${placed.salesOrderId}`);
      await eventually(async () => expect(await read()).toMatchObject({ status: 'placed', lines: [{ reserved: '1' }] }));
      await suite.letPass('answer', placed.salesOrderId);
      await eventually(async () => expect(await read()).toMatchObject({ status: 'placed', silentSince: expect.any(String) }));
      return placed;
    });
    const answered = await company.orderUntil(salesOrderId, 'invoiced');
    expect([answered.status, answered.silentSince]).toEqual(['shipped', undefined]);
    await expectCleanAudit(suite);
  });

  it('the silence on a return is reported too, and the return goes on when the goods are booked', async () => {
    const { salesOrderId } = await company.order(customerId, { MUG: 2 }, { until: 'invoiced' });
    const read = (returnId: string) => company.api.get<ReturnedGoods>(`/v1/returns/${returnId}`);
    const { returnId } = await suite.whileHung('inventory', async () => {
      const back = await company.post<ReturnedGoods>(`/v1/sales-orders/${salesOrderId}/returns`, { lines: [{ lineNo: 1, quantity: '1' }] });
      await suite.letPass('answer on a return', back.returnId);
      await eventually(async () => expect(await read(back.returnId)).toMatchObject({ status: 'authorised', silentSince: expect.any(String) }));
      return back;
    });
    await eventually(async () => expect(await read(returnId)).toMatchObject({ status: 'settled' }));
    expect((await read(returnId)).silentSince).toBeUndefined();
    await expectCleanAudit(suite);
  });

  it('what is left of a back-order is cancelled, and what was shipped stays to be paid', async () => {
    const { salesOrderId } = await company.order(customerId, { KETTLE: 6 }, { policy: 'back-order' });
    await eventually(async () => expect(await orderNow(salesOrderId)).toMatchObject({ status: 'partly-shipped', lines: [{ waiting: '2' }] }));
    await suite.letPass('back-order', salesOrderId);
    const ended = { status: 'shipped', cancellation: 'done', lines: [{ shipped: '4', cancelled: '2', waiting: '0' }] };
    await eventually(async () => expect(await orderNow(salesOrderId)).toMatchObject(ended));
    await expectCleanAudit(suite);
  });

  it('an unpaid invoice makes its order overdue until it is paid', async () => {
    const { salesOrderId, invoices } = await company.order(customerId, { MUG: 3 }, { until: 'invoiced' });
    await suite.letPass('payment', invoices[0]!.customerInvoiceId);
    await eventually(async () => expect(await orderNow(salesOrderId)).toMatchObject({ overdue: true, invoices: [{ overdue: true }] }));
    await company.pay(customerId, invoices[0]!);
    expect(await company.orderUntil(salesOrderId, 'completed')).toMatchObject({ status: 'completed', overdue: false });
    await expectCleanAudit(suite);
  });

  it('an invoice that was paid in time is not overdue', async () => {
    const { salesOrderId, invoices } = await company.order(customerId, { MUG: 1 }, { until: 'invoiced' });
    await company.pay(customerId, invoices[0]!);
    await company.orderUntil(salesOrderId, 'completed');
    await suite.letPass('payment', invoices[0]!.customerInvoiceId);
    await expectCleanAudit(suite);
    await eventually(async () => expect(await orderNow(salesOrderId)).toMatchObject({ status: 'completed', overdue: false }));
  });
});
