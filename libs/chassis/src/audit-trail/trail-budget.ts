/** So many lines at once, and so many a minute for ever. */
export type Allowance = Readonly<{ atOnce: number; aMinute: number }>;

/** What each may write, and what all may together. */
export type SharedAllowance = Readonly<{ each: Allowance; all: Allowance }>;

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

/** So many are kept apart; who was longest silent begins anew. */
const KEPT_APART = 1_000;

/** Buckets under one that is for all, so that a flood of one's lines leaves room for those of others. */
export class SharedTrailBudget {
  private readonly all: TrailBudget;
  private readonly each = new Map<string, TrailBudget>();

  constructor(
    private readonly allowance: SharedAllowance,
    now: number,
  ) {
    this.all = new TrailBudget(allowance.all, now);
  }

  /** Whether one more of somebody's may be written, and then takes it. */
  take(whose: string, now: number): boolean {
    const own = this.each.get(whose) ?? new TrailBudget(this.allowance.each, now);
    this.each.delete(whose);
    this.each.set(whose, own); // Behind all who were heard of before.
    if (this.each.size > KEPT_APART) this.each.delete(this.each.keys().next().value!);
    return own.take(now) && this.all.take(now);
  }

  /** @internal How many are kept apart. */
  get size(): number {
    return this.each.size;
  }
}
