import { type Decider, type Decimal, type LocalDate, Money, newId, Refusal, refusalToDecide } from '@millrace/kernel';
import type { EntryKind, EnteredLine } from './manual-entry.js';

/** An entry as a person enters it, before it is anything in the ledger. */
export type Entered = Readonly<{ kind: EntryKind; postedOn?: string; description: string; lines: readonly EnteredLine[] }>;

/** What was entered waits; then another person posts or rejects it. */
export const PENDING_STATES = ['pending', 'posted', 'rejected'] as const;
export type PendingState = (typeof PENDING_STATES)[number];

export const APPROVE_ENTRY = 'finance.journal-entry.approve';

/** An entry that somebody made and may not post alone: it takes no number and stands in no seal until somebody else posts it. */
export class PendingEntry {
  companyId!: string;
  id!: string;
  kind!: EntryKind;
  /** The day of its approval when it names none. */
  postedOn!: LocalDate | null;
  description!: string;
  lines!: readonly EnteredLine[];
  currency!: string;
  debitTotal!: Decimal;
  state!: PendingState;
  submittedBy!: string;
  submittedAt!: Date;
  decidedBy!: string | null;
  decidedAt!: Date | null;
  rejectReason!: string | null;
  journalEntryId!: string | null;
  version!: number;

  static submit(companyId: string, entered: Entered, debits: Money, by: string, now: Date): PendingEntry {
    return Object.assign(new PendingEntry(), {
      companyId,
      id: newId(),
      kind: entered.kind,
      postedOn: (entered.postedOn ?? null) as LocalDate | null,
      description: entered.description,
      lines: entered.lines,
      currency: debits.currency,
      debitTotal: debits.toDecimal(),
      state: 'pending',
      submittedBy: by,
      submittedAt: now,
      decidedBy: null,
      decidedAt: null,
      rejectReason: null,
      journalEntryId: null,
      version: 1,
    } satisfies Partial<PendingEntry>);
  }

  get entered(): Entered {
    const { kind, postedOn, description, lines } = this;
    return { kind, postedOn: postedOn ?? undefined, description, lines };
  }

  /** Why somebody may not post it. Refuses `entry-decided`, `self-approval`, `above-approval-limit`. */
  refusalToApprove(by: Decider): Refusal | undefined {
    return (
      this.decided() ??
      refusalToDecide(by, { what: 'an entry', amount: Money.of(this.debitTotal, this.currency), permission: APPROVE_ENTRY, madeBy: this.submittedBy })
    );
  }

  posted(by: string, journalEntryId: string, now: Date): void {
    this.decide('posted', by, now);
    this.journalEntryId = journalEntryId;
  }

  /** Gives it up, which who submitted it may do as well. Refuses `entry-decided`. */
  reject(by: string, reason: string, now: Date): Refusal | undefined {
    const refusal = this.decided();
    if (refusal) return refusal;
    this.decide('rejected', by, now);
    this.rejectReason = reason;
    return undefined;
  }

  private decide(state: PendingState, by: string, now: Date): void {
    this.state = state;
    this.decidedBy = by;
    this.decidedAt = now;
    this.version += 1;
  }

  private decided(): Refusal | undefined {
    return this.state === 'pending' ? undefined : new Refusal('entry-decided', 'conflict', `This entry is ${this.state} already.`, { state: this.state });
  }
}
