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

/** Days from one to another, both included. */
export type Span = Readonly<{ startsOn: LocalDate; endsOn: LocalDate }>;

/** The fiscal year after one that ended on a day: twelve months. */
export function nextYear(endedOn: LocalDate): Span {
  const startsOn = addDays(endedOn, 1);
  return { startsOn, endsOn: addDays(addMonths(startsOn, 12), -1) };
}

/**
 * The fiscal years to open so that facts of some dates can be posted. After the last year: all up to the date. Between
 * two years: the one that has the date, counted on from the earlier year and cut where the later one begins. Before the
 * first year there were no books: none. When every period from a date on is closed: the year after the last.
 *
 * @param known Every period of the company, oldest first.
 * @example With 2010 and 2026 open, 2011-01-03 opens 2011 and nothing else.
 */
export function yearsToOpen(known: readonly (Span & Pick<AccountingPeriod, 'state'>)[], dates: readonly LocalDate[]): Span[] {
  const last = known.at(-1);
  if (!last) return [];
  const opened: Span[] = [];
  const add = (year: Span) => void (opened.some((each) => each.startsOn === year.startsOn) || opened.push(year));
  for (const date of dates) {
    const before = known.findLast((each) => each.startsOn <= date);
    if (!before || date <= before.endsOn) continue;
    const after = known.find((each) => each.startsOn > date);
    for (let year = nextYear(before.endsOn); ; year = nextYear(year.endsOn)) {
      const here = date <= year.endsOn;
      if (here || !after) add(after && after.startsOn <= year.endsOn ? { ...year, endsOn: addDays(after.startsOn, -1) } : year);
      if (here) break;
    }
  }
  const hasOpenDay = (date: LocalDate) => opened.some((each) => date <= each.endsOn) || known.some((each) => each.state === 'open' && date <= each.endsOn);
  if (!dates.every(hasOpenDay)) add(nextYear(last.endsOn));
  return opened;
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
