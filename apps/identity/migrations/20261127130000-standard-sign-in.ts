import { Migration } from '@millrace/persistence';

/** Signing in by OpenID Connect: the apps that people sign in to, and what is under way or lasts of their sign-ins. */
export class StandardSignIn extends Migration {
  override up(): void {
    this.addSql(`
      create table app (
        id uuid primary key,
        client_id text not null unique collate "C",
        name text not null,
        redirect_uris jsonb not null,
        sign_out_uris jsonb not null,
        device_flow boolean not null,
        trusted boolean not null,
        secret_hash text,
        active boolean not null,
        created_at timestamptz not null,
        version int not null,
        check (device_flow or jsonb_array_length(redirect_uris) > 0)
      )`);
    this.addSql(`
      insert into app values
        ('0199a1b0-0000-7000-8000-00000000c11a', 'millrace-cli', 'Millrace on the command line', '[]', '[]', true, true, null, true, now(), 1)`);
    this.addSql(`
      create table sign_in_state (
        id uuid primary key,
        model text not null,
        grant_id uuid,
        lookup_id uuid,
        account_id uuid,
        client_id text,
        sealed text not null,
        created_at timestamptz not null default now(),
        used_at timestamptz not null default now(),
        consumed_at timestamptz,
        ended_at timestamptz,
        expires_at timestamptz not null
      )`);
    this.addSql('create index sign_in_state_grant on sign_in_state (grant_id) where grant_id is not null');
    this.addSql('create index sign_in_state_lookup on sign_in_state (lookup_id) where lookup_id is not null');
    this.addSql('create index sign_in_state_account on sign_in_state (account_id) where account_id is not null');
    this.addSql('create index sign_in_state_expires on sign_in_state (expires_at)');
    this.addSql('create table ended_sign_in (id uuid primary key, ended_at timestamptz not null default now())');
  }
}
