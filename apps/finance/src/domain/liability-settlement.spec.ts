import { Decimal, localDate, Money, newId } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { journalEntry } from './journal-entry.js';
import { entryOfSettlement, LiabilitySettlement, OpenedWages } from './liability-settlement.js';

const gbp = (amount: string) => Money.of(amount, 'GBP');
const ON = localDate('2026-11-02');

describe('a settlement of what is owed', () => {
  const lines = (amount: string) => {
    const settlement = Object.assign(new LiabilitySettlement(), {
      id: newId(),
      kind: 'payroll-tax',
      accountCode: '2315',
      periodStartsOn: localDate('2026-10-01'),
      periodEndsOn: localDate('2026-10-31'),
      currency: 'GBP',
      amount: new Decimal(amount),
    });
    const draft = entryOfSettlement(settlement, { documentOn: ON, postedOn: ON, fiscalYear: 2026 });
    const entry = journalEntry(draft, 'company', (role) => role)!;
    return entry.lines.map(({ accountCode, role, debit, credit }) => `${accountCode} ${role} ${debit.minus(credit).toFixed(2)}`);
  };

  it('takes it from the account that it was owed on, and the money from the bank', () => {
    expect(lines('1035.00')).toEqual(['2315 payroll-tax-payable 1035.00', 'bank bank -1035.00']);
  });

  it('that came back goes the other way', () => {
    expect(lines('-35.00')).toEqual(['2315 payroll-tax-payable -35.00', 'bank bank 35.00']);
  });
});

describe('net wages of before', () => {
  const opened = () => new OpenedWages(new Decimal('100'), new Decimal('40'));

  it.each([
    ['60.00', undefined],
    ['60.01', { open: '60.00' }],
    ['-40.00', undefined],
    ['-40.01', { open: '40.00' }],
  ])('of 100.00 with 40.00 settled: settling %s is answered with %j', (amount, members) => {
    const refusal = opened().settle(gbp(amount));
    expect(refusal?.members).toEqual(members);
    expect(refusal?.code).toBe(members && 'amount-exceeds-open');
  });

  it('are settled once', () => {
    const wages = opened();
    expect([wages.settle(gbp('60.00')), wages.settle(gbp('0.01'))]).toMatchObject([undefined, { code: 'amount-exceeds-open' }]);
    expect(OpenedWages.none().settle(gbp('0.01'))).toMatchObject({ code: 'amount-exceeds-open' });
  });
});
