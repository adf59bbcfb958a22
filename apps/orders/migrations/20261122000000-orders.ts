import { isolateCompanies, Migration } from '@millrace/persistence';

const ROLE = 'orders';

/** Customers, prices, sales orders and returns, and what is known of items and companies. */
export class Orders extends Migration {
  override up(): void {
    this.addSql(`
      create table company_copy (
        company_id uuid primary key,
        country text not null,
        time_zone text not null,
        base_currency text not null,
        sequence bigint not null
      )`);
    this.addSql(`
      create table item_copy (
        company_id uuid not null,
        item_id uuid not null,
        sku text not null,
        name text not null,
        kind text not null,
        unit text not null,
        units jsonb not null,
        tax_category text not null,
        active boolean not null,
        sequence bigint not null,
        primary key (company_id, item_id)
      )`);
    this.addSql(`create unique index item_copy_sku on item_copy (company_id, sku)`);
    this.addSql(`
      create table customer (
        company_id uuid not null,
        id uuid not null,
        name text not null,
        country text not null,
        address text,
        reference text,
        payment_term_days int not null check (payment_term_days between 0 and 366),
        active boolean not null,
        created_at timestamptz not null,
        version int not null,
        primary key (company_id, id)
      )`);
    this.addSql(`create unique index customer_reference on customer (company_id, reference) where reference is not null`);
    this.addSql(`
      create table item_price (
        company_id uuid not null,
        item_id uuid not null,
        valid_from date not null,
        unit_price numeric(19,6) not null check (unit_price >= 0),
        currency text not null,
        version int not null,
        primary key (company_id, item_id, valid_from)
      )`);
    this.addSql(`
      create table sales_order (
        company_id uuid not null,
        id uuid not null,
        number text not null,
        reference text,
        customer_id uuid not null,
        country text not null,
        status text not null check (status in ('placed', 'confirmed', 'partly-shipped', 'shipped', 'completed', 'rejected', 'cancelled')),
        credit text not null check (credit in ('pending', 'approved', 'refused')),
        stock text not null check (stock in ('pending', 'held', 'refused')),
        cancellation text not null check (cancellation in ('none', 'requested', 'refused', 'done')),
        rejection text,
        policy text not null,
        document_on date not null,
        backdated boolean not null,
        currency text not null,
        warehouse_id uuid,
        payment_term_days int not null,
        net_total numeric(19,4) not null,
        estimated_gross numeric(19,4),
        paid_total numeric(19,4) not null default 0,
        shortages jsonb,
        shipments int not null default 0,
        invoices_posted int not null default 0,
        invoices_paid int not null default 0,
        delivered boolean not null default false,
        overdue boolean not null default false,
        placed_at timestamptz not null,
        answer_due_at timestamptz,
        silent_since timestamptz,
        back_order_due_at timestamptz,
        version int not null,
        primary key (company_id, id),
        check (invoices_paid <= invoices_posted)
      ) with (fillfactor = 60)`);
    this.addSql(`create index sales_order_reference on sales_order (company_id, reference) where reference is not null`);
    this.addSql(`create index sales_order_customer on sales_order (company_id, customer_id, id)`);
    this.addSql(`create index sales_order_answer_due on sales_order (answer_due_at) where answer_due_at is not null`);
    this.addSql(`create index sales_order_back_order_due on sales_order (back_order_due_at) where back_order_due_at is not null`);
    this.addSql(`
      create table sales_order_line (
        company_id uuid not null,
        order_id uuid not null,
        line_no int not null,
        item_id uuid not null,
        sku text not null,
        kind text not null,
        tax_category text not null,
        description text not null,
        quantity numeric(19,6) not null,
        unit text not null,
        factor numeric(19,6) not null,
        stock_quantity numeric(19,6) not null,
        unit_price numeric(19,6) not null,
        net_amount numeric(19,4) not null,
        reserved numeric(19,6) not null,
        waiting numeric(19,6) not null,
        shipped numeric(19,6) not null,
        cancelled numeric(19,6) not null,
        returned numeric(19,6) not null,
        primary key (company_id, order_id, line_no),
        constraint sales_order_line_delivered check (shipped + cancelled <= stock_quantity and shipped >= 0 and cancelled >= 0),
        constraint sales_order_line_returned check (returned between 0 and shipped)
      ) with (fillfactor = 70)`);
    this.addSql(`
      create table order_invoice (
        company_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        shipment_id uuid not null,
        number text not null,
        posted_on date not null,
        due_on date not null,
        gross_total numeric(19,4) not null,
        paid boolean not null,
        overdue boolean not null,
        deadline_at timestamptz,
        primary key (company_id, id)
      ) with (fillfactor = 70)`);
    this.addSql(`create index order_invoice_order on order_invoice (company_id, order_id)`);
    this.addSql(`create index order_invoice_deadline on order_invoice (deadline_at) where deadline_at is not null`);
    this.addSql(`
      create table sales_return (
        company_id uuid not null,
        id uuid not null,
        number text not null,
        reference text,
        order_id uuid,
        customer_id uuid not null,
        status text not null check (status in ('authorised', 'received', 'credited', 'settled')),
        settlement text not null,
        document_on date not null,
        currency text not null,
        received boolean not null,
        credit_note_id uuid,
        credit_note_number text,
        gross_total numeric(19,4),
        refund_due numeric(19,4),
        refunded_total numeric(19,4) not null,
        authorised_at timestamptz not null,
        version int not null,
        primary key (company_id, id)
      )`);
    this.addSql(`create index sales_return_order on sales_return (company_id, order_id) where order_id is not null`);
    this.addSql(`
      create table sales_return_line (
        company_id uuid not null,
        return_id uuid not null,
        line_no int not null,
        order_line_no int,
        item_id uuid not null,
        sku text not null,
        quantity numeric(19,6) not null,
        unit_price numeric(19,6),
        net_amount numeric(19,4),
        primary key (company_id, return_id, line_no)
      )`);
    const tables = [
      'company_copy',
      'item_copy',
      'customer',
      'item_price',
      'sales_order',
      'sales_order_line',
      'order_invoice',
      'sales_return',
      'sales_return_line',
      'number_series',
    ];
    for (const sql of isolateCompanies(ROLE, tables)) this.addSql(sql);
    // Deadlines are looked for over all companies, by these two columns and nothing else.
    this.addSql(`
      create function due_orders(most int) returns table (company_id uuid, order_id uuid, kind text, invoice_id uuid) language sql security definer set search_path = public stable as $$
        (select company_id, id, 'answer', null::uuid from sales_order where answer_due_at <= now() order by answer_due_at limit most)
        union all (select company_id, id, 'back-order', null::uuid from sales_order where back_order_due_at <= now() order by back_order_due_at limit most)
        union all (select company_id, order_id, 'payment', id from order_invoice where deadline_at <= now() order by deadline_at limit most)
      $$`);
  }
}
