import { Decimal, localDate } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { JournalEntry, JournalLine } from './journal-entry.js';
import { genesis, seal } from './seal.js';

const COMPANY = '0199a1b0-0000-7000-8000-000000000001';
const start = genesis(COMPANY, 'GEN', 2026);

const line = (fields: Partial<JournalLine> = {}) =>
  Object.assign(new JournalLine(), {
    companyId: COMPANY,
    lineNo: 1,
    accountCode: '1000',
    debit: new Decimal('700'),
    credit: new Decimal(0),
    currency: 'GBP',
    amount: new Decimal('700'),
    rate: new Decimal(1),
    partyId: null,
    costCentre: null,
    text: null,
    ...fields,
  });
const entry = (fields: Partial<JournalEntry> = {}) =>
  Object.assign(new JournalEntry(), {
    companyId: COMPANY,
    id: '0199a1b0-0000-7000-8000-0000000000d1',
    journal: 'GEN',
    fiscalYear: 2026,
    number: 1,
    postedOn: localDate('2026-11-02'),
    documentOn: localDate('2026-11-01'),
    recordedAt: new Date('2026-11-02T10:00:00Z'),
    source: 'manual',
    sourceId: '0199a1b0-0000-7000-8000-0000000000d2',
    description: 'Rent',
    reversesId: null,
    lines: [line()],
    ...fields,
  });

describe('a seal', () => {
  it('is the same wherever it is worked out', () => {
    expect([start, seal(start, entry())]).toEqual([
      'd27813844f4dda9478933d184fe4609b68ec37dcda5960a9ec98b1183b7c130c',
      '58b5f1281aa44db8f8b6c925a7bfd535f61f37959339e2e6852a637b73f97f1e',
    ]);
  });

  it('does not depend on how a database writes a decimal or a moment', () => {
    const written = entry({ lines: [line({ debit: new Decimal('700.0000'), amount: new Decimal('700.00') })], recordedAt: new Date(0) });
    expect(seal(start, written)).toBe(seal(start, entry()));
  });

  it.each<[what: string, changed: JournalEntry]>([
    ['id', entry({ id: '0199a1b0-0000-7000-8000-0000000000d3' })],
    ['number', entry({ number: 2 })],
    ['posting date', entry({ postedOn: localDate('2026-11-03') })],
    ['document date', entry({ documentOn: localDate('2026-11-02') })],
    ['source', entry({ source: 'opening' })],
    ['source id', entry({ sourceId: COMPANY })],
    ['description', entry({ description: 'Rents' })],
    ['reversed entry', entry({ reversesId: COMPANY })],
    ['account', entry({ lines: [line({ accountCode: '1001' })] })],
    ['side', entry({ lines: [line({ debit: new Decimal(0), credit: new Decimal('700') })] })],
    ['amount', entry({ lines: [line({ debit: new Decimal('700.01') })] })],
    ['party', entry({ lines: [line({ partyId: COMPANY })] })],
    ['text', entry({ lines: [line({ text: 'Flat' })] })],
    ['number of lines', entry({ lines: [line(), line({ lineNo: 2 })] })],
  ])('is another one when the %s changes', (_what, changed) => {
    expect(seal(start, changed)).not.toBe(seal(start, entry()));
  });

  it('holds all before it: an entry changed, left out or put elsewhere breaks every later seal', () => {
    const [first, second, third] = [entry(), entry({ number: 2 }), entry({ number: 3 })];
    const chain = (...entries: JournalEntry[]) => entries.reduce((hash, each) => seal(hash, each), start);
    const whole = chain(first, second, third);
    expect([chain(entry({ description: 'Rents' }), second, third), chain(first, third), chain(second, first, third)]).not.toContain(whole);
  });

  it('begins anew for each company, journal and fiscal year', () => {
    const others = [genesis(COMPANY.replace('1', '2'), 'GEN', 2026), genesis(COMPANY, 'SAL', 2026), genesis(COMPANY, 'GEN', 2027)];
    expect(new Set([start, ...others]).size).toBe(4);
  });
});
