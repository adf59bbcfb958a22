import { Migration } from '@millrace/persistence';
import { NO_COMPANY } from './no-company.js';

/** A row in the form that its seal is worked out of: each value behind its length in bytes, `-` for nothing. */
const SEALED_FIELDS = [
  'e.id::text',
  `to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  'e.tx::text',
  'e.company_id::text',
  'e.subject',
  'e.session::text',
  'e.client',
  'e.operation',
  'e.record_type',
  'e.record_id',
  'e.address',
  'e.request_id',
  'e.outcome',
  'e.problem',
  'e.times::text',
  'e.changes::text',
  'e.more::text',
];

const sealedText = SEALED_FIELDS.map((field) => `coalesce(octet_length(${field}) || ':' || ${field}, '-')`).join(' || ');

/**
 * Who did what: written with what was done, never changed, and chained afterwards.
 *
 * The service's role adds rows and reads those of its company. Seals are written by a function of the schema's owner
 * alone, so that a service cannot forge them.
 */
export class AuditTrail extends Migration {
  override up(): void {
    this.addSql(`
      create table audit_trail (
        at timestamptz not null default now(),
        tx xid8 not null default pg_current_xact_id(),
        id uuid not null,
        company_id uuid not null,
        subject text,
        session int,
        client text,
        operation text not null,
        record_type text,
        record_id text,
        address text,
        request_id text,
        outcome text not null check (outcome in ('done', 'refused')),
        problem text check ((problem is null) = (outcome = 'done')),
        times int not null default 1 check (times > 0),
        changes json,
        more int
      ) partition by range (at)`);
    this.addSql(`create index audit_trail_order on audit_trail (company_id, tx, id)`);
    this.addSql(`create index audit_trail_record on audit_trail (company_id, record_id, tx)`);
    this.addSql(`create index audit_trail_subject on audit_trail (company_id, subject, tx)`);
    this.addSql(`
      create table audit_seal (
        company_id uuid not null,
        first_position bigint not null,
        last_position bigint not null,
        after_tx xid8 not null,
        after_id uuid not null,
        last_tx xid8 not null,
        last_id uuid not null,
        ids uuid[] not null,
        hashes bytea not null,
        sealed_at timestamptz not null default now(),
        primary key (company_id, first_position),
        check (last_position - first_position + 1 = cardinality(ids) and octet_length(hashes) = 32 * cardinality(ids))
      )`);
    this.addSql(`
      create table audit_seal_head (
        company_id uuid primary key,
        last_position bigint not null default 0,
        last_tx xid8 not null default '0',
        last_id uuid not null default '${NO_COMPANY}',
        hash bytea not null
      ) with (fillfactor = 50)`);
    this.keepFinal();
    this.isolate();
    this.makePartitions();
    this.heads();
    this.seal();
    this.allow();
    this.addSql(`select audit_trail_make_partitions((now() at time zone 'utc')::date + 31)`);
  }

  /** Grants say no to the service, triggers to whoever else comes through SQL. */
  private keepFinal(): void {
    this.addSql(`
      create function audit_trail_is_final() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit trail is final: nothing of it is changed or taken away' using errcode = 'insufficient_privilege';
      end $$`);
    for (const table of ['audit_trail', 'audit_seal']) {
      this.addSql(`create trigger final before update or delete on ${table} for each row execute function audit_trail_is_final()`);
      this.addSql(`create trigger not_emptied before truncate on ${table} for each statement execute function audit_trail_is_final()`);
    }
  }

  /** Rows of a company are seen and written in its transactions alone, and those of none outside of any; the audit sees all. */
  private isolate(): void {
    this.addSql(`
      do $$
      declare
        service text := left(current_user, -length('_owner'));
        name text;
      begin
        execute format('revoke update, delete, truncate on audit_trail from %I', service);
        execute format('revoke insert, update, delete, truncate on audit_seal, audit_seal_head from %I', service);
        foreach name in array '{audit_trail,audit_seal,audit_seal_head}'::text[] loop
          execute format('alter table %I enable row level security', name);
          execute format('create policy audit on %I for select to %I using (true)', name, service || '_audit');
          execute format('create policy company on %I to %I using (
            company_id = coalesce((select nullif(current_setting(''millrace.company'', true), '''')::uuid), ''${NO_COMPANY}''))', name, service);
        end loop;
      end $$`);
  }

  /** A partition is reached through the whole alone: by itself it is nobody's but its owner's. */
  private makePartitions(): void {
    this.addSql(`
      create function audit_trail_close_partition(part regclass) returns void language plpgsql set search_path = public as $$
      declare
        grantee text;
      begin
        execute format('alter table %s enable row level security', part);
        execute format('create trigger not_emptied before truncate on %s for each statement execute function audit_trail_is_final()', part);
        for grantee in select distinct a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a where c.oid = part and a.grantee not in (0, c.relowner) loop
          execute format('revoke all on %s from %s', part, grantee);
        end loop;
      end $$`);
    this.addSql(`create table audit_trail_default partition of audit_trail default`);
    this.addSql(`select audit_trail_close_partition('audit_trail_default')`);
    this.addSql(`
      create function audit_trail_make_partitions(until_day date) returns void language plpgsql security definer set search_path = public as $$
      declare
        month date := date_trunc('month', now() at time zone 'utc')::date;
        part text;
      begin
        perform pg_advisory_xact_lock(7301006);
        while month <= until_day loop
          part := 'audit_trail_' || to_char(month, 'YYYYMM');
          if to_regclass(part) is null and not exists (select from audit_trail_default
              where at >= month::timestamp at time zone 'utc' and at < (month + interval '1 month') at time zone 'utc') then
            execute format('create table %I partition of audit_trail for values from (%L) to (%L)', part,
              month::text || ' 00:00+00', (month + interval '1 month')::date::text || ' 00:00+00');
            perform audit_trail_close_partition(part::regclass);
          end if;
          month := month + interval '1 month';
        end loop;
      end $$`);
  }

  /** Where each company's chain ends, for companies that have rows behind that. */
  private heads(): void {
    this.addSql(`
      create function audit_trail_behind() returns table (company uuid, last_tx xid8, last_id uuid) language sql stable set search_path = public as $$
        with recursive companies as (
          (select company_id from audit_trail order by company_id limit 1)
          union all
          select (select t.company_id from audit_trail t where t.company_id > c.company_id order by t.company_id limit 1) from companies c where c.company_id is not null
        )
        select c.company_id, place.last_tx, place.last_id from companies c left join audit_seal_head h on h.company_id = c.company_id
        cross join lateral (select coalesce(h.last_tx, '0'), coalesce(h.last_id, '${NO_COMPANY}')) place (last_tx, last_id)
        where c.company_id is not null and exists (
          select from audit_trail e where e.company_id = c.company_id and (e.tx, e.id) > (place.last_tx, place.last_id)) $$`);
  }

  /**
   * Seals rows of every company in the order of their transactions. A transaction below the oldest that is under way can
   * bring nothing any more, so what lies between a chain's head and there is exactly what is not sealed yet, and no
   * writer waits for it.
   */
  private seal(): void {
    this.addSql(`
      create function audit_trail_seal(at_most int) returns int language plpgsql security definer set search_path = public as $$
      declare
        behind uuid;
        head audit_seal_head;
        entry record;
        chained bytea;
        ids uuid[];
        hashes bytea[];
        sealed_tx xid8;
        total int := 0;
      begin
        if exists (select from audit_seal_head where last_tx >= pg_snapshot_xmax(pg_current_snapshot())) then
          raise exception 'the audit trail was sealed by transactions that are yet to come: this cluster is younger than its data';
        end if;
        for behind in select company from audit_trail_behind() loop
          exit when total >= at_most;
          insert into audit_seal_head (company_id, hash) values (behind, sha256(convert_to('millrace audit trail 1 ' || behind, 'UTF8'))) on conflict do nothing;
          select * into head from audit_seal_head where company_id = behind for update skip locked;
          continue when not found; -- Another process is at it.
          chained := head.hash;
          ids := '{}';
          hashes := '{}';
          for entry in
            select e.id, e.tx, ${sealedText} as content from audit_trail e
            where e.company_id = behind and (e.tx, e.id) > (head.last_tx, head.last_id) and e.tx < pg_snapshot_xmin(pg_current_snapshot())
            order by e.tx, e.id limit at_most - total
          loop
            chained := sha256(chained || convert_to(entry.content, 'UTF8'));
            ids := ids || entry.id;
            sealed_tx := entry.tx;
            hashes := hashes || chained;
          end loop;
          continue when ids = '{}';
          insert into audit_seal (company_id, first_position, last_position, after_tx, after_id, last_tx, last_id, ids, hashes)
          values (behind, head.last_position + 1, head.last_position + cardinality(ids), head.last_tx, head.last_id, sealed_tx, ids[cardinality(ids)], ids,
            (select string_agg(h, ''::bytea order by n) from unnest(hashes) with ordinality as u(h, n)));
          update audit_seal_head set last_position = head.last_position + cardinality(ids), last_tx = sealed_tx, last_id = ids[cardinality(ids)], hash = chained
          where company_id = behind;
          total := total + cardinality(ids);
        end loop;
        return total;
      end $$`);
    this.addSql(`
      create function audit_trail_unsealed(older_than_seconds int) returns bigint language sql stable security definer set search_path = public as $$
        select count(*) from audit_trail_behind() b join audit_trail e on e.company_id = b.company and (e.tx, e.id) > (b.last_tx, b.last_id)
        where e.at < now() - make_interval(secs => older_than_seconds) $$`);
  }

  /** What is done with the owner's rights is the service's to call, and nobody else's. */
  private allow(): void {
    this.addSql(`
      do $$
      declare
        service text := left(current_user, -length('_owner'));
      begin
        revoke execute on function audit_trail_seal(int), audit_trail_make_partitions(date), audit_trail_unsealed(int), audit_trail_behind(), audit_trail_close_partition(regclass) from public;
        execute format('grant execute on function audit_trail_seal(int), audit_trail_make_partitions(date) to %I', service);
        execute format('grant execute on function audit_trail_unsealed(int) to %I', service || '_audit');
      end $$`);
  }
}
