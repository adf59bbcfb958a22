import { Decimal, localDate, newId } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EmploymentContract, grossInMonth } from './employment-contract.js';
import { runPayroll } from './payroll.js';
import type { PayrollRule } from './payroll-rule.js';

const contract = (monthlyGross: string, fields: Partial<EmploymentContract> = {}) =>
  Object.assign(new EmploymentContract(), {
    companyId: 'company',
    id: newId(),
    employeeId: newId(),
    currency: 'GBP',
    costCentre: null,
    validFrom: localDate('2020-01-01'),
    validTo: null,
    monthlyGross: new Decimal(monthlyGross),
    ...fields,
  });
const rates = (tax: string, employee: string, employer: string) =>
  ({ taxRate: new Decimal(tax), employeeSocialRate: new Decimal(employee), employerSocialRate: new Decimal(employer) }) as PayrollRule;
const details = { companyId: 'company', startsOn: localDate('2026-06-01'), currency: 'GBP', createdBy: 'me', now: new Date('2026-06-30T10:00:00Z') };

describe('gross in a month', () => {
  it.each([
    ['the whole month', {}, '3000.00'],
    ['from the 16th of 30 days', { validFrom: localDate('2026-06-16') }, '1500.00'],
    ['to the 10th', { validTo: localDate('2026-06-10') }, '1000.00'],
    ['one day', { validFrom: localDate('2026-06-30'), validTo: localDate('2026-06-30') }, '100.00'],
  ])('of 3000.00 for %s', (_when, fields, gross) => {
    expect(`${grossInMonth(contract('3000.00', fields), details.startsOn)}`).toBe(gross);
  });
});

describe('a payroll run', () => {
  it('of 3000.00 at 15 % tax and 6.2 % each pays 2364.00 and costs 3186.00', () => {
    const { run, payslips } = runPayroll([contract('3000.00')], rates('0.15', '0.062', '0.062'), details);
    expect(payslips.map(({ tax, employeeSocial, employerSocial, net }) => [tax, employeeSocial, employerSocial, net].map((each) => each.toFixed(2)))).toEqual([
      ['450.00', '186.00', '186.00', '2364.00'],
    ]);
    expect(run.approve('boss')).toMatchObject({ data: { grossTotal: '3000.00', netTotal: '2364.00', employerSocialTotal: '186.00', payslipCount: 1 } });
    expect(run.approve('boss')).toMatchObject({ code: 'payroll-run-approved' });
  });

  it('makes one payslip of several contracts of an employee', () => {
    const employeeId = newId();
    const halves = [
      contract('3000.00', { employeeId, validTo: localDate('2026-06-15') }),
      contract('3600.00', { employeeId, validFrom: localDate('2026-06-16') }),
    ];
    const { payslips } = runPayroll(halves, rates('0', '0', '0'), details);
    expect(payslips.map(({ gross }) => gross.toFixed(2))).toEqual(['3300.00']);
  });

  it('has totals that are the sum of its payslips, and nets that are what is left of the gross', () => {
    const cents = fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(cents, (amounts) => {
        const contracts = amounts.map((each) => contract(new Decimal(each).dividedBy(100).toFixed()));
        const { run, payslips } = runPayroll(contracts, rates('0.1815', '0.0933', '0.1207'), details);
        const sum = (name: 'gross' | 'tax' | 'employeeSocial' | 'net') => payslips.reduce((total, each) => total.plus(each[name]), new Decimal(0));
        expect([sum('gross'), sum('tax'), sum('net')].map(String)).toEqual([run.grossTotal, run.taxTotal, run.netTotal].map(String));
        for (const { gross, tax, employeeSocial, net } of payslips) expect(net.plus(tax).plus(employeeSocial).equals(gross)).toBe(true);
      }),
    );
  });
});
