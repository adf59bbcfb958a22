import { Migration } from '@millrace/persistence';

/** What payments settled after they were received had never been told: it is told now, one fact for each payment. */
export class UntoldAllocations extends Migration {
  override up(): void {
    this.addSql(`
      with untold as (
        select p.company_id, p.id as payment_id, p.customer_id, p.currency, p.open_amount, max(a.allocated_on) as allocated_on, uuidv7() as id,
          json_agg(json_build_object('customerInvoiceId', i.id, 'salesOrderId', i.order_id, 'amount', trim_scale(a.amount)::text) order by a.id) as allocations
        from payment p
        join allocation a on a.company_id = p.company_id and a.credit_kind = 'payment' and a.credit_id = p.id and a.recorded_at > p.recorded_at
        join customer_invoice i on i.company_id = a.company_id and i.id = a.debit_id
        group by p.company_id, p.id
      ), stream as (
        update event_stream s set last_sequence = s.last_sequence + 1 from untold u where s.topic = 'finance.payment' and s.key = u.payment_id::text
        returning s.topic, s.key, s.last_sequence
      )
      insert into outbox (id, shard, topic, key, sequence, headers, body)
      select u.id, get_byte(decode(md5(s.key), 'hex'), 0) % 16, s.topic, s.key, s.last_sequence,
        json_build_object('content-type', 'application/json', 'ce_specversion', '1.0', 'ce_id', u.id, 'ce_type', 'finance.payment-allocated.v1',
          'ce_source', '/millrace/finance', 'ce_subject', s.key, 'ce_time', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'ce_dataschema', '/schemas/finance.payment-allocated.v1', 'ce_company', u.company_id, 'ce_actor', 'system', 'ce_correlationid', u.id)::text,
        json_build_object('paymentId', u.payment_id, 'customerId', u.customer_id, 'allocatedOn', u.allocated_on, 'currency', u.currency,
          'onAccount', trim_scale(u.open_amount)::text, 'allocations', u.allocations)::text
      from untold u join stream s on s.key = u.payment_id::text`);
  }
}
