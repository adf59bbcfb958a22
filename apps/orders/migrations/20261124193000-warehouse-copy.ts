import { isolateCompanies, Migration } from '@millrace/persistence';

/** Orders knows the warehouses that inventory has opened. */
export class WarehouseCopy extends Migration {
  override up(): void {
    this.addSql(`
      create table warehouse_copy (
        company_id uuid not null,
        warehouse_id uuid not null,
        code text not null,
        name text not null,
        sequence bigint not null,
        primary key (company_id, warehouse_id)
      )`);
    for (const sql of isolateCompanies('orders', ['warehouse_copy'])) this.addSql(sql);
  }
}
