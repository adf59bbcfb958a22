import { Migration } from '@millrace/persistence';

/** Imports of every company get their turn, whatever one of them has sent; one that fails rests for a while. */
export class FairImports extends Migration {
  override up(): void {
    this.addSql(`alter table item_import add failures int not null default 0, add resting_until timestamptz`);
    this.addSql(`drop index item_import_running`);
    this.addSql(`create index item_import_running on item_import (company_id, id) where state = 'running'`);
    this.addSql(`
      create or replace function running_item_imports(most int) returns table (company_id uuid, id uuid)
      language sql security definer set search_path = public, pg_temp stable as $$
        select company_id, id from (
          select company_id, id, row_number() over (partition by company_id order by id) as nth
          from item_import where state = 'running' and (resting_until is null or resting_until <= now())
        ) ready order by nth, id limit most
      $$`);
  }
}
