import { type Decimal, Money } from '@millrace/kernel';
import type { PayrollRun } from '../domain/payroll-run.js';
import type { Payslip } from '../domain/payslip.js';
import type { PayrollRunDto, PayslipDto } from './run-payroll.dto.js';

export function showRun(run: PayrollRun): PayrollRunDto {
  const { id: payrollRunId, periodStartsOn, periodEndsOn, state, currency, payslipCount, paidOn, version } = run;
  const money = (amount: Decimal) => `${Money.of(amount, currency)}`;
  return {
    payrollRunId,
    periodStartsOn,
    periodEndsOn,
    state,
    currency,
    payslipCount,
    grossTotal: money(run.grossTotal),
    taxTotal: money(run.taxTotal),
    employeeSocialTotal: money(run.employeeSocialTotal),
    employerSocialTotal: money(run.employerSocialTotal),
    netTotal: money(run.netTotal),
    paidOn: paidOn ?? undefined,
    discardReason: run.discardReason ?? undefined,
    version,
  };
}

export function showPayslip(payslip: Payslip, currency: string): PayslipDto {
  const { id: payslipId, employeeId, periodStartsOn } = payslip;
  const money = (amount: Decimal) => `${Money.of(amount, currency)}`;
  return {
    payslipId,
    employeeId,
    periodStartsOn,
    currency,
    gross: money(payslip.gross),
    tax: money(payslip.tax),
    employeeSocial: money(payslip.employeeSocial),
    employerSocial: money(payslip.employerSocial),
    net: money(payslip.net),
    lines: payslip.lines.map(({ contractId, costCentre, gross }) => ({ contractId, costCentre: costCentre ?? undefined, gross: money(gross) })),
  };
}
