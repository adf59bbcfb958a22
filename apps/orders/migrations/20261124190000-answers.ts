import { Migration } from '@millrace/persistence';

/** Every answer of another service that an order or a return waits for is awaited by a time. */
export class Answers extends Migration {
  override up(): void {
    this.addSql(`alter table sales_order add column shippable boolean not null default false`);
    this.addSql(`
      update sales_order o set shippable = true from (
        select company_id, order_id, bool_or(reserved > 0) as held, bool_or(waiting > 0) as waits, bool_and(kind = 'service') as services
        from sales_order_line where shipped + cancelled < stock_quantity group by company_id, order_id) l
      where l.company_id = o.company_id and l.order_id = o.id and o.status in ('placed', 'confirmed', 'partly-shipped')
        and (l.held or l.services) and (o.policy <> 'ship-complete' or not l.waits)`);
    this.addSql(`
      update sales_order set answer_due_at = now() + interval '10 minutes'
      where answer_due_at is null and silent_since is null and status in ('confirmed', 'partly-shipped', 'shipped')
        and (cancellation = 'requested' or invoices_posted < shipments or (not delivered and (shippable or cancellation in ('done', 'refused'))))`);
    this.addSql(`alter table sales_return add column answer_due_at timestamptz, add column silent_since timestamptz`);
    this.addSql(`update sales_return set answer_due_at = now() + interval '10 minutes' where status <> 'settled'`);
    this.addSql(`create index sales_return_answer_due on sales_return (answer_due_at) where answer_due_at is not null`);
    this.addSql(`
      create function due_returns(most int) returns table (company_id uuid, return_id uuid) language sql security definer set search_path = public stable as $$
        select company_id, id from sales_return where answer_due_at <= now() order by answer_due_at limit most
      $$`);
  }
}
