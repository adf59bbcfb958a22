import { table } from '../commands/output.js';
import type { BenchResult, CaseResult } from './result.js';

/** So many digits that three of them count. */
export const figure = (value: number | undefined) =>
  value === undefined ? '-' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const HEAD = ['workload', 'in flight', 'per second', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms', '÷ floor', 'p50 ÷ floor', '÷ least', 'p50 ÷ least'];

/** A line for each case: how many a second, how long each took, and beside what. */
export const speedTable = (cases: readonly CaseResult[]): string =>
  table(
    HEAD,
    cases.map(({ workload, inFlight, timings, cpuMs, ratio, p50Ratio, growth }) => [
      workload,
      inFlight,
      ...[timings.perSecond, timings.p50, timings.p95, timings.p99, sumOf(cpuMs), ratio, p50Ratio, growth?.perSecond, growth?.factor].map(figure),
    ]),
  );

/** Processor time of an operation, process by process. */
export const processorTable = (cases: readonly CaseResult[]) => byProcess(cases, ({ cpuMs }) => cpuMs);

/** Memory after each case, process by process. */
export const memoryTable = (cases: readonly CaseResult[]) => byProcess(cases, ({ memoryMiB }) => memoryMiB);

/** What the cases were held against. */
export function floorTable(cases: readonly CaseResult[]): string {
  const held = cases.flatMap(({ workload, inFlight, floor }) => (floor ? [{ workload, inFlight, floor }] : []));
  return table(
    ['floor of', 'in flight', 'clients', 'by', 'per second', 'p50 ms', 'commit ms before', 'after'],
    held.map(({ workload, inFlight, floor: { clients, by, perSecond, p50, commitMs } }) => [
      workload,
      inFlight,
      clients,
      by,
      ...[perSecond, p50, ...commitMs].map(figure),
    ]),
  );
}

/** Everything for people, under headings. */
export function textOf({ cases, skipped, seconds, runs, partitions, replicas, machine }: BenchResult): string {
  const counts = Object.entries(replicas).map(([name, count]) => `${count} × ${name}`);
  return [
    `${machine.cores} cores, ${machine.memoryMiB} MiB; ${partitions} partitions a topic; ${counts.join(', ') || 'one process of each service'}; ${runs} × ${seconds} s, the median`,
    speedTable(cases),
    ...(cases.some(({ floor }) => floor) ? [`What they are held against\n${floorTable(cases)}`] : []),
    `Processor time of one operation, in ms\n${processorTable(cases)}`,
    `Memory afterwards, in MiB\n${memoryTable(cases)}`,
    ...skipped.map(({ workload, why }) => `${workload} was left out: ${why}.`),
  ].join('\n\n');
}

function byProcess(cases: readonly CaseResult[], of: (each: CaseResult) => Readonly<Record<string, number>>): string {
  const names = [...new Set(cases.flatMap((each) => Object.keys(of(each))))];
  const rows = cases.map((each) => [each.workload, each.inFlight, ...names.map((name) => figure(of(each)[name])), figure(sumOf(of(each)))]);
  return table(['workload', 'in flight', ...names, 'all'], rows);
}

const sumOf = (values: Readonly<Record<string, number>>) => Object.values(values).reduce((sum, each) => sum + each, 0);
