import { PayrollRunApproved } from '@millrace/contracts';
import { type Decimal, type LocalDate, Money } from '@millrace/kernel';
import { payrollRunApproved } from './refusals.js';

export const PAYROLL_STATES = ['draft', 'approved', 'posted', 'paid'] as const;
export type PayrollState = (typeof PAYROLL_STATES)[number];

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
    if (this.state !== 'draft') return payrollRunApproved(this.state);
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
