import { Migration } from '@millrace/persistence';

/** Every document on the receivable account can be settled or can settle; an allocation knows from when it counts. */
export class Settlements extends Migration {
  override up(): void {
    this.addSql(`alter table credit_note add column version int not null default 1`);
    this.addSql(`alter table receivable_adjustment add column version int not null default 1`);
    this.addSql(`alter table receivable_adjustment drop constraint receivable_adjustment_kind_check`);
    this.addSql(`
      alter table receivable_adjustment
        add constraint receivable_adjustment_kind check (kind in ('write-off', 'write-off-reversal', 'bad-debt', 'opening')),
        add constraint receivable_adjustment_open check (open_amount between least(amount, 0) and greatest(amount, 0))`);
    this.addSql(`create index receivable_adjustment_open_items on receivable_adjustment (company_id, customer_id) where open_amount <> 0`);
    this.addSql(`alter table refund add column adjustment_id uuid`);
    this.addSql(`alter table refund drop constraint refund_check`);
    this.addSql(`alter table refund add constraint refund_of check (num_nonnulls(credit_note_id, payment_id, adjustment_id) = 1)`);
    this.datesOfAllocations();
    this.openings();
  }

  /** No day before both documents are in the books. */
  private datesOfAllocations(): void {
    this.addSql(`alter table allocation drop constraint allocation_debit_kind_check, drop constraint allocation_credit_kind_check`);
    this.addSql(`
      alter table allocation add column posted_on date,
        add constraint allocation_debit_kind check (debit_kind in ('invoice', 'refund', 'write-off-reversal', 'bad-debt', 'opening')),
        add constraint allocation_credit_kind check (credit_kind in ('payment', 'credit-note', 'write-off', 'bad-debt', 'opening'))`);
    this.addSql(`
      update allocation a set posted_on = greatest(a.allocated_on, debit.posted_on, credit.posted_on)
      from (select company_id, id, posted_on from customer_invoice union all select company_id, id, posted_on from refund) debit,
        (select company_id, id, posted_on from payment union all select company_id, id, posted_on from credit_note
          union all select company_id, id, posted_on from receivable_adjustment) credit
      where debit.company_id = a.company_id and debit.id = a.debit_id and credit.company_id = a.company_id and credit.id = a.credit_id`);
    this.addSql(`alter table allocation alter column posted_on set not null, add constraint allocation_posted check (posted_on >= allocated_on)`);
  }

  /** What was opened by entries of one's own becomes a document for each customer. Entries that were reversed are nothing. */
  private openings(): void {
    this.addSql(`
      with opened as (
        select e.company_id, e.id as entry_id, e.fiscal_year, e.document_on, e.posted_on, e.recorded_at, e.description, l.party_id, l.currency, sum(l.debit - l.credit) as amount
        from journal_entry e
        join journal_line l on l.company_id = e.company_id and l.entry_id = e.id and l.party_id is not null
        join ledger_account a on a.company_id = l.company_id and a.code = l.account_code and a.control = 'receivable'
        where e.source = 'opening' and e.reverses_id is null
          and not exists (select 1 from journal_entry r where r.company_id = e.company_id and r.reverses_id = e.id)
        group by e.company_id, e.id, l.party_id, l.currency having sum(l.debit - l.credit) <> 0
      ), numbered as (
        select o.*, (coalesce(s.last_number, 0) + row_number() over (partition by o.company_id, o.fiscal_year order by o.recorded_at, o.entry_id, o.party_id))::text as n
        from opened o left join number_series s on s.company_id = o.company_id and s.series = 'ADJ' and s.year = o.fiscal_year
      )
      insert into receivable_adjustment (company_id, id, number, kind, customer_id, reason, adjusted_on, posted_on, currency, amount, open_amount, entry_id, recorded_at)
      select company_id, uuidv7(), 'ADJ-' || fiscal_year || '-' || lpad(n, greatest(6, length(n)), '0'), 'opening', party_id, description, document_on, posted_on, currency,
        amount, amount, entry_id, recorded_at
      from numbered`);
    this.addSql(`
      insert into number_series as s (company_id, series, year, last_number)
      select company_id, 'ADJ', split_part(number, '-', 2)::int, count(*) from receivable_adjustment where kind = 'opening' group by 1, 3
      on conflict (company_id, series, year) do update set last_number = s.last_number + excluded.last_number`);
    this.addSql(`
      update customer_account c set receivable = c.receivable + o.amount
      from (select company_id, customer_id, sum(amount) as amount from receivable_adjustment where kind = 'opening' and amount > 0 group by 1, 2) o
      where o.company_id = c.company_id and o.customer_id = c.customer_id`);
  }
}
