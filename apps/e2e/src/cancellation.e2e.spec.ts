import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@millrace/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company, problemOf } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

describe('cancelling an order', () => {
  const suite = new Suite();
  let company: Company;
  let customerId: string;

  beforeAll(async () => {
    company = await Company.found(suite, 'Second thoughts');
    customerId = await company.customer();
    await company.sells({ sku: 'TEAPOT', onHand: '20', unitCost: '9.40', price: '24.90' }, { sku: 'KETTLE', onHand: '4', unitCost: '18.75', price: '45.00' });
  });

  it('ends it at once while credit is still being checked, and gives the stock back', async () => {
    const cancelled = await suite.whileHung('finance', async () => {
      const { salesOrderId } = await company.order(customerId, { TEAPOT: 2 }, { headers: {} });
      return company.cancel(salesOrderId);
    });
    expect(cancelled).toMatchObject({ status: 'cancelled', lines: [{ cancelled: '2', shipped: '0' }] });
    await eventually(async () => expect(await company.onHand('TEAPOT')).toMatchObject({ onHand: '20', reserved: '0' }));
    await expectCleanAudit(suite);
  });

  it('gives back what is held once it is confirmed and waits for goods', async () => {
    const { salesOrderId, status } = await company.order(customerId, { KETTLE: 9 }, { policy: 'ship-complete' });
    expect(status).toBe('confirmed');
    await company.cancel(salesOrderId);
    await eventually(async () =>
      expect(await company.orderUntil(salesOrderId, 'completed')).toMatchObject({ status: 'cancelled', cancellation: 'done', lines: [{ cancelled: '9' }] }),
    );
    expect(await company.onHand('KETTLE')).toMatchObject({ onHand: '4', reserved: '0' });
    await expectCleanAudit(suite);
  });

  it('keeps what was shipped, invoiced and is to be paid when a part has left', async () => {
    const { salesOrderId } = await company.order(customerId, { KETTLE: 6 }, { policy: 'back-order' });
    await eventually(async () => expect(await company.orderUntil(salesOrderId, 'decided')).toMatchObject({ status: 'partly-shipped' }));
    await company.cancel(salesOrderId);
    const shipped = { status: 'shipped', cancellation: 'done', lines: [{ shipped: '4', cancelled: '2' }] };
    await eventually(async () => expect(await company.orderUntil(salesOrderId, 'invoiced')).toMatchObject(shipped));
    const [invoice] = (await company.orderUntil(salesOrderId, 'invoiced')).invoices;
    await company.pay(customerId, invoice!);
    await eventually(async () => expect(await company.orderUntil(salesOrderId, 'completed')).toMatchObject({ status: 'completed', paidTotal: '216.00' }));
    await expectCleanAudit(suite);
  });

  it('that races the dispatch of the goods ends each order in one way or the other, never in both', async () => {
    await company.sells({ sku: 'CUP', onHand: '100', unitCost: '1.00', price: '3.00' });
    const raced = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const { salesOrderId } = await company.order(customerId, { CUP: 2 }, { headers: {} });
        await sleep((index % 8) * 15);
        const refusal = await company.cancel(salesOrderId).then(() => '', String);
        expect(refusal).toMatch(/^$|has been shipped|nothing to cancel/);
        return salesOrderId;
      }),
    );
    const ends = await Promise.all(
      raced.map((id) =>
        eventually(async () => {
          const { status, cancellation, lines } = await company.orderUntil(id, 'shipped');
          expect(`${status}, ${lines[0]!.shipped} shipped, ${lines[0]!.cancelled} cancelled`).toMatch(
            /^(shipped, 2 shipped, 0|cancelled, 0 shipped, 2) cancelled$/,
          );
          expect(cancellation).not.toBe('requested');
          return Number(lines[0]!.shipped);
        }),
      ),
    );
    const shipped = ends.reduce((sum, each) => sum + each, 0);
    expect(await company.onHand('CUP')).toMatchObject({ onHand: `${100 - shipped}`, reserved: '0' });
    await expectCleanAudit(suite);
  });

  it('is refused once everything has left, and once the order has ended', async () => {
    const { salesOrderId, invoices } = await company.order(customerId, { TEAPOT: 1 }, { until: 'invoiced' });
    expect(await problemOf(company.cancel(salesOrderId))).toMatchObject({ status: 409, code: 'order-shipped' });
    await company.pay(customerId, invoices[0]!);
    await company.orderUntil(salesOrderId, 'completed');
    expect(await problemOf(company.cancel(salesOrderId))).toMatchObject({ status: 409, code: 'order-closed' });
    await expectCleanAudit(suite);
  });
});
