import { Clock } from '@millrace/kernel';

/** A clock that stands until it is moved. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  static at(text: string): FixedClock {
    return new FixedClock(new Date(text));
  }

  override now(): Date {
    return this.instant;
  }

  moveTo(text: string): void {
    this.instant = new Date(text);
  }
}
