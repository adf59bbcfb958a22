import { Migration } from '@millrace/persistence';

/** Auditors read who did what, but for what concerns people's pay. */
export class AuditPermissions extends Migration {
  override up(): void {
    this.addSql(`
      update role set permissions = permissions || '{audit.identity.view,audit.inventory.view,audit.orders.view,audit.finance.view}'::text[]
      where code = 'auditor' and not permissions && '{audit.identity.view}'::text[]`);
  }
}
