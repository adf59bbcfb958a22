import { describe, expect, it } from 'vitest';
import { growthOf } from './result.js';

describe('growth', () => {
  const timings = (perSecond: number, p50?: number) => ({ operations: 10, seconds: 1, perSecond, ...(p50 === undefined ? {} : { p50 }) });
  const measured = (workload: string, inFlight: number, perSecond: number, p50?: number) => ({
    workload,
    inFlight,
    timings: timings(perSecond, p50),
    runs: [perSecond],
    cpuMs: {},
    memoryMiB: {},
  });
  const before = [measured('order-to-cash', 1, 10, 100), measured('order-to-cash', 8, 40, 200), measured('month', 1, 5)];

  it('sets a case beside the smaller one that had as many in flight', () => {
    const larger = { against: 'order-to-cash', inFlight: 8 };
    expect(growthOf(larger, timings(36, 250), before)).toEqual({ growth: { from: 'order-to-cash', factor: 1.25, perSecond: 0.9 } });
  });

  it.each([
    ['is a smaller one itself', { inFlight: 1 }, 100],
    ['is held against one that was not measured', { against: 'reports', inFlight: 1 }, 100],
    ['is held against one that had another number in flight', { against: 'order-to-cash', inFlight: 64 }, 100],
    ['is held against one without quantiles', { against: 'month', inFlight: 1 }, 100],
    ['has no quantiles', { against: 'order-to-cash', inFlight: 1 }, undefined],
  ])('says nothing of a case that %s', (_what, larger, p50) => {
    expect(growthOf(larger, timings(36, p50), before)).toEqual({});
  });
});
