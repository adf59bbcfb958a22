import { Migration } from '@millrace/persistence';

/** What is due is found in every company with the rights of the owner, and never in a temporary table of who asks. */
export class SafeDefiners extends Migration {
  override up(): void {
    this.addSql(`alter function due_orders(int) set search_path = public, pg_temp`);
    this.addSql(`alter function due_returns(int) set search_path = public, pg_temp`);
  }
}
