import { Migration } from '@millrace/persistence';

/** Mails to people: who is invited and has no password yet, links that are good once, and what is to be sent. */
export class Mail extends Migration {
  override up(): void {
    this.addSql(`
      alter table account
        alter column secret_hash drop not null,
        add language text check (language in ('en', 'de')),
        add invited_until timestamptz,
        add constraint account_secret check (secret_hash is not null or (kind = 'user' and previous_secret_hash is null)),
        add constraint account_invited check (invited_until is null or secret_hash is null)`);
    this.addSql(`
      create table account_link (
        id uuid primary key,
        account_id uuid not null references account deferrable initially deferred,
        kind text not null check (kind in ('invitation', 'password-reset', 'email-change')),
        token_digest bytea not null unique,
        sealed_email text,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        ended_at timestamptz,
        undelivered_at timestamptz,
        check ((sealed_email is not null) = (kind = 'email-change'))
      )`);
    this.addSql('create unique index account_link_open on account_link (account_id, kind) where ended_at is null');
    this.addSql('create index account_link_account on account_link (account_id, kind, created_at)');
    this.addSql('create index account_link_expires on account_link (expires_at)');
    this.addSql(`
      create table outgoing_mail (
        id uuid primary key,
        kind text not null,
        account_id uuid not null references account deferrable initially deferred,
        sealed text not null,
        tries int not null default 0,
        next_try_at timestamptz not null default now(),
        give_up_at timestamptz not null,
        created_at timestamptz not null default now()
      )`);
    this.addSql('create index outgoing_mail_next_try on outgoing_mail (next_try_at)');
    this.addSql('create index outgoing_mail_account on outgoing_mail (account_id)');
    this.addSql(`
      create table reset_request (
        id uuid primary key,
        sealed text not null,
        created_at timestamptz not null default now()
      )`);
  }
}
