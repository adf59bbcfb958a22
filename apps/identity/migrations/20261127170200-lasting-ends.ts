import { Migration } from '@millrace/persistence';

/**
 * What ends is told as news: each end carries the transaction that it came in, which says exactly what an answer has not had yet,
 * whatever clocks say. Secrets of apps overlap as those of service accounts do, each says when it was used last, and service
 * accounts have an end and a limit of their own.
 */
export class LastingEnds extends Migration {
  override up(): void {
    this.addSql(`alter table ended_sign_in add tx xid8 not null default pg_current_xact_id()`);
    this.addSql(`create index ended_sign_in_tx on ended_sign_in (tx)`);
    this.addSql(`
      alter table account
        add sessions_ended_tx xid8,
        add secret_used_at timestamptz,
        add previous_secret_used_at timestamptz,
        add expires_at timestamptz,
        add permissions jsonb check (jsonb_array_length(permissions) > 0)`);
    this.addSql(`create index account_sessions_ended_tx on account (sessions_ended_tx) where sessions_ended_tx is not null`);
    this.addSql(`
      create function account_sessions_end() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        new.sessions_ended_tx := pg_current_xact_id();
        return new;
      end $$`);
    this.addSql(`
      create trigger account_sessions_end before update of session on account for each row
      when (new.session is distinct from old.session) execute function account_sessions_end()`);
    this.addSql(`
      alter table app
        add previous_secret_hash text,
        add previous_secret_until timestamptz,
        add secret_used_at timestamptz,
        add previous_secret_used_at timestamptz,
        add constraint app_previous_secret check ((previous_secret_hash is null) = (previous_secret_until is null))`);
    this.addSql(`create index sign_in_state_client on sign_in_state (client_id) where client_id is not null`);
  }
}
