import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Random } from '@millrace/kernel';
import pg from 'pg';
import { type FloorWorkload, SCHEMA, type Step, WORK } from './floor-work.js';
import { load, type Timings } from './load.js';
import { SHARED } from './settings.js';

export type FloorServer = Readonly<{ host: string; port: number; user: string; password: string }>;

/** One reading of what plain SQL reaches. */
export type Floor = Readonly<{ by: 'pgbench' | 'driver'; clients: number; reached: ReadonlyMap<FloorWorkload, FloorTimings>; commitMs: number }>;
export type FloorTimings = Pick<Timings, 'perSecond' | 'p50' | 'p95'>;

/** Runs the statements that other systems are held against too. */
const SCRIPT = join(SHARED, 'bench', 'floor');
const NAMES: Readonly<Record<string, FloorWorkload>> = {
  'order-to-cash, five commits': 'order-to-cash',
  'place order': 'place order',
  'journal entry of 4 lines': 'journal entry',
};
/** What the script ends with where pgbench or psql are not installed. */
const LACKING: ReadonlySet<unknown> = new Set([3, 127]);
const PROBE_SECONDS = 2;
const DATABASE = 'bench_floor';

/**
 * What plain SQL reaches on the same server with the least that the work must durably write: in five commits of three
 * owners for order-to-cash. By the statements that other systems are held against and pgbench, where both are there; else
 * by our own through the driver, which costs more, so that the floor is lower. Beside it, how long a bare commit takes.
 */
export async function measureFloor(server: FloorServer, clients: number, seconds: number): Promise<Floor> {
  const shared = await floorByPgbench(server, clients, seconds);
  const own = await floorByDriver(server, clients, seconds, shared ? [] : ['order-to-cash', 'place order', 'journal entry']);
  return { by: shared ? 'pgbench' : 'driver', clients, reached: shared ?? own.reached, commitMs: own.commitMs };
}

/** Undefined where the statements or pgbench are not there. */
async function floorByPgbench(
  { host, port, user, password }: FloorServer,
  clients: number,
  seconds: number,
): Promise<Map<FloorWorkload, FloorTimings> | undefined> {
  if (!existsSync(SCRIPT)) return undefined;
  const env = { ...process.env, PGHOST: host, PGPORT: String(port), PGUSER: user, PGPASSWORD: password };
  try {
    const { stdout } = await promisify(execFile)(SCRIPT, ['--seconds', String(seconds), '--clients', String(clients)], { env });
    return readFloor(stdout);
  } catch (error) {
    if (LACKING.has((error as { code: unknown }).code)) return undefined;
    throw error;
  }
}

/** An object a line. */
export function readFloor(text: string): Map<FloorWorkload, FloorTimings> {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { workload: string; per_second: number; p50_ms: number; p95_ms: number });
  return new Map(
    lines.flatMap(({ workload, per_second: perSecond, p50_ms: p50, p95_ms: p95 }) => {
      const name = NAMES[workload];
      return name ? [[name, { perSecond, p50, p95 }] as const] : [];
    }),
  );
}

export async function floorByDriver(server: FloorServer, clients: number, seconds: number, wanted: readonly FloorWorkload[]) {
  const admin = new pg.Client({ ...server, database: 'postgres' });
  await admin.connect();
  try {
    await admin.query(`drop database if exists ${DATABASE} with (force)`);
    await admin.query(`create database ${DATABASE}`);
    return await inFloorDatabase(server, clients, async (pool) => {
      const random = new Random(1);
      const reached = new Map<FloorWorkload, FloorTimings>();
      for (const workload of wanted) reached.set(workload, await load(() => once(pool, WORK[workload], random), clients, seconds));
      const { p50: commitMs } = await load(() => once(pool, WORK.commit, random), 1, Math.min(seconds, PROBE_SECONDS));
      return { reached, commitMs };
    });
  } finally {
    await admin.query(`drop database if exists ${DATABASE} with (force)`);
    await admin.end();
  }
}

async function inFloorDatabase<T>(server: FloorServer, clients: number, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ ...server, database: DATABASE, max: clients });
  pool.on('error', () => {}); // The database may be gone before the last connection is.
  try {
    await pool.query(SCHEMA);
    return await work(pool);
  } finally {
    await pool.end();
  }
}

async function once(pool: pg.Pool, steps: readonly Step[], random: Random): Promise<void> {
  const client = await pool.connect();
  const [sale, item] = [crypto.randomUUID(), 1 + random.below(990)];
  try {
    for (const step of steps) {
      await client.query('begin');
      for (const { name, text, values } of step(sale, item)) await client.query({ name, text, values: [...values] });
      await client.query('commit');
    }
  } finally {
    client.release();
  }
}
