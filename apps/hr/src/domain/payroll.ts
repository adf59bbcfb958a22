import { Decimal, lastOfMonth, type LocalDate, newId, type Refusal } from '@millrace/kernel';
import { costCentreTotals } from './cost-centre-totals.js';
import type { PayrollRule } from './payroll-rule.js';
import { PayrollRun } from './payroll-run.js';
import { type DueContract, type Payslip, payslipsOf } from './payslip.js';
import { amountTooLarge, payrollComplete } from './refusals.js';

/** What facts and amounts of documents can hold has 13 digits before the point. */
const LARGEST_AMOUNT = 10_000_000_000_000;

export type RunDetails = Readonly<{ companyId: string; startsOn: LocalDate; currency: string; createdBy: string; now: Date }>;

/**
 * A payroll run of a month: a payslip for each employee to whom something is left to pay.
 *
 * @returns The run with its payslips, or a refusal: nothing is left to pay, or more than the books can hold.
 */
export function runPayroll(due: readonly DueContract[], rule: PayrollRule, details: RunDetails): { run: PayrollRun; payslips: Payslip[] } | Refusal {
  const { companyId, startsOn, currency, createdBy, now } = details;
  const runId = newId();
  const payslips = payslipsOf(due, rule, { companyId, runId, startsOn, currency });
  if (payslips.length === 0) return payrollComplete;
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
    discardedBy: null,
    discardReason: null,
    paidOn: null,
    createdAt: now,
    version: 1,
    costCentres: costCentreTotals(payslips, currency),
  });
  return run.grossTotal.greaterThanOrEqualTo(LARGEST_AMOUNT) ? amountTooLarge : { run, payslips };
}
