import { daysBetween, type Decimal, lastOfMonth, type LocalDate, Money, Quantity } from '@millrace/kernel';

const FOR_EVER = '9999-12-31' as LocalDate;

/** What one employee earns in a time; at most one contract a day. */
export class EmploymentContract {
  companyId!: string;
  id!: string;
  employeeId!: string;
  validFrom!: LocalDate;
  /** The last day; open when null. */
  validTo!: LocalDate | null;
  /** It was ended before it began: it covers no day. */
  revoked!: boolean;
  monthlyGross!: Decimal;
  currency!: string;
  costCentre!: string | null;
  version!: number;

  /** The last day, where an open contract has one too. */
  get lastDay(): LocalDate {
    return this.validTo ?? FOR_EVER;
  }

  /** Whether it covers a day after this one. */
  runsPast(day: LocalDate): boolean {
    return !this.revoked && this.lastDay > day;
  }

  overlaps(other: EmploymentContract): boolean {
    return !this.revoked && !other.revoked && this.validFrom <= other.lastDay && other.validFrom <= this.lastDay;
  }

  /** The same with another last day; revoked when that lies before the first. */
  endedOn(day: LocalDate): EmploymentContract {
    const end = day < this.validFrom ? { revoked: true } : { validTo: day };
    return Object.assign(new EmploymentContract(), this, end, { version: this.version + 1 });
  }
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
  const to = contract.lastDay < endsOn ? contract.lastDay : endsOn;
  const covered = contract.revoked ? 0 : daysBetween(from, to) + 1;
  const month = daysBetween(startsOn, endsOn) + 1;
  const whole = Money.of(contract.monthlyGross, contract.currency);
  if (covered <= 0) return Money.zero(contract.currency);
  return covered >= month ? whole.rounded() : whole.times(Quantity.of(covered)).dividedBy(Quantity.of(month)).rounded();
}
