import { Migration } from '@millrace/persistence';

/** A tax of a document is a code at a rate, so its lines keep the rate too; a tax rule can be ended, and says by whom. */
export class TaxRates extends Migration {
  override up(): void {
    this.addSql(`alter table customer_invoice_line add column tax_rate numeric(19,6)`);
    this.addSql(`
      update customer_invoice_line l set tax_rate = t.rate from customer_invoice_tax t
      where t.company_id = l.company_id and t.invoice_id = l.invoice_id and t.tax_code = l.tax_code`);
    this.addSql(`alter table customer_invoice_line alter column tax_rate set not null`);
    this.addSql(`alter table customer_invoice_tax drop constraint customer_invoice_tax_pkey, add primary key (company_id, invoice_id, tax_code, rate)`);
    this.addSql(`alter table credit_note_line add column tax_rate numeric(19,6)`);
    this.addSql(`
      update credit_note_line l set tax_rate = t.rate from credit_note_tax t
      where t.company_id = l.company_id and t.credit_note_id = l.credit_note_id and t.tax_code = l.tax_code and t.invoice_id is not distinct from l.invoice_id`);
    this.addSql(`alter table credit_note_line alter column tax_rate set not null`);
    this.addSql(`alter table tax_rule add column ended_at timestamptz, add column ended_by text, add column successor_id uuid`);
  }
}
