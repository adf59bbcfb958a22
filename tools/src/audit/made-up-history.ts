import { SERVICES, type ServiceName } from '../site/topology.js';
import type { AuditDatabases } from './audit-databases.js';
import type { Difference } from './finding.js';

/**
 * Streams that no service published: a benchmark wrote them, and all that came of them, straight into the tables. The log
 * has nothing of them; how many there are and what each tells stands in the database of the topic's owner.
 */
export type MadeUp = Readonly<{
  topic: string;
  /** Every key from here to `lastKey` is made up. */
  firstKey: string;
  lastKey: string;
  streams: number;
  /** The facts of each stream, in order, without versions. */
  types: readonly string[];
}>;

/** The marker, which only who makes a history up creates. */
export const MARKER = `
  create table made_up_history (
    topic text not null,
    first_key text not null,
    last_key text not null,
    streams bigint not null,
    types text[] not null,
    primary key (topic, first_key)
  )`;

/** To be joined with `where`: only streams that services published themselves. Takes three arrays from `$1` on. */
export const NOT_MADE_UP = `not exists (select from unnest($1::text[], $2::text[], $3::text[]) as h(topic, first_key, last_key)
  where h.topic = s.topic and s.key between h.first_key and h.last_key)`;

/** The values of `NOT_MADE_UP`. */
export const rangesOf = (history: readonly MadeUp[]) => [
  history.map(({ topic }) => topic),
  history.map(({ firstKey }) => firstKey),
  history.map(({ lastKey }) => lastKey),
];

/** What every service's database says of it; nothing in a suite that was never measured with one. */
export async function readMadeUp(databases: AuditDatabases): Promise<MadeUp[]> {
  const found = await Promise.all(SERVICES.map((service) => readFrom(databases, service)));
  return found.flat();
}

export const factsOf = (history: readonly MadeUp[]) => history.reduce((sum, { streams, types }) => sum + streams * types.length, 0);

/** Each made-up stream has as many facts in its service's books as the marker tells. */
export async function checkMadeUpPublished(databases: AuditDatabases, service: ServiceName, history: readonly MadeUp[]): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const range of history) {
    const right = `last_sequence = ${range.types.length}`;
    const found = await count(databases, service, range, 'event_stream', right);
    differences.push(...told(`made-up streams of ${range.topic}`, range.streams, `${range.types.length} facts`, found));
  }
  return differences;
}

/** A consumer has taken, and applied, of each made-up stream what it would have from the log. */
export async function checkMadeUpTaken(
  databases: AuditDatabases,
  service: ServiceName,
  consumer: string,
  wanted: ReadonlySet<string>,
  range: MadeUp,
): Promise<Difference[]> {
  const { taken, applied } = takenOf(range.types, wanted);
  const right = `taken_sequence = ${taken} and coalesce(applied_count, ${applied}) = ${applied} and state = 'flowing'`;
  const found = await count(databases, service, range, `(select * from consumer_stream where consumer = '${consumer}')`, right);
  return told(`${consumer} of made-up streams of ${range.topic}`, taken === 0 ? 0 : range.streams, `fact ${taken} taken`, found);
}

/** What a consumer of these types takes of a stream: up to which fact, and how many. */
export function takenOf(types: readonly string[], wanted: ReadonlySet<string>): { taken: number; applied: number } {
  return { taken: types.findLastIndex((type) => wanted.has(type)) + 1, applied: types.filter((type) => wanted.has(type)).length };
}

type Count = Readonly<{ streams: string; right: string; wrong: string | null }>;

async function count(databases: AuditDatabases, service: ServiceName, { topic, firstKey, lastKey }: MadeUp, rows: string, right: string): Promise<Count> {
  const [found] = await databases.query<Count>(
    service,
    `select count(*) as streams, count(*) filter (where ${right}) as right, min(key) filter (where not (${right})) as wrong
     from ${rows} s where topic = $1 and key between $2 and $3`,
    [topic, firstKey, lastKey],
  );
  return found!;
}

function told(what: string, streams: number, facts: string, { streams: there, right, wrong }: Count): Difference[] {
  if (Number(there) === streams && Number(right) === streams) return [];
  return [{ what, expected: `${streams} of them, ${facts}`, found: `${there} of them, ${right} so${wrong === null ? '' : `, ${wrong} not`}` }];
}

async function readFrom(databases: AuditDatabases, service: ServiceName): Promise<MadeUp[]> {
  const [table] = await databases.query<{ there: boolean }>(service, `select to_regclass('made_up_history') is not null as there`);
  if (!table!.there) return [];
  const rows = await databases.query<Omit<MadeUp, 'streams'> & { streams: string }>(
    service,
    'select topic, first_key as "firstKey", last_key as "lastKey", streams, types from made_up_history order by 1, 2',
  );
  return rows.map((row) => ({ ...row, streams: Number(row.streams) }));
}
