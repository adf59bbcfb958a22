import { defineEvent } from '../define-event.js';
import { IsCurrency, IsId, IsLocalDate, IsPositiveAmount } from '../rules.js';

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

/**
 * The net wages of a run were paid out.
 * Producer: finance. Consumer: hr (marks the run and its payslips as paid).
 */
export class PayrollPaidV1 {
  @IsId() readonly payrollRunId!: string;
  @IsLocalDate() readonly paidOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsPositiveAmount() readonly amount!: string;
}

export const PayrollPaid = defineEvent({
  type: 'finance.payroll-paid',
  version: 1,
  topic: 'finance.payroll',
  key: 'payrollRunId',
  data: PayrollPaidV1,
  example: { payrollRunId, paidOn: '2010-12-31', currency: 'GBP', amount: '2364.00' },
});
