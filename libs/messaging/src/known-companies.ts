import { CompanyCreated, type ReceivedEvent } from '@millrace/contracts';
import { type Database, statement } from '@millrace/persistence';
import type { EventHandlers } from './consumption.js';
import type { UnitOfWork } from './postgres/unit-of-work.js';
import type { EventHandler, Failure, Need, StreamRef } from './protocol/ports.js';

const STRANGERS_AT_ONCE = 100;
/** A company and its first facts come over different topics, within a moment. */
const PATIENCE_SECONDS = 5;

const HEARD_OF = statement(`select true as heard from consumer_stream where topic = '${CompanyCreated.topic}' and key = $1 limit 1`);
const STRANGERS = statement(`
  select s.consumer, s.topic, s.key, s.company_id as "companyId", s.waits_for_id as "stranger" from consumer_stream s
  where s.state = 'waiting' and s.waits_for_type = '${CompanyCreated.name}' and s.state_since < now() - interval '${PATIENCE_SECONDS} seconds'
    and not exists (select from consumer_stream c where c.topic = '${CompanyCreated.topic}' and c.key = s.waits_for_id)
  order by s.state_since limit ${STRANGERS_AT_ONCE}`);

export const STRANGER: Failure = {
  code: 'company-unknown',
  message: 'no such company is on the log, as far as it went when this was read: who sent it is no service of this suite',
};

/** A stream that waits for a company of which this service has heard nothing. */
export type Stranger = Readonly<{ stream: StreamRef; need: Need }>;

/**
 * The same handlers, where every fact waits for its company: who is told of companies applies none of a company that it
 * does not know, whatever the fact needs beside.
 */
export function afterTheirCompany(handlers: EventHandlers): EventHandlers {
  if (!isToldOfCompanies(handlers)) return handlers;
  const known = new Set<string>();
  return new Map([...handlers].map(([name, handler]) => [name, afterItsCompany(handler, known)]));
}

export const isToldOfCompanies = (handlers: EventHandlers) => [...handlers.values()].some(({ types }) => types.has(CompanyCreated.name));

function afterItsCompany(handler: EventHandler<UnitOfWork>, known: Set<string>): EventHandler<UnitOfWork> {
  return {
    name: handler.name,
    types: handler.types,
    copies: handler.copies,
    async load(events, tx) {
      const strange = await ofAStranger(events, known, tx);
      for (const event of strange) tx.waitFor(event, CompanyCreated, event.companyId);
      return strange.length > 0 ? undefined : handler.load(events, tx);
    },
    handle: (event, loaded, tx) => handler.handle(event, loaded, tx),
  };
}

/** All of the events or none: a group is of one company. */
async function ofAStranger(events: readonly ReceivedEvent[], known: Set<string>, tx: UnitOfWork): Promise<readonly ReceivedEvent[]> {
  const [first] = events;
  if (!first || known.has(first.companyId) || events.some(({ topic }) => topic === CompanyCreated.topic)) return [];
  const heard = await tx.query(HEARD_OF, [first.companyId]);
  if (heard.length > 0) known.add(first.companyId); // Companies are never deleted.
  return heard.length > 0 ? [] : events;
}

/** Streams that have waited for a moment for a company that this service has not heard of. */
export async function strangers(database: Database): Promise<Stranger[]> {
  const rows = await database.query<StreamRef & { stranger: string }>(STRANGERS);
  return rows.map(({ stranger, ...stream }) => ({ stream, need: { type: CompanyCreated.name, id: stranger } }));
}
