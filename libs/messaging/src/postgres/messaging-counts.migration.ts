import { Migration } from '@millrace/persistence';

/**
 * Counts what each consumer applied of each stream, keeps record keys as the bytes that they are, and lets replicas that
 * start at the same moment make the outbox's partitions in turn.
 */
export class MessagingCounts extends Migration {
  override up(): void {
    // Null where a stream was taken before facts were counted: nothing is claimed of those.
    this.addSql(`alter table consumer_stream add column applied_count bigint`);
    this.addSql(`alter table kept_event alter column record_key type bytea using convert_to(record_key, 'UTF8')`);
    this.addSql(`
      create or replace function outbox_make_partitions(until_day date) returns void language plpgsql security definer set search_path = public as $$
      declare
        day date := (now() at time zone 'utc')::date;
        part text;
      begin
        perform pg_advisory_xact_lock(7301003);
        while day <= until_day loop
          part := 'outbox_' || to_char(day, 'YYYYMMDD');
          if to_regclass(part) is null and not exists (select from outbox_default where recorded_on = day) then
            execute format('create table %I partition of outbox for values from (%L) to (%L)', part, day, day + 1);
          end if;
          day := day + 1;
        end loop;
      end $$`);
  }
}
