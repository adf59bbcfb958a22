import { Migration } from '@millrace/persistence';

/** The tables that every service has for its events: what it publishes, what it has taken, what it keeps. */
export class MessagingTables extends Migration {
  override up(): void {
    this.addSql(`
      create table event_stream (
        topic text not null,
        key text not null,
        last_sequence bigint not null,
        primary key (topic, key)
      ) with (fillfactor = 70)`);
    this.addSql(`
      create table held_stream (
        topic text not null,
        key text not null,
        sequence bigint not null,
        code text not null,
        message text not null,
        held_at timestamptz not null default now(),
        primary key (topic, key)
      )`);
    this.addSql(`
      create table outbox (
        recorded_on date not null default (now() at time zone 'utc')::date,
        id uuid not null,
        shard smallint not null,
        topic text not null,
        key text not null,
        sequence bigint not null,
        headers text not null,
        body text not null,
        recorded_at timestamptz not null default now(),
        published_at timestamptz,
        primary key (recorded_on, id)
      ) partition by range (recorded_on)`);
    this.addSql(`create table outbox_default partition of outbox default`);
    this.addSql(`create index outbox_unpublished on outbox (id) include (shard) where published_at is null`);
    this.addSql(`create index outbox_unpublished_stream on outbox (topic, key, sequence) where published_at is null`);
    this.addSql(`
      create table consumer_stream (
        consumer text not null,
        topic text not null,
        key text not null,
        company_id uuid,
        taken_sequence bigint not null,
        state text not null default 'flowing' check (state in ('flowing', 'waiting', 'parked')),
        waits_for_type text,
        waits_for_id text,
        state_since timestamptz not null default now(),
        looked_at timestamptz not null default now(),
        primary key (consumer, topic, key)
      ) with (fillfactor = 70)`);
    this.addSql(`create index consumer_stream_waiting on consumer_stream (waits_for_type, waits_for_id) where state = 'waiting'`);
    this.addSql(`create index consumer_stream_unsettled on consumer_stream (state, looked_at) where state <> 'flowing'`);
    this.addSql(`
      create table kept_event (
        consumer text not null,
        topic text not null,
        key text not null,
        sequence bigint not null,
        partition int,
        log_offset bigint,
        record_timestamp bigint,
        record_key text,
        headers text not null,
        body bytea,
        kept_as text not null check (kept_as in ('waiting', 'behind', 'parked')),
        error_code text,
        error_message text,
        kept_at timestamptz not null default now(),
        primary key (consumer, topic, key, sequence)
      )`);
    this.addSql(`
      create table number_series (
        company_id uuid not null,
        series text not null,
        year int not null,
        last_number bigint not null,
        primary key (company_id, series, year)
      ) with (fillfactor = 50)`);
    this.addSql(`
      create table idempotency_key (
        company_id uuid not null,
        subject text not null,
        route text not null,
        key text not null,
        body_hash bytea not null,
        status smallint not null,
        response text not null,
        created_at timestamptz not null default now(),
        primary key (company_id, subject, route, key)
      )`);
    this.addSql(`create index idempotency_key_age on idempotency_key (created_at)`);
    this.addSql(`
      create table consumer_subscription (
        consumer text not null,
        type text not null,
        since timestamptz not null default now(),
        primary key (consumer, type)
      )`);
    this.addSql(`
      create table operator_action (
        id uuid primary key,
        at timestamptz not null default now(),
        actor text not null,
        action text not null,
        consumer text,
        topic text,
        key text,
        reason text,
        detail jsonb not null default '{}'
      )`);
    this.addSql(`
      create function outbox_make_partitions(until_day date) returns void language plpgsql security definer set search_path = public as $$
      declare
        day date := (now() at time zone 'utc')::date;
        part text;
      begin
        while day <= until_day loop
          part := 'outbox_' || to_char(day, 'YYYYMMDD');
          if to_regclass(part) is null and not exists (select from outbox_default where recorded_on = day) then
            execute format('create table %I partition of outbox for values from (%L) to (%L)', part, day, day + 1);
          end if;
          day := day + 1;
        end loop;
      end $$`);
    this.addSql(`
      create function outbox_drop_published(before_day date) returns int language plpgsql security definer set search_path = public as $$
      declare
        part record;
        unpublished boolean;
        dropped int := 0;
      begin
        for part in
          select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
          where i.inhparent = 'outbox'::regclass and c.relname ~ '^outbox_[0-9]{8}$' and to_date(right(c.relname, 8), 'YYYYMMDD') < before_day
        loop
          execute format('select exists (select from %I where published_at is null)', part.relname) into unpublished;
          if not unpublished then
            execute format('drop table %I', part.relname);
            dropped := dropped + 1;
          end if;
        end loop;
        delete from outbox_default where recorded_on < before_day and published_at is not null;
        return dropped;
      end $$`);
  }
}
