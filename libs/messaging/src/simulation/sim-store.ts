import type { ReceivedEvent } from '@millrace/contracts';
import { groupBy } from '@millrace/kernel';
import type {
  Failure,
  HandlingTransaction,
  Keep,
  KeptEvent,
  Need,
  OutboxRow,
  OutboxStore,
  StreamPosition,
  StreamRef,
  StreamRow,
  StreamState,
  StreamStore,
} from '../protocol/ports.js';
import { type BrokerRecord, streamName } from '../record.js';
import type { Process } from './scheduler.js';
import { type SimDatabase, SimTransaction, SimTransient } from './sim-database.js';

type ConsumerStream = Readonly<{ ref: StreamRef; taken: number; state: StreamState; need?: Need; parkedFor?: Failure }>;
type Kept = Readonly<{ sequence: number; record: BrokerRecord }>;
type Outbox = OutboxRow & Readonly<{ written: number; published: boolean }>;

export type Fact = Readonly<{ type: string; topic: string; key: string; data: Readonly<Record<string, unknown>> }>;

export const SHARDS = 2;

/** What a handler of the simulation gets: the database's transaction, and what it publishes. */
export class SimUnitOfWork implements HandlingTransaction {
  readonly facts: { fact: Fact; written: number }[] = [];
  private readonly needs = new Map<string, Need>();

  constructor(
    readonly sql: SimTransaction,
    private readonly drawId: () => number,
  ) {}

  publish(fact: Fact): void {
    this.facts.push({ fact, written: this.drawId() });
  }

  waitFor(event: ReceivedEvent, need: Need): void {
    this.needs.set(event.id, need);
  }

  needOf(event: ReceivedEvent): Need | undefined {
    return this.needs.get(event.id);
  }
}

/** The tables of messaging and their statements, as the PostgreSQL store has them. */
export class SimStore implements StreamStore<SimUnitOfWork>, OutboxStore {
  private unpublishedAsOf = -1;
  private unpublishedShards = new Set<number>();

  constructor(
    readonly database: SimDatabase,
    private readonly process: Process,
    private readonly faults: Readonly<{ commitLost: () => boolean; cut: () => boolean; statementCut: () => boolean }>,
    private readonly ids: { next: number },
  ) {}

  async transaction<R>(_companyId: string | null, work: (tx: SimUnitOfWork) => Promise<R>): Promise<R> {
    const sql = this.database.begin(this.process);
    const tx = new SimUnitOfWork(sql, () => (this.ids.next += 1));
    try {
      const result = await work(tx);
      if (this.faults.cut()) throw new SimTransient('connection lost');
      await this.appendOutbox(tx);
      await sql.commit(this.faults.commitLost());
      return result;
    } catch (error) {
      this.database.rollback(sql);
      throw error;
    }
  }

  private async appendOutbox(tx: SimUnitOfWork): Promise<void> {
    if (tx.facts.length === 0) return;
    const streams = [...groupBy(tx.facts, ({ fact }) => streamName(fact))].sort(([a], [b]) => (a < b ? -1 : 1));
    await tx.sql.lock(...streams.map(([name]) => `head|${name}`));
    for (const [name, facts] of streams) {
      const head = `head|${name}`;
      let sequence = tx.sql.read<number>(head) ?? 0;
      for (const { fact, written } of facts) {
        sequence += 1;
        const id = `${name} ${sequence}`;
        const row: Outbox = { id, shard: shardOf(fact.key), sequence, record: recordOf(fact, sequence), written, published: false };
        tx.sql.write(`outbox|${id}`, row);
      }
      tx.sql.write(head, sequence);
    }
  }

  async take(tx: SimUnitOfWork, consumer: string, companyId: string | null, positions: readonly StreamPosition[]): Promise<StreamRow[]> {
    const before = new Map<string, StreamRow>();
    const sorted = [...positions].sort((a, b) => (streamName(a) < streamName(b) ? -1 : 1));
    await tx.sql.lock(...sorted.map((position) => rowKey({ consumer, ...position })));
    for (const { topic, key, sequence } of sorted) {
      const ref = { consumer, companyId, topic, key };
      const row = tx.sql.read<ConsumerStream>(rowKey(ref)) ?? { ref, taken: 0, state: 'flowing' };
      before.set(streamName(ref), row);
      tx.sql.write(rowKey(ref), { ...row, taken: Math.max(row.taken, sequence) });
    }
    return positions.map((position) => before.get(streamName(position))!);
  }

  async lock(tx: SimUnitOfWork, stream: StreamRef): Promise<StreamRow | undefined> {
    await tx.sql.lock(rowKey(stream));
    return tx.sql.read<ConsumerStream>(rowKey(stream));
  }

  keep(tx: SimUnitOfWork, consumer: string, keeps: readonly Keep[]): void {
    for (const keep of keeps) {
      const { position, record, companyId } = keep.delivery;
      const ref = { consumer, companyId, topic: position.topic, key: position.key };
      tx.sql.write(keptKey(ref, position.sequence), { sequence: position.sequence, record });
      if (keep.as === 'waiting') this.setWaiting(tx, ref, keep.need);
      if (keep.as === 'parked') this.change(tx, ref, { state: 'parked', parkedFor: keep.failure });
    }
  }

  async firstKept(tx: SimUnitOfWork, stream: StreamRef): Promise<KeptEvent | undefined> {
    const kept = (await tx.sql.scan<Kept>(keptPrefix(stream))).map(([, row]) => row).sort((a, b) => a.sequence - b.sequence);
    return kept[0] && { ...kept[0], isLast: kept.length === 1 };
  }

  applied(tx: SimUnitOfWork, stream: StreamRef, head: KeptEvent): void {
    tx.sql.write(keptKey(stream, head.sequence), undefined);
    if (head.isLast) this.setFlowing(tx, stream);
  }

  setFlowing(tx: SimUnitOfWork, stream: StreamRef): void {
    this.change(tx, stream, { state: 'flowing', need: undefined });
  }

  setWaiting(tx: SimUnitOfWork, stream: StreamRef, need: Need | undefined): void {
    this.change(tx, stream, { state: 'waiting', need });
  }

  setParked(tx: SimUnitOfWork, stream: StreamRef, _head: KeptEvent, failure: Failure): void {
    this.change(tx, stream, { state: 'parked', parkedFor: failure });
  }

  waitersFor(needs: readonly Need[]): Promise<StreamRef[]> {
    return this.select((row) => needs.some((need) => need.type === row.need?.type && need.id === row.need.id));
  }

  staleWaiters(limit: number): Promise<StreamRef[]> {
    return this.select(() => true).then((all) => all.slice(0, limit));
  }

  unpublished(shards: readonly number[], limit: number, _resting: readonly string[]): Promise<{ rows: OutboxRow[]; more: boolean }> {
    return this.autocommit(() => {
      const rows = this.outbox()
        .filter((row) => !row.published && shards.includes(row.shard))
        .sort((a, b) => a.written - b.written);
      return { rows: rows.slice(0, limit), more: rows.length > limit };
    });
  }

  unpublishedBefore(positions: readonly StreamPosition[]): Promise<OutboxRow[]> {
    return this.autocommit(() => {
      const highest = new Map(positions.map((position) => [streamName(position), position.sequence]));
      const nameOf = (row: Outbox) => streamName({ topic: row.record.topic, key: row.record.key! });
      return this.outbox().filter((row) => !row.published && row.sequence < (highest.get(nameOf(row)) ?? 0));
    });
  }

  async markPublished(rows: readonly OutboxRow[]): Promise<void> {
    await this.autocommit(() => {
      for (const { id } of rows) this.database.set(`outbox|${id}`, { ...this.database.get<Outbox>(`outbox|${id}`)!, published: true });
    });
  }

  async holdStream(): Promise<void> {}

  /** Cheap enough to be asked at every step. */
  hasUnpublished(shards: ReadonlySet<number>): boolean {
    const changes = this.database.changesOf('outbox');
    if (this.unpublishedAsOf !== changes) {
      this.unpublishedAsOf = changes;
      this.unpublishedShards = new Set(
        this.outbox()
          .filter((row) => !row.published)
          .map((row) => row.shard),
      );
    }
    for (const shard of shards) if (this.unpublishedShards.has(shard)) return true;
    return false;
  }

  /** Streams that are not flowing, for the checks at the end. */
  unsettled(): ConsumerStream[] {
    return this.streams().filter((row) => row.state !== 'flowing');
  }

  /** What an operator does after the fix. */
  replay(stream: StreamRef): void {
    this.database.set(rowKey(stream), { ...this.database.get<ConsumerStream>(rowKey(stream))!, state: 'waiting', need: undefined });
  }

  private outbox(): Outbox[] {
    return this.database.scan<Outbox>('outbox|').map(([, row]) => row);
  }

  private streams(): ConsumerStream[] {
    return this.database.scan<ConsumerStream>('stream|').map(([, row]) => row);
  }

  private select(which: (row: ConsumerStream) => boolean): Promise<StreamRef[]> {
    return this.autocommit(() =>
      this.streams()
        .filter((row) => row.state === 'waiting' && which(row))
        .map((row) => row.ref),
    );
  }

  private change(tx: SimUnitOfWork, stream: StreamRef, change: Partial<ConsumerStream>): void {
    tx.sql.write(rowKey(stream), { ...tx.sql.read<ConsumerStream>(rowKey(stream))!, ...change });
  }

  private autocommit<T>(run: () => T): Promise<T> {
    return this.database.scheduler.step(this.process, () => {
      if (this.faults.statementCut()) throw new SimTransient('connection lost');
      return run();
    });
  }
}

const rowKey = (stream: { consumer: string; topic: string; key: string }) => `stream|${stream.consumer} ${streamName(stream)}`;
const keptPrefix = (stream: StreamRef) => `kept|${stream.consumer} ${streamName(stream)} `;
const keptKey = (stream: StreamRef, sequence: number) => `${keptPrefix(stream)}${sequence}`;
const shardOf = (key: string) => key.charCodeAt(key.length - 1) % SHARDS;

function recordOf(fact: Fact, sequence: number): BrokerRecord {
  const headers = { ce_id: `${fact.topic} ${fact.key} ${sequence}`, ce_type: fact.type, ce_sequence: String(sequence) };
  return { topic: fact.topic, key: fact.key, headers, value: Buffer.from(JSON.stringify(fact.data)) };
}
