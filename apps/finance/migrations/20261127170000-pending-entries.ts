import { finalColumns, isolateCompanies, Migration } from '@millrace/persistence';

const ROLE = 'finance';
const ENTERED = ['company_id', 'id', 'kind', 'posted_on', 'description', 'lines', 'currency', 'debit_total', 'submitted_by', 'submitted_at'];

/** Entries that wait for somebody else to post them: outside of the journal, its numbers and its seals. */
export class PendingEntries extends Migration {
  override up(): void {
    this.addSql(`
      create table pending_entry (
        company_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('manual', 'opening')),
        posted_on date,
        description text not null,
        lines jsonb not null,
        currency text not null,
        debit_total numeric(19,4) not null check (debit_total > 0),
        state text not null check (state in ('pending', 'posted', 'rejected')),
        submitted_by text not null,
        submitted_at timestamptz not null,
        decided_by text,
        decided_at timestamptz,
        reject_reason text,
        journal_entry_id uuid,
        version int not null,
        primary key (company_id, id),
        foreign key (company_id, journal_entry_id) references journal_entry (company_id, id) deferrable initially deferred,
        check ((state = 'pending') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
        check ((state = 'posted') = (journal_entry_id is not null)),
        check ((state = 'rejected') = (reject_reason is not null))
      )`);
    this.addSql(`create unique index pending_entry_posted on pending_entry (company_id, journal_entry_id) where journal_entry_id is not null`);
    this.addSql(`create index pending_entry_pending on pending_entry (company_id, id) where state = 'pending'`);
    for (const sql of isolateCompanies(ROLE, ['pending_entry'])) this.addSql(sql);
    for (const sql of finalColumns(ROLE, 'pending_entry', ENTERED)) this.addSql(sql);
  }
}
