import { newId } from '@millrace/kernel';
import { eventually } from '@millrace/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company, problemOf } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

describe('an event that a service cannot apply', () => {
  const suite = new Suite();
  let company: Company;

  beforeAll(async () => {
    company = await Company.found(suite, 'Poison');
    await company.sells({ sku: 'MUG', onHand: '100', unitCost: '2.00', price: '5.00' });
  });

  it('is parked with those behind it while all others flow, and is drained in order once the fault is mended', async () => {
    const [customerId, salesOrderId] = [await company.customer(), newId()];
    await suite.restart('finance', `consumer.handle[${salesOrderId}]=throw:poison`);

    await company.order(customerId, { MUG: 1 }, { salesOrderId, headers: {} });
    await company.cancel(salesOrderId);
    const others = await Promise.all(Array.from({ length: 10 }, () => company.order(customerId, { MUG: 1 }, { until: 'invoiced' })));
    expect(others.map(({ status, invoices }) => [status, invoices.length])).toEqual(Array.from({ length: 10 }, () => ['shipped', 1]));

    const parked = { consumer: 'finance.receivable', topic: 'orders.sales-order', key: salesOrderId, kept: 2, firstSequence: 1, errorCode: 'poison' };
    await eventually(async () => expect(await suite.kept('parked')).toMatchObject([parked]));
    expect(await suite.audit()).toMatchObject({ clean: false, unsettled: [{ kind: 'parked', service: 'finance', count: 2 }] });

    await suite.restart('finance');
    expect(await suite.replayParked('finance')).toEqual({ replayed: 1, stillParked: 0 });
    expect(await suite.kept('parked')).toEqual([]);
    await expectCleanAudit(suite);
  });

  it('is repaired only under a key, so that a repair that is sent again is done once', async () => {
    const keyless = { authorization: `Bearer ${await suite.administrator.accessToken()}`, 'content-type': 'application/json' };
    const stream = { consumer: 'finance.receivable', topic: 'orders.sales-order', key: newId() };
    for (const [repair, body] of [
      ['discards', { ...stream, sequence: 1, reason: 'tried' }],
      ['replays', { ...stream, reason: 'tried' }],
    ] as const) {
      const attempt = suite.administrator.send('POST', `/v1/operations/finance/${repair}`, keyless, JSON.stringify(body));
      expect(await problemOf(attempt)).toMatchObject({ status: 400, code: 'idempotency-key-required' });
    }
    await expectCleanAudit(suite);
  });

  it('is listed page by page, however many there are, and is replayed for one consumer alone', async () => {
    const customerId = await company.customer();
    await company.order(customerId, { MUG: 1 }, { until: 'invoiced' }); // Finance knows the customer by then.
    await suite.restart('finance', 'consumer.handle=throw:poison');
    await Promise.all(Array.from({ length: 3 }, () => company.order(customerId, { MUG: 1 }, { headers: {} })));
    await eventually(async () => expect((await suite.kept('parked', 'finance')).length).toBeGreaterThanOrEqual(3));
    await suite.restart('finance');

    const all = await suite.kept('parked', 'finance');
    const pages: (typeof all)[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const page: { data: typeof all; next?: string } = await suite.administrator.get(
        `/v1/operations/finance/streams?state=parked&limit=1${next && `&after=${encodeURIComponent(next)}`}`,
      );
      pages.push(page.data);
      next = page.next;
    }
    expect(pages).toEqual(all.map((stream) => [stream]));

    const { consumer } = all[0]!;
    const ofOne = all.filter((stream) => stream.consumer === consumer).length;
    expect(await suite.replayParked('finance', consumer)).toEqual({ replayed: ofOne, stillParked: all.length - ofOne });
    await suite.replayParked('finance');
    await expectCleanAudit(suite);
  });

  it('lets a fact wait that comes before what it belongs to, and go on when that has come', async () => {
    const customerId = newId();
    await suite.restart('finance', `consumer.handle[${customerId}]=throw:poison`);
    await company.customer('Late arrival', customerId);
    const { salesOrderId } = await company.order(customerId, { MUG: 3 }, { headers: {} });

    const waiting = { consumer: 'finance.receivable', topic: 'orders.sales-order', key: salesOrderId };
    await eventually(async () => expect(await suite.kept('waiting', 'finance')).toMatchObject([waiting]));
    expect(await company.api.get(`/v1/sales-orders/${salesOrderId}`)).toMatchObject({ status: 'placed' });

    await suite.restart('finance');
    expect(await suite.replayParked('finance')).toMatchObject({ stillParked: 0 });
    expect(await company.orderUntil(salesOrderId, 'invoiced')).toMatchObject({ status: 'shipped', invoices: [{ grossTotal: '18.00' }] });
    await expectCleanAudit(suite);
  });
});
