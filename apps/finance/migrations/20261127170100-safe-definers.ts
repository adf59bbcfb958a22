import { Migration } from '@millrace/persistence';

/** What is to be sealed is found in every company with the rights of the owner, and never in a temporary table of who asks. */
export class SafeDefiners extends Migration {
  override up(): void {
    this.addSql(`alter function journals_to_seal(int) set search_path = public, pg_temp`);
  }
}
