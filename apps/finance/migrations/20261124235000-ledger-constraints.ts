import { finalColumns, Migration } from '@millrace/persistence';

const ROLE = 'finance';

/** What of a posted document, account, period or rule never changes, whatever the program does. */
const FINAL: Readonly<Record<string, readonly string[]>> = {
  customer_invoice: `company_id id number customer_id customer_name customer_address country order_id shipment_id document_on posted_on due_on currency
    net_total tax_total gross_total tax_rounding entry_id recorded_at`.split(/\s+/),
  credit_note: `company_id id number customer_id customer_name country return_id order_id document_on posted_on currency net_total tax_total gross_total
    entry_id recorded_at`.split(/\s+/),
  payment: 'company_id id number customer_id reference received_on posted_on currency amount entry_id recorded_at'.split(' '),
  receivable_adjustment: 'company_id id number kind customer_id invoice_id reason adjusted_on posted_on currency amount entry_id recorded_at'.split(' '),
  payroll_posting: 'company_id run_id period_starts_on period_ends_on currency gross_total net_total entry_id'.split(' '),
  ledger_account: 'company_id code kind control'.split(' '),
  account_role: 'company_id role'.split(' '),
  accounting_period: 'company_id id fiscal_year starts_on ends_on'.split(' '),
  tax_rule: 'company_id id country tax_category valid_from code name rate'.split(' '),
};

/** The ledger's invariants a second time, where it is stored. */
export class LedgerConstraints extends Migration {
  override up(): void {
    this.addSql(`create extension if not exists btree_gist`);
    this.addSql(`
      alter table journal_line
        add constraint journal_line_entry foreign key (company_id, entry_id) references journal_entry (company_id, id),
        add constraint journal_line_account foreign key (company_id, account_code) references ledger_account (company_id, code)`);
    // Once for each entry, at the commit: its lines are there by then.
    this.addSql(`
      create function journal_entry_balances() returns trigger language plpgsql as $$
      declare
        lines int;
        debits numeric;
        credits numeric;
      begin
        select count(*), sum(debit), sum(credit) into lines, debits, credits from journal_line where company_id = new.company_id and entry_id = new.id;
        if lines < 2 or debits <> credits then
          raise exception 'entry % has % lines, debits of % and credits of %', new.id, lines, debits, credits
            using errcode = 'check_violation', constraint = 'journal_entry_balances', table = 'journal_entry';
        end if;
        return null;
      end $$`);
    this.addSql(`
      create constraint trigger journal_entry_balances after insert on journal_entry deferrable initially deferred
        for each row execute function journal_entry_balances()`);
    this.addSql(`
      alter table accounting_period
        add constraint accounting_period_one_a_day exclude using gist (company_id with =, daterange(starts_on, ends_on, '[]') with &&)`);
    this.addSql(`
      alter table tax_rule
        add constraint tax_rule_span check (valid_to is null or valid_from <= valid_to),
        add constraint tax_rule_one_a_day exclude using gist (company_id with =, country with =, tax_category with =, daterange(valid_from, valid_to, '[]') with &&)`);
    // A payroll run of which nothing was left to pay could not be paid: it is, since it was posted.
    this.addSql(`
      update payroll_posting p set paid_on = e.posted_on from journal_entry e
      where e.company_id = p.company_id and e.id = p.entry_id and p.net_total = 0 and p.paid_on is null`);
    this.addSql(`alter table payroll_posting add constraint payroll_posting_owed check (net_total <> 0 or paid_on is not null)`);
    for (const [table, columns] of Object.entries(FINAL)) for (const sql of finalColumns(ROLE, table, columns)) this.addSql(sql);
  }
}
