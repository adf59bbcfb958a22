import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { floorByDriver } from './floor.js';

describe('the floor by the driver', () => {
  it('commits each kind of work, and leaves nothing behind', async () => {
    const { postgres } = inject('servers');
    const { reached, commitMs } = await floorByDriver(postgres, 4, 0.2, ['order-to-cash', 'place order', 'journal entry']);
    expect([...reached.keys()]).toEqual(['order-to-cash', 'place order', 'journal entry']);
    for (const { perSecond, p50, p95 } of reached.values()) expect([perSecond > 0, p50 > 0, p95 >= p50]).toEqual([true, true, true]);
    expect(reached.get('place order')!.p50).toBeLessThan(reached.get('order-to-cash')!.p50);
    expect(commitMs).toBeGreaterThan(0);
    const client = new pg.Client({ ...postgres, database: 'postgres' });
    await client.connect();
    const { rows } = await client.query(`select datname from pg_database where datname = 'bench_floor'`);
    await client.end();
    expect(rows).toEqual([]);
  });
});
