import { Decimal, lastOfMonth, type LocalDate, Money, newId } from '@millrace/kernel';
import { type EmploymentContract, grossInMonth } from './employment-contract.js';
import type { PayrollRule } from './payroll-rule.js';
import { PayrollRun } from './payroll-run.js';
import { Payslip } from './payslip.js';

export type RunDetails = Readonly<{ companyId: string; startsOn: LocalDate; currency: string; createdBy: string; now: Date }>;

/**
 * The payslips of a month by flat rates, for every contract that covers a day of it; several contracts of one employee
 * make one payslip.
 *
 *   tax = gross × rate, social shares likewise, each rounded half away from zero; net = gross − tax − employee's share
 *
 * @example Gross 3000.00 at 15 % tax and 6.2 % each: tax 450.00, shares 186.00 and 186.00, net 2364.00.
 */
export function runPayroll(contracts: readonly EmploymentContract[], rule: PayrollRule, details: RunDetails): { run: PayrollRun; payslips: Payslip[] } {
  const { companyId, startsOn, currency, createdBy, now } = details;
  const runId = newId();
  const gross = new Map<string, Money>();
  for (const contract of contracts) {
    gross.set(contract.employeeId, (gross.get(contract.employeeId) ?? Money.zero(currency)).plus(grossInMonth(contract, startsOn)));
  }
  const payslips = [...gross].map(([employeeId, amount]) => {
    const share = (rate: Decimal) => amount.times(rate).rounded();
    const [tax, employee, employer] = [share(rule.taxRate), share(rule.employeeSocialRate), share(rule.employerSocialRate)];
    return Object.assign(new Payslip(), {
      companyId,
      id: newId(),
      runId,
      employeeId,
      periodStartsOn: startsOn,
      gross: amount.toDecimal(),
      tax: tax.toDecimal(),
      employeeSocial: employee.toDecimal(),
      employerSocial: employer.toDecimal(),
      net: amount.minus(tax).minus(employee).toDecimal(),
    });
  });
  const total = (pick: (payslip: Payslip) => Decimal) => payslips.reduce((sum, payslip) => sum.plus(pick(payslip)), new Decimal(0));
  const run = Object.assign(new PayrollRun(), {
    companyId,
    id: runId,
    periodStartsOn: startsOn,
    periodEndsOn: lastOfMonth(startsOn),
    state: 'draft',
    currency,
    payslipCount: payslips.length,
    grossTotal: total((each) => each.gross),
    taxTotal: total((each) => each.tax),
    employeeSocialTotal: total((each) => each.employeeSocial),
    employerSocialTotal: total((each) => each.employerSocial),
    netTotal: total((each) => each.net),
    createdBy,
    approvedBy: null,
    paidOn: null,
    createdAt: now,
    version: 1,
  });
  return { run, payslips };
}
