import { appendOnly, isolateCompanies, Migration } from '@millrace/persistence';

const ROLE = 'finance';

/** What was paid to tax offices, insurers and staff, for the time for which it was owed. */
export class LiabilitySettlements extends Migration {
  override up(): void {
    this.addSql(`
      create table liability_settlement (
        company_id uuid not null,
        id uuid not null,
        number text not null,
        kind text not null check (kind in ('tax', 'payroll-tax', 'social', 'wages')),
        period_starts_on date not null,
        period_ends_on date not null,
        account_code text not null,
        reference text,
        settled_on date not null,
        posted_on date not null,
        currency text not null,
        amount numeric(19,4) not null check (amount <> 0),
        entry_id uuid not null,
        recorded_at timestamptz not null,
        primary key (company_id, id),
        foreign key (company_id, account_code) references ledger_account (company_id, code),
        check (period_starts_on <= period_ends_on)
      )`);
    this.addSql(`create unique index liability_settlement_number on liability_settlement (company_id, number)`);
    for (const sql of isolateCompanies(ROLE, ['liability_settlement'])) this.addSql(sql);
    for (const sql of appendOnly(ROLE, ['liability_settlement'])) this.addSql(sql);
  }
}
