import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, ConsumerEndBatchProcessEvent, EachBatchPayload, Kafka } from 'kafkajs';
import { recordOf } from './broker-record.js';
import type { Extent, PartitionOffset } from './gathered.js';
import { BLOCKED_PAUSE_MS, GroupMember, NOT_ALLOWED, NOT_ALLOWED_PAUSE_MS } from './group-member.js';
import type { LogLine } from './kafka-client.js';
import { topicsThatTakeAnyCodec } from './provision-topics.js';

/** How kafkajs calls the error of a codec that it does not have. */
const CODEC_MISSING = 'KafkaJSNotImplemented';
const HEARTBEAT_MS = 1_000;
/** A partition's share of one answer; a single larger record is still brought. */
const MAX_BYTES_PER_PARTITION = 1_048_576;
/** Partitions of an answer that go into the queue at once: kafkajs wakes each of so many workers at every answer of a broker. */
const QUEUED_AT_ONCE = 64;
/** It would have been met at once. */
const UNBLOCKED_AFTER_MS = 5_000;

type Place = Pick<ConsumerEndBatchProcessEvent['payload'], 'topic' | 'partition' | 'lastOffset' | 'highWatermark'> & { firstOffset: string | null };

/**
 * What a consumer group brings to this process by kafkajs.
 *
 * One answer of each broker is fetched while events are applied, and the next once those of it are taken: when much comes, answers
 * are few and large.
 */
export class KafkaFeed extends GroupMember {
  private consumer?: Consumer;
  /** Fetches that a broker has not answered yet, by broker, and since when. */
  private readonly outstanding = new Map<number, number>();
  lastFetchAt = Date.now();

  constructor(
    private readonly kafka: Kafka,
    groupId: string,
    topics: readonly string[],
    prefix: string,
    log: LogLine,
  ) {
    super(groupId, topics, prefix, log);
  }

  protected get unansweredSince(): number {
    return Math.min(...this.outstanding.values());
  }

  protected async leaveGroup(): Promise<void> {
    await this.consumer?.disconnect().catch(() => {});
  }

  protected async keepJoining(): Promise<void> {
    for (let attempt = 0; !this.ending; attempt += 1) {
      const consumer = this.newConsumer();
      this.consumer = consumer;
      try {
        await this.run(consumer);
        return;
      } catch (error) {
        if (consumer !== this.consumer) return; // Another one has taken its place by then.
        this.warn('could not start consuming, trying again', error);
        await consumer.disconnect().catch(() => {});
        await sleep(Math.min(200 * 2 ** attempt, 5_000));
      }
    }
  }

  private newConsumer(): Consumer {
    const consumer: Consumer = this.kafka.consumer({
      groupId: `${this.prefix}${this.groupId}`,
      sessionTimeout: 10_000,
      heartbeatInterval: HEARTBEAT_MS,
      rebalanceTimeout: 30_000,
      maxWaitTimeInMs: 500,
      maxBytesPerPartition: MAX_BYTES_PER_PARTITION,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 50, restartOnFailure: async () => !this.ending && consumer === this.consumer },
    });
    return consumer;
  }

  private async run(consumer: Consumer): Promise<void> {
    consumer.on('consumer.group_join', () => (consumer === this.consumer ? this.hasJoined() : leave(consumer)));
    consumer.on('consumer.rebalancing', () => consumer === this.consumer && this.hasLeft());
    consumer.on('consumer.fetch_start', ({ payload: { nodeId } }) => {
      if (!this.outstanding.has(nodeId)) this.outstanding.set(nodeId, Date.now()); // Asked again, and still not answered.
    });
    consumer.on('consumer.fetch', ({ payload }) => {
      this.outstanding.delete(payload.nodeId);
      this.lastFetchAt = Date.now();
      if (this.joined && Date.now() - this.movedAt > UNBLOCKED_AFTER_MS) this.blocked = undefined;
    });
    consumer.on('consumer.end_batch_process', ({ payload }) => {
      // Told of every batch, also of one of which nothing is to be seen: aborted transactions, and marks of transactions.
      if (consumer === this.consumer && payload.batchSize === 0) this.gathered.add([], this.extentOf(payload));
    });
    consumer.on('consumer.crash', ({ payload }) => {
      if (consumer !== this.consumer) return;
      this.hasLeft();
      if (payload.restart || this.ending) return;
      if (payload.error.name === CODEC_MISSING) void this.standStill(consumer, payload.error);
      else if ('type' in payload.error && NOT_ALLOWED.test(String(payload.error.type))) void this.joinAfter(NOT_ALLOWED_PAUSE_MS, consumer);
      else this.joinAnew();
    });
    await consumer.connect();
    await consumer.subscribe({ topics: this.topicNames, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: QUEUED_AT_ONCE,
      eachBatch: (payload) => this.enqueue(payload, consumer),
    });
  }

  /** Nothing after a batch that cannot be unpacked can be read. It is looked for again, now and then. */
  private async standStill(consumer: Consumer, { message }: Error): Promise<void> {
    this.blocked = `a batch on the log cannot be unpacked: ${message}`;
    const suspects = await topicsThatTakeAnyCodec(this.kafka, this.topicNames).catch(() => []);
    this.log('error', `kafka: ${this.blocked}`, { groupId: this.groupId, topics: suspects.length > 0 ? suspects : this.topicNames });
    await this.joinAfter(BLOCKED_PAUSE_MS, consumer);
  }

  private async joinAfter(ms: number, consumer: Consumer): Promise<void> {
    await sleep(ms, undefined, { ref: false });
    if (!this.ending && consumer === this.consumer) this.joinAnew();
  }

  protected joinAnew(): void {
    const { consumer } = this;
    this.consumer = undefined;
    this.outstanding.clear();
    this.hasLeft();
    if (consumer) leave(consumer);
    void this.keepJoining();
  }

  protected override hasJoined(): void {
    super.hasJoined();
    this.outstanding.clear();
  }

  private async enqueue({ batch, resolveOffset, heartbeat, isRunning }: EachBatchPayload, consumer: Consumer): Promise<void> {
    if (consumer !== this.consumer) return leave(consumer); // Left behind, and its last answer comes late.
    const { gathered } = this;
    const generation = gathered.current;
    const topic = this.withoutPrefix(batch.topic);
    gathered.add(
      batch.messages.map((message) => recordOf(topic, batch.partition, message)),
      this.extentOf({ ...batch, firstOffset: batch.firstOffset(), lastOffset: batch.lastOffset() }),
    );
    resolveOffset(batch.lastOffset());
    while (gathered.hasBacklog && isRunning() && generation === gathered.current && !this.ending) {
      await Promise.race([gathered.changed(), sleep(HEARTBEAT_MS)]);
      await heartbeat();
    }
  }

  private extentOf({ topic, partition, firstOffset, lastOffset, highWatermark }: Place): Extent {
    const [from, next] = [BigInt(firstOffset ?? 0), BigInt(lastOffset) + 1n];
    return { topic: this.withoutPrefix(topic), partition, from, next, end: BigInt(highWatermark) };
  }

  protected async commit(offsets: readonly PartitionOffset[]): Promise<void> {
    await this.consumer?.commitOffsets(offsets.map((each) => ({ ...each, offset: String(each.offset) })));
  }
}

/** One that was left behind may have been about to start again: it would take partitions and do nothing with them. */
function leave(consumer: Consumer): void {
  void consumer.disconnect().catch(() => {});
}
