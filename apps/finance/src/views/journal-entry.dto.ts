import { IsAmount, IsCode, IsCurrency, IsId, IsLines, IsLocalDate, IsName } from '@millrace/contracts';
import { IsIn, IsInt, IsOptional } from 'class-validator';
import { ENTRY_SOURCES, type EntrySource, type Journal, JOURNALS } from '../domain/journal-entry.js';

export class JournalLineDto {
  @IsInt() readonly lineNo!: number;
  @IsCode() readonly account!: string;
  @IsAmount() readonly debit!: string;
  @IsAmount() readonly credit!: string;
  @IsCurrency() readonly currency!: string;
  @IsOptional() @IsId() readonly partyId?: string;
  @IsOptional() @IsCode() readonly costCentre?: string;
  @IsOptional() @IsName() readonly text?: string;
}

export class JournalEntrySummaryDto {
  @IsId() readonly journalEntryId!: string;
  @IsIn(JOURNALS) readonly journal!: Journal;
  @IsInt() readonly fiscalYear!: number;
  @IsInt() readonly number!: number;
  @IsLocalDate() readonly postedOn!: string;
  @IsLocalDate() readonly documentOn!: string;
  @IsName() readonly recordedAt!: string;
  @IsIn(ENTRY_SOURCES) readonly source!: EntrySource;
  /** The document that it tells of. */
  @IsId() readonly sourceId!: string;
  @IsName() readonly description!: string;
  @IsOptional() @IsId() readonly reversesId?: string;
}

export class JournalEntryDto extends JournalEntrySummaryDto {
  @IsLines(() => JournalLineDto) readonly lines!: readonly JournalLineDto[];
}
