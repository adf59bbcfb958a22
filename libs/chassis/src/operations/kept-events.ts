import { newId } from '@millrace/kernel';
import { MessagingRuntime, type StreamRef } from '@millrace/messaging';
import { Database, statement, type Transaction } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { cursorOf, limitOf, type Page, pageOf } from '../http/pages.js';
import { ProblemException } from '../http/problem.js';
import type { DiscardDto, KeptEventDto, ReplayDto, ReplayedDto, StreamDto, StreamQuery, StreamsQuery } from './operations.controller.js';

const LIST = statement(`
  select s.consumer, s.topic, s.key, s.state, s.state_since, s.waits_for_type, s.waits_for_id, k.kept, k.first, e.error_code, e.error_message
  from consumer_stream s
  join lateral (select count(*) as kept, coalesce(min(sequence), 0) as first from kept_event k where k.consumer = s.consumer and k.topic = s.topic and k.key = s.key) k on true
  left join kept_event e on e.consumer = s.consumer and e.topic = s.topic and e.key = s.key and e.sequence = k.first
  where s.state <> 'flowing' and ($1::text is null or s.state = $1)
    and ($3::timestamptz is null or (s.state_since, s.consumer, s.topic, s.key) > ($3, $4, $5, $6))
  order by s.state_since, s.consumer, s.topic, s.key limit $2`);

const SHOW = statement(`
  select * from kept_event where consumer = $1 and topic = $2 and key = $3 and ($5::bigint is null or sequence > $5) order by sequence limit $4`);

const PARKED = statement(`
  select consumer, topic, key, company_id from consumer_stream
  where state = 'parked' and ($1::text is null or consumer = $1) and ($2::text is null or topic = $2) and ($3::text is null or key = $3)
  order by state_since limit 1000`);

const SET_WAITING = statement(`
  update consumer_stream set state = 'waiting', waits_for_type = null, waits_for_id = null, state_since = now(), looked_at = now()
  where consumer = $1 and topic = $2 and key = $3 and state = 'parked'`);

const LOCK = statement(`select state from consumer_stream where consumer = $1 and topic = $2 and key = $3 for update`);
const FIRST_TWO = statement(`select sequence, headers, error_code from kept_event where consumer = $1 and topic = $2 and key = $3 order by sequence limit 2`);
const DELETE = statement(`delete from kept_event where consumer = $1 and topic = $2 and key = $3 and sequence = $4`);
const SET_FLOWING = statement(`update consumer_stream set state = 'flowing', state_since = now() where consumer = $1 and topic = $2 and key = $3`);
const RECORD = statement(`insert into operator_action (id, actor, action, consumer, topic, key, reason, detail) values ($1, $2, $3, $4, $5, $6, $7, $8)`);
const COUNT_PARKED = statement(`select count(*) as n from consumer_stream where state = 'parked'`);

type Columns = Record<string, string | number | null>;
type KeptRow = Columns & { body: Buffer | null };

/** What operators see of, and do with, events that could not be applied. Every action is recorded with its reason. */
@Injectable()
export class KeptEvents {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MessagingRuntime) private readonly messaging: MessagingRuntime,
  ) {}

  /** Oldest first. */
  async list(query: StreamsQuery): Promise<Page<StreamDto>> {
    const limit = limitOf(query);
    const [since = null, ...stream] = cursorOf(query, 4) ?? [];
    const [consumer = null, topic = null, key = null] = stream;
    const rows = await this.database.query<Columns>(LIST, [query.state ?? null, limit + 1, since, consumer, topic, key]);
    return pageOf(rows, limit, streamOf, (row) => [row.state_since, row.consumer, row.topic, row.key].map(String));
  }

  /** In their order. */
  async show(query: StreamQuery): Promise<Page<KeptEventDto>> {
    const limit = limitOf(query);
    const [after = null] = cursorOf(query, 1) ?? [];
    const rows = await this.database.query<KeptRow>(SHOW, [query.consumer, query.topic, query.key, limit + 1, after]);
    return pageOf(rows, limit, eventOf, (row) => [String(row.sequence)]);
  }

  /** Sets parked streams waiting and applies what is kept of them, in order; a stream that fails again is parked again. */
  async replay(request: ReplayDto, actor: string): Promise<ReplayedDto> {
    if (!request.all && !(request.consumer && request.topic && request.key)) {
      throw ProblemException.invalid([{ pointer: '', detail: 'name a stream by consumer, topic and key, or say all' }]);
    }
    const rows = await this.database.query<Columns>(PARKED, [request.consumer ?? null, request.topic ?? null, request.key ?? null]);
    for (const row of rows) {
      const stream: StreamRef = { consumer: String(row.consumer), topic: String(row.topic), key: String(row.key), companyId: row.company_id as string | null };
      await this.database.transaction(null, async (tx) => {
        tx.send(SET_WAITING, keyOf(stream));
        record(tx, actor, 'replay', stream, request.reason, {});
      });
      await this.messaging.drain(stream);
    }
    const [left] = await this.database.query<{ n: number }>(COUNT_PARKED);
    return { replayed: rows.length, stillParked: left!.n };
  }

  /** Takes the first kept event of a parked stream away for good; the audit names it as discarded. */
  async discard(request: DiscardDto, actor: string): Promise<void> {
    await this.database.transaction(null, async (tx) => {
      const key = [request.consumer, request.topic, request.key];
      const [stream] = await tx.query<{ state: string }>(LOCK, key);
      const [first, second] = await tx.query<{ sequence: number; headers: string; error_code: string | null }>(FIRST_TWO, key);
      if (stream?.state !== 'parked' || first?.sequence !== request.sequence) {
        throw new ProblemException(409, 'event-not-first', 'Only the first kept event of a parked stream can be discarded: list the stream again.');
      }
      tx.send(DELETE, [...key, request.sequence]);
      if (!second) tx.send(SET_FLOWING, key);
      const { ce_id: eventId, ce_type: type } = JSON.parse(first.headers) as Record<string, string>;
      record(tx, actor, 'discard', request, request.reason, { sequence: request.sequence, eventId, type, errorCode: first.error_code });
    });
  }
}

function streamOf(row: Columns): StreamDto {
  return {
    consumer: String(row.consumer),
    topic: String(row.topic),
    key: String(row.key),
    state: String(row.state),
    since: String(row.state_since),
    waitsFor: row.waits_for_type ? `${row.waits_for_type} ${row.waits_for_id}` : undefined,
    kept: Number(row.kept),
    firstSequence: Number(row.first),
    errorCode: textOf(row.error_code),
    errorMessage: textOf(row.error_message),
  };
}

function eventOf(row: KeptRow): KeptEventDto {
  return {
    sequence: Number(row.sequence),
    keptAs: String(row.kept_as),
    keptAt: String(row.kept_at),
    place: row.partition === null ? undefined : `${row.topic}/${row.partition}@${row.log_offset}`,
    headers: JSON.parse(String(row.headers)) as Record<string, string>,
    body: bodyOf(row.body),
    errorCode: textOf(row.error_code),
    errorMessage: textOf(row.error_message),
  };
}

const keyOf = (stream: StreamRef) => [stream.consumer, stream.topic, stream.key];
const textOf = (value: string | number | null | undefined) => (value === null || value === undefined ? undefined : String(value));

function bodyOf(body: Buffer | null): string | undefined {
  if (body === null) return undefined;
  const text = body.toString('utf8');
  return Buffer.from(text).equals(body) ? text : body.toString('base64');
}

function record(
  tx: Transaction,
  actor: string,
  action: string,
  stream: { consumer: string; topic: string; key: string },
  reason: string,
  detail: object,
): void {
  tx.send(RECORD, [newId(), actor, action, stream.consumer, stream.topic, stream.key, reason, JSON.stringify(detail)]);
}
