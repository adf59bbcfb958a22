import { setTimeout as sleep } from 'node:timers/promises';
import type { BrokerRecord } from '../record.js';

/** So much may wait in this process before it stops fetching. */
const HIGH_WATER = 1_024;
const HIGH_WATER_BYTES = 32 * 1_048_576;
const COMMIT_INTERVAL_MS = 200;

/** Of a partition, by the topic's name without prefix. */
export type PartitionOffset = Readonly<{ topic: string; partition: number; offset: bigint }>;

/** What an answer of a broker covers of a partition: from where, up to before which offset, and where the log ends. */
export type Extent = Readonly<{ topic: string; partition: number; from: bigint; next: bigint; end: bigint }>;

type Generation = { readonly number: number };

/**
 * A partition as this process reads it: which offset is dealt with next, how far the log goes, how far the driver has come
 * (also over what nobody is to see), and how many records of it are here.
 */
type Place = { next: bigint; end: bigint; read: bigint; here: number };

/**
 * What a group member has fetched over all its partitions and not dealt with, and the offsets of what it has: they are
 * committed a few times a second. A rebalance empties it; what was not committed comes again and is known.
 */
export class Gathered {
  private queue: BrokerRecord[] = [];
  private queuedBytes = 0;
  private generation: Generation = { number: 0 };
  private readonly generationOf = new WeakMap<BrokerRecord, Generation>();
  private readonly uncommitted = new Map<string, bigint>();
  private readonly places = new Map<string, Place>();
  private committing?: Promise<void>;
  private readonly listeners = new Set<() => void>();
  private ending = false;
  /** Since when the coordinator has taken no offsets; undefined while it does. */
  commitsFailSince?: number;

  constructor(
    private readonly commitOffsets: (offsets: readonly PartitionOffset[]) => Promise<void>,
    private readonly onRefused: (error: unknown) => void,
  ) {}

  /** Changes with every rebalance, and is nobody's after one. */
  get current(): object {
    return this.generation;
  }

  get lag(): number {
    let lag = 0n;
    for (const { next, end } of this.places.values()) if (end > next) lag += end - next;
    return Number(lag);
  }

  get hasBacklog(): boolean {
    return this.queue.length > 0;
  }

  get isFull(): boolean {
    return this.queue.length > HIGH_WATER || this.queuedBytes > HIGH_WATER_BYTES;
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

  done(records: readonly BrokerRecord[]): void {
    for (const record of records) {
      const partition = placeName(record.topic, record.partition!);
      const place = this.places.get(partition);
      if (place) place.here -= 1;
      this.moveTo(partition, place?.here === 0 ? place.read : BigInt(record.offset!) + 1n);
    }
  }

  /** What a broker has answered. An extent of which nothing is to be seen (aborted transactions, marks of transactions) is dealt with at once. */
  add(records: readonly BrokerRecord[], { topic, partition, from, next, end }: Extent): void {
    if (this.ending) return; // Nobody deals with it here any more, so it must not count as read.
    const name = placeName(topic, partition);
    const place = this.places.get(name) ?? { next: from, end: 0n, read: 0n, here: 0 };
    this.places.set(name, place);
    place.end = end;
    place.read = next;
    place.here += records.length;
    for (const record of records) {
      this.generationOf.set(record, this.generation);
      this.queue.push(record);
      this.queuedBytes += sizeOf(record);
    }
    if (place.here === 0) this.moveTo(name, next);
    this.notify();
  }

  /** The group was joined or left: nothing of before is this process's any more. */
  beginAnew(): void {
    this.generation = { number: this.generation.number + 1 };
    this.places.clear();
    this.dropQueue();
    this.uncommitted.clear();
    this.commitsFailSince = undefined;
    this.notify();
  }

  /** Takes nothing on, and commits what is dealt with. */
  async end(): Promise<void> {
    this.ending = true;
    this.dropQueue(); // What is dropped stays counted as here: the offsets of what is in hand still end before it.
    this.notify();
    await this.committing;
    await this.commit();
  }

  /** Something was taken or has come, or the generation is another. */
  changed(): Promise<void> {
    return new Promise((resolve) => {
      this.listeners.add(resolve);
    });
  }

  private dropQueue(): void {
    this.queue = [];
    this.queuedBytes = 0;
  }

  private moveTo(partition: string, next: bigint): void {
    if (next > (this.uncommitted.get(partition) ?? 0n)) this.uncommitted.set(partition, next);
    const place = this.places.get(partition);
    if (place && next > place.next) place.next = next;
    if (this.uncommitted.size > 0) this.committing ??= this.commitSoon();
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
      await this.commitOffsets(taken.map(([name, offset]) => ({ ...placeOf(name), offset })));
      this.commitsFailSince = undefined;
    } catch (error) {
      this.commitsFailSince ??= Date.now();
      this.onRefused(error);
      if (generation !== this.generation) return; // A rebalance came in between: the same events come again and are known.
      for (const [name, offset] of taken) if (!this.uncommitted.has(name)) this.uncommitted.set(name, offset);
    }
  }

  private notify(): void {
    const listeners = [...this.listeners];
    this.listeners.clear();
    for (const listener of listeners) listener();
  }
}

const placeName = (topic: string, partition: number) => `${topic} ${partition}`;

function placeOf(name: string): Readonly<{ topic: string; partition: number }> {
  const [topic, partition] = name.split(' ') as [string, string];
  return { topic, partition: Number(partition) };
}

const sizeOf = (record: BrokerRecord) => record.value?.length ?? 0;
