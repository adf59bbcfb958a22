import { assert, type LocalDate, Quantity } from '@millrace/kernel';

/**
 * How the stock of one item in one location changed from day to day, as far back as it is known.
 *
 * A document may be dated in the past, and what it takes out was then there on no day after it either. So it takes what
 * was there on every day from its date until now.
 */
export class DailyStock {
  /**
   * @param knownFrom The changes of every later day are known; those of this day and before it are not looked at.
   * @param changes What came less what went, by day.
   */
  constructor(
    readonly knownFrom: LocalDate,
    private readonly changes = new Map<LocalDate, Quantity>(),
  ) {}

  copy(): DailyStock {
    return new DailyStock(this.knownFrom, new Map(this.changes));
  }

  /** Goods came on a day, or (below zero) went. */
  note(on: LocalDate, change: Quantity): void {
    this.changes.set(on, (this.changes.get(on) ?? Quantity.zero).plus(change));
  }

  /** The least that was on hand at the end of any day from a day on, when so much is on hand now. */
  leastSince(from: LocalDate, onHand: Quantity): Quantity {
    let [least, atEndOfDay] = [onHand, onHand];
    for (const day of this.daysAfter(from)) {
      atEndOfDay = atEndOfDay.minus(this.changes.get(day)!);
      least = least.atMost(atEndOfDay);
    }
    return least;
  }

  /** The earliest day, not before `from`, since which so much has been on hand at the end of every day. */
  thereSince(quantity: Quantity, from: LocalDate, onHand: Quantity): LocalDate {
    assert(!quantity.isMoreThan(onHand), 'what is there since a day is there now');
    let atEndOfDay = onHand;
    for (const day of this.daysAfter(from)) {
      atEndOfDay = atEndOfDay.minus(this.changes.get(day)!);
      if (quantity.isMoreThan(atEndOfDay)) return day;
    }
    return from;
  }

  /** Days with changes after a day, the latest first. */
  private daysAfter(from: LocalDate): LocalDate[] {
    assert(from >= this.knownFrom, `stock of ${from} is asked for, and known from ${this.knownFrom}`);
    return [...this.changes.keys()]
      .filter((day) => day > from)
      .sort()
      .reverse();
  }
}
