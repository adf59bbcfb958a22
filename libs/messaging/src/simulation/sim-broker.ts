import type { Random } from '@millrace/kernel';
import type { BrokerProducer, OutboxRow, RecordFeed } from '../protocol/ports.js';
import { type BrokerRecord, streamName } from '../record.js';
import type { Process, Scheduler } from './scheduler.js';
import { SimTransient, type Violations } from './sim-database.js';

const PARTITIONS = 2;

/** Kafka as far as the protocol can tell: partitions that only grow, committed offsets, and groups that rebalance. */
export class SimBroker {
  readonly log = new Map<string, BrokerRecord[]>();
  private readonly groups = new Map<string, SimGroup>();
  /** Something happened after which a fact may rightly be sent again. */
  mayRepeat = false;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly random: Random,
    private readonly violations: Violations,
  ) {}

  append(record: BrokerRecord): void {
    const partition = record.key!.charCodeAt(record.key!.length - 1) % PARTITIONS;
    const name = `${record.topic}/${partition}`;
    const log = this.log.get(name) ?? [];
    this.log.set(name, log);
    const repeated = log.some((each) => each.headers.ce_id === record.headers.ce_id);
    if (repeated && !this.mayRepeat) this.violations.push(`${record.headers.ce_id} was sent twice though nothing had failed`);
    log.push({ ...record, partition, offset: String(log.length) });
  }

  producer(process: Process, fails: () => 'before' | 'after' | undefined): BrokerProducer {
    return {
      send: (rows: readonly OutboxRow[]) =>
        this.scheduler.step(process, () => {
          const failure = fails();
          if (failure === 'before') throw new SimTransient('broker gone');
          for (const row of rows) this.append(row.record);
          if (failure === 'after') {
            this.mayRepeat = true;
            throw new SimTransient('answer lost');
          }
        }),
    };
  }

  group(name: string, topics: readonly string[]): SimGroup {
    const found = this.groups.get(name) ?? new SimGroup(this, this.scheduler, this.random, topics);
    this.groups.set(name, found);
    return found;
  }

  partitionsOf(topics: readonly string[]): string[] {
    return topics.flatMap((topic) => Array.from({ length: PARTITIONS }, (_, index) => `${topic}/${index}`));
  }

  /** The sequences of a stream in the order in which they first came onto the log. */
  firstOccurrences(): Map<string, number[]> {
    const streams = new Map<string, number[]>();
    for (const record of [...this.log.values()].flat()) {
      const name = streamName({ topic: record.topic, key: record.key! });
      const sequences = streams.get(name) ?? [];
      const sequence = Number(record.headers.ce_sequence);
      if (!sequences.includes(sequence)) sequences.push(sequence);
      streams.set(name, sequences);
    }
    return streams;
  }
}

export class SimGroup {
  private readonly committed = new Map<string, number>();
  private members: SimFeed[] = [];
  generation = 0;

  constructor(
    readonly broker: SimBroker,
    readonly scheduler: Scheduler,
    readonly random: Random,
    private readonly topics: readonly string[],
  ) {}

  join(process: Process): SimFeed {
    const feed = new SimFeed(this, process);
    this.members.push(feed);
    process.atDeath.push(() => this.leave(feed));
    this.rebalance();
    return feed;
  }

  leave(feed: SimFeed): void {
    this.members = this.members.filter((each) => each !== feed);
    feed.assign([], this.committed, -1);
    this.rebalance();
  }

  rebalance(): void {
    this.generation += 1;
    const partitions = this.broker.partitionsOf(this.topics);
    const shift = this.random.below(2);
    this.members.forEach((member, index) => {
      const mine = partitions.filter((_, at) => (at + shift) % this.members.length === index);
      member.assign(mine, this.committed, this.generation);
    });
  }

  commit(generation: number, offsets: ReadonlyMap<string, number>): void {
    if (generation !== this.generation) return; // The broker refuses a member of an older generation.
    for (const [partition, offset] of offsets) this.committed.set(partition, Math.max(offset, this.committed.get(partition) ?? 0));
  }
}

export class SimFeed implements RecordFeed {
  private positions = new Map<string, number>();
  private generation = 0;
  private current = new Set<BrokerRecord>();

  constructor(
    private readonly group: SimGroup,
    private readonly process: Process,
  ) {}

  assign(partitions: readonly string[], committed: ReadonlyMap<string, number>, generation: number): void {
    this.generation = generation;
    this.current = new Set();
    this.positions = new Map(partitions.map((partition) => [partition, committed.get(partition) ?? 0]));
  }

  take(limit: number): Promise<BrokerRecord[]> {
    return this.group.scheduler.step(
      this.process,
      () => {
        const taken: BrokerRecord[] = [];
        for (const [partition, position] of this.positions) {
          const log = this.group.broker.log.get(partition) ?? [];
          const count = Math.min(log.length - position, this.group.random.below(limit) + (taken.length === 0 ? 1 : 0));
          taken.push(...log.slice(position, position + count).map((record) => ({ ...record })));
          this.positions.set(partition, position + count);
        }
        for (const record of taken) this.current.add(record);
        return taken;
      },
      () => [...this.positions].some(([partition, position]) => (this.group.broker.log.get(partition)?.length ?? 0) > position),
    );
  }

  owns(record: BrokerRecord): boolean {
    return this.current.has(record);
  }

  done(records: readonly BrokerRecord[]): Promise<void> {
    const generation = this.generation;
    return this.group.scheduler.step(this.process, () => {
      const offsets = new Map<string, number>();
      for (const record of records) {
        const partition = `${record.topic}/${record.partition}`;
        offsets.set(partition, Math.max(Number(record.offset) + 1, offsets.get(partition) ?? 0));
      }
      this.group.commit(generation, offsets);
    });
  }
}
