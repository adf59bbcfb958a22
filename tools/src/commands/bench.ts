import { type BenchOptions, runBench, WORKLOADS, type WorkloadName } from '../bench/bench.js';
import { textOf } from '../bench/tables.js';
import { nearest } from '../site/nearest.js';
import type { Replicas } from '../site/topology.js';
import { printReport } from './audit.js';
import { InterruptedBySignal, onSignal } from './interruption.js';
import { bold, green, print, printJson, progress, red } from './output.js';

export type BenchCommand = Readonly<{
  seconds: number;
  runs: number;
  inFlight: readonly number[];
  orders?: number;
  partitions?: number;
  replicas: Replicas;
  profile?: readonly string[];
  keep?: boolean;
  json?: boolean;
}>;

export async function bench(names: readonly string[], { profile = [], json, ...command }: BenchCommand): Promise<void> {
  const options: BenchOptions = { ...command, profile, workloads: workloadsOf(names), onProgress: progress };
  const calledOff = new AbortController();
  onSignal(() => calledOff.abort(new InterruptedBySignal('the benchmark was called off')));
  const result = await runBench(options, calledOff.signal);
  process.exitCode = result.audit.clean ? 0 : 1;
  if (json) return printJson(result);
  print(textOf(result));
  if (result.profile) print(`\n${result.profile.text}\n\nThe profiles are in ${result.profile.folder}.`);
  if (!result.audit.clean) printReport(result.audit);
  const compared = result.audit.findings.reduce((sum, each) => sum + each.compared, 0);
  print(`\n${bold('Audit')}: ${result.audit.clean ? green('clean') : red('not clean')} (${result.audit.facts} facts, ${compared} comparisons)`);
}

/** Every workload, when none is named. @throws Error that names what there is. */
function workloadsOf(names: readonly string[]): WorkloadName[] {
  const known = Object.keys(WORKLOADS) as WorkloadName[];
  for (const name of names)
    if (!known.some((each) => each === name)) throw new Error(`There is no workload ${name}.${nearest(name, known)} There are ${known.join(', ')}.`);
  return names.length === 0 ? known : known.filter((each) => names.includes(each));
}
