import { arrayLiteral, Database, statement, type Transaction } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { JournalEntry, JournalLine } from '../domain/journal-entry.js';

const BY_ID = statement('select * from journal_entry where company_id = $1 and id = $2');
const LINES = statement('select * from journal_line where company_id = $1 and entry_id = $2 order by line_no');
const REVERSED = statement('select 1 from journal_entry where company_id = $1 and reverses_id = $2');
const OF_DOCUMENTS = statement('select distinct entry_id from receivable_adjustment where company_id = $1 and entry_id = any($2::uuid[])');

@Injectable()
export class JournalEntryRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(tx: Transaction, companyId: string, id: string): Promise<JournalEntry | undefined> {
    const [[row], lines] = await Promise.all([
      tx.query<Record<string, unknown>>(BY_ID, [companyId, id]),
      tx.query<Record<string, unknown>>(LINES, [companyId, id]),
    ]);
    if (!row) return undefined;
    const entry = tx.table(JournalEntry).read(row);
    entry.lines = lines.map((line) => tx.table(JournalLine).read(line));
    return entry;
  }

  async isReversed(tx: Transaction, companyId: string, id: string): Promise<boolean> {
    return (await tx.query(REVERSED, [companyId, id])).length > 0;
  }

  /** Which of these entries opened receivables that have become documents of their own since. */
  async ofDocuments(tx: Transaction, companyId: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ entry_id: string }>(OF_DOCUMENTS, [companyId, arrayLiteral(ids, false)]);
    return new Set(rows.map((row) => row.entry_id));
  }

  byId(companyId: string, id: string): Promise<JournalEntry | undefined> {
    return this.database.transaction(companyId, (tx) => this.find(tx, companyId, id));
  }
}
