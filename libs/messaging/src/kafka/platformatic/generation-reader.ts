import { setTimeout as sleep } from 'node:timers/promises';
import { groupBy } from '@millrace/kernel';
import type { Consumer, GroupAssignment, RecordsBatch } from '@platformatic/kafka';
import type { BrokerRecord } from '../../record.js';
import { brokerRecord } from '../broker-record.js';
import type { Extent, PartitionOffset } from '../gathered.js';
import { namesOf } from './answers.js';
import { endOf, visibleBatches } from './visible-batches.js';

const FETCH = { maxWaitTime: 500, minBytes: 1, maxBytes: 10 * 1_048_576, isolationLevel: 1 };
/** A partition's share of one answer; a single larger record is still brought. */
const MAX_BYTES_PER_PARTITION = 1_048_576;
/** Partitions without a leader, and those whose leader is another now, are asked for again. */
const LOOK_MS = 1_000;
const FAULT_PAUSE_MS = 200;
const [EARLIEST, LATEST] = [-2n, -1n];

type FetchResponse = Awaited<ReturnType<Consumer['fetch']>>;
type FetchResponsePartition = FetchResponse['responses'][number]['partitions'][number];
type Place = { readonly topic: string; readonly partition: number; at: bigint };

/** Where what is read goes, and what is asked before more is. */
export type Sink = Readonly<{
  /** Topics come with the prefix. */
  add(records: readonly BrokerRecord[], extent: Extent): void;
  /** Resolves when there is room for more. */
  room(): Promise<void>;
  /** @returns How long to leave the log alone; an ordinary pause when undefined. */
  onFault(error: unknown): number | undefined;
}>;

/**
 * One generation of a group as one of its members reads it: from what is committed, by one fetch at a time from each
 * broker. A rebalance ends it and its connections with it, so that no late answer can be taken for one of the next.
 */
export class GenerationReader {
  private readonly places = new Map<string, Place>();
  private readonly busy = new Set<number>();
  /** Brokers that have not answered yet, and since when. */
  private readonly asked = new Map<number, number>();
  private look?: NodeJS.Timeout;
  private closed = false;
  lastAnswerAt = Date.now();

  constructor(
    private readonly fetcher: Consumer,
    private readonly committer: Consumer,
    private readonly assignments: readonly GroupAssignment[],
    private readonly sink: Sink,
  ) {
    for (const client of [fetcher, committer]) client.on('error', () => {}); // Each call tells its own.
    fetcher.topics.trackAll(...this.topics);
  }

  /** Since when a broker owes an answer; undefined when none does. */
  get waitingSince(): number | undefined {
    return this.asked.size === 0 ? undefined : Math.min(...this.asked.values());
  }

  /** Finds where to begin, and begins. @throws Error when the brokers do not say. */
  async open(): Promise<void> {
    if (this.topics.length > 0) {
      const [earliest, committed] = await Promise.all([
        this.fetcher.listOffsets({ topics: this.topics, timestamp: EARLIEST }),
        this.committer.listCommittedOffsets({ topics: this.assignments.map(({ topic, partitions }) => ({ topic, partitions: [...partitions] })) }),
      ]);
      for (const { topic, partitions } of this.assignments) {
        for (const partition of partitions) {
          const from = committed.get(topic)?.[partition] ?? -1n;
          this.places.set(placeName(topic, partition), { topic, partition, at: from >= 0n ? from : earliest.get(topic)![partition]! });
        }
      }
    }
    if (this.closed) return;
    this.look = setInterval(() => void this.askBrokers(), LOOK_MS);
    await this.askBrokers();
  }

  /** @throws Error when the coordinator does not take them, as after a rebalance. */
  async commit(offsets: readonly PartitionOffset[]): Promise<void> {
    await this.committer.commit({ offsets: offsets.map((each) => ({ ...each, leaderEpoch: -1 })) });
  }

  close(): void {
    this.closed = true;
    clearInterval(this.look);
    this.asked.clear();
    for (const client of [this.fetcher, this.committer]) client.close().catch(() => {});
  }

  private get topics(): string[] {
    return this.assignments.map(({ topic }) => topic);
  }

  private async askBrokers(): Promise<void> {
    if (this.closed) return;
    if (this.places.size === 0) this.lastAnswerAt = Date.now(); // There is nothing to ask for: no partition is its own.
    try {
      const { topics } = await this.fetcher.metadata({ topics: this.topics });
      const led = groupBy([...this.places.values()], ({ topic, partition }) => topics.get(topic)?.partitions[partition]?.leader ?? -1);
      for (const [broker, places] of led) {
        if (broker < 0 || this.busy.has(broker) || this.closed) continue;
        const ids = new Map([...topics].map(([name, { id }]) => [id, name]));
        void this.ask(broker, places, ids);
      }
    } catch (error) {
      this.sink.onFault(error);
    }
  }

  private async ask(broker: number, places: readonly Place[], names: ReadonlyMap<string, string>): Promise<void> {
    this.busy.add(broker);
    this.asked.set(broker, Date.now());
    try {
      const answer = await this.fetcher.fetch({ ...FETCH, node: broker, topics: requestOf(places, names) });
      this.asked.delete(broker);
      if (this.closed) return;
      this.lastAnswerAt = Date.now();
      this.takeIn(answer, names);
      await this.sink.room();
    } catch (error) {
      this.asked.delete(broker);
      if (!this.closed) await this.mend(error);
    } finally {
      this.busy.delete(broker);
    }
    await this.askBrokers();
  }

  private takeIn({ responses }: FetchResponse, names: ReadonlyMap<string, string>): void {
    for (const { topicId, partitions } of responses) {
      const topic = names.get(topicId);
      if (topic === undefined) continue;
      for (const answered of partitions) {
        const place = this.places.get(placeName(topic, answered.partitionIndex));
        if (place) this.takeInPartition(place, answered);
      }
    }
  }

  private takeInPartition(place: Place, { records: batches, abortedTransactions, highWatermark: end }: FetchResponsePartition): void {
    const last = batches?.at(-1);
    const { topic, partition, at: from } = place;
    if (!batches || !last || endOf(last) <= from) return;
    place.at = endOf(last);
    const records = visibleBatches(batches, abortedTransactions ?? []).flatMap((batch) => recordsOf(topic, partition, batch, from));
    this.sink.add(records, { topic, partition, from, next: place.at, end });
  }

  /** After a fault the leaders are looked up anew, and what the log no longer has is not asked for again. */
  private async mend(fault: unknown): Promise<void> {
    await sleep(this.sink.onFault(fault) ?? FAULT_PAUSE_MS, undefined, { ref: false });
    if (this.closed) return;
    this.fetcher.clearMetadata();
    if (namesOf(fault).includes('OFFSET_OUT_OF_RANGE')) await this.comeBackIntoRange();
  }

  private async comeBackIntoRange(): Promise<void> {
    try {
      await this.findRange();
    } catch (error) {
      this.sink.onFault(error); // The next fetch says again that it is out of range.
    }
  }

  private async findRange(): Promise<void> {
    const [earliest, latest] = await Promise.all(
      [EARLIEST, LATEST].map((timestamp) => this.fetcher.listOffsets({ topics: this.topics, timestamp, isolationLevel: 0 })),
    );
    for (const place of this.places.values()) {
      const first = earliest!.get(place.topic)![place.partition]!;
      if (place.at < first || place.at > latest!.get(place.topic)![place.partition]!) place.at = first;
    }
  }
}

function requestOf(places: readonly Place[], names: ReadonlyMap<string, string>) {
  const ids = new Map([...names].map(([id, name]) => [name, id]));
  return [...groupBy(places, ({ topic }) => topic)].map(([topic, group]) => ({
    topicId: ids.get(topic)!,
    partitions: group.map(({ partition, at }) => ({
      partition,
      fetchOffset: at,
      partitionMaxBytes: MAX_BYTES_PER_PARTITION,
      currentLeaderEpoch: -1,
      lastFetchedEpoch: -1,
    })),
  }));
}

/** A batch comes whole, also when only its end was asked for. */
function recordsOf(topic: string, partition: number, batch: RecordsBatch, from: bigint): BrokerRecord[] {
  return batch.records.flatMap((record) => {
    const offset = batch.firstOffset + BigInt(record.offsetDelta);
    if (offset < from) return [];
    return brokerRecord({
      topic,
      partition,
      offset: String(offset),
      timestamp: String(batch.firstTimestamp + record.timestampDelta),
      key: record.key,
      headers: record.headers.map(([name, value]) => [name?.toString() ?? '', value]),
      value: record.value,
    });
  });
}

const placeName = (topic: string, partition: number) => `${topic} ${partition}`;
