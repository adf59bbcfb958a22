import { Migration } from '@millrace/persistence';

/**
 * A line keeps the role by which its account was found, so that a role may move to another account and its history stays
 * what it was. Lines that are there get theirs from what their entry tells of.
 */
export class LineRoles extends Migration {
  override up(): void {
    this.addSql(`alter table journal_line add column role text`);
    this.addSql(`
      update journal_line l set role = case
        when e.source in ('shipment', 'return') then case when (l.debit > 0) = (e.source = 'shipment') then 'cost-of-goods-sold' else 'inventory' end
        when e.source = 'receipt' then case when l.debit > 0 then 'inventory' when e.description = 'Opening stock' then 'opening-balance' else 'goods-received-not-invoiced' end
        when e.source = 'stock-adjustment' then case when (l.debit > 0) = (l.text = 'found') then 'inventory' else 'inventory-adjustment' end
        when e.source = 'payroll-payment' then case when l.debit > 0 then 'wages-payable' else 'bank' end
        when a.control = 'receivable' then 'receivable'
        when a.control = 'tax' then 'tax-payable'
        when e.source in ('customer-invoice', 'credit-note') then 'revenue'
        when e.source in ('write-off', 'bad-debt') then 'bad-debt'
        when e.source in ('payment', 'refund') then 'bank'
        else (select min(r.role) from account_role r where r.company_id = l.company_id and r.account_code = l.account_code)
      end
      from journal_entry e, ledger_account a
      where e.company_id = l.company_id and e.id = l.entry_id and a.company_id = l.company_id and a.code = l.account_code and e.source not in ('manual', 'opening')`);
  }
}
