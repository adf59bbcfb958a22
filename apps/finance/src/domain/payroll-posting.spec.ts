import type { PayrollRunApprovedV1 } from '@millrace/contracts';
import { localDate, newId } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { journalEntry } from './journal-entry.js';
import { entryOfPayroll, payrollPosting } from './payroll-posting.js';

const ON = localDate('2026-06-30');
const date = { documentOn: ON, postedOn: ON, fiscalYear: 2026 };
const run = (totals: Partial<PayrollRunApprovedV1>): PayrollRunApprovedV1 => ({
  payrollRunId: newId(),
  periodStartsOn: '2026-06-01',
  periodEndsOn: '2026-06-30',
  currency: 'GBP',
  grossTotal: '3000.00',
  taxTotal: '450.00',
  employeeSocialTotal: '186.00',
  employerSocialTotal: '186.00',
  netTotal: '2364.00',
  payslipCount: 1,
  ...totals,
});

describe('a payroll run in the books', () => {
  it('is owed: net wages, what was withheld, and both shares of social insurance', () => {
    const entry = journalEntry(entryOfPayroll(run({}), date, new Date()), 'company', (role) => role)!;
    const lines = entry.lines.map(({ accountCode, debit, credit }) => `${accountCode} ${debit.minus(credit).toFixed(2)}`);
    expect(lines).toEqual(['wages 3000.00', 'employer-social 186.00', 'payroll-tax-payable -450.00', 'social-payable -372.00', 'wages-payable -2364.00']);
  });

  it.each([
    ['0.01', null],
    ['0.00', '2026-06-30'],
  ])('with %s left to pay out is paid at posting: %s', (netTotal, paidOn) => {
    expect(payrollPosting(run({ netTotal }), 'company', newId(), ON).paidOn).toBe(paidOn);
  });
});
