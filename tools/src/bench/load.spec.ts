import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { load, loadAll, medianOf, quantile, timingsOf } from './load.js';

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('timings', () => {
  it.each<[share: number, count: number, expected: number]>([
    [0.5, 100, 50],
    [0.95, 100, 95],
    [0.99, 100, 99],
    [0.5, 1, 1],
    [0.99, 1, 1],
    [0.5, 3, 2],
    [0.5, 4, 2],
    [0.95, 10, 10],
  ])('%d of them do not exceed the quantile, of 1 to %d it is %d', (share, count, expected) => {
    expect(quantile(upTo(count), share)).toBe(expected);
  });

  it('are zero where nothing was done', () => {
    expect(timingsOf([], 2)).toEqual({ operations: 0, seconds: 2, perSecond: 0, p50: 0, p95: 0, p99: 0 });
  });

  it('sort what took how long as numbers', () => {
    expect(timingsOf([100, 9, 20], 3)).toMatchObject({ operations: 3, perSecond: 1, p50: 20, p95: 100 });
  });

  it('of several runs are those of the one in the middle by operations a second, of two those of the slower', () => {
    const run = (perSecond: number) => ({ perSecond });
    expect([medianOf([run(30), run(10), run(20)]), medianOf([run(8), run(4)]), medianOf([run(5)])]).toEqual([run(20), run(4), run(5)]);
  });
});

describe('load', () => {
  it('keeps as many operations in flight as asked, and no more', async () => {
    let [now, most] = [0, 0];
    const operation = async () => {
      most = Math.max(most, ++now);
      await sleep(1);
      now -= 1;
    };
    const { operations } = await loadAll(operation, 4, 20);
    expect([operations, most, now]).toEqual([20, 4, 0]);
  });

  it('gives each operation its number once', async () => {
    const seen: number[] = [];
    await loadAll(async (at) => seen.push(at), 3, 10);
    expect(seen.toSorted((a, b) => a - b)).toEqual(upTo(10).map((each) => each - 1));
  });

  it('lets what is under way at the end of its time come to its end', async () => {
    let ended = 0;
    const operation = async () => {
      await sleep(60);
      ended += 1;
    };
    const { operations, p50, seconds } = await load(operation, 2, 0.01);
    expect([operations, ended]).toEqual([2, 2]);
    expect([p50 > 50, seconds > 0.05]).toEqual([true, true]);
  });

  it('ends with the error of an operation, once the others have ended', async () => {
    let underWay = 0;
    const operation = async (at: number) => {
      underWay += 1;
      await sleep(at === 3 ? 1 : 20).finally(() => (underWay -= 1));
      if (at === 3) throw new Error('refused');
    };
    await expect(loadAll(operation, 4, 100)).rejects.toThrow('refused');
    expect(underWay).toBe(0);
  });
});
