import { eventDefinitions } from '@millrace/contracts';
import type { ServiceName } from '../site/topology.js';
import type { AuditDatabases } from './audit-databases.js';
import { type Difference, type Finding, LISTED, type Unsettled } from './finding.js';
import type { LogIndex } from './log-index.js';
import { checkMadeUpPublished, checkMadeUpTaken, type MadeUp, NOT_MADE_UP, rangesOf } from './made-up-history.js';

/** `applied` is null where it was not counted from the stream's first fact on. */
type Taken = { consumer: string; stream: string; taken: string; state: string; applied: string | null; kept: string };
type Action = {
  consumer: string;
  topic: string;
  key: string;
  detail: { sequence: number; eventId?: string; type?: string; errorCode?: string };
  reason: string;
};

/**
 * What each service published = what lies on the log, stream by stream, but for what operators discarded as a stranger's;
 * and of a history that was made up, what its marker tells.
 */
export async function checkPublished(
  databases: AuditDatabases,
  service: ServiceName,
  log: LogIndex,
  discarded: ReadonlySet<string>,
  history: readonly MadeUp[],
): Promise<Finding> {
  const madeUp = history.filter(({ topic }) => topic.startsWith(`${service}.`));
  const rows = await databases.query<{ stream: string; last: string }>(
    service,
    `select topic || ' ' || key as stream, last_sequence as last from event_stream s where ${NOT_MADE_UP}`,
    rangesOf(madeUp),
  );
  const differences = await checkMadeUpPublished(databases, service, madeUp);
  const published = new Set<string>();
  for (const { stream, last } of rows) {
    published.add(stream);
    const found = log.lastBut(stream, discarded);
    if (found !== Number(last)) differences.push({ what: `stream ${stream}`, expected: `${last} facts, as published`, found: `${found} on the log` });
  }
  for (const stream of log.streams.keys()) {
    if (!stream.startsWith(`${service}.`) || published.has(stream)) continue;
    const found = log.lastBut(stream, discarded);
    if (found > 0) differences.push({ what: `stream ${stream}`, expected: `nothing: ${service} never published it`, found: `${found} on the log` });
  }
  return { invariant: 'I11', title: `facts that ${service} published = facts on the log`, compared: rows.length + streamsOf(madeUp), differences };
}

/** What each consumer has taken = what there is for it. Kept facts are told, not counted as lost. */
export async function checkTaken(
  databases: AuditDatabases,
  service: ServiceName,
  log: LogIndex,
  history: readonly MadeUp[],
): Promise<{ finding: Finding; unsettled: Unsettled[]; discarded: Set<string> }> {
  const subscriptions = await databases.query<{ consumer: string; types: string[] }>(
    service,
    'select consumer, array_agg(type) as types from consumer_subscription group by consumer',
  );
  const rows = await databases.query<Taken>(
    service,
    `select s.consumer, s.topic || ' ' || s.key as stream, s.taken_sequence as taken, s.state, s.applied_count as applied, coalesce(k.kept, 0) as kept
     from consumer_stream s left join (select consumer, topic, key, count(*) as kept from kept_event group by 1, 2, 3) k using (consumer, topic, key) where ${NOT_MADE_UP}`,
    rangesOf(history),
  );
  const takenBy = Map.groupBy(rows, (row) => row.consumer);
  const discarded = await discards(databases, service);
  const differences: Difference[] = [];
  let compared = 0;
  for (const { consumer, types } of subscriptions) {
    const wanted = new Set(types);
    const topics = new Set(types.map((type) => eventDefinitions().get(type)?.topic));
    for (const range of history) {
      if (!topics.has(range.topic)) continue;
      compared += range.streams;
      differences.push(...(await checkMadeUpTaken(databases, service, consumer, wanted, range)));
    }
    const taken = new Map((takenBy.get(consumer) ?? []).map((row) => [row.stream, row]));
    for (const stream of log.streams.keys()) {
      if (!topics.has(stream.slice(0, stream.indexOf(' ')))) continue;
      const expected = log.lastOf(stream, wanted);
      const found = Number(taken.get(stream)?.taken ?? 0);
      compared += 1;
      if (expected !== found) differences.push({ what: `${consumer} of ${stream}`, expected: `fact ${expected} taken`, found: `fact ${found}` });
      const row = taken.get(stream);
      if (row) differences.push(...effectsOf(row, log.countOf(stream, wanted, found), discarded.counts.get(`${consumer} ${stream}`) ?? 0));
    }
  }
  const finding: Finding = { invariant: 'I11', title: `every fact for ${service} was taken once`, compared, differences: differences.slice(0, LISTED) };
  return { finding, unsettled: [...(await unsettledOf(databases, service)), ...discarded.unsettled], discarded: discarded.facts };
}

const streamsOf = (history: readonly MadeUp[]) => history.reduce((sum, { streams }) => sum + streams, 0);

/** Each fact that was taken was applied, is kept, or was given up: one of them, once. */
function effectsOf(row: Taken, taken: number, discarded: number): Difference[] {
  const what = `${row.consumer} of ${row.stream}`;
  const kept = Number(row.kept);
  const differences: Difference[] = [];
  if (row.state === 'flowing' && kept > 0) differences.push({ what, expected: 'nothing kept of a stream that flows', found: `${kept} facts` });
  const applied = taken - kept - discarded;
  if (row.applied !== null && Number(row.applied) !== applied)
    differences.push({ what, expected: `${applied} of ${taken} facts applied, ${kept} kept, ${discarded} given up`, found: `${row.applied} applied` });
  return differences;
}

type Discards = Readonly<{ unsettled: Unsettled[]; facts: Set<string>; counts: Map<string, number> }>;

async function discards(databases: AuditDatabases, service: ServiceName): Promise<Discards> {
  const actions = await databases.query<Action>(
    service,
    `select consumer, topic, key, detail, reason from operator_action where action = 'discard' order by at`,
  );
  const counts = new Map<string, number>();
  for (const { consumer, topic, key } of actions) {
    const stream = `${consumer} ${topic} ${key}`;
    counts.set(stream, (counts.get(stream) ?? 0) + 1);
  }
  return {
    counts,
    unsettled: actions.map(({ consumer, topic, key, detail, reason }) => ({
      kind: 'discarded',
      service,
      count: 1,
      what: `${consumer} gave up fact ${detail.sequence} of ${topic} ${key} (${detail.type ?? detail.errorCode}): ${reason}`,
    })),
    facts: new Set(actions.map(({ topic, key, detail }) => `${topic} ${key} ${detail.sequence}`)),
  };
}

async function unsettledOf(databases: AuditDatabases, service: ServiceName): Promise<Unsettled[]> {
  const kept = await databases.query<{ state: 'waiting' | 'parked'; what: string; n: string }>(
    service,
    `select s.state, s.consumer || ' of ' || s.topic || ' ' || s.key || case when s.state = 'parked' then ': ' || coalesce(k.error_code || ': ' || k.error_message, 'replay it') else ' waits for ' || coalesce(s.waits_for_type || ' ' || s.waits_for_id, 'its turn') end as what, count(e.*) as n
     from consumer_stream s left join kept_event e on e.consumer = s.consumer and e.topic = s.topic and e.key = s.key
     left join lateral (select error_code, error_message from kept_event k where k.consumer = s.consumer and k.topic = s.topic and k.key = s.key order by sequence limit 1) k on true
     where s.state <> 'flowing' group by s.consumer, s.topic, s.key, s.state, s.waits_for_type, s.waits_for_id, k.error_code, k.error_message order by 2 limit 100`,
  );
  const [outbox] = await databases.query<{ unpublished: string; held: string }>(
    service,
    `select (select count(*) from outbox where published_at is null) as unpublished, (select count(*) from held_stream) as held`,
  );
  return [
    ...kept.map(({ state, what, n }) => ({ kind: state, service, what, count: Number(n) })),
    ...(Number(outbox!.unpublished) > 0 ? [{ kind: 'unpublished' as const, service, what: 'facts in the outbox', count: Number(outbox!.unpublished) }] : []),
    ...(Number(outbox!.held) > 0 ? [{ kind: 'held' as const, service, what: 'streams that the broker refuses', count: Number(outbox!.held) }] : []),
  ];
}

/**
 * What lies on the log and is nobody's: of a newer version of the suite, or not of this suite at all. A record without a
 * readable envelope is also parked by each service that reads its topic, until an operator discards it.
 */
export function untaken(log: LogIndex): Unsettled[] {
  const { unreadable } = log;
  return [
    ...[...log.unknownTypes].map(([type, count]): Unsettled => ({ kind: 'untaken', service: 'log', what: `${type} is known to no service`, count })),
    ...unreadable.slice(0, LISTED).map((place): Unsettled => ({ kind: 'unreadable', service: 'log', what: `${place} has no readable envelope`, count: 1 })),
    ...(unreadable.length > LISTED ? [{ kind: 'unreadable' as const, service: 'log', what: 'more records have none', count: unreadable.length - LISTED }] : []),
  ];
}
