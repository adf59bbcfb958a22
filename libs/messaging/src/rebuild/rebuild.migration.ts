import { Migration } from '@millrace/persistence';

/** Copies can be built again: into tables of the same shape in a schema of their own, from the first fact on. */
export class RebuildTables extends Migration {
  override up(): void {
    this.addSql(`create schema rebuild`);
    this.addSql(`
      create table rebuild_run (
        id uuid primary key,
        consumer text not null,
        actor text not null,
        reason text not null,
        state text not null default 'running' check (state in ('running', 'equal', 'different', 'switched', 'failed')),
        facts bigint not null default 0,
        compared bigint not null default 0,
        differences jsonb not null default '[]',
        error text,
        started_at timestamptz not null default now(),
        ended_at timestamptz
      )`);
    this.addSql(`create index rebuild_run_age on rebuild_run (started_at)`);
    this.addSql(`
      create function rebuild_close(names text[]) returns void language plpgsql security definer set search_path = public as $$
      declare
        name text;
      begin
        foreach name in array names loop
          execute format('drop table if exists rebuild.%I', name);
        end loop;
      end $$`);
    this.addSql(`
      create function rebuild_open(names text[]) returns void language plpgsql security definer set search_path = public as $$
      declare
        name text;
      begin
        perform rebuild_close(names);
        execute format('grant usage on schema rebuild to %I', session_user);
        foreach name in array names loop
          execute format('create table rebuild.%I (like public.%I including all)', name, name);
          execute format('grant select, insert, update, delete on rebuild.%I to %I', name, session_user);
        end loop;
      end $$`);
  }
}
