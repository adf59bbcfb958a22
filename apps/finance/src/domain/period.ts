import { addDays, addMonths, lastOfMonth, type LocalDate, newId } from '@millrace/kernel';

/** A span of days in one fiscal year. Nothing is posted into a closed one. */
export class AccountingPeriod {
  companyId!: string;
  id!: string;
  /** The calendar year in which the fiscal year begins. */
  fiscalYear!: number;
  startsOn!: LocalDate;
  endsOn!: LocalDate;
  state!: 'open' | 'closed';
  version!: number;

  contains(date: LocalDate): boolean {
    return this.startsOn <= date && date <= this.endsOn;
  }
}

/** The periods of a fiscal year: calendar months, the first and the last cut to the year. */
export function periodsOfYear(companyId: string, startsOn: LocalDate, endsOn: LocalDate): AccountingPeriod[] {
  const fiscalYear = Number(startsOn.slice(0, 4));
  const periods: AccountingPeriod[] = [];
  for (let start = startsOn; start <= endsOn; ) {
    const monthEnd = lastOfMonth(start);
    const end = monthEnd < endsOn ? monthEnd : endsOn;
    periods.push(Object.assign(new AccountingPeriod(), { companyId, id: newId(), fiscalYear, startsOn: start, endsOn: end, state: 'open', version: 1 }));
    start = addDays(end, 1);
  }
  return periods;
}

/** The fiscal year after one that ended on a day, of the same length: twelve months. */
export function nextYear(endedOn: LocalDate): { startsOn: LocalDate; endsOn: LocalDate } {
  const startsOn = addDays(endedOn, 1);
  return { startsOn, endsOn: addDays(addMonths(startsOn, 12), -1) };
}

export type PostingDate = Readonly<{ documentOn: LocalDate; postedOn: LocalDate; fiscalYear: number }>;

/**
 * When a fact of another service counts: on its own date, or on the first open day after it. Both dates are kept.
 *
 * @param periods Open periods that end on the date or later, oldest first.
 */
export function postingDateOfFact(documentOn: LocalDate, periods: readonly AccountingPeriod[]): PostingDate | undefined {
  const period = periods.find((each) => each.state === 'open' && each.endsOn >= documentOn);
  if (!period) return undefined;
  return { documentOn, postedOn: documentOn < period.startsOn ? period.startsOn : documentOn, fiscalYear: period.fiscalYear };
}
