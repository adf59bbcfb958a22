import { Migration } from '@millrace/persistence';

/** Warehouses that were opened before anybody was told of them are told of now, each as the first fact of its stream. */
export class WarehousesTold extends Migration {
  override up(): void {
    this.addSql(`insert into event_stream (topic, key, last_sequence) select 'inventory.warehouse', id::text, 1 from warehouse`);
    this.addSql(`
      insert into outbox (id, shard, topic, key, sequence, headers, body)
      select w.event_id, get_byte(decode(md5(w.id::text), 'hex'), 0) % 16, 'inventory.warehouse', w.id::text, 1,
        json_build_object(
          'content-type', 'application/json',
          'ce_specversion', '1.0',
          'ce_id', w.event_id,
          'ce_type', 'inventory.warehouse-opened.v1',
          'ce_source', '/millrace/inventory',
          'ce_subject', w.id,
          'ce_time', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'ce_dataschema', '/schemas/inventory.warehouse-opened.v1',
          'ce_company', w.company_id,
          'ce_actor', 'system',
          'ce_correlationid', w.event_id)::text,
        json_build_object('warehouseId', w.id, 'code', w.code, 'name', w.name)::text
      from (select *, uuidv7() as event_id from warehouse) w`);
  }
}
