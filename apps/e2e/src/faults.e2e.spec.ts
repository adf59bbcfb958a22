import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBooks, replay } from '@millrace/tools';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company, type Order } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

const DECEMBER = fileURLToPath(new URL('../../../../shared/data/online-retail/2010-12.csv.gz', import.meta.url));

describe('orders keep flowing', () => {
  const suite = new Suite();
  let company: Company;
  let customerId: string;

  beforeAll(async () => {
    company = await Company.found(suite, 'Faults');
    customerId = await company.customer();
    await company.sells({ sku: 'MUG', onHand: '1000', unitCost: '2.00', price: '5.00' });
  });

  /** Places, waits until invoiced, pays, waits until completed: whatever dies on the way. */
  async function sell(): Promise<Order> {
    const { salesOrderId } = await company.order(customerId, { MUG: 1 }, { headers: {} });
    let order = await company.orderUntil(salesOrderId, 'invoiced');
    while (order.invoices.length === 0) order = await company.orderUntil(salesOrderId, 'invoiced');
    await company.pay(customerId, order.invoices[0]!);
    while (order.status !== 'completed') order = await company.orderUntil(salesOrderId, 'completed');
    return order;
  }

  it.each(['finance', 'inventory'])('while %s hangs, and reach their end when it is back', async (service) => {
    const placed = await suite.whileHung(service, () => Promise.all(Array.from({ length: 20 }, () => company.order(customerId, { MUG: 1 }, { headers: {} }))));
    expect(new Set(placed.map(({ status }) => status))).toEqual(new Set(['placed']));
    const ended = await Promise.all(placed.map(({ salesOrderId }) => company.orderUntil(salesOrderId, 'invoiced')));
    expect(new Set(ended.map(({ status }) => status))).toEqual(new Set(['shipped']));
    await expectCleanAudit(suite);
  });

  it('while processes are asked to end: who waits is told what there is, and none has to be killed', async () => {
    const { salesOrderId } = await company.order(customerId, { MUG: 1 }, { until: 'invoiced' });
    const start = Date.now();
    const waiting = Promise.all(Array.from({ length: 8 }, () => company.orderUntil(salesOrderId, 'completed')));
    await sleep(500);
    await suite.restart('orders');
    expect(Date.now() - start).toBeLessThan(20_000);
    expect(new Set((await waiting).map(({ status }) => status))).toEqual(new Set(['shipped']));
    expect(Date.now() - start).toBeLessThan(25_000);
    await expectCleanAudit(suite);
  });

  it('through a process of each kind killed, one of them between the broker and its own mark', async () => {
    const selling = Array.from({ length: 40 }, async (_, index) => {
      await sleep(index * 50);
      return sell();
    });
    await suite.restart('finance', 'relay.after-publish=kill');
    for (const service of ['orders', 'inventory', 'gateway']) {
      const [pid] = await suite.pids(service);
      process.kill(pid!, 'SIGKILL');
      await sleep(500);
    }
    const orders = await Promise.all(selling);
    expect(orders.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 'completed'));
    await suite.untilReady();
    await expectCleanAudit(suite);
  });

  it("through a retailer's first documents, replayed in two runs, with nothing done twice", async ({ skip }) => {
    skip(!existsSync(DECEMBER), 'the data set "Online Retail" is not beside the project');
    const options = { company: 'Retailer', concurrency: 16, onProgress: () => {} };
    const half = await replay(suite.site, DECEMBER, { ...options, until: '536464' });
    const books = await readBooks(suite.site, options.company);
    const again = await replay(suite.site, DECEMBER, { ...options, until: '536464' });
    expect(again).toMatchObject({ companyId: half.companyId, documents: half.documents });
    expect(await readBooks(suite.site, options.company)).toEqual(books);
    await expectCleanAudit(suite);
  });
});
