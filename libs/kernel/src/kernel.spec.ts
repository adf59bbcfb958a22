import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  groupBy,
  isCountry,
  isDecimalString,
  isId,
  isLocalDate,
  isStale,
  isTimeZone,
  lastOfMonth,
  localDate,
  newId,
  Quantity,
  sumBy,
  SystemClock,
} from './index.js';
import { localDateIn } from './local-date.js';

describe('a quantity', () => {
  it('has neither exponent nor trailing zeros as text', () => {
    expect(['6.000000', '2.50', '0.0000001', '-0', '1e3'].map((each) => `${Quantity.of(each)}`)).toEqual(['6', '2.5', '0.0000001', '0', '1000']);
  });

  it('is converted by a factor and kept at six decimals', () => {
    expect(`${Quantity.of('2.5').converted(Quantity.of('12'))}`).toBe('30');
    expect(`${Quantity.of('1').converted(Quantity.of('0.3333335'))}`).toBe('0.333334');
  });

  it('is neither positive nor negative when it is nothing', () => {
    expect([Quantity.zero.isPositive(), Quantity.zero.isNegative(), Quantity.zero.isZero()]).toEqual([false, false, true]);
  });
});

describe('a calendar date', () => {
  it.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '2026-01-01T00:00:00Z', '1800-01-01', 20_260_101])('is not %s', (value) => {
    expect(isLocalDate(value)).toBe(false);
  });

  it('counts by the calendar, to the last day of a shorter month', () => {
    expect(addMonths(localDate('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addDays(localDate('2026-12-31'), 1)).toBe('2027-01-01');
    expect(lastOfMonth(localDate('2023-02-10'))).toBe('2023-02-28');
    expect(daysBetween(localDate('2026-03-01'), localDate('2026-02-01'))).toBe(-28);
  });

  it('is that of the time zone', () => {
    const instant = new Date('2026-06-30T23:30:00Z');
    expect([localDateIn(instant, 'Europe/London'), localDateIn(instant, 'UTC'), localDateIn(instant, 'Pacific/Kiritimati')]).toEqual([
      '2026-07-01',
      '2026-06-30',
      '2026-07-01',
    ]);
  });

  it('is refused with its text when it is none', () => {
    expect(() => localDate('tomorrow')).toThrow('Not a calendar date: tomorrow');
  });
});

describe('what names things', () => {
  it('knows an id, a decimal, a country and a time zone when it sees one', () => {
    expect([isId(newId()), isId(newId().toUpperCase()), isId('1')]).toEqual([true, false, false]);
    expect(['12.50', '-0.000001'].map(isDecimalString)).toEqual([true, true]);
    expect(['-0', '-0.00', '1e3', '01', '.5', '1.', '+1', 'NaN', '1234567890123456', '0.1234567', ''].filter(isDecimalString)).toEqual([]);
    expect([isCountry('GB'), isCountry('gb'), isCountry('XX')]).toEqual([true, false, false]);
    expect([isTimeZone('Europe/London'), isTimeZone('Europe/Atlantis'), isTimeZone('')]).toEqual([true, false, false]);
  });

  it('makes ids that sort by the time they were made', () => {
    const ids = Array.from({ length: 1_000 }, newId);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(1_000);
  });

  it('is stale when it saw another version, unless it does not care', () => {
    expect([isStale(2, 3), isStale(3, 3), isStale('any', 3)]).toEqual([true, false, false]);
  });

  it('groups and sums in the order of the first of each', () => {
    const rows = [
      { sku: 'B', n: 1 },
      { sku: 'A', n: 2 },
      { sku: 'B', n: 3 },
    ];
    expect([...groupBy(rows, (row) => row.sku)].map(([sku, group]) => [sku, group.length])).toEqual([
      ['B', 2],
      ['A', 1],
    ]);
    const sums = sumBy(
      rows,
      (row) => row.sku,
      (row) => Quantity.of(row.n),
    );
    expect([...sums].map(([sku, sum]) => `${sku} ${sum}`)).toEqual(['B 4', 'A 2']);
  });

  it('reads the wall clock in UTC', () => {
    expect(Math.abs(new SystemClock().now().getTime() - Date.now())).toBeLessThan(1_000);
  });
});
