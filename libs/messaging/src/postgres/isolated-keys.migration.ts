import { Migration } from '@millrace/persistence';

/** Answers that are kept for idempotency keys are a company's own: no other one's transaction can read them. */
export class IsolatedKeys extends Migration {
  override up(): void {
    this.addSql(`alter table idempotency_key enable row level security`);
    this.addSql(`
      create policy company on idempotency_key using (
        company_id = coalesce((select nullif(current_setting('millrace.company', true), '')::uuid), '00000000-0000-0000-0000-000000000000'))`);
    this.addSql(`
      create function idempotency_forget(days int, at_most int) returns int language sql security definer set search_path = public as $$
        with gone as (
          delete from idempotency_key where ctid in (
            select ctid from idempotency_key where created_at < now() - make_interval(days => days) limit at_most) returning 1)
        select count(*)::int from gone $$`);
  }
}
