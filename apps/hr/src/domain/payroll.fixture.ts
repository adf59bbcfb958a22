import { type Decider, Decimal, isRefusal, type Limits, localDate, newId } from '@millrace/kernel';
import { EmploymentContract } from './employment-contract.js';
import { runPayroll } from './payroll.js';
import type { PayrollRule } from './payroll-rule.js';
import type { DueContract } from './payslip.js';

export const JUNE = localDate('2026-06-01');
export const details = { companyId: 'company', startsOn: JUNE, currency: 'GBP', createdBy: 'me', now: new Date('2026-06-30T10:00:00Z') };

/** Open since 2020, of an employee of its own. */
export function contract(monthlyGross: string, fields: Partial<EmploymentContract> = {}): EmploymentContract {
  return Object.assign(new EmploymentContract(), {
    companyId: 'company',
    id: newId(),
    employeeId: newId(),
    currency: 'GBP',
    costCentre: null,
    validFrom: localDate('2020-01-01'),
    validTo: null,
    revoked: false,
    monthlyGross: new Decimal(monthlyGross),
    version: 1,
    ...fields,
  });
}

export function rates(tax: string, employee: string, employer: string): PayrollRule {
  return { taxRate: new Decimal(tax), employeeSocialRate: new Decimal(employee), employerSocialRate: new Decimal(employer) } as PayrollRule;
}

/** A contract of which so much was paid for the month, in one part. */
export function due(of: EmploymentContract, paid = '0'): DueContract {
  return { contract: of, paid: new Decimal(paid), parts: paid === '0' ? 0 : 1 };
}

/** A draft of June for these contracts, none of which was paid. */
export function draft(contracts: readonly EmploymentContract[], rule = rates('0.15', '0.062', '0.062')) {
  const outcome = runPayroll(
    contracts.map((each) => due(each)),
    rule,
    details,
  );
  if (isRefusal(outcome)) throw new Error(outcome.detail);
  return outcome;
}

/** Who decides on what others made, without limits. */
export const decider = (actor: string, limits: Limits = {}, ...held: string[]): Decider => ({
  actor,
  can: (each) => held.includes(each),
  limitsOn: () => limits,
});
