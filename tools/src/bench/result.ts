import type { AuditReport } from '../audit/finding.js';
import type { Floor } from './floor.js';
import type { machine } from './settings.js';
import type { Case, CaseTimings } from './workload.js';

/** What a case is held against: the mean of the readings before and after it. */
export type FloorBeside = Readonly<{ by: Floor['by']; clients: number; perSecond: number; p50: number; commitMs: readonly [before: number, after: number] }>;

export type CaseResult = Readonly<{
  workload: string;
  inFlight: number;
  /** Of the median run. */
  timings: CaseTimings;
  /** Operations a second of every run. */
  runs: readonly number[];
  floor?: FloorBeside;
  /** Operations a second ÷ the floor's. */
  ratio?: number;
  /** Half of the operations took at most so many times as long as half of the floor's. */
  p50Ratio?: number;
  /** p50, and operations a second, ÷ those of a smaller case. */
  growth?: Readonly<{ from: string; factor: number; perSecond: number }>;
  /** Milliseconds of processor time for one operation, by process. */
  cpuMs: Readonly<Record<string, number>>;
  /** Afterwards, by process. */
  memoryMiB: Readonly<Record<string, number>>;
}>;

export type BenchResult = Readonly<{
  at: string;
  machine: ReturnType<typeof machine>;
  seconds: number;
  runs: number;
  partitions: number;
  replicas: Readonly<Record<string, number>>;
  cases: readonly CaseResult[];
  skipped: readonly Readonly<{ workload: string; why: string }>[];
  audit: AuditReport;
  /** Where the profiles are, and what they say. */
  profile?: Readonly<{ folder: string; text: string }>;
}>;

/** What two readings of the floor say of the time between them. */
export function floorBeside({ workload, clients }: NonNullable<Case['floor']>, before: Floor, after: Floor): FloorBeside {
  const readings = [before, after].map(({ reached }) => reached.get(workload)!);
  const mean = (of: 'perSecond' | 'p50') => readings.reduce((sum, each) => sum + each[of], 0) / readings.length;
  return { by: before.by, clients, perSecond: mean('perSecond'), p50: mean('p50'), commitMs: [before.commitMs, after.commitMs] };
}

/** A case's figures beside its floor. */
export function ratiosOf({ perSecond, p50 }: CaseTimings, floor: FloorBeside | undefined): Pick<CaseResult, 'floor' | 'ratio' | 'p50Ratio'> {
  if (!floor) return {};
  return { floor, ratio: perSecond / floor.perSecond, ...(p50 === undefined ? {} : { p50Ratio: p50 / floor.p50 }) };
}

/** A case's figures beside those of the smaller one that it is held against, where that was measured before. */
export function growthOf(
  { against, inFlight }: Pick<Case, 'against' | 'inFlight'>,
  { p50, perSecond }: CaseTimings,
  before: readonly CaseResult[],
): Pick<CaseResult, 'growth'> {
  const base = before.find((each) => each.workload === against && each.inFlight === inFlight)?.timings;
  if (against === undefined || p50 === undefined || base?.p50 === undefined) return {};
  return { growth: { from: against, factor: p50 / base.p50, perSecond: perSecond / base.perSecond } };
}
