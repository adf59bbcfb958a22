import { setTimeout as sleep } from 'node:timers/promises';

/** How a workload went: operations a second and how long each took, in milliseconds. */
export type Timings = Readonly<{ operations: number; seconds: number; perSecond: number; p50: number; p95: number; p99: number }>;

/** An operation of a workload; `at` counts from 0 over all callers. */
export type Operation = (at: number) => Promise<unknown>;

/**
 * Keeps so many operations in flight for so many seconds: whoever ends one begins the next. What is under way at the end
 * ends, and counts.
 */
export async function load(operation: Operation, inFlight: number, seconds: number): Promise<Timings> {
  const took: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  let at = 0;
  const caller = async () => {
    while (performance.now() < end) {
      const from = performance.now();
      await operation(at++);
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, caller));
  return timingsOf(took, (performance.now() - begun) / 1_000);
}

/** The same for a number of operations that is given. */
export async function loadAll(operation: Operation, inFlight: number, count: number): Promise<Timings> {
  const took: number[] = [];
  const begun = performance.now();
  let at = 0;
  const caller = async () => {
    while (at < count) {
      const from = performance.now();
      await operation(at++);
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, caller));
  return timingsOf(took, (performance.now() - begun) / 1_000);
}

export function timingsOf(took: readonly number[], seconds: number): Timings {
  const sorted = [...took].sort((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { operations: took.length, seconds, perSecond: took.length / seconds, p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) };
}

/** The middle one of several runs by operations a second. */
export function medianOf(runs: readonly Timings[]): Timings {
  return [...runs].sort((a, b) => a.perSecond - b.perSecond)[Math.floor((runs.length - 1) / 2)]!;
}

export { sleep as pause };
