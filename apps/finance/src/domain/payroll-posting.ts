import type { PayrollRunApprovedV1 } from '@millrace/contracts';
import { Decimal, type LocalDate, Money } from '@millrace/kernel';
import type { Draft } from './journal-entry.js';
import type { PostingDate } from './period.js';
import { wageLines } from './wage-lines.js';

/** A month's wages in the ledger: owed, and later paid. */
export class PayrollPosting {
  companyId!: string;
  runId!: string;
  periodStartsOn!: LocalDate;
  periodEndsOn!: LocalDate;
  currency!: string;
  grossTotal!: Decimal;
  netTotal!: Decimal;
  entryId!: string;
  paidOn!: LocalDate | null;
  /** None where nothing was left to pay out. */
  paidEntryId!: string | null;

  get net(): Money {
    return Money.of(this.netTotal, this.currency);
  }
}

/**
 * Wages and the employer's share are expenses; what is withheld and the net wages are owed.
 *
 * @example Gross 3000.00, tax 450.00, both shares 186.00: wages 3000.00 and employer's share 186.00 against tax 450.00,
 * social insurance 372.00 and net wages 2364.00.
 */
export function entryOfPayroll(run: PayrollRunApprovedV1, date: PostingDate, recordedAt: Date): Draft {
  const money = (amount: string) => Money.of(amount, run.currency);
  const employee = money(run.employeeSocialTotal);
  const employer = money(run.employerSocialTotal);
  return {
    journal: 'WAG',
    source: 'payroll-run',
    sourceId: run.payrollRunId,
    description: `Wages ${run.periodStartsOn} to ${run.periodEndsOn}`,
    date,
    recordedAt,
    lines: [
      ...wageLines(run),
      { role: 'payroll-tax-payable', amount: money(run.taxTotal).negated() },
      { role: 'social-payable', amount: employee.plus(employer).negated() },
      { role: 'wages-payable', amount: money(run.netTotal).negated() },
    ],
  };
}

/** The run in the books, owed from now on; one of which nothing is left to pay out is paid by that, and hr knows it. */
export function payrollPosting(run: PayrollRunApprovedV1, companyId: string, entryId: string, postedOn: LocalDate): PayrollPosting {
  const netTotal = new Decimal(run.netTotal);
  return Object.assign(new PayrollPosting(), {
    companyId,
    runId: run.payrollRunId,
    periodStartsOn: run.periodStartsOn,
    periodEndsOn: run.periodEndsOn,
    currency: run.currency,
    grossTotal: new Decimal(run.grossTotal),
    netTotal,
    entryId,
    paidOn: netTotal.isZero() ? postedOn : null,
    paidEntryId: null,
  });
}

/** Net wages owed against bank. */
export function entryOfPayrollPayment(posting: PayrollPosting, date: PostingDate, recordedAt: Date): Draft {
  const amount = posting.net;
  return {
    journal: 'BNK',
    source: 'payroll-payment',
    sourceId: posting.runId,
    description: `Wages ${posting.periodStartsOn} to ${posting.periodEndsOn} paid`,
    date,
    recordedAt,
    lines: [
      { role: 'wages-payable', amount },
      { role: 'bank', amount: amount.negated() },
    ],
  };
}
