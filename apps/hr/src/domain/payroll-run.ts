import { PayrollRunApproved } from '@millrace/contracts';
import { assert, type Decider, type Decimal, type LocalDate, Money, type Refusal, refusalToDecide } from '@millrace/kernel';
import type { CostCentreTotal } from './cost-centre-totals.js';
import { payrollRunApproved, payrollRunDiscarded } from './refusals.js';

/** A draft is approved, posted by finance and paid; or discarded instead. */
export const PAYROLL_STATES = ['draft', 'approved', 'posted', 'paid', 'discarded'] as const;
export type PayrollState = (typeof PAYROLL_STATES)[number];

export const APPROVE = 'hr.payroll-run.approve';

/** The payslips of a month that were made together, on their way from draft to paid. */
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
  discardedBy!: string | null;
  discardReason!: string | null;
  paidOn!: LocalDate | null;
  createdAt!: Date;
  version!: number;
  /** What is told of it by cost centre. */
  costCentres!: readonly CostCentreTotal[];

  /**
   * Makes it final. Who made it does not, but for those who may do alone what takes two, and nobody whose limit its net
   * total passes.
   *
   * @returns the fact with its totals, or why not.
   */
  approve(by: Decider) {
    const amount = Money.of(this.netTotal, this.currency);
    const refusal = this.noDraft() ?? refusalToDecide(by, { what: 'a payroll run', amount, permission: APPROVE, madeBy: this.createdBy });
    if (refusal) return refusal;
    this.state = 'approved';
    this.approvedBy = by.actor;
    const money = (amount: Decimal) => `${Money.of(amount, this.currency)}`;
    const costCentres = this.costCentres.map(({ costCentre, grossTotal, employerSocialTotal }) => ({
      costCentre,
      grossTotal: money(grossTotal),
      employerSocialTotal: money(employerSocialTotal),
    }));
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
      costCentres: costCentres.length > 0 ? costCentres : undefined,
    });
  }

  /** Gives a draft up: its payslips count for nothing, and another run makes them anew. @returns why not. */
  discard(by: string, reason: string): Refusal | undefined {
    const refusal = this.noDraft();
    if (refusal) return refusal;
    this.state = 'discarded';
    this.discardedBy = by;
    this.discardReason = reason;
    return undefined;
  }

  /** The ledger has it. One that leaves nothing to pay out is paid by that. */
  posted(on: LocalDate): void {
    this.assertFinal();
    if (this.state !== 'approved') return;
    if (this.netTotal.isZero()) this.paid(on);
    else this.state = 'posted';
  }

  paid(on: LocalDate): void {
    this.assertFinal();
    if (this.state === 'paid') return;
    this.state = 'paid';
    this.paidOn = on;
  }

  private noDraft(): Refusal | undefined {
    if (this.state === 'draft') return undefined;
    return this.state === 'discarded' ? payrollRunDiscarded : payrollRunApproved(this.state);
  }

  /** Finance is only told of approved runs. */
  private assertFinal(): void {
    assert(this.state !== 'draft' && this.state !== 'discarded', `payroll run ${this.id} was never approved`);
  }
}
