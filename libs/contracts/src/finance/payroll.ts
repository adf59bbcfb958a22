import { defineEvent } from '../define-event.js';
import { IsAmount, IsCurrency, IsId, IsLocalDate } from '../rules.js';

const payrollRunId = '0199a1b0-0000-7000-8000-0000000000c1';

/**
 * An approved payroll run stands in the ledger: wages are owed.
 * Producer: finance. Consumer: hr (marks the run as posted).
 */
export class PayrollPostedV1 {
  @IsId() readonly payrollRunId!: string;
  @IsId() readonly journalEntryId!: string;
  @IsLocalDate() readonly postedOn!: string;
}

export const PayrollPosted = defineEvent({
  type: 'finance.payroll-posted',
  version: 1,
  topic: 'finance.payroll',
  key: 'payrollRunId',
  data: PayrollPostedV1,
  example: { payrollRunId, journalEntryId: '0199a1b0-0000-7000-8000-0000000000d1', postedOn: '2010-12-31' },
});

/** Superseded by V2: a run without anything to pay out could not be told of. */
export type PayrollPaidV1 = PayrollPaidV2;

/**
 * The net wages of a run were paid out.
 * Producer: finance. Consumer: hr (marks the run and its payslips as paid).
 */
export class PayrollPaidV2 {
  @IsId() readonly payrollRunId!: string;
  @IsLocalDate() readonly paidOn!: string;
  @IsCurrency() readonly currency!: string;
  /** Since V2 also 0.00, where all of the gross was withheld: such a run is paid when it is posted. */
  @IsAmount() readonly amount!: string;
}

export const PayrollPaid = defineEvent({
  type: 'finance.payroll-paid',
  version: 2,
  topic: 'finance.payroll',
  key: 'payrollRunId',
  data: PayrollPaidV2,
  example: { payrollRunId, paidOn: '2010-12-31', currency: 'GBP', amount: '2364.00' },
  upcasters: { 1: (v1: PayrollPaidV1): PayrollPaidV2 => v1 },
});
