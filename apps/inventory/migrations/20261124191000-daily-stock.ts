import { Migration } from '@millrace/persistence';

/** What moved since a day is read from the index alone: documents of the past ask for it, and reports as of a day. */
export class DailyStock extends Migration {
  override up(): void {
    this.addSql(`create index stock_move_day on stock_move (company_id, item_id, posted_on) include (from_location_id, to_location_id, quantity, cost)`);
    this.addSql(`drop index stock_move_item`);
  }
}
