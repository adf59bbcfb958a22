import { column, defineList, PageQuery, refersTo } from '@millrace/chassis';
import { IsAmount, IsCurrency, IsId, IsLines, IsLocalDate, IsName, IsNote } from '@millrace/contracts';
import { Money } from '@millrace/kernel';
import { IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { PENDING_STATES, PendingEntry, type PendingState } from '../domain/pending-entry.js';
import { JOURNAL_ENTRIES } from '../views/journal-entry.list.js';
import { ENTRY_KINDS, type EntryKind } from '../domain/manual-entry.js';
import { PostLineDto } from './journal-entries.dto.js';

export class PendingEntryDto {
  @IsId() readonly pendingEntryId!: string;
  @IsIn(PENDING_STATES) readonly state!: PendingState;
  @IsIn(ENTRY_KINDS) readonly kind!: EntryKind;
  /** The day of its approval when absent. */
  @IsOptional() @IsLocalDate() readonly postedOn?: string;
  @IsName() readonly description!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly debitTotal!: string;
  @IsLines(() => PostLineDto) readonly lines!: readonly PostLineDto[];
  @IsString() readonly submittedBy!: string;
  @IsString() readonly submittedAt!: string;
  @IsOptional() @IsString() readonly decidedBy?: string;
  @IsOptional() @IsString() readonly decidedAt?: string;
  @IsOptional() @IsNote() readonly rejectReason?: string;
  /** The entry that it became. */
  @IsOptional() @IsId() readonly journalEntryId?: string;
  @IsInt() readonly version!: number;
}

export class RejectEntryDto {
  /** Why: it is kept with the entry. */
  @IsNote() readonly reason!: string;
}

export class PendingEntriesQuery extends PageQuery {
  @IsOptional() @IsIn(PENDING_STATES) readonly state?: PendingState;
}

export const PENDING_ENTRIES = defineList<PendingEntryDto, PendingEntriesQuery>({
  row: PendingEntryDto,
  permission: 'finance.ledger.view',
  from: 'pending_entry',
  columns: {
    pendingEntryId: column.id('id'),
    state: column.choice('state', PENDING_STATES),
    kind: column.choice('kind', ENTRY_KINDS),
    postedOn: column.optional(column.date('posted_on')),
    description: column.text('description'),
    currency: column.text('currency'),
    debitTotal: column.decimal('debit_total'),
    submittedBy: column.text('submitted_by'),
    submittedAt: column.instant('submitted_at'),
    decidedBy: column.optional(column.text('decided_by')),
    decidedAt: column.optional(column.instant('decided_at')),
    journalEntryId: column.optional(column.id('journal_entry_id')),
  },
  order: '-pendingEntryId',
  references: { journalEntry: refersTo(() => JOURNAL_ENTRIES, 'journalEntryId') },
  show: (row, database) => showPending(database.table(PendingEntry).read(row)),
});

export function showPending(entry: PendingEntry): PendingEntryDto {
  const { id: pendingEntryId, state, kind, postedOn, description, lines, currency, debitTotal, submittedBy, submittedAt, version } = entry;
  return {
    pendingEntryId,
    state,
    kind,
    postedOn: postedOn ?? undefined,
    description,
    currency,
    debitTotal: `${Money.of(debitTotal, currency)}`,
    lines,
    submittedBy,
    submittedAt: submittedAt.toISOString(),
    decidedBy: entry.decidedBy ?? undefined,
    decidedAt: entry.decidedAt?.toISOString(),
    rejectReason: entry.rejectReason ?? undefined,
    journalEntryId: entry.journalEntryId ?? undefined,
    version,
  };
}
