import { arrayLiteral, type Database, statement } from '@millrace/persistence';
import { EventVersions } from '../event-versions.js';
import type {
  Failure,
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
import { type BrokerRecord, type RawHeaders, streamName } from '../record.js';
import { MAX_EVENT_BYTES } from '../protocol/failure.js';
import { UnitOfWork } from './unit-of-work.js';

const TAKE = statement(`
  insert into consumer_stream as s (consumer, topic, key, company_id, taken_sequence, applied_count)
  select $1, u.topic, u.key, $2, u.sequence, 1 from unnest($3::text[], $4::text[], $5::bigint[]) as u(topic, key, sequence) order by u.topic, u.key
  on conflict (consumer, topic, key) do update set taken_sequence = greatest(s.taken_sequence, excluded.taken_sequence),
    applied_count = s.applied_count + (s.state = 'flowing' and s.taken_sequence < excluded.taken_sequence)::int
  returning new.topic, new.key, coalesce(old.taken_sequence, 0) as taken, coalesce(old.state, 'flowing') as state, new.company_id as "companyId"`);

const LOCK = statement(`
  select taken_sequence as taken, state, waits_for_type, waits_for_id, company_id from consumer_stream
  where consumer = $1 and topic = $2 and key = $3 for update`);

const KEEP = statement(`
  insert into kept_event (consumer, topic, key, sequence, partition, log_offset, record_timestamp, record_key, headers, raw_headers, body, kept_as, error_code, error_message)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`);

const SET_STATE = statement(`
  update consumer_stream set state = $4, waits_for_type = $5, waits_for_id = $6, looked_at = now(),
    state_since = case when state = $4 then state_since else now() end
  where consumer = $1 and topic = $2 and key = $3`);

/** A fact of a flowing stream that is kept instead of applied, which taking had counted as applied. */
const SET_ASIDE = statement(`
  update consumer_stream set state = $4, waits_for_type = $5, waits_for_id = $6, looked_at = now(), state_since = now(), applied_count = applied_count - 1
  where consumer = $1 and topic = $2 and key = $3`);

const APPLIED = statement(`update consumer_stream set applied_count = applied_count + 1 where consumer = $1 and topic = $2 and key = $3`);

const FIRST_KEPT = statement(`
  select * from kept_event where consumer = $1 and topic = $2 and key = $3 order by sequence limit 2`);

const DELETE_KEPT = statement(`delete from kept_event where consumer = $1 and topic = $2 and key = $3 and sequence = $4`);

const MARK_PARKED = statement(`
  update kept_event set kept_as = 'parked', error_code = $5, error_message = $6
  where consumer = $1 and topic = $2 and key = $3 and sequence = $4`);

const WAITERS = statement(`
  select s.consumer, s.topic, s.key, s.company_id from consumer_stream s
  join unnest($1::text[], $2::text[]) as n(type, id) on s.waits_for_type = n.type and s.waits_for_id = n.id
  where s.state = 'waiting'`);

const STALE_WAITERS = statement(`
  update consumer_stream s set looked_at = now() from (
    select consumer, topic, key from consumer_stream
    where state = 'waiting' and looked_at < now() - interval '3 seconds' order by looked_at limit $1 for update skip locked
  ) w where s.consumer = w.consumer and s.topic = w.topic and s.key = w.key
  returning s.consumer, s.topic, s.key, s.company_id`);

const UNPUBLISHED = statement(`
  select r.* from (
    select u.*, count(*) over () as found, sum(octet_length(u.body)) over (order by u.id) - octet_length(u.body) as bytes_before from (
      select o.recorded_on, o.id, o.shard, o.topic, o.key, o.sequence, o.headers, o.body from outbox o
      where o.published_at is null and o.shard = any($1::smallint[]) and o.topic <> all($3::text[])
        and not exists (select from held_stream h where h.topic = o.topic and h.key = o.key)
      order by o.id limit $2
    ) u
  ) r where r.bytes_before < $4 order by r.id`);

const UNPUBLISHED_BEFORE = statement(`
  select o.recorded_on, o.id, o.shard, o.topic, o.key, o.sequence, o.headers, o.body
  from unnest($1::text[], $2::text[], $3::bigint[]) as b(topic, key, sequence)
  join outbox o on o.topic = b.topic and o.key = b.key and o.sequence < b.sequence
  where o.published_at is null`);

const MARK_PUBLISHED = statement(`
  update outbox o set published_at = now() from unnest($1::date[], $2::uuid[]) as v(recorded_on, id)
  where o.recorded_on = v.recorded_on and o.id = v.id`);

const HOLD_STREAM = statement(`
  insert into held_stream (topic, key, sequence, code, message) values ($1, $2, $3, $4, $5) on conflict (topic, key) do nothing`);

type OutboxRecord = OutboxRow & Readonly<{ recordedOn: string }>;
type OutboxColumns = { recorded_on: string; id: string; shard: number; topic: string; key: string; sequence: number; headers: string; body: string };
type StreamColumns = { consumer: string; topic: string; key: string; company_id: string | null };
type KeptColumns = {
  topic: string;
  sequence: number;
  partition: number | null;
  log_offset: number | null;
  record_timestamp: number | null;
  record_key: Buffer | null;
  headers: string;
  raw_headers: string | null;
  body: Buffer | null;
};

/** What a transaction of the store did, told after its commit. */
export type AfterCommit = (work: Readonly<{ published: number; touched: ReadonlyMap<string, object | undefined> }>) => void;

/** The tables of messaging in PostgreSQL: outbox and relay on one side, streams and kept events on the other. */
export class MessageStore implements StreamStore<UnitOfWork>, OutboxStore {
  constructor(
    private readonly database: Database,
    private readonly afterCommit: AfterCommit = () => {},
    private readonly versions = new EventVersions(),
  ) {}

  async transaction<R>(companyId: string | null, work: (tx: UnitOfWork) => Promise<R>): Promise<R> {
    let done: UnitOfWork | undefined;
    const result = await this.database.transactionOf(UnitOfWork, companyId, (tx) => {
      done = tx;
      tx.writeIn(this.versions);
      return work(tx);
    });
    this.afterCommit(done!);
    return result;
  }

  async take(tx: UnitOfWork, consumer: string, companyId: string | null, positions: readonly StreamPosition[]): Promise<StreamRow[]> {
    const rows = await tx.query<StreamRow & { topic: string; key: string }>(TAKE, [consumer, companyId, ...positionArrays(positions)]);
    const before = new Map(rows.map((row) => [streamName(row), row]));
    return positions.map((position) => before.get(streamName(position))!);
  }

  async lock(tx: UnitOfWork, stream: StreamRef): Promise<StreamRow | undefined> {
    type Columns = { taken: number; state: StreamState; waits_for_type: string | null; waits_for_id: string | null; company_id: string | null };
    const [row] = await tx.query<Columns>(LOCK, keyOf(stream));
    if (!row) return undefined;
    const need = row.waits_for_type && row.waits_for_id ? { type: row.waits_for_type, id: row.waits_for_id } : undefined;
    return { taken: row.taken, state: row.state, need, companyId: row.company_id };
  }

  keep(tx: UnitOfWork, consumer: string, keeps: readonly Keep[]): void {
    for (const keep of keeps) {
      const { position, record, companyId } = keep.delivery;
      const stream = { consumer, companyId, topic: position.topic, key: position.key };
      const failure = keep.as === 'parked' ? keep.failure : undefined;
      tx.send(KEEP, [
        ...keyOf(stream),
        position.sequence,
        record.partition ?? null,
        record.offset ?? null,
        record.timestamp ?? null,
        record.rawKey ?? (record.key === null ? null : Buffer.from(record.key)),
        JSON.stringify(record.headers),
        record.rawHeaders ? JSON.stringify(record.rawHeaders.map(([name, value]) => [name, value?.toString('base64') ?? null])) : null,
        record.value,
        keep.as,
        failure?.code ?? null,
        failure?.message ?? null,
      ]);
      if (keep.as === 'waiting') tx.send(SET_ASIDE, [...keyOf(stream), 'waiting', keep.need.type, keep.need.id]);
      if (keep.as === 'parked') tx.send(SET_ASIDE, [...keyOf(stream), 'parked', null, null]);
    }
  }

  async firstKept(tx: UnitOfWork, stream: StreamRef): Promise<KeptEvent | undefined> {
    const rows = await tx.query<KeptColumns>(FIRST_KEPT, keyOf(stream));
    const [row] = rows;
    return row && { sequence: row.sequence, record: keptRecord(row), isLast: rows.length === 1 };
  }

  applied(tx: UnitOfWork, stream: StreamRef, head: KeptEvent): void {
    tx.send(DELETE_KEPT, [...keyOf(stream), head.sequence]);
    tx.send(APPLIED, keyOf(stream));
    if (head.isLast) this.setFlowing(tx, stream);
  }

  setFlowing(tx: UnitOfWork, stream: StreamRef): void {
    tx.send(SET_STATE, [...keyOf(stream), 'flowing', null, null]);
  }

  setWaiting(tx: UnitOfWork, stream: StreamRef, need: Need | undefined): void {
    tx.send(SET_STATE, [...keyOf(stream), 'waiting', need?.type ?? null, need?.id ?? null]);
  }

  setParked(tx: UnitOfWork, stream: StreamRef, head: KeptEvent, failure: Failure): void {
    tx.send(MARK_PARKED, [...keyOf(stream), head.sequence, failure.code, failure.message]);
    tx.send(SET_STATE, [...keyOf(stream), 'parked', null, null]);
  }

  async waitersFor(needs: readonly Need[]): Promise<StreamRef[]> {
    const rows = await this.database.query<StreamColumns>(WAITERS, [
      arrayLiteral(
        needs.map((need) => need.type),
        true,
      ),
      arrayLiteral(
        needs.map((need) => need.id),
        true,
      ),
    ]);
    return rows.map(streamRef);
  }

  async staleWaiters(limit: number): Promise<StreamRef[]> {
    return (await this.database.query<StreamColumns>(STALE_WAITERS, [limit])).map(streamRef);
  }

  async unpublished(shards: readonly number[], limit: number, resting: readonly string[]): Promise<{ rows: OutboxRow[]; more: boolean }> {
    const values = [arrayLiteral(shards, false), limit + 1, arrayLiteral(resting, true), MAX_EVENT_BYTES];
    const rows = await this.database.query<OutboxColumns & { found: number }>(UNPUBLISHED, values);
    return { rows: rows.slice(0, limit).map(outboxRecord), more: rows.length > 0 && rows[0]!.found > Math.min(rows.length, limit) };
  }

  async unpublishedBefore(positions: readonly StreamPosition[]): Promise<OutboxRow[]> {
    return (await this.database.query<OutboxColumns>(UNPUBLISHED_BEFORE, positionArrays(positions))).map(outboxRecord);
  }

  async markPublished(rows: readonly OutboxRow[]): Promise<void> {
    const records = rows as readonly OutboxRecord[];
    const days = arrayLiteral(
      records.map((row) => row.recordedOn),
      false,
    );
    const ids = arrayLiteral(
      records.map((row) => row.id),
      false,
    );
    await this.database.transaction(null, async (tx) => {
      tx.planOnce();
      tx.send(MARK_PUBLISHED, [days, ids]);
    });
  }

  async holdStream(row: OutboxRow, failure: Failure): Promise<void> {
    await this.database.query(HOLD_STREAM, [row.record.topic, row.record.key, row.sequence, failure.code, failure.message]);
  }
}

const keyOf = (stream: StreamRef) => [stream.consumer, stream.topic, stream.key];

function positionArrays(positions: readonly StreamPosition[]): string[] {
  return [
    arrayLiteral(
      positions.map((each) => each.topic),
      true,
    ),
    arrayLiteral(
      positions.map((each) => each.key),
      true,
    ),
    arrayLiteral(
      positions.map((each) => each.sequence),
      false,
    ),
  ];
}

function streamRef(row: StreamColumns): StreamRef {
  return { consumer: row.consumer, companyId: row.company_id, topic: row.topic, key: row.key };
}

/** A kept record as it lay on the log, byte for byte. */
export function keptRecord(row: KeptColumns): BrokerRecord {
  return {
    topic: row.topic,
    partition: row.partition ?? undefined,
    offset: row.log_offset === null ? undefined : String(row.log_offset),
    timestamp: row.record_timestamp === null ? undefined : String(row.record_timestamp),
    key: row.record_key === null ? null : row.record_key.toString(),
    rawKey: row.record_key,
    headers: JSON.parse(row.headers) as Record<string, string>,
    rawHeaders: row.raw_headers === null ? undefined : rawHeadersOf(row.raw_headers),
    value: row.body,
  };
}

function rawHeadersOf(kept: string): RawHeaders {
  return (JSON.parse(kept) as [string, string | null][]).map(([name, value]) => [name, value === null ? null : Buffer.from(value, 'base64')]);
}

function outboxRecord(row: OutboxColumns): OutboxRecord {
  const headers = { ...(JSON.parse(row.headers) as Record<string, string>), ce_sequence: String(row.sequence) };
  const record = { topic: row.topic, key: row.key, headers, value: Buffer.from(row.body) };
  return { id: row.id, shard: row.shard, sequence: row.sequence, recordedOn: row.recorded_on, record };
}
