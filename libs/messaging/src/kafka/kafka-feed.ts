import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, ConsumerEndBatchProcessEvent, EachBatchPayload, Kafka } from 'kafkajs';
import type { BrokerRecord } from '../record.js';
import { recordOf } from './broker-record.js';
import type { GroupFeed } from './driver.js';
import { type Extent, Gathered, type PartitionOffset } from './gathered.js';
import type { LogLine } from './kafka-client.js';
import { topicsThatTakeAnyCodec } from './provision-topics.js';

/** How kafkajs calls the error of a codec that it does not have. */
const CODEC_MISSING = 'KafkaJSNotImplemented';
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

type Place = Pick<ConsumerEndBatchProcessEvent['payload'], 'topic' | 'partition' | 'lastOffset' | 'highWatermark'> & { firstOffset: string | null };

/** What a consumer group brings to this process by kafkajs, which fetches on while events are applied. */
export class KafkaFeed implements GroupFeed {
  private consumer?: Consumer;
  private readonly gathered: Gathered;
  /** Fetches that a broker has not answered yet, by broker, and since when. */
  private readonly outstanding = new Map<number, number>();
  private stallWatch?: NodeJS.Timeout;
  private ending = false;
  private joined = false;
  private blockedBy?: string;
  movedAt = Date.now();
  lastFetchAt = Date.now();

  constructor(
    private readonly kafka: Kafka,
    private readonly groupId: string,
    private readonly topics: readonly string[],
    private readonly prefix: string,
    private readonly log: LogLine,
  ) {
    this.gathered = new Gathered(
      (offsets) => this.commit(offsets),
      (error) => log('debug', 'kafka: offsets were not committed', { groupId, error: String(error) }),
    );
  }

  get blocked(): string | undefined {
    return this.blockedBy;
  }

  get isJoined(): boolean {
    return this.joined;
  }

  get lag(): number {
    return this.gathered.lag;
  }

  get hasBacklog(): boolean {
    return this.gathered.hasBacklog;
  }

  start(): void {
    this.stallWatch = setInterval(() => this.lookForStall(), STALL_LOOK_MS);
    void this.keepRunning();
  }

  take(limit: number): Promise<BrokerRecord[]> {
    return this.gathered.take(limit);
  }

  owns(record: BrokerRecord): boolean {
    return this.gathered.owns(record);
  }

  async done(records: readonly BrokerRecord[]): Promise<void> {
    this.gathered.done(records);
  }

  async stop(): Promise<void> {
    this.ending = true;
    clearInterval(this.stallWatch);
    await this.gathered.end();
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
      // Told of every batch, also of one of which nothing is to be seen: aborted transactions, and marks of transactions.
      if (consumer === this.consumer && payload.batchSize === 0) this.gathered.add([], this.extentOf(payload));
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
    const since = Math.min(...this.outstanding.values(), this.gathered.commitsFailSince ?? Infinity);
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
    this.gathered.commitsFailSince = undefined;
    this.consumer = undefined;
    leave(consumer);
    void this.keepRunning();
  }

  private onJoin(): void {
    this.gathered.beginAnew();
    this.joined = true;
    this.movedAt = Date.now();
    this.outstanding.clear();
  }

  private onLeave(): void {
    if (this.joined) this.movedAt = Date.now();
    this.joined = false;
    this.gathered.beginAnew();
  }

  private async enqueue({ batch, resolveOffset, heartbeat, isRunning }: EachBatchPayload, consumer: Consumer): Promise<void> {
    if (consumer !== this.consumer) return leave(consumer); // Left behind, and its last answer comes late.
    const { gathered } = this;
    const generation = gathered.current;
    const topic = batch.topic.slice(this.prefix.length);
    gathered.add(
      batch.messages.map((message) => recordOf(topic, batch.partition, message)),
      this.extentOf({ ...batch, firstOffset: batch.firstOffset(), lastOffset: batch.lastOffset() }),
    );
    resolveOffset(batch.lastOffset());
    while (gathered.isFull && isRunning() && generation === gathered.current && !this.ending) {
      await Promise.race([gathered.changed(), sleep(HEARTBEAT_MS)]);
      await heartbeat();
    }
  }

  private extentOf({ topic, partition, firstOffset, lastOffset, highWatermark }: Place): Extent {
    const [from, next] = [BigInt(firstOffset ?? 0), BigInt(lastOffset) + 1n];
    return { topic: topic.slice(this.prefix.length), partition, from, next, end: BigInt(highWatermark) };
  }

  private async commit(offsets: readonly PartitionOffset[]): Promise<void> {
    await this.consumer?.commitOffsets(offsets.map(({ topic, partition, offset }) => ({ topic: `${this.prefix}${topic}`, partition, offset: String(offset) })));
  }
}

/** One that was left behind may have been about to start again: it would take partitions and do nothing with them. */
function leave(consumer: Consumer): void {
  void consumer.disconnect().catch(() => {});
}
