import { ALONE, type LocalDate, type Money, Refusal } from '@millrace/kernel';

export const companyNotReady = new Refusal('company-not-ready', 'conflict', 'This company was founded a moment ago and is not known here yet: try again.');

export const notFound = (what: string) => new Refusal('not-found', 'missing', `There is no ${what} with this id.`);

export const versionStale = new Refusal('version-stale', 'stale', 'It has changed since: read it again.');

export const dateRange = new Refusal('date-range', 'invalid', 'The last day lies before the first.');

export const contractOverlaps = new Refusal('contract-overlaps', 'conflict', 'The employee has a contract in part of this time already.');

export const contractRevoked = new Refusal('contract-revoked', 'conflict', 'This contract was ended before it began: sign another one.');

export const contractOpen = new Refusal('contract-open', 'conflict', 'A contract runs on: say with endsOn on which day it ends.');

export const contractPaid = (month: LocalDate, paid: Money, earned: Money) => {
  const members = { month: month.slice(0, 7), paid: `${paid}`, earned: `${earned}` };
  const detail = `${members.paid} was paid for ${members.month}, which would then earn ${members.earned}: take a later day, or discard the draft that pays it.`;
  return new Refusal('contract-paid', 'conflict', detail, members);
};

export const employeeInactive = new Refusal('employee-inactive', 'conflict', 'This employee is not active: activate them first.');

export const endDateUnexpected = new Refusal('end-date-unexpected', 'invalid', 'endsOn belongs to active: false; to end one contract, end it by itself.');

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

export const subjectTaken = new Refusal('subject-taken', 'conflict', 'Somebody signs in as another employee with this account: unlink that one first.');

export const ownAccount = new Refusal('own-account', 'conflict', `Somebody else links the account that you are signed in with, or who holds ${ALONE}.`, {
  permission: ALONE,
});
