import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, ConsumerEndBatchProcessEvent, EachBatchPayload, Kafka } from 'kafkajs';
import type { RecordFeed } from '../protocol/ports.js';
import type { BrokerRecord } from '../record.js';
import { recordOf } from './broker-record.js';
import type { LogLine } from './kafka-client.js';
import { topicsThatTakeAnyCodec } from './provision-topics.js';

/** So much may wait in this process before it stops fetching. */
const HIGH_WATER = 1_024;
const HIGH_WATER_BYTES = 32 * 1_048_576;
/** How kafkajs calls the error of a codec that it does not have. */
const CODEC_MISSING = 'KafkaJSNotImplemented';
const COMMIT_INTERVAL_MS = 200;
const HEARTBEAT_MS = 1_000;
/** A broker answers a fetch within half a second, with nothing if need be. */
const ANSWER_LIMIT_MS = 12_000;
const STALL_LOOK_MS = 5_000;
/** A partition's share of one answer; a single larger record is still brought. */
const MAX_BYTES_PER_PARTITION = 1_048_576;

/** A batch that cannot be unpacked stays where it is until somebody has taken it away. */
const BLOCKED_PAUSE_MS = 30_000;
/** It would have been met at once. */
const UNBLOCKED_AFTER_MS = 5_000;

type BatchPlace = ConsumerEndBatchProcessEvent['payload'];
type Generation = { readonly number: number };

/**
 * A partition as this process reads it: which offset is dealt with next, how far the log goes, how far kafkajs has come
 * (also over what nobody is to see), and how many records of it are here.
 */
type Place = { next: bigint; end: bigint; read: bigint; here: number };

/**
 * What a consumer group brings to this process, gathered over all its partitions.
 *
 * kafkajs fetches on while events are applied: its batches go into a queue here, and offsets are committed for what
 * `done` says, a few times a second. A rebalance empties the queue; what was not committed comes again and is known.
 */
export class KafkaFeed implements RecordFeed {
  private consumer?: Consumer;
  private queue: BrokerRecord[] = [];
  private queuedBytes = 0;
  private generation: Generation = { number: 0 };
  private readonly generationOf = new WeakMap<BrokerRecord, Generation>();
  private readonly uncommitted = new Map<string, bigint>();
  private readonly places = new Map<string, Place>();
  private committing?: Promise<void>;
  private readonly listeners = new Set<() => void>();
  /** Fetches that a broker has not answered yet, by broker, and since when. */
  private readonly outstanding = new Map<number, number>();
  /** Since when the coordinator has taken no offsets; undefined while it does. */
  private commitsFailSince?: number;
  private stallWatch?: NodeJS.Timeout;
  private ending = false;
  private joined = false;
  private blockedBy?: string;
  /** When it last joined its group or left it, milliseconds since 1970. */
  movedAt = Date.now();
  /** When kafkajs last came back from a fetch. */
  lastFetchAt = Date.now();

  constructor(
    private readonly kafka: Kafka,
    private readonly groupId: string,
    private readonly topics: readonly string[],
    private readonly prefix: string,
    private readonly log: LogLine,
  ) {}

  /** What lies on the log and keeps this process from reading on. */
  get blocked(): string | undefined {
    return this.blockedBy;
  }

  /** Member of its group with partitions or without; false while it is still joining or the broker is away. */
  get isJoined(): boolean {
    return this.joined;
  }

  /** Records of its partitions that this process has not dealt with, as far as the broker has told. */
  get lag(): number {
    let lag = 0n;
    for (const { next, end } of this.places.values()) if (end > next) lag += end - next;
    return Number(lag);
  }

  /** Records are here that nobody has taken yet. */
  get hasBacklog(): boolean {
    return this.queue.length > 0;
  }

  /** Joins the group, trying until the broker is there; does not wait for that. */
  start(): void {
    this.stallWatch = setInterval(() => this.lookForStall(), STALL_LOOK_MS);
    void this.keepRunning();
  }

  async take(limit: number): Promise<BrokerRecord[]> {
    while (this.queue.length === 0) {
      if (this.ending) return [];
      await this.changed();
    }
    const taken = this.queue.splice(0, limit);
    for (const record of taken) this.queuedBytes -= sizeOf(record);
    this.notify();
    return taken;
  }

  owns(record: BrokerRecord): boolean {
    return this.generationOf.get(record) === this.generation;
  }

  async done(records: readonly BrokerRecord[]): Promise<void> {
    for (const record of records) {
      const partition = `${record.topic} ${record.partition}`;
      const place = this.places.get(partition);
      if (place) place.here -= 1;
      this.moveTo(partition, place?.here === 0 ? place.read : BigInt(record.offset!) + 1n);
    }
  }

  private moveTo(partition: string, next: bigint): void {
    if (next > (this.uncommitted.get(partition) ?? 0n)) this.uncommitted.set(partition, next);
    const place = this.places.get(partition);
    if (place && next > place.next) place.next = next;
    if (this.uncommitted.size > 0) this.committing ??= this.commitSoon();
  }

  /** Lets what is under way end (the runner sees an empty take), commits and leaves the group. */
  async stop(): Promise<void> {
    this.ending = true;
    clearInterval(this.stallWatch);
    this.emptyQueue();
    this.notify();
    await this.committing;
    await this.commit();
    await this.consumer?.disconnect().catch(() => {});
  }

  private async keepRunning(): Promise<void> {
    for (let attempt = 0; !this.ending; attempt += 1) {
      try {
        await this.run();
        return;
      } catch (error) {
        this.log('warn', 'kafka: could not start consuming, trying again', { groupId: this.groupId, error: String(error) });
        await this.consumer?.disconnect().catch(() => {});
        await sleep(Math.min(200 * 2 ** attempt, 5_000));
      }
    }
  }

  private async run(): Promise<void> {
    const consumer = this.kafka.consumer({
      groupId: `${this.prefix}${this.groupId}`,
      sessionTimeout: 10_000,
      heartbeatInterval: HEARTBEAT_MS,
      rebalanceTimeout: 30_000,
      maxWaitTimeInMs: 500,
      maxBytesPerPartition: MAX_BYTES_PER_PARTITION,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 50, restartOnFailure: async () => !this.ending && consumer === this.consumer },
    });
    this.consumer = consumer;
    consumer.on('consumer.group_join', () => (consumer === this.consumer ? this.onJoin() : leave(consumer)));
    consumer.on('consumer.rebalancing', () => consumer === this.consumer && this.onLeave());
    consumer.on('consumer.fetch_start', ({ payload: { nodeId } }) => {
      if (!this.outstanding.has(nodeId)) this.outstanding.set(nodeId, Date.now()); // Asked again, and still not answered.
    });
    consumer.on('consumer.fetch', ({ payload }) => {
      this.outstanding.delete(payload.nodeId);
      this.lastFetchAt = Date.now();
      if (this.joined && Date.now() - this.movedAt > UNBLOCKED_AFTER_MS) this.blockedBy = undefined;
    });
    consumer.on('consumer.end_batch_process', ({ payload }) => {
      if (consumer === this.consumer && payload.batchSize === 0) this.passOver(payload);
    });
    consumer.on('consumer.crash', ({ payload }) => {
      if (consumer !== this.consumer) return;
      this.onLeave();
      if (payload.restart || this.ending) return;
      if (payload.error.name === CODEC_MISSING) void this.standStill(consumer, payload.error);
      else this.beginAnew(consumer);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: this.topics.map((topic) => `${this.prefix}${topic}`), fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 1_000, // All that is assigned: a batch only goes into the queue.
      eachBatch: (payload) => this.enqueue(payload, consumer),
    });
  }

  /** kafkajs goes on asking a broker that does not answer, though others lead its partitions by then: it has to look again. */
  private lookForStall(): void {
    const since = Math.min(...this.outstanding.values(), this.commitsFailSince ?? Infinity);
    if (!this.joined || !this.consumer || Date.now() - since < ANSWER_LIMIT_MS) return;
    this.log('warn', 'kafka: a broker does not answer, joining anew', { groupId: this.groupId });
    this.onLeave();
    this.beginAnew(this.consumer);
  }

  /** Nothing after a batch that cannot be unpacked can be read. It is looked for again, now and then. */
  private async standStill(consumer: Consumer, { message }: Error): Promise<void> {
    this.blockedBy = `a batch on the log cannot be unpacked: ${message}`;
    const names = this.topics.map((topic) => `${this.prefix}${topic}`);
    const suspects = await topicsThatTakeAnyCodec(this.kafka, names).catch(() => names);
    this.log('error', `kafka: ${this.blockedBy}`, { groupId: this.groupId, topics: suspects.length > 0 ? suspects : names });
    await sleep(BLOCKED_PAUSE_MS, undefined, { ref: false });
    if (!this.ending && consumer === this.consumer) this.beginAnew(consumer);
  }

  private beginAnew(consumer: Consumer): void {
    this.outstanding.clear();
    this.commitsFailSince = undefined;
    this.consumer = undefined;
    leave(consumer);
    void this.keepRunning();
  }

  private onJoin(): void {
    this.generation = { number: this.generation.number + 1 };
    this.emptyQueue();
    this.uncommitted.clear();
    this.joined = true;
    this.movedAt = Date.now();
    this.outstanding.clear();
    this.commitsFailSince = undefined;
    this.notify();
  }

  private onLeave(): void {
    if (this.joined) this.movedAt = Date.now();
    this.joined = false;
    this.generation = { number: this.generation.number + 1 };
    this.emptyQueue();
    this.uncommitted.clear();
    this.notify();
  }

  private emptyQueue(): void {
    this.places.clear();
    this.queue = [];
    this.queuedBytes = 0;
  }

  private get isFull(): boolean {
    return this.queue.length > HIGH_WATER || this.queuedBytes > HIGH_WATER_BYTES;
  }

  private async enqueue({ batch, resolveOffset, heartbeat, isRunning }: EachBatchPayload, consumer: Consumer): Promise<void> {
    if (consumer !== this.consumer) return leave(consumer); // Left behind, and its last answer comes late.
    const { generation } = this;
    const topic = batch.topic.slice(this.prefix.length);
    const place = this.seen(`${topic} ${batch.partition}`, batch.firstOffset(), batch.lastOffset(), batch.highWatermark);
    place.here += batch.messages.length;
    for (const message of batch.messages) {
      const record = recordOf(topic, batch.partition, message);
      this.generationOf.set(record, generation);
      this.queue.push(record);
      this.queuedBytes += sizeOf(record);
    }
    resolveOffset(batch.lastOffset());
    this.notify();
    while (this.isFull && isRunning() && generation === this.generation && !this.ending) {
      await Promise.race([this.changed(), sleep(HEARTBEAT_MS)]);
      await heartbeat();
    }
  }

  /** A batch of which nothing is to be seen (aborted transactions, marks of transactions): its offsets are dealt with. */
  private passOver({ topic, partition, firstOffset, lastOffset, highWatermark }: BatchPlace): void {
    const name = `${topic.slice(this.prefix.length)} ${partition}`;
    const place = this.seen(name, firstOffset, lastOffset, highWatermark);
    if (place.here === 0) this.moveTo(name, place.read);
  }

  private seen(partition: string, first: string | null, last: string, highWatermark: string): Place {
    const place = this.places.get(partition) ?? { next: BigInt(first ?? 0), end: 0n, read: 0n, here: 0 };
    this.places.set(partition, place);
    place.end = BigInt(highWatermark);
    place.read = BigInt(last) + 1n;
    return place;
  }

  /** One commit at a time, so that a late answer never moves an offset back. */
  private async commitSoon(): Promise<void> {
    while (this.uncommitted.size > 0 && !this.ending) {
      await sleep(COMMIT_INTERVAL_MS);
      await this.commit();
    }
    this.committing = undefined;
  }

  private async commit(): Promise<void> {
    const { generation } = this;
    const taken = [...this.uncommitted];
    this.uncommitted.clear();
    if (taken.length === 0) return;
    try {
      await this.consumer?.commitOffsets(
        taken.map(([name, offset]) => {
          const [topic, partition] = name.split(' ');
          return { topic: `${this.prefix}${topic}`, partition: Number(partition), offset: String(offset) };
        }),
      );
      this.commitsFailSince = undefined;
    } catch (error) {
      this.commitsFailSince ??= Date.now();
      this.log('debug', 'kafka: offsets were not committed', { groupId: this.groupId, error: String(error) });
      if (generation !== this.generation) return; // A rebalance came in between: the same events come again and are known.
      for (const [name, offset] of taken) if (!this.uncommitted.has(name)) this.uncommitted.set(name, offset);
    }
  }

  private changed(): Promise<void> {
    return new Promise((resolve) => {
      this.listeners.add(resolve);
    });
  }

  private notify(): void {
    const listeners = [...this.listeners];
    this.listeners.clear();
    for (const listener of listeners) listener();
  }
}

/** One that was left behind may have been about to start again: it would take partitions and do nothing with them. */
function leave(consumer: Consumer): void {
  void consumer.disconnect().catch(() => {});
}

const sizeOf = (record: BrokerRecord) => record.value?.length ?? 0;
