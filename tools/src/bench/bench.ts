import { rmSync } from 'node:fs';
import pg from 'pg';
import { runAudit } from '../audit/audit.js';
import { partitionsOfEnvironment } from '../site/environment-variables.js';
import { Home } from '../site/home.js';
import { readSecrets } from '../site/secrets.js';
import { siteIn } from '../site/site.js';
import type { Replicas, ServiceName } from '../site/topology.js';
import { PARTITIONS_HERE } from '../supervisor/prepare.js';
import { ANY_PORT } from '../supervisor/ports.js';
import { Supervisor } from '../supervisor/supervisor.js';
import type { FloorServer } from './floor.js';
import { writeHistory } from './history.js';
import { idle } from './idle.js';
import { journalEntry } from './journal-entry.js';
import { latency } from './latency.js';
import { lists } from './lists.js';
import { loadAll } from './load.js';
import { type Measuring, measureCase } from './measure-case.js';
import { month } from './month.js';
import { orderToCash } from './order-to-cash.js';
import { payroll } from './payroll.js';
import { door, placeOrder } from './place-order.js';
import { Profiling } from './profiling.js';
import { rebuild } from './rebuild.js';
import { reports } from './reports.js';
import type { BenchResult, CaseResult } from './result.js';
import { machine, POSTGRES } from './settings.js';
import { Shop } from './shop.js';
import type { Stage, Workload } from './workload.js';

/** In the order in which they run: lists read what those before them made. */
export const WORKLOADS = {
  'order-to-cash': orderToCash,
  'place-order': placeOrder,
  door,
  'journal-entry': journalEntry,
  lists,
  payroll,
  month,
  reports,
  idle,
  latency,
  rebuild,
} as const satisfies Record<string, Workload>;
export type WorkloadName = keyof typeof WORKLOADS;

export type BenchOptions = Readonly<{
  workloads: readonly WorkloadName[];
  /** Of one run of one case. */
  seconds: number;
  runs: number;
  inFlight: readonly number[];
  /** So many orders are in the tables before the workloads; the road is measured without them first. */
  orders?: number;
  partitions?: number;
  replicas: Replicas;
  /** Processes whose processor time is looked into, by kind. */
  profile: readonly string[];
  /** The data stay when all is done. */
  keep?: boolean;
  onProgress: (what: string) => void;
}>;

const SEED = 1;
/** Code runs fast only when it has run often. */
const WARM_UP_ORDERS = 1_500;
const WARM_UP_AT_ONCE = 32;
const DRAIN_SECONDS = 300;

/**
 * Measures a suite of its own, on fresh data, through its public API, beside what plain SQL reaches on the same server
 * in the same minutes; and proves by the audit that what was counted was done.
 */
export async function runBench(options: BenchOptions, calledOff: AbortSignal): Promise<BenchResult> {
  const { replicas, partitions, profile, onProgress } = options;
  const home = new Home(Home.default().path('bench'));
  home.make();
  const profiling = new Profiling(home.path('profiles'), profile);
  const supervisor = new Supervisor({
    home,
    port: ANY_PORT,
    fresh: true,
    replicas,
    partitions,
    postgres: { ...POSTGRES, ...profiling.postgres },
    shape: profiling.shape,
    onProgress,
    onShutDown: () => {},
  });
  const off = new Promise<never>((_, reject) => calledOff.addEventListener('abort', () => reject(calledOff.reason as Error), { once: true }));
  try {
    return await Promise.race([off, supervisor.start().then(() => measure(supervisor, home, profiling, options))]);
  } finally {
    await supervisor.stop();
    if (!options.keep) for (const name of ['postgres', 'kafka']) rmSync(home.path(name), { recursive: true, force: true });
  }
}

async function measure(supervisor: Supervisor, home: Home, profiling: Profiling, options: BenchOptions): Promise<BenchResult> {
  const { seconds, runs, inFlight, replicas, partitions, onProgress } = options;
  const site = siteIn(home);
  const { host, port } = site.databases.orders;
  const server: FloorServer = { host, port, user: 'postgres', password: readSecrets(home)!.postgres };
  onProgress('making a company with its items and customers');
  const shop = await Shop.open(site, 'Bench', SEED);
  onProgress('warming up');
  await loadAll(() => shop.orderToCash(), WARM_UP_AT_ONCE, WARM_UP_ORDERS);
  const asOwner: Stage['asOwner'] = (service, work) => asOwnerOf(server, service, work);
  const found = await runAll(
    { supervisor, site, shop, inFlight, onProgress, asOwner, orders: 0 },
    { supervisor, server, profiling, seconds, runs, onProgress },
    options,
  );
  await shop.close();
  const audit = await runAudit(site, { waitSeconds: DRAIN_SECONDS, onProgress });
  return {
    at: new Date().toISOString(),
    machine: machine(),
    seconds,
    runs,
    partitions: partitionsOfEnvironment() ?? partitions ?? PARTITIONS_HERE,
    replicas,
    ...found,
    audit,
    profile: profiling.summary(),
  };
}

async function runAll(
  stage: Stage,
  measuring: Measuring,
  { workloads, orders = 0, onProgress }: BenchOptions,
): Promise<Pick<BenchResult, 'cases' | 'skipped'>> {
  const cases: CaseResult[] = [];
  const skipped: { workload: string; why: string }[] = [];
  const run = async (names: readonly WorkloadName[], where: Stage) => {
    for (const name of names) {
      onProgress(name);
      const made = await WORKLOADS[name](where);
      if (typeof made === 'string') skipped.push({ workload: name, why: made });
      else for (const each of made) cases.push(await measureCase(each, measuring, cases));
    }
  };
  if (orders > 0) {
    await run(
      workloads.filter((name) => name === 'order-to-cash'),
      stage,
    );
    onProgress(`writing ${orders.toLocaleString('en')} orders`);
    await writeHistory(stage, orders);
  }
  await run(workloads, { ...stage, orders });
  return { cases, skipped };
}

async function asOwnerOf<T>(server: FloorServer, service: ServiceName, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...server, database: service });
  client.on('error', () => {}); // A lost connection is told by the statement that needs it.
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
