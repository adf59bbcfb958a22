import { setTimeout as sleep } from 'node:timers/promises';

/** How a workload went: operations a second and how long each took, in milliseconds. */
export type Timings = Readonly<{ operations: number; seconds: number; perSecond: number; p50: number; p95: number; p99: number }>;

/** An operation of a workload; `at` counts from 0 over all callers. */
export type Operation = (at: number) => Promise<unknown>;

/**
 * Keeps so many operations in flight for so many seconds: whoever ends one begins the next. What is under way at the end
 * ends, and counts with the time that it took.
 */
export function load(operation: Operation, inFlight: number, seconds: number): Promise<Timings> {
  const end = performance.now() + seconds * 1_000;
  return keepBusy(operation, inFlight, () => performance.now() < end);
}

/** The same for a number of operations that is given. */
export function loadAll(operation: Operation, inFlight: number, count: number): Promise<Timings> {
  return keepBusy(operation, inFlight, (begun) => begun < count);
}

/**
 * Begins so many operations a second for so many seconds, whatever becomes of those before.
 *
 * @throws the first error of an operation, when all have ended.
 */
export async function pace(operation: Operation, perSecond: number, seconds: number): Promise<void> {
  const begun: Promise<unknown>[] = [];
  const from = performance.now();
  for (let at = 0; at < perSecond * seconds; at++) {
    await sleep(Math.max(0, from + (at * 1_000) / perSecond - performance.now()));
    const operationAt = operation(at);
    operationAt.catch(() => {}); // Thrown below.
    begun.push(operationAt);
  }
  await Promise.all(begun);
}

/** One that fails ends the load when the others have ended: a figure with errors in it says nothing. */
async function keepBusy(operation: Operation, inFlight: number, goesOn: (begun: number) => boolean): Promise<Timings> {
  const took: number[] = [];
  const startedAt = performance.now();
  let begun = 0;
  let failed = false;
  const caller = async () => {
    while (!failed && goesOn(begun)) {
      const from = performance.now();
      await operation(begun++);
      took.push(performance.now() - from);
    }
  };
  const callers = Array.from({ length: inFlight }, () =>
    caller().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  const failure = (await Promise.allSettled(callers)).find((each) => each.status === 'rejected');
  if (failure) throw failure.reason;
  return timingsOf(took, (performance.now() - startedAt) / 1_000);
}

/** @param took of each operation, in milliseconds. */
export function timingsOf(took: readonly number[], seconds: number): Timings {
  const sorted = [...took].sort((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(sorted, share)) as [number, number, number];
  return { operations: took.length, seconds, perSecond: took.length / seconds, p50, p95, p99 };
}

/** The least of these, in their order, that so large a share of them does not exceed; 0 of none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** The middle one of several runs by operations a second; of two, the slower one. */
export function medianOf<Run extends Pick<Timings, 'perSecond'>>(runs: readonly Run[]): Run {
  return [...runs].sort((a, b) => a.perSecond - b.perSecond)[Math.floor((runs.length - 1) / 2)]!;
}
