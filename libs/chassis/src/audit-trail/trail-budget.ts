/** So many lines at once, and so many a minute for ever. */
export type Allowance = Readonly<{ atOnce: number; aMinute: number }>;

/** A bucket of lines that may still be written, which fills with time. */
export class TrailBudget {
  private left: number;

  constructor(
    private readonly allowance: Allowance,
    private filledAt: number,
  ) {
    this.left = allowance.atOnce;
  }

  /** Whether one more may be written, and then takes it. */
  take(now: number): boolean {
    const { atOnce, aMinute } = this.allowance;
    this.left = Math.min(atOnce, this.left + ((now - this.filledAt) / 60_000) * aMinute);
    this.filledAt = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}
