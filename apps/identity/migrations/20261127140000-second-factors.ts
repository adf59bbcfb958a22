import { Migration } from '@millrace/persistence';

/** What people prove themselves with beside a password, sealed, and recovery codes as digests. */
export class SecondFactorTables extends Migration {
  override up(): void {
    this.addSql(`
      create table second_factor (
        account_id uuid primary key references account,
        sealed_secret text,
        pending_secret text,
        pending_since timestamptz,
        last_period bigint not null default 0,
        confirmed_at timestamptz,
        check ((sealed_secret is null) = (confirmed_at is null))
      )`);
    this.addSql(`
      create table recovery_code (
        account_id uuid not null references account,
        id uuid not null,
        used_at timestamptz,
        primary key (account_id, id)
      )`);
  }
}
