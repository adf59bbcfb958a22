import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.js';

describe('a name that nobody knows', () => {
  const names = ['orders', 'inventory', 'finance', 'hr', 'kafka'];

  it.each([
    ['ordes', ' Did you mean orders?'],
    ['Inventroy', ' Did you mean inventory?'],
    ['kafak', ' Did you mean kafka?'],
    ['warehouse', ''],
    ['hx', ' Did you mean hr?'],
  ])('%s is told with "%s"', (written, told) => {
    expect(nearest(written, names)).toBe(told);
  });
});
