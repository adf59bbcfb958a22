import { Migration } from '@millrace/persistence';

/** Digests of requests that let people in were made of their passwords without a key: none of them stays. */
export class ForgetPasswordDigests extends Migration {
  override up(): void {
    this.addSql(`delete from idempotency_key where route = 'POST /v1/users'`);
  }
}
