import { MessagingRuntime, type Command, type CommandHandler, type Outcome, type StreamRef, type UnitOfWork } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { ReplayDto } from './operations.dto.js';
import { keyOf, record } from './operator-action.js';
import { lockParked, type ParkedStream } from './parked-streams.js';

const SET_WAITING = statement(`
  update consumer_stream set state = 'waiting', waits_for_type = null, waits_for_id = null, state_since = now(), looked_at = now()
  where consumer = $1 and topic = $2 and key = $3 and state = 'parked'`);

type Replay = Command<ReplayDto>;
type Parked = ReadonlyMap<Replay, readonly ParkedStream[]>;
export type Replayed = Readonly<{ streams: readonly StreamRef[] }>;

/**
 * Sets parked streams waiting, so that what is kept of them is applied again. What no consumer of this version takes
 * (unreadable records, and consumers that are gone) stays parked: it can only be discarded.
 */
@Injectable()
export class ReplayParkedHandler implements CommandHandler<ReplayDto, Parked, Replayed> {
  readonly name = 'replay-parked';

  constructor(@Inject(MessagingRuntime) private readonly messaging: Pick<MessagingRuntime, 'consumers'>) {}

  async load(commands: readonly Replay[], tx: UnitOfWork): Promise<Parked> {
    const parked = new Map<Replay, ParkedStream[]>();
    for (const command of commands) {
      const found = await lockParked(tx, command.request);
      parked.set(
        command,
        found.filter(({ consumer }) => this.messaging.consumers.has(consumer)),
      );
    }
    return parked;
  }

  handle(command: Replay, parked: Parked, tx: UnitOfWork): Outcome<Replayed> {
    const streams = parked.get(command)!.map(({ consumer, topic, key, companyId }) => ({ consumer, topic, key, companyId }));
    for (const stream of streams) {
      tx.send(SET_WAITING, keyOf(stream));
      record(tx, 'replay', stream, command);
    }
    return { streams };
  }
}
