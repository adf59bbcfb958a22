import { type LocalDate, localDateIn } from './local-date.js';

/** Where every "now" of business code comes from, so that a test can choose it. Deadlines use the database's clock. */
export abstract class Clock {
  abstract now(): Date;

  /** The business date at this moment in a company's time zone, for example "Europe/London". */
  today(timeZone: string): LocalDate {
    return localDateIn(this.now(), timeZone);
  }
}

/** The machine's clock. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
