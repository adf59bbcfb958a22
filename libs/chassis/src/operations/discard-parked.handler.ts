import { MessagingRuntime, type Command, type CommandHandler, type Outcome, type UnitOfWork } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { DiscardParkedDto, DiscardedDto } from './operations.dto.js';
import { keyOf, record } from './operator-action.js';
import { lockParked, type ParkedStream } from './parked-streams.js';

const DELETE = statement(`delete from kept_event where consumer = $1 and topic = $2 and key = $3 and sequence = $4`);
const SET_STATE = statement(`
  update consumer_stream set state = $4, waits_for_type = null, waits_for_id = null, state_since = now(), looked_at = '-infinity'
  where consumer = $1 and topic = $2 and key = $3`);

type Discard = Command<DiscardParkedDto>;
type Parked = ReadonlyMap<Discard, readonly ParkedStream[]>;

/**
 * Gives up, in each parked stream that matches, the event that it is parked for; what was kept behind it is applied.
 * The audit names every one.
 */
@Injectable()
export class DiscardParkedHandler implements CommandHandler<DiscardParkedDto, Parked, DiscardedDto> {
  readonly name = 'discard-parked';

  constructor(@Inject(MessagingRuntime) private readonly messaging: Pick<MessagingRuntime, 'consumers'>) {}

  async load(commands: readonly Discard[], tx: UnitOfWork): Promise<Parked> {
    const parked = new Map<Discard, readonly ParkedStream[]>();
    for (const command of commands) parked.set(command, await lockParked(tx, command.request));
    return parked;
  }

  handle(command: Discard, parked: Parked, tx: UnitOfWork): Outcome<DiscardedDto> {
    const streams = parked.get(command)!;
    for (const stream of streams) {
      tx.send(DELETE, [...keyOf(stream), stream.sequence]);
      const state = stream.behind === 0 ? 'flowing' : this.messaging.consumers.has(stream.consumer) ? 'waiting' : 'parked';
      tx.send(SET_STATE, [...keyOf(stream), state]);
      const { ce_id: eventId, ce_type: type } = JSON.parse(stream.headers) as Record<string, string>;
      record(tx, 'discard', stream, command, { sequence: stream.sequence, eventId, type, errorCode: stream.errorCode });
    }
    return { discarded: streams.length };
  }
}
