import { Shop, writeHistory } from '@millrace/tools';
import { newId } from '@millrace/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectCleanAudit, Suite } from './suite.js';

type Order = Readonly<{ status: string; netTotal: string; paidTotal: string; lines: readonly Readonly<{ sku: string; quantity: string; shipped: string }>[] }>;

type Summary = Readonly<{ salesOrderId: string; number: string }>;

const HISTORY = 30;
const FACTS_OF_AN_ORDER = 9;

describe('the company that the benchmark measures', () => {
  const suite = new Suite();
  let shop: Shop;

  beforeAll(async () => {
    shop = await Shop.open(suite.site, `Bench ${newId().slice(-8)}`, 7);
  });
  afterAll(() => shop.close());

  it('has its orders shipped in full and paid to the last cent before they are counted', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => shop.orderToCash()));
    await shop.untilCompleted(ids, 60_000);
    for (const id of ids) {
      const { status, netTotal, paidTotal, lines } = await shop.api.get<Order>(`/v1/sales-orders/${id}`);
      expect([status, paidTotal, Number(netTotal) >= 30]).toEqual(['completed', netTotal, true]);
      expect([new Set(lines.map(({ sku }) => sku)).size, lines.every(({ quantity, shipped }) => quantity === shipped)]).toEqual([3, true]);
    }
    await expectCleanAudit(suite);
  });

  it('collects orders that were only placed, and does not count one that is not completed', async () => {
    const salesOrderId = await shop.place();
    await expect(shop.untilCompleted([salesOrderId], 500)).rejects.toThrow('did not come');
    await shop.collect({ salesOrderId });
    await expect(shop.untilCompleted([salesOrderId], 60_000)).resolves.toBeUndefined();
  });

  it('has a history written for it, like that of its own orders, and goes on above it', async () => {
    const own = await shop.orderToCash();
    await shop.untilCompleted([own], 60_000);
    const { madeUp: before } = await suite.audit();
    await writeHistory({ shop, asOwner: (service, work) => suite.asOwner(service, work), onProgress: () => {} }, HISTORY);
    const next = await shop.orderToCash();
    await shop.untilCompleted([next], 60_000);

    const orders = await shop.api.list<Summary>('/v1/sales-orders');
    const at = (id: string) => orders.findIndex(({ salesOrderId }) => salesOrderId === id);
    expect([at(next) < at(own), orders.length - at(own) > HISTORY]).toEqual([true, true]);
    const [made, mine] = await Promise.all([orders.at(-1)!.salesOrderId, own].map((id) => shop.api.get<object>(`/v1/sales-orders/${id}`)));
    expect(shapeOf(made)).toEqual(shapeOf(mine));
    const lastNumber = Math.max(...orders.map(({ number }) => Number(number.split('-')[2])));
    expect([orders.find(({ salesOrderId }) => salesOrderId === next)!.number.split('-')[2], lastNumber]).toEqual([
      String(lastNumber).padStart(6, '0'),
      orders.length,
    ]);
    await expectCleanAudit(suite);
    expect((await suite.audit()).madeUp - before).toBe(HISTORY * FACTS_OF_AN_ORDER);
  });
});

/** What a document says, but for digits and ids; how often it was written depends on what came together. */
function shapeOf(document: unknown): unknown {
  if (Array.isArray(document)) return document.map(shapeOf);
  if (typeof document === 'string') return document.replace(/[0-9a-f]/g, '');
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(Object.entries(document).flatMap(([key, value]) => (key === 'version' ? [] : [[key, shapeOf(value)]])));
}
