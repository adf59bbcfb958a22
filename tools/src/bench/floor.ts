import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '@millrace/kernel';
import pg from 'pg';
import { ROOT } from '../site/home.js';
import { load, type Timings } from './load.js';

export type FloorWorkload = 'order-to-cash' | 'place order' | 'journal entry' | 'commit';
export type FloorServer = Readonly<{ host: string; port: number; password: string }>;

/** What is beside the project on a machine where several systems are measured on the same work. */
const SHARED = join(ROOT, '..', 'shared', 'bench');
const NAMES: Readonly<Record<string, FloorWorkload>> = {
  'order-to-cash, five commits': 'order-to-cash',
  'place order': 'place order',
  'journal entry of 4 lines': 'journal entry',
};

/**
 * The least that the work must durably write, as plain SQL on the same server: rows of orders, stock, moves, entries and an
 * outbox row per step, in five commits of three owners. By pgbench and the shared statements where both are there, else
 * by our own statements through the driver, which costs more and so is a lower floor.
 */
export async function measureFloor(
  server: FloorServer,
  clients: number,
  seconds: number,
): Promise<Readonly<{ by: string; floor: ReadonlyMap<FloorWorkload, Timings> }>> {
  const shared = floorByPgbench(server, clients, seconds);
  const own = await floorByDriver(server, clients, seconds, shared ? ['commit'] : ['commit', 'order-to-cash', 'place order', 'journal entry']);
  return { by: shared ? 'pgbench' : 'the driver', floor: new Map([...(shared ?? []), ...own]) };
}

function floorByPgbench({ host, port, password }: FloorServer, clients: number, seconds: number): Map<FloorWorkload, Timings> | undefined {
  const script = join(SHARED, 'floor');
  if (!existsSync(script)) return undefined;
  const env = { ...process.env, PGHOST: host, PGPORT: String(port), PGUSER: 'postgres', PGPASSWORD: password };
  const { status, stdout } = spawnSync(script, ['--seconds', String(seconds), '--clients', String(clients)], { env, encoding: 'utf8' });
  if (status !== 0) return undefined;
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { workload: string; per_second: number; p50_ms: number; p95_ms: number });
  return new Map(
    lines.map(({ workload, per_second: perSecond, p50_ms: p50, p95_ms: p95 }) => [
      NAMES[workload]!,
      { operations: Math.round(perSecond * seconds), seconds, perSecond, p50, p95, p99: p95 },
    ]),
  );
}

async function floorByDriver(
  { host, port, password }: FloorServer,
  clients: number,
  seconds: number,
  wanted: readonly FloorWorkload[],
): Promise<Map<FloorWorkload, Timings>> {
  const admin = new pg.Client({ host, port, user: 'postgres', password, database: 'postgres' });
  await admin.connect();
  await admin.query('drop database if exists bench_floor with (force)');
  await admin.query('create database bench_floor');
  const pool = new pg.Pool({ host, port, user: 'postgres', password, database: 'bench_floor', max: clients });
  try {
    await pool.query(SCHEMA);
    const random = new Random(1);
    const found = new Map<FloorWorkload, Timings>();
    for (const workload of wanted) found.set(workload, await load(() => once(pool, WORK[workload], random), clients, Math.min(seconds, 5)));
    return found;
  } finally {
    await pool.end();
    await admin.query('drop database if exists bench_floor with (force)');
    await admin.end();
  }
}

const SCHEMA = `
  create table sale (id uuid primary key, customer int not null, state int not null, total numeric not null);
  create table sale_line (sale uuid not null, item int not null, quantity int not null, price numeric not null);
  create index on sale_line (sale);
  create table stock (item int primary key, on_hand bigint not null, reserved bigint not null);
  insert into stock select n, 1000000000, 0 from generate_series(1, 1000) n;
  create table move (sale uuid not null, item int not null, quantity int not null);
  create index on move (item); create index on move (sale);
  create table entry (id uuid primary key, kind int not null, document uuid not null);
  create table entry_line (entry uuid not null references entry, account int not null, party int, debit numeric not null, credit numeric not null);
  create index on entry_line (entry); create index on entry_line (account);
  create table told (id bigserial primary key, topic text not null, key uuid not null, body jsonb not null);
  create table mark (n bigserial primary key)`;

type Step = (sale: string, item: number) => readonly (readonly [sql: string, values: readonly unknown[]])[];

const tell: (topic: string) => Step = (topic) => (sale) => [
  ['insert into told (topic, key, body) values ($1, $2, $3)', [topic, sale, `{"type":"${topic}","lines":[1,2,3]}`]],
];
const place: Step = (sale, item) => [
  ['insert into sale values ($1, $2, 0, 60)', [sale, item % 200]],
  ['insert into sale_line select $1, $2 + n, n, 10 from generate_series(1, 3) n', [sale, item]],
  ...tell('placed')(sale, item),
];
const reserve: Step = (sale, item) => [
  ['update stock set reserved = reserved + item - $1 where item between $1 + 1 and $1 + 3', [item]],
  ...tell('reserved')(sale, item),
];
const ship: Step = (sale, item) => [
  ['update stock set on_hand = on_hand - (item - $1), reserved = reserved - (item - $1) where item between $1 + 1 and $1 + 3', [item]],
  ['insert into move select $1, $2 + n, -n from generate_series(1, 3) n', [sale, item]],
  ...tell('shipped')(sale, item),
];
const entry =
  (lines: number, topic?: string): Step =>
  (sale, item) => [
    [
      `with e as (insert into entry values (gen_random_uuid(), 1, $1) returning id)
     insert into entry_line select e.id, 10 + n, $2, case n when 1 then 60 else 0 end, case n when 1 then 0 else 60.0 / ($3 - 1) end from e, generate_series(1, $3::int) n`,
      [sale, item % 200, lines],
    ],
    ...(topic ? tell(topic)(sale, item) : []),
  ];
const close: Step = (sale, item) => [...entry(2, 'paid')(sale, item), ['update sale set state = 3 where id = $1', [sale]]];

const WORK: Readonly<Record<FloorWorkload, readonly Step[]>> = {
  'order-to-cash': [place, reserve, ship, entry(4, 'invoiced'), close],
  'place order': [place],
  'journal entry': [entry(4)],
  commit: [() => [['insert into mark default values', []]]],
};

async function once(pool: pg.Pool, steps: readonly Step[], random: Random): Promise<void> {
  const client = await pool.connect();
  const [sale, item] = [crypto.randomUUID(), 1 + random.below(990)];
  try {
    for (const step of steps) {
      await client.query('begin');
      for (const [sql, values] of step(sale, item)) await client.query({ name: sql.slice(0, 60), text: sql, values: [...values] });
      await client.query('commit');
    }
  } finally {
    client.release();
  }
}
