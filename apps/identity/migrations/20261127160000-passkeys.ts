import { Migration } from '@millrace/persistence';

/** Keys that people sign in with in place of a password, or beside it, and roles and companies that take more than a password. */
export class Passkeys extends Migration {
  override up(): void {
    this.addSql(`
      create table passkey (
        id uuid primary key,
        account_id uuid not null references account,
        credential_id text not null unique collate "C",
        public_key text not null,
        counter bigint not null check (counter >= 0),
        transports jsonb not null,
        name text not null,
        created_at timestamptz not null,
        used_at timestamptz
      )`);
    this.addSql('create index passkey_account on passkey (account_id)');
    this.addSql('alter table role add version int not null default 1');
    for (const table of ['role', 'company']) this.addSql(`alter table ${table} add demands_second_factor boolean not null default false`);
  }
}
