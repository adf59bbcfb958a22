import type { Command, CommandHandler, Outcome, StreamRef, UnitOfWork } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import type { ReplayDto } from './operations.dto.js';
import { keyOf, record } from './operator-action.js';

/** In the order in which consumers lock streams. */
const PARKED = statement(`
  select consumer, topic, key, company_id as "companyId" from consumer_stream
  where state = 'parked' and ($1::text is null or consumer = $1) and ($2::text is null or topic = $2) and ($3::text is null or key = $3)
  order by consumer, topic, key limit 1000`);

const SET_WAITING = statement(`
  update consumer_stream set state = 'waiting', waits_for_type = null, waits_for_id = null, state_since = now(), looked_at = now()
  where consumer = $1 and topic = $2 and key = $3 and state = 'parked'`);

type Replay = Command<ReplayDto>;
type Parked = ReadonlyMap<Replay, readonly StreamRef[]>;
export type Replayed = Readonly<{ streams: readonly StreamRef[] }>;

/** Sets parked streams waiting, so that what is kept of them is applied again. */
@Injectable()
export class ReplayParkedHandler implements CommandHandler<ReplayDto, Parked, Replayed> {
  readonly name = 'replay-parked';

  async load(commands: readonly Replay[], tx: UnitOfWork): Promise<Parked> {
    const found = commands.map(async (command) => {
      const { consumer, topic, key } = command.request;
      return [command, await tx.query<StreamRef>(PARKED, [consumer ?? null, topic ?? null, key ?? null])] as const;
    });
    return new Map(await Promise.all(found));
  }

  handle(command: Replay, parked: Parked, tx: UnitOfWork): Outcome<Replayed> {
    const streams = parked.get(command)!;
    for (const stream of streams) {
      tx.send(SET_WAITING, keyOf(stream));
      record(tx, 'replay', stream, command);
    }
    return { streams };
  }
}
