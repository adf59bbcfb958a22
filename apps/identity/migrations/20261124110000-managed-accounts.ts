import { Migration } from '@millrace/persistence';

/** Accounts that can be managed: secrets that change with overlap, tokens that end before they expire, limits of their own. */
export class ManagedAccounts extends Migration {
  override up(): void {
    this.addSql(`
      alter table account
        add session int not null default 1,
        add sessions_ended_at timestamptz,
        add previous_secret_hash text,
        add previous_secret_until timestamptz,
        add requests_per_minute int check (requests_per_minute > 0),
        add constraint account_previous_secret check ((previous_secret_hash is null) = (previous_secret_until is null))`);
    this.addSql(`create index account_sessions_ended on account (sessions_ended_at) where sessions_ended_at is not null`);
  }
}
