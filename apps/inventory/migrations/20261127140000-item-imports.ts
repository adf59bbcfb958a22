import { isolateCompanies, Migration } from '@millrace/persistence';

const ROLE = 'inventory';

/** Files of items that are taken on row by row, each row with what became of it. */
export class ItemImports extends Migration {
  override up(): void {
    this.addSql(`
      create table item_import (
        company_id uuid not null,
        id uuid not null,
        state text not null check (state in ('running', 'done')),
        dry_run boolean not null,
        row_count int not null,
        done int not null,
        created int not null,
        refused int not null,
        created_by text not null,
        created_at timestamptz not null,
        ended_at timestamptz,
        version int not null,
        primary key (company_id, id),
        constraint item_import_progress check (done between 0 and row_count and created + refused = done and (state = 'done') = (done = row_count))
      )`);
    this.addSql(`create index item_import_running on item_import (id) where state = 'running'`);
    this.addSql(`
      create table item_import_row (
        company_id uuid not null,
        import_id uuid not null,
        row_no int not null,
        line int not null,
        sku text,
        fields jsonb not null,
        pointer text,
        detail text,
        primary key (company_id, import_id, row_no),
        foreign key (company_id, import_id) references item_import (company_id, id)
      )`);
    this.addSql(`create index item_import_row_sku on item_import_row (company_id, import_id, sku, row_no)`);
    for (const sql of isolateCompanies(ROLE, ['item_import', 'item_import_row'])) this.addSql(sql);
    // Whoever takes imports on looks for those of every company.
    this.addSql(`
      create function running_item_imports(most int) returns table (company_id uuid, id uuid) language sql security definer set search_path = public stable as $$
        select company_id, id from item_import where state = 'running' order by id limit most
      $$`);
  }
}
