import { describe, expect, it } from 'vitest';
import { SharedTrailBudget, TrailBudget } from './trail-budget.js';

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

describe('what several may write', () => {
  const allowance = { each: { atOnce: 5, aMinute: 60 }, all: { atOnce: 12, aMinute: 120 } };
  const taken = (budget: SharedTrailBudget, whose: string, tries: number, now = 0) =>
    Array.from({ length: tries }, () => budget.take(whose, now)).filter(Boolean).length;

  it("is each one's own: a flood of one leaves another theirs", () => {
    const budget = new SharedTrailBudget(allowance, 0);
    expect([taken(budget, 'ours', 1_000), taken(budget, 'theirs', 3), taken(budget, 'theirs', 3)]).toEqual([5, 3, 2]);
    expect([taken(budget, 'ours', 1_000, 2_000), taken(budget, 'theirs', 1_000, 2_000)]).toEqual([2, 2]);
  });

  it('is bounded for all together', () => {
    const budget = new SharedTrailBudget(allowance, 0);
    const many = Array.from({ length: 5_000 }, (_, n) => `company-${n}`);
    expect(many.reduce((sum, whose) => sum + taken(budget, whose, 2), 0)).toBe(12);
  });

  it('is kept apart for so many, and forgets who was longest silent', () => {
    const budget = new SharedTrailBudget({ ...allowance, all: { atOnce: 100_000, aMinute: 0 } }, 0);
    taken(budget, 'silent', 5);
    for (let n = 0; n < 5_000; n += 1) {
      budget.take(`company-${n}`, 0);
      budget.take('loud', 0);
    }
    expect([budget.size, taken(budget, 'loud', 5), taken(budget, 'silent', 9)]).toEqual([1_000, 0, 5]);
  });
});
