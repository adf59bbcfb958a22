import { Example, PageQuery } from '@millrace/chassis';
import { IsCode, IsId, IsLines, IsLocalDate, IsName, IsPositiveAmount } from '@millrace/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { type Journal, JOURNALS } from '../domain/journal-entry.js';
import type { Entered } from '../domain/pending-entry.js';
import { ENTRY_KINDS, type EntryKind } from '../domain/manual-entry.js';

/** Why an entry that a person makes may be refused, whoever posts it. */
export const ENTRY_REFUSALS = [
  'entry-unbalanced',
  'line-sides',
  'account-unknown',
  'account-inactive',
  'control-account',
  'receivable-opening',
  'opening-receipt-required',
  'opening-forbidden',
  'amount-too-fine',
  'date-in-future',
  'backdate-forbidden',
  'period-closed',
  'fiscal-year-missing',
  'company-not-ready',
] as const;

export class PostLineDto {
  @IsCode() readonly account!: string;
  /** A line has a debit or a credit, in the company's currency. */
  @IsOptional() @IsPositiveAmount() readonly debit?: string;
  @IsOptional() @IsPositiveAmount() readonly credit?: string;
  @IsOptional() @IsId() readonly partyId?: string;
  @IsOptional() @IsCode() readonly costCentre?: string;
  @IsOptional() @IsName() readonly text?: string;
}

@Example({
  description: 'Wages of November',
  lines: [
    { account: '6000', debit: '700.00' },
    { account: '1000', credit: '700.00' },
  ],
})
export class PostEntryDto {
  /** `opening` may touch control accounts, but not receivables, and needs a permission; "manual" when absent. */
  @IsOptional() @IsIn(ENTRY_KINDS) readonly kind?: EntryKind;
  /** Today when absent; a past date needs a permission. */
  @IsOptional() @IsLocalDate() readonly postedOn?: string;
  @IsName() readonly description!: string;
  @IsLines(() => PostLineDto, { min: 2 }) readonly lines!: readonly PostLineDto[];
}

/** Without what JSON may say for nothing. */
export function enteredOf({ kind, postedOn, description, lines }: PostEntryDto): Entered {
  return { kind: kind ?? 'manual', postedOn: postedOn ?? undefined, description, lines };
}

export class ReverseEntryDto {
  @IsOptional() @IsLocalDate() readonly postedOn?: string;
  @IsName() readonly description!: string;
}

export class JournalEntriesQuery extends PageQuery {
  @IsOptional() @IsIn(JOURNALS) readonly journal?: Journal;
  @IsOptional() @IsId() readonly sourceId?: string;
  @IsOptional() @IsLocalDate() readonly from?: string;
  @IsOptional() @IsLocalDate() readonly to?: string;
}
