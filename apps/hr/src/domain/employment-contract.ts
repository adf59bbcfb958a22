import { daysBetween, type Decimal, lastOfMonth, type LocalDate, Money, Quantity } from '@millrace/kernel';

/** What one employee earns in a time; at most one contract a day. */
export class EmploymentContract {
  companyId!: string;
  id!: string;
  employeeId!: string;
  validFrom!: LocalDate;
  /** The last day; open when null. */
  validTo!: LocalDate | null;
  monthlyGross!: Decimal;
  currency!: string;
  costCentre!: string | null;
}

/**
 * Gross of a contract in a month: the monthly gross, or its part by calendar days when the contract covers part of it.
 *
 * @returns Rounded half away from zero to the minor unit; nothing when it covers no day.
 * @example 3000.00 from the 16th of a month of 30 days is 1500.00.
 */
export function grossInMonth(contract: EmploymentContract, startsOn: LocalDate): Money {
  const endsOn = lastOfMonth(startsOn);
  const from = contract.validFrom > startsOn ? contract.validFrom : startsOn;
  const to = contract.validTo !== null && contract.validTo < endsOn ? contract.validTo : endsOn;
  const covered = daysBetween(from, to) + 1;
  const month = daysBetween(startsOn, endsOn) + 1;
  const whole = Money.of(contract.monthlyGross, contract.currency);
  if (covered <= 0) return Money.zero(contract.currency);
  return covered >= month ? whole.rounded() : whole.times(Quantity.of(covered)).dividedBy(Quantity.of(month)).rounded();
}
