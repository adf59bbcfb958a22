import { type Answer, MessagingRuntime } from '@millrace/messaging';
import { Database, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { cursorOf, limitOf, type Page, pageOf } from '../http/pages.js';
import { ProblemException } from '../http/problem.js';
import { DiscardEventHandler } from './discard-event.handler.js';
import { DiscardParkedHandler } from './discard-parked.handler.js';
import type {
  DiscardDto,
  DiscardedDto,
  DiscardParkedDto,
  KeptEventDto,
  ReplayDto,
  ReplayedDto,
  StreamDto,
  StreamQuery,
  StreamsQuery,
} from './operations.dto.js';
import { ReplayParkedHandler } from './replay-parked.handler.js';

const LIST = statement(`
  select s.consumer, s.topic, s.key, s.state, s.state_since, s.waits_for_type, s.waits_for_id, k.kept, k.first, e.error_code, e.error_message
  from consumer_stream s
  join lateral (select count(*) as kept, coalesce(min(sequence), 0) as first from kept_event k where k.consumer = s.consumer and k.topic = s.topic and k.key = s.key) k on true
  left join kept_event e on e.consumer = s.consumer and e.topic = s.topic and e.key = s.key and e.sequence = k.first
  where s.state <> 'flowing' and ($1::text is null or s.state = $1) and ($7::text is null or s.consumer = $7)
    and ($8::text is null or e.error_code = $8 or s.waits_for_type = $8) and ($9::int is null or s.state_since < now() - make_interval(secs => $9))
    and ($3::timestamptz is null or (s.state_since, s.consumer, s.topic, s.key) > ($3, $4, $5, $6))
  order by s.state_since, s.consumer, s.topic, s.key limit $2`);

const SHOW = statement(`
  select * from kept_event where consumer = $1 and topic = $2 and key = $3 and ($5::bigint is null or sequence > $5) order by sequence limit $4`);

const COUNT_PARKED = statement(`select count(*) as n from consumer_stream where state = 'parked'`);

type Columns = Record<string, string | number | null>;
type KeptRow = Columns & { body: Buffer | null };

/** What operators see of, and do with, events that could not be applied. Every action is recorded with its reason. */
@Injectable()
export class KeptEvents {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MessagingRuntime) private readonly messaging: MessagingRuntime,
    private readonly commands: Commands,
    private readonly replayParked: ReplayParkedHandler,
    private readonly discardEvent: DiscardEventHandler,
    private readonly discardEvents: DiscardParkedHandler,
  ) {}

  /** Oldest first. */
  async list(query: StreamsQuery): Promise<Page<StreamDto>> {
    const limit = limitOf(query);
    const [since = null, ...stream] = cursorOf(query, 4) ?? [];
    const [consumer = null, topic = null, key = null] = stream;
    const rows = await this.database.query<Columns>(LIST, [
      query.state ?? null,
      limit + 1,
      since,
      consumer,
      topic,
      key,
      query.consumer ?? null,
      query.cause ?? null,
      query.olderThanSeconds ?? null,
    ]);
    return pageOf(rows, limit, streamOf, (row) => [row.state_since, row.consumer, row.topic, row.key].map(String));
  }

  /** In their order. */
  async show(query: StreamQuery): Promise<Page<KeptEventDto>> {
    const limit = limitOf(query);
    const [after = null] = cursorOf(query, 1) ?? [];
    const rows = await this.database.query<KeptRow>(SHOW, [query.consumer, query.topic, query.key, limit + 1, after]);
    return pageOf(rows, limit, eventOf, (row) => [String(row.sequence)]);
  }

  /** Applies what is parked again, in order; a stream that fails again is parked again. */
  async replay(request: ReplayDto, caller: Caller): Promise<Answer<ReplayedDto>> {
    if (!request.all && !(request.consumer && request.topic && request.key)) {
      throw ProblemException.invalid([{ pointer: '', detail: 'name a stream by consumer, topic and key, or say all' }]);
    }
    const answer = await this.commands.run(this.replayParked, request, caller);
    const { streams } = answer.response;
    for (const stream of streams) await this.messaging.drain(stream);
    const [left] = await this.database.query<{ n: number }>(COUNT_PARKED);
    return { ...answer, response: { replayed: streams.length, stillParked: left!.n } };
  }

  /** Gives up the first kept event of each stream that matches, and applies what was kept behind it. */
  async discardParked(request: DiscardParkedDto, caller: Caller): Promise<Answer<DiscardedDto>> {
    const { reason: _, ...filter } = request;
    if (Object.values(filter).every((each) => each === undefined))
      throw new ProblemException(422, 'filter-required', 'Say which parked streams: name a consumer, topic, key, cause or age.');
    const answer = await this.commands.run(this.discardEvents, request, caller);
    await this.messaging.sweepWaiting();
    return answer;
  }

  async discard(request: DiscardDto, caller: Caller): Promise<void> {
    await this.commands.run(this.discardEvent, request, caller);
  }
}

function streamOf(row: Columns): StreamDto {
  return {
    consumer: String(row.consumer),
    topic: String(row.topic),
    key: String(row.key),
    state: String(row.state),
    since: instant(row.state_since),
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
    keptAt: instant(row.kept_at),
    place: row.partition === null ? undefined : `${row.topic}/${row.partition}@${row.log_offset}`,
    headers: JSON.parse(String(row.headers)) as Record<string, string>,
    rawHeaders: rawHeadersOf(textOf(row.raw_headers)),
    body: bodyOf(row.body),
    errorCode: textOf(row.error_code),
    errorMessage: textOf(row.error_message),
  };
}

const instant = (value: string | number | null | undefined) => new Date(String(value)).toISOString();
const textOf = (value: string | number | null | undefined) => (value === null || value === undefined ? undefined : String(value));

function rawHeadersOf(kept: string | undefined): Record<string, string> | undefined {
  if (kept === undefined) return undefined;
  const byName = Map.groupBy(JSON.parse(kept) as [string, string | null][], ([name]) => name);
  return Object.fromEntries([...byName].map(([name, values]) => [name, values.map(([, value]) => value ?? '').join()]));
}

function bodyOf(body: Buffer | null): string | undefined {
  if (body === null) return undefined;
  const text = body.toString('utf8');
  return Buffer.from(text).equals(body) ? text : body.toString('base64');
}
