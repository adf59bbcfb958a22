import { Migration } from '@millrace/persistence';

/** An order knows when the first of it left; of those that have shipped already only that it was not before their own date. */
export class FirstShipment extends Migration {
  override up(): void {
    this.addSql(`alter table sales_order add column first_shipped_on date`);
    this.addSql(`update sales_order set first_shipped_on = document_on where shipments > 0`);
  }
}
