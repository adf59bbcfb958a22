import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ContractEvent, CustomerCreated, type ReceivedEvent, SalesOrderPlaced } from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import { statement } from '@millrace/persistence';
import { createTestDatabase, eventually, type Foreign, ForeignProducer, type TestDatabase } from '@millrace/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import {
  endOffsets,
  type EventHandler,
  EventTooLarge,
  groupOffsets,
  kafkaClient,
  MAX_EVENT_BYTES,
  MESSAGING_MIGRATIONS,
  MessagingRuntime,
  provisionTopics,
  readLog,
  type UnitOfWork,
  withAdmin,
} from './index.js';

const COMPANY = newId();
const cause = { companyId: COMPANY, actor: 'tester', correlationId: 'c-1' };
const TOPICS = [SalesOrderPlaced.topic, CustomerCreated.topic];

/** Remembers what it was brought. */
class Collector implements EventHandler<UnitOfWork> {
  readonly name = 'orders.collector';
  readonly types = new Set([SalesOrderPlaced.name, CustomerCreated.name]);
  readonly events: ReceivedEvent[] = [];

  async load(): Promise<void> {}

  handle(event: ReceivedEvent): void {
    this.events.push(event);
  }

  get keys(): string[] {
    return this.events.map(({ key }) => key);
  }
}

/** Rows 59, 60, 65 and 66 of the matrix of bad inputs, where they need a broker or a topic that no suite has. */
describe('a service whose log', () => {
  let prefix: string;
  let test: TestDatabase;
  let collector: Collector;
  let stranger: ForeignProducer;
  let running: MessagingRuntime[];
  let said: string[];

  beforeEach(async () => {
    prefix = `t${randomBytes(4).toString('hex')}.`;
    test = await createTestDatabase(inject('servers'), 'orders', [], MESSAGING_MIGRATIONS);
    [collector, running, said] = [new Collector(), [], []];
    stranger = new ForeignProducer(inject('servers').kafka, prefix);
    await provisionTopics(client(), TOPICS, { defaultPartitions: 2, replicationFactor: 1, prefix });
  });

  afterEach(async () => {
    await Promise.all(running.map((each) => each.stop()));
    await test.database.close();
  });

  const settings = () => ({ ...inject('servers').kafka, clientId: 'test', prefix });
  const client = () => kafkaClient(settings(), () => {});

  async function start(): Promise<MessagingRuntime> {
    const runtime = new MessagingRuntime(
      { service: 'orders', kafka: settings() },
      test.database,
      (level, message) => level === 'error' && said.push(message),
      () => {},
    );
    running.push(runtime);
    await runtime.start(new Map([[collector.name, collector]]));
    return runtime;
  }

  function customer(customerId: string, sequence = 1): Foreign {
    const headers = {
      ce_specversion: '1.0',
      ce_id: newId(),
      ce_type: CustomerCreated.type,
      ce_source: '/millrace/orders',
      ce_subject: customerId,
      ce_time: new Date().toISOString(),
      ce_company: COMPANY,
      ce_sequence: String(sequence),
    };
    return { key: customerId, value: Buffer.from(JSON.stringify({ ...CustomerCreated.example, customerId })), headers };
  }

  const reads = (...keys: string[]) => eventually(() => expect(collector.keys).toEqual(expect.arrayContaining(keys)), 30_000);

  const tell = (event: ContractEvent) => running[0]!.store.transaction(COMPANY, async (tx) => tx.publish(event, cause));

  it('row 59: is told a fact of exactly the limit brings it, and of one byte more is told nothing', async () => {
    await start();
    const most = orderOf(MAX_EVENT_BYTES);
    expect(Buffer.byteLength(JSON.stringify(most.data))).toBe(MAX_EVENT_BYTES);
    await tell(most);
    await reads(most.definition.keyOf(most.data));
    expect(collector.events[0]!.data).toEqual(most.data);

    await expect(tell(orderOf(MAX_EVENT_BYTES + 1))).rejects.toThrow(EventTooLarge);
    const [row] = await test.database.query<{ n: number }>(statement('select count(*) as n from outbox'));
    expect(row!.n).toBe(1);
  });

  it('row 65: holds aborted transactions and their marks is read to its end, and waits for none of them', async () => {
    const runtime = await start();
    const [before, after, gone] = [newId(), newId(), newId()];
    await stranger.send(CustomerCreated.topic, customer(before));
    await stranger.sendAndAbort(CustomerCreated.topic, customer(gone), customer(newId()));
    await stranger.send(CustomerCreated.topic, customer(after));
    await stranger.sendAndAbort(CustomerCreated.topic, customer(gone, 2)); // Nothing comes after these on their partitions.
    await stranger.sendAndAbort(SalesOrderPlaced.topic, customer(gone, 3));
    await reads(before, after);
    expect(collector.keys).not.toContain(gone);
    await eventually(async () => {
      const [ends, offsets] = await withAdmin(client(), (admin) =>
        Promise.all([endOffsets(admin, TOPICS, prefix), groupOffsets(admin, 'orders', TOPICS, prefix)]),
      );
      expect([...ends].filter(([place, end]) => (offsets.get(place) ?? 0n) < end)).toEqual([]);
    });
    expect([await runtime.hasReadEverything(), runtime.lag]).toEqual([true, 0]);
    const found = new Set<string | null>();
    await readLog(client(), TOPICS, prefix, ({ key }) => found.add(key));
    expect(found).toEqual(new Set([before, after]));
  });

  it('row 65: holds two aborted transactions that overlap brings nothing of either', async () => {
    const [gone, after] = [newId(), newId()];
    await stranger.sendAndAbortTwice(CustomerCreated.topic, customer(gone), customer(gone, 2));
    await stranger.send(CustomerCreated.topic, customer(gone, 3), customer(after));
    await start();
    await reads(gone, after);
    expect(collector.events.filter(({ key }) => key === gone).map(({ sequence }) => sequence)).toEqual([3]);
  });

  it.each(['snappy', 'lz4', 'zstd'] as const)('row 60: holds a batch of %s that its broker has left packed, says so and does not spin', async (codec) => {
    const { runtime } = await metPacked(codec);
    await sleep(2_000);
    expect(said.filter((each) => /cannot be unpacked/.test(each))).toHaveLength(1);
    expect(runtime.health.consuming).toBe(false);
  });

  it('row 60: held a packed batch goes on by itself when that was taken away', async () => {
    const { runtime, packed } = await metPacked('zstd');
    const topic = `${prefix}${CustomerCreated.topic}`;
    await withAdmin(client(), async (admin) => {
      const ends = await admin.fetchTopicOffsets(topic);
      await admin.deleteTopicRecords({ topic, partitions: ends.map(({ partition, high }) => ({ partition, offset: high })) });
    });
    const after = newId();
    await stranger.send(CustomerCreated.topic, customer(after));
    await eventually(() => expect(collector.keys).toContain(after), 60_000);
    expect(collector.keys).not.toContain(packed);
    await eventually(() => expect(runtime.health).toMatchObject({ blocked: undefined, consuming: true }), 30_000);
  }, 120_000);

  async function metPacked(codec: 'snappy' | 'lz4' | 'zstd') {
    await setCompression('producer');
    const runtime = await start();
    const [before, packed] = [newId(), newId()];
    await stranger.send(CustomerCreated.topic, customer(before));
    await reads(before);
    expect(runtime.health.blocked).toBeUndefined();
    await stranger.sendPacked(codec, CustomerCreated.topic, customer(packed));
    await eventually(() => expect(runtime.health.blocked).toMatch(new RegExp(`cannot be unpacked: ${codec}`, 'i')), 30_000);
    await eventually(() => expect(said).toContainEqual(expect.stringMatching(/cannot be unpacked/)));
    return { runtime, packed };
  }

  async function setCompression(value: string): Promise<void> {
    await withAdmin(client(), (admin) =>
      admin.alterConfigs({
        validateOnly: false,
        resources: [{ type: 2, name: `${prefix}${CustomerCreated.topic}`, configEntries: [{ name: 'compression.type', value }] }],
      }),
    );
  }

  it('row 66: has other partitions than before is refused, with the reason, until it is as it was', async () => {
    const first = await start();
    const before = newId();
    await stranger.send(CustomerCreated.topic, customer(before));
    await reads(before);
    await Promise.all(running.splice(0).map((each) => each.stop()));
    expect(first.health.refusal).toBeUndefined();
    await stranger.repartition(CustomerCreated.topic, 3);

    const second = await start();
    await eventually(() => expect(second.health.refusal).toMatch(/^topic orders\.customer has 3 partitions, and had 2/));
    const [unread, unpublished] = [newId(), newId()];
    await stranger.send(CustomerCreated.topic, customer(unread));
    await second.store.transaction(COMPANY, async (tx) => tx.publish(CustomerCreated.of({ ...CustomerCreated.example, customerId: unpublished }), cause));
    await sleep(2_500);
    expect(collector.keys).toEqual([before]);
    const [row] = await test.database.query<{ n: number }>(statement('select count(*) as n from outbox where published_at is null'));
    expect(row!.n).toBe(1);
    expect(said).toEqual([expect.stringMatching(/nothing is published or consumed: topic orders\.customer/)]);

    await withAdmin(client(), (admin) => admin.deleteTopics({ topics: [`${prefix}${CustomerCreated.topic}`] }));
    await eventually(async () => {
      await provisionTopics(client(), [CustomerCreated.topic], { partitions: 2, defaultPartitions: 2, replicationFactor: 1, prefix });
    });
    await reads(unpublished);
    expect(second.health.refusal).toBeUndefined();
  });

  it('row 66: comes after its service has started is counted within moments, so that it is known when it changes', async () => {
    const counted = async () =>
      (await test.database.query<{ topic: string; partitions: number }>(COUNTED)).filter(({ topic }) => topic === CustomerCreated.topic);
    await withAdmin(client(), (admin) => admin.deleteTopics({ topics: [`${prefix}${CustomerCreated.topic}`] }));
    await start();
    await sleep(1_500);
    expect(await counted()).toEqual([]);
    await eventually(() => provisionTopics(client(), [CustomerCreated.topic], { partitions: 2, defaultPartitions: 2, replicationFactor: 1, prefix }));
    await eventually(async () => expect(await counted()).toEqual([{ topic: CustomerCreated.topic, partitions: 2 }]), 15_000);
  });
});

const COUNTED = statement('select topic, partitions from topic_partitions');

/** An order whose body has so many bytes: lines that are as wide as any, and what is left over in its number. */
function orderOf(bytes: number): ContractEvent {
  const [line] = SalesOrderPlaced.example.lines;
  const order = { ...SalesOrderPlaced.example, salesOrderId: newId(), number: 'x', lines: [] as (typeof line)[] };
  const lineOf = (lineNo: number, width: number) => ({ ...line!, lineNo, sku: 'X'.repeat(40), description: textOf(width) });
  const size = (each: object) => Buffer.byteLength(JSON.stringify(each));
  let left = bytes - size(order) + 1; // The first line has no comma before it.
  for (let next = lineOf(1, 600); left > size(next); next = lineOf(order.lines.length + 1, 600)) {
    order.lines.push(next);
    left -= size(next) + 1;
  }
  if (left > 590) {
    const next = lineOf(order.lines.length + 1, 1);
    order.lines.push(next);
    left -= size(next) + 1;
  }
  return SalesOrderPlaced.of({ ...order, number: textOf(left + 1) } as typeof SalesOrderPlaced.example);
}

/** As many bytes in at most 200 characters. */
const textOf = (bytes: number) => '\uD55C'.repeat(bytes / 3) + 'x'.repeat(bytes % 3);
