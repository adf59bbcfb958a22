import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '@millrace/kernel';
import { ensureCompany } from '../api/companies.js';
import { isClean } from '../audit/audit.js';
import type { AuditReport } from '../audit/finding.js';
import { Home } from '../site/home.js';
import { ANY_PORT } from '../supervisor/ports.js';
import { Supervisor } from '../supervisor/supervisor.js';
import { checkHistory } from './check-history.js';
import { type Fault, FAULTS } from './faults.js';
import { Ground } from './ground.js';
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
  /** These faults, by name or number; all of them one by one; else all of them and then some at random until the time is over. */
  faults?: readonly string[];
  all?: boolean;
  /** Where its data, logs and history go; what was there is erased. */
  folder?: string;
  /** Another checkout with a build, for two versions side by side. */
  previous?: string;
  onProgress: (what: string) => void;
}>;

export type FaultResult = {
  readonly fault: Fault;
  hits: number;
  recoveredMs: number;
  proof: string;
  failure?: string;
  /** Why this run could not do it. */
  whyNot?: string;
};
export type ChaosResult = Readonly<{
  results: readonly FaultResult[];
  calls: number;
  unknown: number;
  reports: readonly AuditReport[];
  history: readonly string[];
  passed: boolean;
  folder: string;
}>;

const RECOVERY_LIMIT_MS = 120_000;
const DRAIN_SECONDS = 180;

/**
 * Starts a suite of its own, makes business with it while it is broken in every known way, mends it, lets the log drain,
 * and holds books, log and what the callers were told against each other. What needs several brokers has another suite.
 *
 * The same seed makes the same traffic and the same order of faults; what the machine makes of it differs.
 *
 * @param calledOff Ends it before it is done; what it started and mounted is taken away.
 */
export async function runChaos(options: ChaosOptions, calledOff: AbortSignal = new AbortController().signal): Promise<ChaosResult> {
  const chosen = chosenFaults(options.faults);
  const folder = options.folder ?? join(Home.default().folder, 'chaos');
  rmSync(folder, { recursive: true, force: true });
  const brokers = [...new Set(chosen.map(({ needs }) => needs.brokers ?? 1))].sort((a, b) => a - b);
  const parts: ChaosResult[] = [];
  for (const count of brokers) {
    const faults = chosen.filter(({ needs }) => (needs.brokers ?? 1) === count);
    parts.push(await runOn(count, faults, join(folder, count === 1 ? 'one-broker' : `${count}-brokers`), options, calledOff));
  }
  const inOrder = new Map(FAULTS.map((fault, index) => [fault, index]));
  return {
    results: parts.flatMap(({ results }) => results).sort((a, b) => inOrder.get(a.fault)! - inOrder.get(b.fault)!),
    calls: parts.reduce((sum, { calls }) => sum + calls, 0),
    unknown: parts.reduce((sum, { unknown }) => sum + unknown, 0),
    reports: parts.flatMap(({ reports }) => reports),
    history: parts.flatMap(({ history }) => history),
    passed: parts.every(({ passed }) => passed),
    folder,
  };
}

async function runOn(brokers: number, faults: readonly Fault[], folder: string, options: ChaosOptions, calledOff: AbortSignal): Promise<ChaosResult> {
  const { onProgress } = options;
  const home = new Home(join(folder, 'suite'));
  const ground = await Ground.make(home, brokers);
  const supervisor = new Supervisor({
    home,
    port: ANY_PORT,
    brokers,
    replicas: { orders: 2, inventory: 2, finance: 2 },
    shape: ground.shape,
    kafkaDoors: ground.network?.kafkaDoors,
    postgres: { max_wal_size: '256MB' },
    onProgress,
    onShutDown: () => {},
  });
  const off = new Promise<never>((_, reject) => calledOff.addEventListener('abort', () => reject(calledOff.reason as Error), { once: true }));
  let rig: Rig | undefined;
  const run = async () => {
    calledOff.throwIfAborted();
    await supervisor.start();
    rig = new Rig(supervisor, ground, home, options.factor);
    rig.previous = options.previous;
    return breakAndProve(rig, faults, folder, options);
  };
  try {
    return await Promise.race([off, run()]);
  } finally {
    await rig?.close();
    await supervisor.stop();
    await ground.close(join(folder, 'logs'));
  }
}

async function breakAndProve(rig: Rig, faults: readonly Fault[], folder: string, options: ChaosOptions): Promise<ChaosResult> {
  const { seed, rate, onProgress } = options;
  const random = new Random(seed);
  await foundCompany(rig, new History(join(folder, 'history.jsonl')), random);
  onProgress(`${rate} calls a second begin`);
  rig.traffic.start(rate);
  const results = await breakThings(rig, random, faults, options);
  await rig.traffic.stop();
  onProgress('all is mended; the log drains');
  const proven = await prove(rig);
  const { calls } = rig.traffic.history;
  const passed = proven.history.length === 0 && proven.reports.every(({ clean }) => clean) && results.every(({ failure }) => failure === undefined);
  const unknown = calls.filter(({ outcome }) => outcome === 'unknown').length;
  return { results, calls: calls.length, unknown, ...proven, passed, folder };
}

/** The audit and the callers' history; where one cannot be made, that is a difference too, and the rest is still told. */
async function prove(rig: Rig): Promise<Pick<ChaosResult, 'reports' | 'history'>> {
  try {
    const report = butForeign(await rig.audit(DRAIN_SECONDS), rig.foreignKeys);
    return { reports: [report], history: await checkHistory(rig.traffic.history, rig.api) };
  } catch (error) {
    return { reports: [], history: [`nothing could be proven: ${(error as Error).message}`] };
  }
}

/** The audit names what no service ever told, as it should: here it was chaos that put it on the log. */
function butForeign(report: AuditReport, keys: ReadonlySet<string>): AuditReport {
  const isForeign = (what: string) => what.startsWith('stream ') && keys.has(what.slice(what.lastIndexOf(' ') + 1));
  const findings = report.findings.map((finding) => ({ ...finding, differences: finding.differences.filter(({ what }) => !isForeign(what)) }));
  return { ...report, findings, clean: isClean({ ...report, findings }) };
}

/** @throws Error that names what there is, when there is no such fault. */
function chosenFaults(wanted: readonly string[] | undefined): readonly Fault[] {
  if (!wanted) return FAULTS;
  return wanted.map((each) => {
    const fault = FAULTS.find(({ id, name }) => each === id || each === name);
    if (!fault) throw new Error(`There is no fault ${each}: ${FAULTS.map(({ name }) => name).join(', ')}.`);
    return fault;
  });
}

/** What this run lacks for a fault. */
function whyNot({ needs }: Fault, { ground, previous }: Rig): string | undefined {
  if (needs.disk && !ground.hasOwnDisk) return 'only root can give the suite a disk of its own';
  if (needs.previous && !previous) return 'name another checkout with a build by --previous';
  return undefined;
}

async function foundCompany(rig: Rig, history: History, random: Random): Promise<void> {
  const company = { name: 'Chaos', country: 'GB', timeZone: 'Europe/London', baseCurrency: 'GBP' };
  const { companyId } = await ensureCompany(rig.administrator, company);
  rig.api = rig.administrator.forCompany(companyId);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: company.timeZone }).format(new Date());
  rig.traffic = new Traffic(rig.api, history, random, companyId, today);
  await rig.traffic.setUp();
}

async function breakThings(rig: Rig, random: Random, faults: readonly Fault[], options: ChaosOptions): Promise<FaultResult[]> {
  const { all, faults: wanted, minutes, onProgress } = options;
  const results = new Map<Fault, FaultResult>(faults.map((fault) => [fault, { fault, hits: 0, recoveredMs: 0, proof: '', whyNot: whyNot(fault, rig) }]));
  const possible = faults.filter((fault) => results.get(fault)!.whyNot === undefined);
  const atRandom = !all && !wanted;
  const end = Date.now() + minutes * 60_000;
  await waitForBusiness(rig);
  for (const fault of atRandom ? shuffled(possible, random) : possible) await carryOut(rig, results.get(fault)!, onProgress);
  while (atRandom && rig.ground.network && Date.now() < end) await carryOut(rig, results.get(random.pick(possible))!, onProgress);
  return [...results.values()];
}

/** Faults show only where there is something to break. */
async function waitForBusiness(rig: Rig): Promise<void> {
  await rig.traffic.probe(60_000);
  await rig.until(() => rig.traffic.history.of('payment', 'done').length >= 3, 60_000, 'the traffic did not get going');
}

async function carryOut(rig: Rig, result: FaultResult, onProgress: (what: string) => void): Promise<void> {
  const { fault } = result;
  onProgress(`${fault.id} ${fault.name}: ${fault.title}`);
  try {
    result.proof = await fault.inject(rig);
    result.hits += 1;
    const mendedAt = new Date();
    await rig.allReady();
    if (!(await rig.traffic.probe(RECOVERY_LIMIT_MS))) throw new Error('orders did not reach an invoice again');
    await rig.drained(mendedAt, RECOVERY_LIMIT_MS);
    result.recoveredMs = Math.max(result.recoveredMs, Date.now() - mendedAt.getTime());
    onProgress(`${fault.id} ${result.proof}; recovered in ${((Date.now() - mendedAt.getTime()) / 1_000).toFixed(1)} s`);
  } catch (error) {
    result.failure ??= `${error instanceof NotHit ? 'not hit: ' : ''}${(error as Error).message}`;
    onProgress(`${fault.id} FAILED ${result.failure}`);
    await rig.allReady().catch(() => {});
  }
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.map(() => left.splice(random.below(left.length), 1)[0]!);
}
