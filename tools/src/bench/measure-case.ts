import type { Supervisor } from '../supervisor/supervisor.js';
import { type Floor, type FloorServer, measureFloor } from './floor.js';
import { medianOf } from './load.js';
import { perOperation, processorTimes } from './processor-time.js';
import type { Profiling } from './profiling.js';
import { type CaseResult, floorBeside, growthOf, ratiosOf } from './result.js';
import type { Case, CaseTimings } from './workload.js';
import { figure } from './tables.js';

export type Measuring = Readonly<{
  supervisor: Supervisor;
  server: FloorServer;
  profiling: Profiling;
  seconds: number;
  runs: number;
  onProgress: (what: string) => void;
}>;

const FLOOR_SECONDS = 5;

type Costs = { timings: CaseTimings[]; cpuMs: Map<string, number>; operations: number };

/** Runs a case as often as asked, between two readings of what it is held against. */
export async function measureCase(each: Case, measuring: Measuring, before: readonly CaseResult[]): Promise<CaseResult> {
  const { supervisor, server, onProgress } = measuring;
  const readFloor = () => (each.floor ? measureFloor(server, each.floor.clients, Math.min(measuring.seconds, FLOOR_SECONDS)) : undefined);
  const floorBefore = await readFloor();
  const { timings, cpuMs, operations } = await runAll(each, measuring);
  const memoryMiB = Object.fromEntries(supervisor.status().map(({ name, memoryMiB: memory }) => [name, memory]));
  const floorAfter = await readFloor();
  const median = medianOf(timings);
  const result = {
    workload: each.name,
    inFlight: each.inFlight,
    timings: median,
    runs: timings.map(({ perSecond }) => perSecond),
    ...ratiosOf(median, each.floor && floorBeside(each.floor, floorBefore as Floor, floorAfter as Floor)),
    ...growthOf(each, median, before),
    cpuMs: perOperation(new Map(), cpuMs, operations),
    memoryMiB,
  };
  onProgress(`${each.name}, ${each.inFlight} in flight: ${figure(median.perSecond)} a second${result.ratio ? `, ${figure(result.ratio)} of the floor` : ''}`);
  return result;
}

async function runAll(each: Case, { supervisor, server, profiling, seconds, runs }: Measuring): Promise<Costs> {
  const costs: Costs = { timings: [], cpuMs: new Map(), operations: 0 };
  for (let run = 0; run < (each.once ? 1 : runs); run++) {
    await each.prepare?.();
    if (run === 0) await each.warmUp?.();
    await profiling.around(`${each.name}, ${each.inFlight}`, server, supervisor.status(), async () => {
      const from = timesOf(supervisor);
      const timings = await each.run(seconds);
      for (const [name, ms] of timesOf(supervisor)) costs.cpuMs.set(name, (costs.cpuMs.get(name) ?? 0) + ms - (from.get(name) ?? 0));
      costs.operations += timings.operations;
      costs.timings.push(timings);
    });
    await each.prove?.();
  }
  return costs;
}

/** Of all processes, and of this one, which makes the calls. */
function timesOf(supervisor: Supervisor): ReadonlyMap<string, number> {
  const { user, system } = process.cpuUsage();
  return new Map([...processorTimes(supervisor.status()), ['client', (user + system) / 1_000]]);
}
