import { IsInt, Max, Min } from 'class-validator';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** How long the process waits for whom. */
export class OrdersSettings {
  /** Minutes until a missing answer of another service is reported. */
  @IsInt() @Min(1) @Max(10_000) readonly ANSWER_MINUTES: number = 10;
  /** Days that a back-order waits for goods before what is left of it is cancelled. */
  @IsInt() @Min(1) @Max(3_650) readonly BACK_ORDER_DAYS: number = 90;
  /** Days after an invoice's due date before it is overdue. */
  @IsInt() @Min(0) @Max(366) readonly PAYMENT_GRACE_DAYS: number = 3;
  /** Seconds between two looks at what is due. */
  @IsInt() @Min(1) @Max(3_600) readonly DEADLINE_SECONDS: number = 15;

  answerDueAt(now: Date): Date {
    return new Date(now.getTime() + this.ANSWER_MINUTES * MINUTE_MS);
  }

  backOrderDueAt(now: Date): Date {
    return new Date(now.getTime() + this.BACK_ORDER_DAYS * DAY_MS);
  }

  /** The end of the last day of grace, and never before now: a backdated invoice is not overdue the moment it is posted. */
  paymentDeadlineAt(dueOn: string, now: Date): Date {
    const due = Date.parse(`${dueOn}T00:00:00Z`) + (this.PAYMENT_GRACE_DAYS + 1) * DAY_MS;
    return new Date(Math.max(due, now.getTime() + this.PAYMENT_GRACE_DAYS * DAY_MS));
  }
}
