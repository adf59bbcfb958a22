import { localDate } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { grossInMonth } from './employment-contract.js';
import { contract, JUNE } from './payroll.fixture.js';

describe('gross in a month', () => {
  it.each([
    ['the whole month', {}, '3000.00'],
    ['from the 16th of 30 days', { validFrom: localDate('2026-06-16') }, '1500.00'],
    ['to the 10th', { validTo: localDate('2026-06-10') }, '1000.00'],
    ['one day', { validFrom: localDate('2026-06-30'), validTo: localDate('2026-06-30') }, '100.00'],
    ['to the day before the month', { validTo: localDate('2026-05-31') }, '0.00'],
    ['from the day after the month', { validFrom: localDate('2026-07-01') }, '0.00'],
  ])('of 3000.00 for %s', (_when, fields, gross) => {
    expect(`${grossInMonth(contract('3000.00', fields), JUNE)}`).toBe(gross);
  });
});
