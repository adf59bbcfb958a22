import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@millrace/kernel';
import { eventually, type Foreign, ForeignProducer } from '@millrace/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { MAX_EVENT_BYTES } from '../protocol/failure.js';
import { type OutboxRow, RefusedByBroker, TopicUnavailable } from '../protocol/ports.js';
import type { BrokerRecord } from '../record.js';
import { grantAccess } from './access/grant-access.js';
import type { Right } from './access/rights.js';
import { type ClosableProducer, type GroupFeed, KAFKA_DRIVERS, type KafkaDriver } from './driver.js';
import { portsOf } from './drivers.js';
import { type KafkaClient, kafkaClient, type KafkaSettings } from './kafka-client.js';
import { partitionOf } from './partition-of.js';
import { provisionTopics } from './provision-topics.js';
import { endOffsets, groupOffsets, withAdmin } from './topics.js';

/** No power of two: only then do two readings of a negative hash differ. */
const PARTITIONS = 7;
const TOPIC = 'orders.sales-order';
const GROUP = 'readers';

/** Takes what a feed brings, as the runner does, and remembers it. */
class Reader {
  readonly seen: BrokerRecord[] = [];
  private readonly running: Promise<void>;

  constructor(
    readonly feed: GroupFeed,
    private readonly all: BrokerRecord[] = [],
  ) {
    feed.start();
    this.running = this.run();
  }

  async stop(): Promise<void> {
    await this.feed.stop();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let taken = await this.feed.take(50); taken.length > 0; taken = await this.feed.take(50)) {
      const owned = taken.filter((record) => this.feed.owns(record));
      this.seen.push(...owned);
      this.all.push(...owned);
      await this.feed.done(owned);
    }
  }
}

let prefix: string;
let stranger: ForeignProducer;
let readers: Reader[];
let producers: ClosableProducer[];

const settings = (driver?: KafkaDriver) => ({ ...inject('servers').kafka, clientId: 'test', prefix, driver });
const client = (): KafkaClient => kafkaClient(settings(), () => {});
const provision = (topics: readonly string[]) => provisionTopics(client(), topics, { defaultPartitions: PARTITIONS, replicationFactor: 1, prefix });

function read(driver: KafkaDriver, all?: BrokerRecord[], topics = [TOPIC], sasl: KafkaSettings['sasl'] = settings().sasl): Reader {
  const own = { ...settings(driver), sasl };
  const reader = new Reader(
    portsOf(
      kafkaClient(own, () => {}),
      own,
    ).feed(GROUP, topics, () => {}),
    all,
  );
  readers.push(reader);
  return reader;
}

function producerOf(driver: KafkaDriver): ClosableProducer {
  const producer = portsOf(client(), settings(driver)).producer();
  producers.push(producer);
  return producer;
}

function row(key: string, sequence: number, { topic = TOPIC, value = Buffer.from(`${key} ${sequence}`) } = {}): OutboxRow {
  const headers = { ce_id: newId(), ce_sequence: String(sequence), naïve: 'ünï' };
  return { id: newId(), shard: 0, sequence, record: { topic, key, headers, value } };
}

const foreign = (key: string, headers: Foreign['headers'] = {}, value = Buffer.from(key)): Foreign => ({ key, headers, value });

/** Of each key its sequences as they came first, without what came again. */
function firstSequences(records: readonly BrokerRecord[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { key, headers } of records) {
    const sequences = found.get(key!) ?? [];
    found.set(key!, sequences);
    const sequence = Number(headers.ce_sequence);
    if (!sequences.includes(sequence)) sequences.push(sequence);
  }
  return found;
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

async function isCommitted(): Promise<void> {
  const [ends, offsets] = await withAdmin(client(), (admin) => Promise.all([endOffsets(admin, [TOPIC], prefix), groupOffsets(admin, GROUP, [TOPIC], prefix)]));
  expect([...ends].filter(([place, end]) => (offsets.get(place) ?? 0n) < end)).toEqual([]);
}

beforeEach(async () => {
  prefix = `t${randomBytes(4).toString('hex')}.`;
  stranger = new ForeignProducer(inject('servers').kafka, prefix);
  [readers, producers] = [[], []];
  await provision([TOPIC]);
  // A batch is sent again as a whole while one of its partitions has no leader yet: a repeat, which would be counted here.
  await eventually(() => withAdmin(client(), (admin) => endOffsets(admin, [TOPIC], prefix)));
});

afterEach(async () => {
  await Promise.all([...readers, ...producers].map((each) => each.stop()));
});

describe.each(KAFKA_DRIVERS)('the log by %s', (driver) => {
  it('brings what was sent, byte for byte and in the order of each stream', async () => {
    const [producer, reader] = [producerOf(driver), read(driver)];
    const keys = Array.from({ length: 20 }, newId);
    for (let sequence = 1; sequence <= 15; sequence += 1) await producer.send(keys.map((key) => row(key, sequence)));
    await eventually(() => expect(reader.seen).toHaveLength(300), 30_000);
    expect(firstSequences(reader.seen)).toEqual(new Map(keys.map((key) => [key, upTo(15)])));
    for (const { key, rawKey, value, headers, rawHeaders, timestamp } of reader.seen) {
      expect([rawKey?.toString(), value?.toString(), headers.naïve, rawHeaders]).toEqual([key, `${key} ${headers.ce_sequence}`, 'ünï', undefined]);
      expect(Math.abs(Number(timestamp) - Date.now())).toBeLessThan(60_000);
    }
  });

  it('has each key in the partition in which every other producer of ours puts it', async () => {
    const keys = Array.from({ length: 200 }, newId);
    await producerOf(driver).send(keys.map((key) => row(key, 1)));
    const found = new Map((await stranger.read(TOPIC)).map(({ key, partition }) => [key, partition]));
    expect(found).toEqual(new Map(keys.map((key) => [key, partitionOf(Buffer.from(key), PARTITIONS)])));
    expect(new Set(found.values()).size).toBe(PARTITIONS);
  });

  it('loses nothing and keeps each order while a second member joins, and the first leaves', async () => {
    const all: BrokerRecord[] = [];
    const [producer, first] = [producerOf(driver), read(driver, all)];
    const keys = Array.from({ length: 30 }, newId);
    await eventually(() => expect(first.feed.isJoined).toBe(true), 20_000);
    let second: Reader | undefined;
    for (let sequence = 1; sequence <= 40; sequence += 1) {
      await producer.send(keys.map((key) => row(key, sequence)));
      if (sequence === 10) second = read(driver, all);
      if (sequence === 30) void first.stop();
      await sleep(100);
    }
    await eventually(() => expect(firstSequences(all)).toEqual(new Map(keys.map((key) => [key, upTo(40)]))), 40_000);
    expect(second!.seen.length).toBeGreaterThan(0);
    expect(new Set(second!.seen.slice(-keys.length).map(({ key }) => key)).size).toBeGreaterThan(1);
  });

  it('goes on after a restart behind what was dealt with, and counts nothing as open', async () => {
    const producer = producerOf(driver);
    const before = read(driver);
    await producer.send(upTo(50).map((n) => row(`before ${n}`, 1)));
    await eventually(() => expect(before.seen).toHaveLength(50), 20_000);
    await eventually(() => isCommitted(), 10_000);
    expect(before.feed.lag).toBe(0);
    await before.stop();
    await producer.send(upTo(50).map((n) => row(`after ${n}`, 1)));
    const after = read(driver);
    await eventually(() => expect(after.seen.length).toBeGreaterThanOrEqual(50), 20_000);
    expect(new Set(after.seen.map(({ key }) => key))).toEqual(new Set(upTo(50).map((n) => `after ${n}`)));
  });

  it('brings again what was taken and not dealt with', async () => {
    await producerOf(driver).send(upTo(10).map((n) => row(`key ${n}`, 1)));
    const careless = portsOf(client(), settings(driver)).feed(GROUP, [TOPIC], () => {});
    careless.start();
    let taken = 0;
    while (taken < 10) taken += (await careless.take(10)).length;
    expect(careless.lag).toBe(10);
    await sleep(500);
    await careless.stop();
    const reader = read(driver);
    await eventually(() => expect(reader.seen).toHaveLength(10), 20_000);
  });

  it('is told by its broker what is too large, and sends what comes after', async () => {
    const producer = producerOf(driver);
    await expect(producer.send([row('a', 1, { value: Buffer.alloc(3 * MAX_EVENT_BYTES) })])).rejects.toThrow(RefusedByBroker);
    await producer.send([row('a', 2)]);
    expect((await stranger.read(TOPIC)).map(({ headers }) => headers.ce_sequence)).toEqual(['2']);
  });

  it('does without a topic that is missing, and uses it when it is there', async () => {
    const [producer, reader] = [producerOf(driver), read(driver, [], [TOPIC, 'hr.employee'])];
    await expect(producer.send([row('a', 1, { topic: 'hr.employee' })])).rejects.toThrow(TopicUnavailable);
    await provision(['hr.employee']);
    await eventually(() => producer.send([row('a', 1, { topic: 'hr.employee' })]), 20_000);
    await eventually(() => expect(reader.seen.map(({ topic, key }) => [topic, key])).toContainEqual(['hr.employee', 'a']), 30_000);
  });

  it('brings headers as they lie there: no text, twice, and empty', async () => {
    const bytes = Buffer.from([0xc3, 0x28]);
    await stranger.send(TOPIC, foreign('a', { plain: 'text', bytes, twice: ['1', '2'], empty: '' }), foreign('b', { plain: 'text' }));
    const reader = read(driver);
    await eventually(() => expect(reader.seen).toHaveLength(2), 20_000);
    const [a, b] = ['a', 'b'].map((key) => reader.seen.find((each) => each.key === key)!);
    expect(a!.headers).toMatchObject({ plain: 'text', twice: '1', empty: '' });
    expect(a!.rawHeaders).toEqual([
      ['plain', Buffer.from('text')],
      ['bytes', bytes],
      ['twice', Buffer.from('1')],
      ['twice', Buffer.from('2')],
      ['empty', Buffer.alloc(0)],
    ]);
    expect([b!.headers, b!.rawHeaders]).toEqual([{ plain: 'text' }, undefined]);
  });

  it('shows nothing of aborted transactions, however they lie, and reads to the end of them', async () => {
    const key = newId();
    const large = Buffer.alloc(1_500_000, 'x'); // More than a partition's share of an answer, whose end does not come with it.
    await stranger.send(TOPIC, foreign(key, { n: '1' }));
    await stranger.sendAndAbort(TOPIC, foreign(key, { n: 'gone' }), foreign(key, { n: 'gone' }));
    await stranger.sendAndAbort(TOPIC, foreign(key, { n: 'gone' }, large));
    await stranger.sendAndAbortTwice(TOPIC, foreign(key, { n: 'gone' }), foreign(key, { n: 'gone' }));
    await stranger.send(TOPIC, foreign(key, { n: '2' }));
    await stranger.sendAndAbort(TOPIC, foreign(key, { n: 'gone' })); // Nothing comes after it.
    const reader = read(driver);
    await eventually(() => expect(reader.seen.map(({ headers }) => headers.n)).toEqual(['1', '2']), 20_000);
    await eventually(() => isCommitted(), 20_000);
    expect([reader.seen.length, reader.feed.lag]).toEqual([2, 0]);
  });

  it('is left by who may no longer read it, and read on when that is granted again', async () => {
    const may = (...topics: Right[]) =>
      grantAccess(settings(), [{ name: 'orders', password: 'hush', rights: [...topics, { on: 'group', name: GROUP, may: ['read'] }] }]);
    const right: Right = { on: 'topic', name: TOPIC, may: ['read', 'describe-configs'] };
    await may(right);
    const reader = read(driver, undefined, undefined, { username: `${prefix}orders`, password: 'hush' });
    await stranger.send(TOPIC, foreign('before'));
    await eventually(() => expect(reader.seen.map(({ key }) => key)).toEqual(['before']), 30_000);
    await may();
    await eventually(() => expect(reader.feed.isJoined).toBe(false), 10_000);
    await stranger.send(TOPIC, foreign('meanwhile'));
    await sleep(2_500);
    expect(reader.seen).toHaveLength(1);
    await may(right);
    await eventually(() => expect(reader.seen.map(({ key }) => key)).toContain('meanwhile'), 30_000);
    expect(reader.feed.isJoined).toBe(true);
  });

  it('is seen to be at work also as a member that has no partition', async () => {
    await provisionTopics(client(), ['hr.employee'], { partitions: 1, defaultPartitions: 1, replicationFactor: 1, prefix });
    const both = [read(driver, [], ['hr.employee']), read(driver, [], ['hr.employee'])];
    await eventually(() => expect(both.every(({ feed }) => feed.isJoined)).toBe(true), 30_000);
    await sleep(2_000);
    const since = Date.now();
    await eventually(() => expect(both.every(({ feed }) => feed.isJoined && feed.lastFetchAt > since)).toBe(true), 10_000);
  });

  it('takes no more into this process than it may hold, and brings all of it in the end', async () => {
    const producer = producerOf(driver);
    for (let n = 0; n < 8; n += 1) await producer.send(upTo(500).map((each) => row(`${n} ${each}`, 1)));
    const feed = portsOf(client(), settings(driver)).feed(GROUP, [TOPIC], () => {});
    feed.start();
    await eventually(() => expect(feed.hasBacklog).toBe(true), 20_000);
    await sleep(1_000);
    const keys = new Set<string | null>();
    while (keys.size < 4_000) {
      const taken = await feed.take(500);
      for (const { key } of taken) keys.add(key);
      await feed.done(taken.filter((each) => feed.owns(each)));
    }
    await feed.stop();
    await isCommitted();
  });
});

describe('a batch that another producer has packed', () => {
  it.each(['gzip', 'snappy', 'lz4', 'zstd'] as const)('by %s is unpacked by platformatic', async (codec) => {
    const configEntries = [{ name: 'compression.type', value: 'producer' }]; // The broker leaves it as it came.
    await withAdmin(client(), (admin) => admin.alterConfigs({ validateOnly: false, resources: [{ type: 2, name: `${prefix}${TOPIC}`, configEntries }] }));
    const key = newId();
    await stranger.sendPacked(codec, TOPIC, foreign(key, { n: '1' }), foreign(key, { n: '2' }));
    const reader = read('platformatic');
    await eventually(() => expect(reader.seen.map(({ headers }) => headers.n)).toEqual(['1', '2']), 20_000);
  });
});

describe('a group with members of both drivers', () => {
  it('shares its partitions, so that one can take the place of the other', async () => {
    const all: BrokerRecord[] = [];
    const both = KAFKA_DRIVERS.map((driver) => read(driver, all));
    await eventually(() => expect(both.every(({ feed }) => feed.isJoined)).toBe(true), 30_000);
    const keys = Array.from({ length: 100 }, newId);
    const [producer] = KAFKA_DRIVERS.map(producerOf);
    await eventually(async () => {
      await producer!.send(keys.map((key) => row(key, 1)));
      expect(both.map(({ seen }) => seen.length > 0)).toEqual([true, true]);
    }, 30_000);
    await both[0]!.stop();
    await producer!.send(keys.map((key) => row(key, 2)));
    await eventually(() => expect(firstSequences(all)).toEqual(new Map(keys.map((key) => [key, [1, 2]]))), 30_000);
  });
});
