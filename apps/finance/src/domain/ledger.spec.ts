import { Decimal, isRefusal, localDate, Money, newId } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CHART, LedgerAccount } from './chart.js';
import { type Draft, journalEntry } from './journal-entry.js';
import { type EnteredLine, manualEntry, reversalOf } from './manual-entry.js';
import { nextYear, periodsOfYear, postingDateOfFact, yearsToOpen } from './period.js';

const gbp = (amount: string) => Money.of(amount, 'GBP');
const NOW = new Date('2026-11-02T10:00:00Z');
const date = { documentOn: localDate('2026-11-02'), postedOn: localDate('2026-11-02'), fiscalYear: 2026 };
const accounts = new Map(DEFAULT_CHART.map((row) => [row.code, Object.assign(new LedgerAccount(), { control: null, active: true, ...row })]));

describe('a journal entry', () => {
  const draft = (amounts: readonly string[]): Draft => ({
    journal: 'GEN',
    source: 'manual',
    sourceId: newId(),
    description: 'Rent',
    date,
    recordedAt: NOW,
    lines: amounts.map((amount, index) => ({ account: index % 2 === 0 ? '1000' : '3100', amount: gbp(amount) })),
  });
  const accountOf = () => '1000';

  it('puts what is above zero on the debit side, what is below on the credit side, and leaves nothing out but nothing', () => {
    const entry = journalEntry(draft(['700.00', '-650.00', '0', '-50.00']), 'company', accountOf)!;
    expect(entry.lines.map(({ lineNo, debit, credit }) => `${lineNo} ${debit.toFixed()} ${credit.toFixed()}`)).toEqual(['1 700 0', '2 0 650', '3 0 50']);
    expect(journalEntry(draft(['0', '0']), 'company', accountOf)).toBeUndefined();
  });

  it('is never made unbalanced', () => {
    expect(() => journalEntry(draft(['700.00', '-699.99']), 'company', accountOf)).toThrow(/differ by 0.01/);
  });

  it('and its reversal are together nothing', () => {
    const cents = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(cents, (amounts) => {
        const rest = -amounts.reduce((sum, each) => sum + each, 0);
        const entry = journalEntry(draft([...amounts, rest].map((each) => new Decimal(each).dividedBy(100).toFixed())), 'company', accountOf);
        if (!entry) return;
        const reversal = journalEntry(reversalOf(entry, 'Mistake', date, NOW), 'company', accountOf)!;
        const sum = (side: 'debit' | 'credit') => [...entry.lines, ...reversal.lines].reduce((total, line) => total.plus(line[side]), new Decimal(0)).toFixed();
        expect([sum('debit'), reversal.reversesId]).toEqual([sum('credit'), entry.id]);
      }),
    );
  });
});

describe('an entry that a person makes', () => {
  const enter = (kind: 'manual' | 'opening', ...lines: EnteredLine[]) => manualEntry({ kind, description: 'Entry', lines }, accounts, 'GBP', date, NOW);

  it.each<[what: string, kind: 'manual' | 'opening', lines: EnteredLine[], code: string]>([
    [
      'does not balance',
      'manual',
      [
        { account: '1000', debit: '1.00' },
        { account: '3100', credit: '0.99' },
      ],
      'entry-unbalanced',
    ],
    ['names an account that is not there', 'manual', [{ account: '9999', debit: '1.00' }], 'account-unknown'],
    ['touches what documents post to', 'manual', [{ account: '1100', debit: '1.00', partyId: newId() }], 'control-account'],
    ['opens receivables, which are documents', 'opening', [{ account: '1100', debit: '1.00', partyId: newId() }], 'receivable-opening'],
    ['opens stock without its items', 'opening', [{ account: '1300', debit: '1.00' }], 'opening-receipt-required'],
    ['touches stock', 'manual', [{ account: '1300', debit: '1.00' }], 'control-account'],
    ['has a line on both sides', 'manual', [{ account: '1000', debit: '1.00', credit: '1.00' }], 'line-sides'],
    ['has a line on no side', 'manual', [{ account: '1000' }], 'line-sides'],
    ['is finer than the currency', 'manual', [{ account: '1000', debit: '0.001' }], 'amount-too-fine'],
  ])('is refused when it %s', (_what, kind, lines, code) => {
    expect(enter(kind, ...lines)).toMatchObject({ code });
  });

  it.each(['2200', '2300', '2310', '2320'])('may bring what was owed before on %s', (account) => {
    expect(isRefusal(enter('opening', { account, credit: '10.00' }, { account: '3900', debit: '10.00' }))).toBe(false);
  });

  it('may bring the opening balance of what documents post to', () => {
    const draft = enter('opening', { account: '3900', debit: '10.00' }, { account: '2200', credit: '10.00' });
    expect(isRefusal(draft)).toBe(false);
  });
});

describe('accounting periods', () => {
  it('are the months of a year, cut to it, and leave no day out', () => {
    const periods = periodsOfYear('company', localDate('2026-04-06'), localDate('2027-04-05'));
    expect(periods.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`)).toEqual(
      expect.arrayContaining(['2026-04-06 2026-04-30', '2027-02-01 2027-02-28', '2027-04-01 2027-04-05']),
    );
    expect([periods.length, new Set(periods.map(({ fiscalYear }) => fiscalYear))]).toEqual([13, new Set([2026])]);
    expect(nextYear(localDate('2027-04-05'))).toEqual({ startsOn: '2027-04-06', endsOn: '2028-04-05' });
  });

  it.each([
    ['a fact after the last year opens the years up to it', ['2012-05-01'], ['2011-01-01 2011-12-31', '2012-01-01 2012-12-31']],
    ['a fact between two years opens its own', ['2015-03-01'], ['2015-01-01 2015-12-31']],
    ['two facts of one year open it once', ['2015-03-01', '2015-12-31'], ['2015-01-01 2015-12-31']],
    ['what is left before the next year is cut there', ['2019-02-01'], ['2019-01-01 2019-04-05']],
    ['the last day of a year needs none', ['2010-12-31'], []],
    ['a fact before the first year opens none', ['2009-12-31'], []],
  ])('%s', (_what, dates, opened) => {
    const years = [periodsOfYear('company', localDate('2010-01-01'), localDate('2010-12-31'))];
    if (!dates.includes('2012-05-01')) years.push(periodsOfYear('company', localDate('2019-04-06'), localDate('2020-04-05')));
    expect(yearsToOpen(years.flat(), dates.map(localDate)).map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`)).toEqual(opened);
  });

  it('go on with the next year when every one from a fact on is closed', () => {
    const periods = periodsOfYear('company', localDate('2026-01-01'), localDate('2026-12-31'));
    expect(yearsToOpen(periods, [localDate('2026-06-01')])).toEqual([]);
    for (const period of periods.slice(5)) period.state = 'closed';
    expect(yearsToOpen(periods, [localDate('2026-05-31')])).toEqual([]);
    expect(yearsToOpen(periods, [localDate('2026-06-01')])).toEqual([{ startsOn: '2027-01-01', endsOn: '2027-12-31' }]);
  });

  it('take a fact on its day, or on the first open day after it when that is closed', () => {
    const periods = periodsOfYear('company', localDate('2026-01-01'), localDate('2026-03-31'));
    expect(postingDateOfFact(localDate('2026-01-15'), periods)?.postedOn).toBe('2026-01-15');
    periods[0]!.state = 'closed';
    expect(postingDateOfFact(localDate('2026-01-15'), periods)).toMatchObject({ documentOn: '2026-01-15', postedOn: '2026-02-01' });
    for (const period of periods) period.state = 'closed';
    expect(postingDateOfFact(localDate('2026-01-15'), periods)).toBeUndefined();
  });
});
