import { Decimal, localDate, newId } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract, decider, details, draft, due, rates } from './payroll.fixture.js';
import { runPayroll } from './payroll.js';
import type { Payslip } from './payslip.js';

const NO_RATES = rates('0', '0', '0');
const figures = (payslips: readonly Payslip[]) =>
  payslips.map(({ gross, tax, employeeSocial, employerSocial, net }) =>
    [gross, tax, employeeSocial, employerSocial, net].map((each) => each.toFixed(2)).join(' '),
  );
const linesOf = (payslips: readonly Payslip[]) => payslips.map(({ lines }) => lines.map(({ gross, part }) => `${gross.toFixed(2)} #${part}`));

describe('a payroll run', () => {
  it('of 3000.00 at 15 % tax and 6.2 % each pays 2364.00 and costs 3186.00', () => {
    const { run, payslips } = draft([contract('3000.00')]);
    expect(figures(payslips)).toEqual(['3000.00 450.00 186.00 186.00 2364.00']);
    expect(run.approve(decider('boss'))).toMatchObject({
      data: { grossTotal: '3000.00', netTotal: '2364.00', employerSocialTotal: '186.00', payslipCount: 1 },
    });
    expect(run.approve(decider('boss'))).toMatchObject({ code: 'payroll-run-approved' });
  });

  it('makes one payslip of several contracts of an employee', () => {
    const employeeId = newId();
    const halves = [
      contract('3000.00', { employeeId, validTo: localDate('2026-06-15') }),
      contract('3600.00', { employeeId, validFrom: localDate('2026-06-16') }),
    ];
    const { payslips } = draft(halves, NO_RATES);
    expect(figures(payslips)).toEqual(['3300.00 0.00 0.00 0.00 3300.00']);
    expect(linesOf(payslips)).toEqual([['1500.00 #1', '1800.00 #1']]);
  });

  it('pays the half month of a contract that was signed after the run that paid the other half', () => {
    const employeeId = newId();
    const [first, second] = [
      contract('3000.00', { employeeId, validTo: localDate('2026-06-15') }),
      contract('3600.00', { employeeId, validFrom: localDate('2026-06-16') }),
    ];
    const outcome = runPayroll([due(first, '1500.00'), due(second)], NO_RATES, details);
    expect(outcome).toMatchObject({ run: { payslipCount: 1 } });
    expect(linesOf((outcome as { payslips: Payslip[] }).payslips)).toEqual([['1800.00 #1']]);
  });

  it('pays what a raise adds to a month that was paid, and takes back of the old contract what the new one covers', () => {
    const employeeId = newId();
    const [old, raised] = [
      contract('3000.00', { employeeId, validTo: localDate('2026-06-15') }),
      contract('3600.00', { employeeId, validFrom: localDate('2026-06-16') }),
    ];
    const { payslips } = runPayroll([due(old, '3000.00'), due(raised)], NO_RATES, details) as { payslips: Payslip[] };
    expect(figures(payslips)).toEqual(['300.00 0.00 0.00 0.00 300.00']);
    expect(linesOf(payslips)).toEqual([['-1500.00 #2', '1800.00 #1']]);
  });

  it.each([
    ['every contract was paid', [due(contract('3000.00'), '3000.00')]],
    ['more was paid than the contract earns', [due(contract('3000.00'), '3000.01')]],
    ['nobody has a contract', []],
    ['what a contract earns rounds to nothing', [due(contract('0.01', { validFrom: localDate('2026-06-30') }))]],
  ])('is refused when %s', (_why, contracts) => {
    expect(runPayroll(contracts, NO_RATES, details)).toMatchObject({ code: 'payroll-complete' });
  });

  it('leaves out who gets nothing, and pays the others', () => {
    const { payslips } = draft([contract('0.01', { validFrom: localDate('2026-06-30') }), contract('3000.00')], NO_RATES);
    expect(figures(payslips)).toEqual(['3000.00 0.00 0.00 0.00 3000.00']);
  });

  it('pays out nothing, and never less, when tax and insurance take everything', () => {
    const { run, payslips } = draft([contract('3000.00'), contract('0.05')], rates('0.5', '0.5', '0'));
    expect(figures(payslips)).toEqual(['3000.00 1500.00 1500.00 0.00 0.00', '0.05 0.03 0.02 0.00 0.00']);
    expect(run.approve(decider('boss'))).toMatchObject({ data: { grossTotal: '3000.05', netTotal: '0.00' } });
  });

  it('is refused when its gross is larger than the books can hold', () => {
    const large = [contract('9999999999999.98'), contract('0.01'), contract('0.01')];
    expect(draft(large.slice(0, 2), NO_RATES).run.approve(decider('boss'))).toMatchObject({ data: { grossTotal: '9999999999999.99' } });
    const contracts = large.map((each) => due(each));
    expect(runPayroll(contracts, NO_RATES, details)).toMatchObject({ code: 'amount-too-large' });
  });

  it('has totals that are the sum of its payslips, and nets that are what is left of the gross', () => {
    const cents = fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 1, maxLength: 10 });
    const rate = fc.integer({ min: 0, max: 500_000 }).map((millionths) => new Decimal(millionths).dividedBy(1_000_000).toFixed());
    fc.assert(
      fc.property(cents, rate, rate, (amounts, tax, social) => {
        const contracts = amounts.map((each) => contract(new Decimal(each).dividedBy(100).toFixed()));
        const { run, payslips } = draft(contracts, rates(tax, social, social));
        const sum = (name: 'gross' | 'tax' | 'employeeSocial' | 'net') => payslips.reduce((total, each) => total.plus(each[name]), new Decimal(0));
        expect([sum('gross'), sum('tax'), sum('net')].map(String)).toEqual([run.grossTotal, run.taxTotal, run.netTotal].map(String));
        for (const { gross, tax: withheld, employeeSocial, net } of payslips) {
          expect(net.plus(withheld).plus(employeeSocial).equals(gross)).toBe(true);
          expect(net.isNegative()).toBe(false);
        }
      }),
    );
  });
});
