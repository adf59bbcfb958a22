import { PayrollRunApproved, type PayrollRunApprovedV1 } from '@millrace/contracts';
import { localDate } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { journalEntry } from './journal-entry.js';
import { entryOfPayroll } from './payroll-posting.js';

const date = { documentOn: localDate('2026-06-30'), postedOn: localDate('2026-06-30'), fiscalYear: 2026 };
const NOW = new Date('2026-06-30T10:00:00Z');

/** Account by role, cost centre, debit and credit of each line. */
function linesOf(run: PayrollRunApprovedV1): string[] {
  const entry = journalEntry(entryOfPayroll(run, date, NOW), 'company', (role) => role)!;
  return entry.lines.map((line) => [line.accountCode, line.costCentre ?? '-', line.debit.toFixed(2), line.credit.toFixed(2)].join(' '));
}

const OWED = ['payroll-tax-payable - 0.00 2700.00', 'social-payable - 0.00 2232.00', 'wages-payable - 0.00 14184.00'];

describe('wages in the ledger', () => {
  it('stand on the cost centres that hr tells, and the rest on none', () => {
    expect(linesOf(PayrollRunApproved.example)).toEqual([
      'wages SHOP 9000.00 0.00',
      'wages - 9000.00 0.00',
      'employer-social SHOP 558.00 0.00',
      'employer-social - 558.00 0.00',
      ...OWED,
    ]);
  });

  it('stand on no cost centre when none is told, as in facts of before', () => {
    const { costCentres: _none, ...run } = PayrollRunApproved.example;
    expect(linesOf(run)).toEqual(['wages - 18000.00 0.00', 'employer-social - 1116.00 0.00', ...OWED]);
  });

  it('leave a cost centre when a raise moved more of it elsewhere than is paid', () => {
    const costCentres = [
      { costCentre: 'SHOP', grossTotal: '-2000.00', employerSocialTotal: '-124.00' },
      { costCentre: 'YARD', grossTotal: '20000.00', employerSocialTotal: '1240.00' },
    ];
    expect(linesOf({ ...PayrollRunApproved.example, costCentres })).toEqual([
      'wages SHOP 0.00 2000.00',
      'wages YARD 20000.00 0.00',
      'employer-social SHOP 0.00 124.00',
      'employer-social YARD 1240.00 0.00',
      ...OWED,
    ]);
  });
});
