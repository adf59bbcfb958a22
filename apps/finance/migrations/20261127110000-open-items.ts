import { Migration } from '@millrace/persistence';

const OPEN = [
  ['customer_invoice', 'customer_invoice_open_items', 'open_amount > 0'],
  ['credit_note', 'credit_note_open_items', 'open_amount > 0'],
  ['payment', 'payment_on_account', 'open_amount > 0'],
  ['receivable_adjustment', 'receivable_adjustment_open_items', 'open_amount <> 0'],
] as const;

/** Pages of open items are read in their order, of all customers or of one, however many there are. */
export class OpenItems extends Migration {
  override up(): void {
    for (const [table, index, isOpen] of OPEN) {
      this.addSql(`drop index ${index}`);
      this.addSql(`create index ${index} on ${table} (company_id, customer_id, id) where ${isOpen}`);
      this.addSql(`create index ${table}_open_page on ${table} (company_id, id) where ${isOpen}`);
    }
  }
}
