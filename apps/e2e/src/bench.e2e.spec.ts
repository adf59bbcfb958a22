import { Shop } from '@millrace/tools';
import { newId } from '@millrace/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectCleanAudit, Suite } from './suite.js';

type Order = Readonly<{ status: string; netTotal: string; paidTotal: string; lines: readonly Readonly<{ sku: string; quantity: string; shipped: string }>[] }>;

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
});
