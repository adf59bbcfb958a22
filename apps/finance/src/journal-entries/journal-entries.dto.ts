import { Example, PageQuery } from '@millrace/chassis';
import { IsCode, IsId, IsLines, IsLocalDate, IsName, IsPositiveAmount } from '@millrace/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { type Journal, JOURNALS } from '../domain/journal-entry.js';

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
  description: 'Rent of November',
  lines: [
    { account: '6100', debit: '700.00' },
    { account: '1000', credit: '700.00' },
  ],
})
export class PostEntryDto {
  /** `opening` may touch control accounts, but not receivables, and needs a permission; "manual" when absent. */
  @IsOptional() @IsIn(['manual', 'opening']) readonly kind?: 'manual' | 'opening';
  /** Today when absent; a past date needs a permission. */
  @IsOptional() @IsLocalDate() readonly postedOn?: string;
  @IsName() readonly description!: string;
  @IsLines(() => PostLineDto, { min: 2 }) readonly lines!: readonly PostLineDto[];
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
