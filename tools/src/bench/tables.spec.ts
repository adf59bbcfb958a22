import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readFloor } from './floor.js';
import { floorBeside, ratiosOf } from './result.js';
import { figure, processorTable, speedTable } from './tables.js';

const reading = (perSecond: number, p50: number, commitMs: number) => ({
  by: 'pgbench' as const,
  clients: 8,
  commitMs,
  reached: new Map([['order-to-cash' as const, { perSecond, p50, p95: p50 * 2 }]]),
});
const timings = { operations: 1_000, seconds: 10, perSecond: 100, p50: 80, p95: 160, p99: 320 };

describe('a case beside its floor', () => {
  const floor = floorBeside({ workload: 'order-to-cash', clients: 8 }, reading(300, 10, 1), reading(500, 30, 3));

  it('is held against the mean of the readings before and after it', () => {
    expect(floor).toEqual({ by: 'pgbench', clients: 8, perSecond: 400, p50: 20, commitMs: [1, 3] });
    expect(ratiosOf(timings, floor)).toMatchObject({ ratio: 0.25, p50Ratio: 4 });
  });

  it('has no ratio where it has no floor, and none of quantiles where it has none', () => {
    expect(ratiosOf(timings, undefined)).toEqual({});
    expect(ratiosOf({ operations: 1, seconds: 1, perSecond: 100 }, floor)).not.toHaveProperty('p50Ratio');
  });
});

describe('the floor', () => {
  it('is read line by line, and what is not known is passed over', () => {
    const line = (workload: string) => JSON.stringify({ workload, clients: 8, per_second: 386.5, p50_ms: 19.8, p95_ms: 31 });
    const found = readFloor(`${line('order-to-cash, five commits')}\n${line('something else')}\n`);
    expect([...found]).toEqual([['order-to-cash', { perSecond: 386.5, p50: 19.8, p95: 31 }]]);
  });
});

describe('the tables', () => {
  it.each([
    [undefined, '-'],
    [0.123, '0.12'],
    [12.34, '12.3'],
    [1234.5, '1235'],
  ])('write %s as %s', (value, text) => {
    expect(figure(value)).toBe(text);
  });

  const result = {
    workload: 'order-to-cash',
    inFlight: 8,
    timings,
    runs: [100],
    ratio: 0.25,
    p50Ratio: 4,
    cpuMs: { orders: 3, 'orders-2': 2, postgres: 5 },
    memoryMiB: { orders: 100 },
  };

  it('tell the processor time of an operation, of all processes together', () => {
    expect(
      stripVTControlCharacters(speedTable([result]))
        .split('\n')[1]!
        .split(/\s{2,}/),
    ).toEqual(['order-to-cash', '8', '100', '80.0', '160', '320', '10.0', '0.25', '4.00', '-', '-']);
  });

  it('tell that of each process, and leave out where a process was not', () => {
    const lines = stripVTControlCharacters(processorTable([result, { ...result, inFlight: 64, cpuMs: { orders: 4 } }])).split('\n');
    expect(lines.map((line) => line.split(/\s{2,}/).slice(1))).toEqual([
      ['in flight', 'orders', 'orders-2', 'postgres', 'all'],
      ['8', '3.00', '2.00', '5.00', '10.0'],
      ['64', '4.00', '-', '-', '4.00'],
    ]);
  });
});
