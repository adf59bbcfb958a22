import { Migration } from '@millrace/persistence';

/** An order is overdue as long as one of its invoices is: a payment of another one had cleared the mark. */
export class OverdueOrders extends Migration {
  override up(): void {
    this.addSql(`
      update sales_order o set overdue = v.overdue, version = o.version + 1
      from (select company_id, order_id, bool_or(overdue) as overdue from order_invoice group by company_id, order_id) v
      where v.company_id = o.company_id and v.order_id = o.id and v.overdue <> o.overdue`);
  }
}
