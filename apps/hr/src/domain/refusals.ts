import { Refusal } from '@millrace/kernel';

export const companyNotReady = new Refusal('company-not-ready', 'conflict', 'This company was founded a moment ago and is not known here yet: try again.');

export const notFound = (what: string) => new Refusal('not-found', 'missing', `There is no ${what} with this id.`);

export const versionStale = new Refusal('version-stale', 'stale', 'It has changed since: read it again.');

export const dateRange = new Refusal('date-range', 'invalid', 'The last day lies before the first.');

export const contractOverlaps = new Refusal('contract-overlaps', 'conflict', 'The employee has a contract in part of this time already.');

export const payrollRuleExists = new Refusal('payroll-rule-exists', 'conflict', 'There are rates from this day on already.');

export const ratesTooHigh = new Refusal('rates-too-high', 'invalid', 'Tax and social insurance together take more than the gross.');

export const payrollRuleMissing = new Refusal('payroll-rule-missing', 'conflict', 'No rates are set for this month.');

export const payrollComplete = new Refusal(
  'payroll-complete',
  'conflict',
  'Everybody with a contract in this month was paid for it, or nobody has a contract.',
);

export const amountTooLarge = new Refusal('amount-too-large', 'invalid', 'The total of this month is larger than the books can hold.');

export const payrollRunDiscarded = new Refusal('payroll-run-discarded', 'conflict', 'This payroll run was discarded: make another one.');

export const payrollRunApproved = (state: string) => new Refusal('payroll-run-approved', 'conflict', `This payroll run is ${state} already.`, { state });
