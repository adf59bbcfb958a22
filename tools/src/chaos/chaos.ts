import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '@millrace/kernel';
import { ensureCompany } from '../api/companies.js';
import type { AuditReport } from '../audit/finding.js';
import { Home } from '../site/home.js';
import { Supervisor } from '../supervisor/supervisor.js';
import { checkHistory } from './check-history.js';
import { type Fault, FAULTS } from './faults.js';
import { History } from './history.js';
import { NotHit, Rig } from './rig.js';
import { Traffic } from './traffic.js';

export type ChaosOptions = Readonly<{
  seed: number;
  minutes: number;
  /** Calls a second. */
  rate: number;
  /** Of the durations and counts of the matrix. */
  factor: number;
  /** One fault by its name or number; all of them one by one; else all of them and then some at random until the time is over. */
  fault?: string;
  all?: boolean;
  onProgress: (what: string) => void;
}>;

export type FaultResult = { readonly fault: Fault; hits: number; recoveredMs: number; proof: string; failure?: string };
export type ChaosResult = Readonly<{
  results: readonly FaultResult[];
  calls: number;
  unknown: number;
  report: AuditReport;
  history: readonly string[];
  passed: boolean;
  folder: string;
}>;

const RECOVERY_LIMIT_MS = 120_000;
const DRAIN_SECONDS = 180;

/**
 * Starts a suite of its own, makes business with it while it is broken in every known way, mends it, lets the log drain,
 * and holds books, log and what the callers were told against each other.
 *
 * The same seed makes the same traffic and the same order of faults; what the machine makes of it differs.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { seed, rate, factor, onProgress } = options;
  const home = new Home(join(Home.default().folder, 'chaos'));
  home.erase();
  mkdirSync(home.folder, { recursive: true, mode: 0o700 });
  const replicas = { orders: 2, inventory: 2, finance: 2 };
  const supervisor = new Supervisor({ home, replicas, onProgress, onShutDown: () => {} });
  await supervisor.start();
  const rig = new Rig(supervisor, home, factor);
  try {
    const random = new Random(seed);
    await foundCompany(rig, new History(home.path('history.jsonl')), random);
    onProgress(`${rate} calls a second begin`);
    rig.traffic.start(rate);
    const results = await breakThings(rig, random, options);
    await rig.traffic.stop();
    onProgress('all is mended; the log drains');
    const report = await rig.audit(DRAIN_SECONDS);
    const history = await checkHistory(rig.traffic.history, rig.api);
    const { calls } = rig.traffic.history;
    const passed = report.clean && history.length === 0 && results.every(({ failure }) => failure === undefined);
    return { results, calls: calls.length, unknown: calls.filter(({ outcome }) => outcome === 'unknown').length, report, history, passed, folder: home.folder };
  } finally {
    await rig.close();
    await supervisor.stop();
  }
}

async function foundCompany(rig: Rig, history: History, random: Random): Promise<void> {
  const company = { name: 'Chaos', country: 'GB', timeZone: 'Europe/London', baseCurrency: 'GBP' };
  const { companyId } = await ensureCompany(rig.administrator, company);
  rig.api = rig.administrator.forCompany(companyId);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: company.timeZone }).format(new Date());
  rig.traffic = new Traffic(rig.api, history, random, companyId, today);
  await rig.traffic.setUp();
}

async function breakThings(rig: Rig, random: Random, { fault: wanted, all, minutes, onProgress }: ChaosOptions): Promise<FaultResult[]> {
  const chosen = FAULTS.filter(({ id, name }) => wanted === undefined || wanted === id || wanted === name);
  if (chosen.length === 0) throw new Error(`There is no fault ${wanted}: ${FAULTS.map(({ name }) => name).join(', ')}.`);
  const results = new Map<Fault, FaultResult>(chosen.map((fault) => [fault, { fault, hits: 0, recoveredMs: 0, proof: '' }]));
  const possible = chosen.filter((fault) => 'inject' in fault);
  const turns = all || wanted !== undefined ? possible : shuffled(possible, random);
  const end = Date.now() + minutes * 60_000;
  await waitForBusiness(rig);
  for (const fault of turns) await carryOut(rig, results.get(fault)!, onProgress);
  while (!all && wanted === undefined && Date.now() < end) await carryOut(rig, results.get(random.pick(possible))!, onProgress);
  return [...results.values()];
}

/** Faults show only where there is something to break. */
async function waitForBusiness(rig: Rig): Promise<void> {
  await rig.traffic.probe(60_000);
  await rig.until(() => rig.traffic.history.of('payment', 'done').length >= 3, 60_000, 'the traffic did not get going');
}

async function carryOut(rig: Rig, result: FaultResult, onProgress: (what: string) => void): Promise<void> {
  const { fault } = result;
  if (!('inject' in fault)) return;
  onProgress(`${fault.id} ${fault.name}`);
  try {
    result.proof = await fault.inject(rig);
    result.hits += 1;
    const mendedAt = Date.now();
    await rig.allReady();
    if (!(await rig.traffic.probe(RECOVERY_LIMIT_MS))) throw new Error('orders did not reach an invoice again');
    result.recoveredMs = Math.max(result.recoveredMs, Date.now() - mendedAt);
  } catch (error) {
    result.failure ??= `${error instanceof NotHit ? 'not hit: ' : ''}${(error as Error).message}`;
    await rig.allReady().catch(() => {});
  }
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.map(() => left.splice(random.below(left.length), 1)[0]!);
}
