import { Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import type { DiscardDto } from './operations.dto.js';
import { keyOf, record } from './operator-action.js';

const LOCK = statement(`select state from consumer_stream where consumer = $1 and topic = $2 and key = $3 for update`);
/** One more than commands share a transaction. */
const FIRST_KEPT = statement(`
  select sequence, headers, error_code from kept_event where consumer = $1 and topic = $2 and key = $3 order by sequence limit 65`);
const DELETE = statement(`delete from kept_event where consumer = $1 and topic = $2 and key = $3 and sequence = $4`);
const SET_FLOWING = statement(`update consumer_stream set state = 'flowing', state_since = now() where consumer = $1 and topic = $2 and key = $3`);

const eventNotFirst = new Refusal('event-not-first', 'conflict', 'Only the first kept event of a parked stream can be discarded: list the stream again.');

type Discard = Command<DiscardDto>;
type Kept = Readonly<{ sequence: number; headers: string; error_code: string | null }>;
type Streams = ReadonlyMap<string, { parked: boolean; kept: Kept[] }>;

const nameOf = (request: DiscardDto) => JSON.stringify(keyOf(request));

/** Takes the first kept event of a parked stream away for good; the audit names it as discarded. */
@Injectable()
export class DiscardEventHandler implements CommandHandler<DiscardDto, Streams, object> {
  readonly name = 'discard-event';

  async load(commands: readonly Discard[], tx: UnitOfWork): Promise<Streams> {
    const named = [...new Map(commands.map(({ request }) => [nameOf(request), request]))].sort(([a], [b]) => (a < b ? -1 : 1));
    const streams = named.map(async ([name, request]) => {
      const [locked, kept] = await Promise.all([tx.query<{ state: string }>(LOCK, keyOf(request)), tx.query<Kept>(FIRST_KEPT, keyOf(request))]);
      return [name, { parked: locked[0]?.state === 'parked', kept }] as const;
    });
    return new Map(await Promise.all(streams));
  }

  handle(command: Discard, streams: Streams, tx: UnitOfWork): Outcome<object> {
    const { request } = command;
    const { parked, kept } = streams.get(nameOf(request))!;
    const [first] = kept;
    if (!parked || first?.sequence !== request.sequence) return eventNotFirst;
    kept.shift();
    tx.send(DELETE, [...keyOf(request), first.sequence]);
    if (kept.length === 0) tx.send(SET_FLOWING, keyOf(request));
    const { ce_id: eventId, ce_type: type } = JSON.parse(first.headers) as Record<string, string>;
    record(tx, 'discard', request, command, { sequence: first.sequence, eventId, type, errorCode: first.error_code });
    return {};
  }
}
