import { Migration } from '@millrace/persistence';

/**
 * Functions that run with the rights of their owner look for names among temporary tables last. Without a word on them these are
 * looked at first, and who calls the function could put a table of its own before the one that is meant.
 */
export class SafeDefiners extends Migration {
  override up(): void {
    const functions = [
      'outbox_make_partitions(date)',
      'outbox_drop_published(date)',
      'idempotency_forget(int, int)',
      'rebuild_close(text[])',
      'rebuild_open(text[])',
    ];
    for (const name of functions) this.addSql(`alter function ${name} set search_path = public, pg_temp`);
  }
}
