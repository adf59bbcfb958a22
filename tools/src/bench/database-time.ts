import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { FloorServer } from './floor.js';

/** `ms` is planning and execution together. */
export type StatementTime = Readonly<{ database: string; calls: number; ms: number; planMs: number; rows: number; walBytes: number; statement: string }>;
/** How often sessions at work were found waiting for something, or on a processor. */
export type Wait = Readonly<{ database: string; waitsFor: string; found: number }>;
export type DatabaseTime = Readonly<{ statements: readonly StatementTime[]; waits: readonly Wait[] }>;

/** The library that counts statements must be loaded with the server. */
export const COUNTING: Readonly<Record<string, string>> = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.max': '10000',
  'pg_stat_statements.track_planning': 'on',
};

const SAMPLE_MS = 50;
const LISTED = 40;

const STATEMENTS = `
  select d.datname as database, sum(s.calls)::float8 as calls, sum(s.total_exec_time + s.total_plan_time) as ms, sum(s.total_plan_time) as "planMs",
    sum(s.rows)::float8 as rows, sum(s.wal_bytes)::float8 as "walBytes",
    regexp_replace(s.query, '\\s+', ' ', 'g') as statement
  from pg_stat_statements s join pg_database d on d.oid = s.dbid
  where d.datname not in ('postgres', 'bench_floor', 'floor') group by d.datname, statement order by ms desc limit ${LISTED}`;
const ACTIVE = `
  select datname as database, coalesce(wait_event_type || ': ' || wait_event, 'on a processor') as "waitsFor", count(*)::int as found
  from pg_stat_activity where state = 'active' and backend_type = 'client backend' and pid <> pg_backend_pid() group by 1, 2`;

/** Does work, and finds out what the database did meanwhile. */
export async function watchDatabase(server: FloorServer, work: () => Promise<void>): Promise<DatabaseTime> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  const found = new Map<string, Wait>();
  try {
    await client.query('create extension if not exists pg_stat_statements');
    await client.query('select pg_stat_statements_reset()');
    let isDone = false;
    const sampling = sampleUntil(client, found, () => isDone);
    await work().finally(() => (isDone = true));
    await sampling;
    const { rows: statements } = await client.query<StatementTime>(STATEMENTS);
    return { statements, waits: [...found.values()].sort((a, b) => b.found - a.found) };
  } finally {
    await client.end();
  }
}

async function sampleUntil(client: pg.Client, found: Map<string, Wait>, isDone: () => boolean): Promise<void> {
  for (; !isDone(); await sleep(SAMPLE_MS)) addAll(found, (await client.query<Wait>(ACTIVE)).rows);
}

function addAll(found: Map<string, Wait>, rows: readonly Wait[]): void {
  for (const row of rows) {
    const key = `${row.database} ${row.waitsFor}`;
    found.set(key, { ...row, found: row.found + (found.get(key)?.found ?? 0) });
  }
}
