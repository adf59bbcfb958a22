import { PayrollRunApproved } from '@millrace/contracts';
import { daysBetween, Decimal, lastOfMonth, type LocalDate, Money, newId, Quantity, Refusal } from '@millrace/kernel';
import type { EmploymentContract } from './employee.js';

/** Flat rates on gross, from a day on. */
export class PayrollRule {
  companyId!: string;
  validFrom!: LocalDate;
  taxRate!: Decimal;
  employeeSocialRate!: Decimal;
  employerSocialRate!: Decimal;
}

export const PAYROLL_STATES = ['draft', 'approved', 'posted', 'paid'] as const;
export type PayrollState = (typeof PAYROLL_STATES)[number];

/** What one employee gets for one month. Final: one payslip a month, ever. */
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
}

/** The payslips of a month, on their way from draft to paid. */
export class PayrollRun {
  companyId!: string;
  id!: string;
  periodStartsOn!: LocalDate;
  periodEndsOn!: LocalDate;
  state!: PayrollState;
  currency!: string;
  payslipCount!: number;
  grossTotal!: Decimal;
  taxTotal!: Decimal;
  employeeSocialTotal!: Decimal;
  employerSocialTotal!: Decimal;
  netTotal!: Decimal;
  createdBy!: string;
  approvedBy!: string | null;
  paidOn!: LocalDate | null;
  createdAt!: Date;
  version!: number;

  /** Makes it final. @returns the fact with its totals, or why not. */
  approve(by: string) {
    if (this.state !== 'draft') return new Refusal('payroll-run-approved', 'conflict', `This payroll run is ${this.state} already.`, { state: this.state });
    this.state = 'approved';
    this.approvedBy = by;
    const money = (amount: Decimal) => `${Money.of(amount, this.currency)}`;
    return PayrollRunApproved.of({
      payrollRunId: this.id,
      periodStartsOn: this.periodStartsOn,
      periodEndsOn: this.periodEndsOn,
      currency: this.currency,
      grossTotal: money(this.grossTotal),
      taxTotal: money(this.taxTotal),
      employeeSocialTotal: money(this.employeeSocialTotal),
      employerSocialTotal: money(this.employerSocialTotal),
      netTotal: money(this.netTotal),
      payslipCount: this.payslipCount,
    });
  }

  posted(): void {
    if (this.state === 'approved') this.state = 'posted';
  }

  paid(on: LocalDate): void {
    this.state = 'paid';
    this.paidOn = on;
  }
}

/**
 * Gross of a contract in a month: the monthly gross, or its part by calendar days when the contract covers part of it.
 *
 * @returns Rounded half away from zero to the minor unit.
 * @example 3000.00 from the 16th of a month of 30 days is 1500.00.
 */
export function grossInMonth(contract: EmploymentContract, startsOn: LocalDate): Money {
  const endsOn = lastOfMonth(startsOn);
  const from = contract.validFrom > startsOn ? contract.validFrom : startsOn;
  const to = contract.validTo !== null && contract.validTo < endsOn ? contract.validTo : endsOn;
  const covered = daysBetween(from, to) + 1;
  const month = daysBetween(startsOn, endsOn) + 1;
  const whole = Money.of(contract.monthlyGross, contract.currency);
  return covered >= month ? whole.rounded() : whole.times(Quantity.of(covered)).dividedBy(Quantity.of(month)).rounded();
}

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
