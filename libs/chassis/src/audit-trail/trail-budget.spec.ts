import { describe, expect, it } from 'vitest';
import { TrailBudget } from './trail-budget.js';

describe('what may be written of refused requests', () => {
  const taken = (budget: TrailBudget, tries: number, now: number) => Array.from({ length: tries }, () => budget.take(now)).filter(Boolean).length;

  it('is so many lines at once', () => {
    expect(taken(new TrailBudget({ atOnce: 5, aMinute: 60 }, 0), 20, 0)).toBe(5);
  });

  it('grows again with time, and no further than at first', () => {
    const budget = new TrailBudget({ atOnce: 5, aMinute: 60 }, 0);
    taken(budget, 5, 0);
    expect(taken(budget, 20, 2_000)).toBe(2);
    expect(taken(budget, 20, 3_600_000)).toBe(5);
  });

  it('is over a day what the rate gives', () => {
    const budget = new TrailBudget({ atOnce: 500, aMinute: 60 }, 0);
    let lines = 0;
    for (let second = 0; second <= 86_400; second += 10) lines += taken(budget, 100, second * 1_000);
    expect(lines).toBe(500 + 86_400);
  });
});
