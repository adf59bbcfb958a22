import { setTimeout as sleep } from 'node:timers/promises';
import { DocumentChanges } from '@millrace/messaging';
import { beforeEach, describe, expect, it } from 'vitest';
import { Lifecycle } from '../lifecycle.js';
import { Waiting } from './waiting.js';

type Order = { version: number; status: 'placed' | 'confirmed' | 'shipped' };

describe('waiting for an order to be shipped', () => {
  let changes: DocumentChanges;
  let lifecycle: Lifecycle;
  let waiting: Waiting;
  /** As the database has it. */
  let order: Order;
  let reads: number;

  beforeEach(() => {
    changes = new DocumentChanges();
    lifecycle = new Lifecycle();
    waiting = new Waiting(changes, lifecycle);
    order = { version: 1, status: 'placed' };
    reads = 0;
  });

  const isShipped = ({ status }: Order) => status === 'shipped';
  const read = async () => {
    reads += 1;
    return { ...order };
  };
  const commit = (status: Order['status']) => {
    order = { version: order.version + 1, status };
    changes.notify([['one', order]]);
  };
  /** What other replicas did is seen by looking at the versions of all. */
  const commitElsewhere = (status: Order['status']) => (order = { version: order.version + 1, status });
  const asked: (readonly string[])[] = [];
  const versions = {
    group: 'order',
    of: async (ids: readonly string[]) => {
      asked.push(ids);
      return new Map(ids.map((id) => [id, order.version]));
    },
  };

  it('reads once before, and once when a commit has brought it so far', async () => {
    const shipped = waiting.until<Order, Order>('one', 10, { read, wanted: isShipped, reached: isShipped });
    await sleep(1);
    commit('confirmed');
    await sleep(1);
    commit('shipped');
    expect(await shipped).toEqual({ version: 3, status: 'shipped' });
    expect(reads).toBe(2);
  });

  it('reads only once when the caller has it as it was', async () => {
    const shipped = waiting.until<Order, Order>('one', 10, { read, wanted: isShipped, reached: isShipped, known: order });
    commit('shipped');
    expect(await shipped).toEqual(order);
    expect(reads).toBe(1);
  });

  it('finds what another replica did, with one look for all who wait', async () => {
    const look = { read, wanted: isShipped, reached: isShipped, versions };
    const all = ['one', 'two', 'three'].map((id) => waiting.until<Order, Order>(id, 10, look));
    await sleep(1);
    commitElsewhere('shipped');
    expect((await Promise.all(all)).map(({ status }) => status)).toEqual(['shipped', 'shipped', 'shipped']);
    expect(asked).toEqual([['one', 'two', 'three']]);
    expect(reads).toBe(6);
  });

  it('answers with what there is when the time is over, or the process is to end', async () => {
    expect(await waiting.until('one', 0.05, { read, wanted: isShipped, versions })).toEqual(order);
    const interrupted = waiting.until('one', 60, { read, wanted: isShipped, versions });
    await sleep(1);
    lifecycle.drain();
    expect(await interrupted).toEqual(order);
  });
});
