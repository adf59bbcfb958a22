import type { MessagingRuntime } from '@millrace/messaging';
import type { Database } from '@millrace/persistence';
import type { FastifyReply } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { Lifecycle } from '../lifecycle.js';
import { Metrics } from '../metrics.js';
import { HealthController } from './health.controller.js';

describe('a service', () => {
  let lifecycle: Lifecycle;
  let database: { query: () => Promise<unknown[]> };
  let messaging: { health: { consuming: boolean; publishing: boolean; shards: number; refusal?: string; blocked?: string } };

  beforeEach(() => {
    lifecycle = new Lifecycle();
    database = { query: async () => [] };
    messaging = { health: { consuming: true, publishing: true, shards: 16 } };
  });

  async function readiness(): Promise<[code: number, status: string]> {
    let told: [number, string] | undefined;
    const reply = { status: (code: number) => ({ send: (body: { status: string }) => (told = [code, body.status]) }) };
    const controller = new HealthController(database as unknown as Database, messaging as unknown as MessagingRuntime, lifecycle, new Metrics());
    await controller.ready(reply as unknown as FastifyReply);
    return told!;
  }

  it('is ready while its database answers', async () => {
    expect(await readiness()).toEqual([200, 'ready']);
  });

  it.each(['consuming', 'publishing'] as const)('takes requests and says that it is degraded while it is not %s', async (part) => {
    messaging.health[part] = false;
    expect(await readiness()).toEqual([200, 'degraded: the broker is away']);
  });

  it('says what on the log keeps it from reading on, and takes requests', async () => {
    messaging.health.blocked = 'a batch on the log cannot be unpacked';
    expect(await readiness()).toEqual([200, 'degraded: a batch on the log cannot be unpacked']);
  });

  it('is not ready and says why while its topics are not as they were', async () => {
    messaging.health.refusal = 'topic orders.sales-order has 4 partitions, and had 3';
    expect(await readiness()).toEqual([503, 'topic orders.sales-order has 4 partitions, and had 3']);
  });

  it('is not ready without its database, nor while it drains', async () => {
    database.query = () => Promise.reject(new Error('away'));
    expect(await readiness()).toEqual([503, 'database unreachable']);
    lifecycle.drain();
    expect(await readiness()).toEqual([503, 'draining']);
  });
});
