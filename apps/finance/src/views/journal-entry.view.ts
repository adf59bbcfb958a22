import { Money } from '@millrace/kernel';
import type { JournalEntry } from '../domain/journal-entry.js';
import type { JournalEntryDto, JournalEntrySummaryDto } from './journal-entry.dto.js';

export function summaryOf(entry: JournalEntry): JournalEntrySummaryDto {
  const { id: journalEntryId, journal, fiscalYear, number, postedOn, documentOn, source, sourceId, description, reversesId, recordedAt } = entry;
  return {
    journalEntryId,
    journal,
    fiscalYear,
    number,
    postedOn,
    documentOn,
    recordedAt: recordedAt.toISOString(),
    source,
    sourceId,
    description,
    reversesId: reversesId ?? undefined,
  };
}

export function viewOf(entry: JournalEntry): JournalEntryDto {
  const lines = entry.lines.map(({ lineNo, accountCode, debit, credit, currency, partyId, costCentre, text }) => ({
    lineNo,
    account: accountCode,
    debit: `${Money.of(debit, currency)}`,
    credit: `${Money.of(credit, currency)}`,
    currency,
    partyId: partyId ?? undefined,
    costCentre: costCentre ?? undefined,
    text: text ?? undefined,
  }));
  return { ...summaryOf(entry), lines };
}
