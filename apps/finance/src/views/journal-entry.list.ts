import { column, defineList, type List, refersTo } from '@millrace/chassis';
import { ENTRY_SOURCES, JournalEntry, JOURNALS } from '../domain/journal-entry.js';
import { JournalEntrySummaryDto } from './journal-entry.dto.js';
import { summaryOf } from './journal-entry.view.js';

export const JOURNAL_ENTRIES: List<JournalEntrySummaryDto> = defineList({
  row: JournalEntrySummaryDto,
  permission: 'finance.ledger.view',
  from: 'journal_entry',
  columns: {
    journalEntryId: column.id('id'),
    journal: column.choice('journal', JOURNALS),
    fiscalYear: column.integer('fiscal_year'),
    number: column.integer('number'),
    postedOn: column.date('posted_on'),
    documentOn: column.date('document_on'),
    recordedAt: column.instant('recorded_at'),
    source: column.choice('source', ENTRY_SOURCES),
    sourceId: column.id('source_id'),
    description: column.text('description'),
    reversesId: column.optional(column.id('reverses_id')),
  },
  order: '-journalEntryId',
  shorthands: { from: ['postedOn', 'gte'], to: ['postedOn', 'lte'] },
  references: { reverses: refersTo(() => JOURNAL_ENTRIES, 'reversesId', 'journalEntryId') },
  show: (row, database) => summaryOf(database.table(JournalEntry).read(row)),
});
