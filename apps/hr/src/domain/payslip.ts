import { type Decimal, groupBy, type LocalDate, Money, newId } from '@millrace/kernel';
import { type EmploymentContract, grossInMonth } from './employment-contract.js';
import type { PayrollRule } from './payroll-rule.js';

/** A contract in a month: what payslips paid of it so far, and in how many parts. */
export type DueContract = Readonly<{ contract: EmploymentContract; paid: Decimal; parts: number }>;

/**
 * One contract on a payslip: what it earns in the month, less what was paid of it before.
 *
 * Below zero where the contract came to cover less of a month that was paid, because a better one took its place.
 */
export class PayslipLine {
  companyId!: string;
  payslipId!: string;
  contractId!: string;
  periodStartsOn!: LocalDate;
  /** 1 for the first payment of the contract for the month, 2 for the next: so two runs can never pay the same part. */
  part!: number;
  gross!: Decimal;
  costCentre!: string | null;
}

/** What one employee gets from one run for a month. Final. */
export class Payslip {
  companyId!: string;
  id!: string;
  runId!: string;
  employeeId!: string;
  periodStartsOn!: LocalDate;
  gross!: Decimal;
  tax!: Decimal;
  employeeSocial!: Decimal;
  employerSocial!: Decimal;
  net!: Decimal;
  lines!: readonly PayslipLine[];
}

export type PayslipDetails = Readonly<{ companyId: string; runId: string; startsOn: LocalDate; currency: string }>;

/**
 * The payslips of a month by flat rates: one for each employee whose contracts earn more than was paid of them.
 *
 *   gross = Σ (gross of the contract in the month − paid of it), tax = gross × rate, social shares likewise,
 *   each rounded half away from zero; net = gross − tax − employee's share
 *
 * Tax is withheld first: where both round up to more than the gross, the employee's share is what tax leaves.
 *
 * @example Gross 3000.00 at 15 % tax and 6.2 % each: tax 450.00, shares 186.00 and 186.00, net 2364.00.
 * @example Paid 3000.00 for a month in which it is 3000.00 to the 15th and 3600.00 from the 16th: lines of −1500.00
 * and 1800.00, gross 300.00.
 */
export function payslipsOf(due: readonly DueContract[], rule: PayrollRule, details: PayslipDetails): Payslip[] {
  return [...groupBy(due, ({ contract }) => contract.employeeId)].flatMap(([employeeId, contracts]) => {
    const { currency, startsOn, ...ids } = details;
    const payslip = Object.assign(new Payslip(), { ...ids, id: newId(), employeeId, periodStartsOn: startsOn });
    payslip.lines = contracts.map((each) => lineOf(each, payslip)).filter(({ gross }) => !gross.isZero());
    const gross = Money.sum(
      payslip.lines.map((line) => Money.of(line.gross, currency)),
      currency,
    );
    if (!gross.isPositive()) return [];
    const share = (rate: Decimal) => gross.times(rate).rounded();
    const tax = share(rule.taxRate);
    const employeeSocial = share(rule.employeeSocialRate).atMost(gross.minus(tax));
    const amounts = { gross, tax, employeeSocial, employerSocial: share(rule.employerSocialRate), net: gross.minus(tax).minus(employeeSocial) };
    return [Object.assign(payslip, Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount.toDecimal()])))];
  });
}

function lineOf({ contract, paid, parts }: DueContract, { companyId, id: payslipId, periodStartsOn }: Payslip): PayslipLine {
  const gross = grossInMonth(contract, periodStartsOn).toDecimal().minus(paid);
  return Object.assign(new PayslipLine(), {
    companyId,
    payslipId,
    contractId: contract.id,
    periodStartsOn,
    part: parts + 1,
    gross,
    costCentre: contract.costCentre,
  });
}
