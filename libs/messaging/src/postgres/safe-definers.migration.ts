import { Migration } from '@millrace/persistence';

const FUNCTIONS = [
  'outbox_make_partitions(date)',
  'outbox_drop_published(date)',
  'idempotency_forget(int, int)',
  'rebuild_close(text[])',
  'rebuild_open(text[])',
  'audit_trail_close_partition(regclass)',
  'audit_trail_make_partitions(date)',
  'audit_trail_behind()',
  'audit_trail_seal(int)',
  'audit_trail_unsealed(int)',
];

/** When a row of the audit trail was written, and in which transaction, the database alone says: its order and its partition hang on it. */
const WRITTEN_BY_SERVICE = [
  'id',
  'company_id',
  'subject',
  'session',
  'client',
  'operation',
  'record_type',
  'record_id',
  'address',
  'request_id',
  'outcome',
  'problem',
  'times',
  'changes',
  'more',
];

/**
 * Functions that run with the rights of their owner look for names among temporary tables last. Without a word on them these are
 * looked at first, and who calls the function could put a table of its own before the one that is meant.
 */
export class SafeDefiners extends Migration {
  override up(): void {
    for (const name of FUNCTIONS) this.addSql(`alter function ${name} set search_path = public, pg_temp`);
    this.addSql(`
      do $$
      declare
        service text := left(current_user, -length('_owner'));
      begin
        execute format('revoke insert on audit_trail from %I', service);
        execute format('grant insert (${WRITTEN_BY_SERVICE.join(', ')}) on audit_trail to %I', service);
      end $$`);
  }
}
