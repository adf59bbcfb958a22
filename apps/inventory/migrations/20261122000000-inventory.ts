import { appendOnly, isolateCompanies, Migration } from '@millrace/persistence';

const ROLE = 'inventory';

/** Items, places, stock, and what is held of it. */
export class Inventory extends Migration {
  override up(): void {
    this.addSql(`
      create table company_copy (
        company_id uuid primary key,
        country text not null,
        time_zone text not null,
        base_currency text not null,
        main_warehouse_id uuid not null,
        sequence bigint not null
      )`);
    this.addSql(`
      create table item (
        company_id uuid not null,
        id uuid not null,
        sku text not null,
        name text not null,
        kind text not null check (kind in ('stocked', 'service')),
        unit text not null,
        units jsonb not null,
        tax_category text not null,
        active boolean not null,
        created_at timestamptz not null,
        version int not null,
        primary key (company_id, id)
      )`);
    this.addSql(`create unique index item_sku on item (company_id, sku)`);
    this.addSql(`
      create table warehouse (
        company_id uuid not null,
        id uuid not null,
        code text not null,
        name text not null,
        stock_location_id uuid not null,
        primary key (company_id, id)
      )`);
    this.addSql(`create unique index warehouse_code on warehouse (company_id, code)`);
    this.addSql(`
      create table location (
        company_id uuid not null,
        id uuid not null,
        warehouse_id uuid,
        code text not null,
        kind text not null check (kind in ('storage', 'customer', 'supplier', 'opening', 'inventory-loss', 'transit')),
        primary key (company_id, id),
        check ((kind in ('storage', 'transit')) = (warehouse_id is not null))
      )`);
    this.addSql(`create unique index location_code on location (company_id, warehouse_id, code) nulls not distinct`);
    this.addSql(`
      create table stock_level (
        company_id uuid not null,
        item_id uuid not null,
        location_id uuid not null,
        on_hand numeric(19,6) not null,
        reserved numeric(19,6) not null,
        waiting numeric(19,6) not null,
        value numeric(19,4) not null,
        primary key (company_id, item_id, location_id),
        constraint stock_level_reserved_range check (reserved between 0 and on_hand),
        constraint stock_level_waiting_range check (waiting >= 0),
        constraint stock_level_value check (value >= 0 and (on_hand > 0 or value = 0))
      ) with (fillfactor = 70)`);
    this.addSql(`
      create table stock_move (
        company_id uuid not null,
        id uuid not null,
        item_id uuid not null,
        from_location_id uuid not null,
        to_location_id uuid not null,
        quantity numeric(19,6) not null check (quantity > 0),
        cost numeric(19,4) not null check (cost >= 0),
        kind text not null check (kind in ('receipt', 'shipment', 'return', 'gain', 'loss', 'transfer')),
        document_id uuid not null,
        line_no int not null,
        order_id uuid,
        document_on date not null,
        posted_on date not null,
        recorded_at timestamptz not null,
        primary key (company_id, id),
        check (from_location_id <> to_location_id)
      )`);
    this.addSql(`create index stock_move_item on stock_move (company_id, item_id, posted_on)`);
    this.addSql(`create index stock_move_document on stock_move (company_id, document_id)`);
    this.addSql(`create index stock_move_order on stock_move (company_id, order_id) where order_id is not null`);
    this.addSql(`
      create table reservation (
        company_id uuid not null,
        order_id uuid not null,
        location_id uuid not null,
        policy text not null,
        confirmed boolean not null,
        document_on date not null,
        backdated boolean not null,
        since timestamptz not null,
        primary key (company_id, order_id)
      ) with (fillfactor = 80)`);
    this.addSql(`
      create table reservation_line (
        company_id uuid not null,
        order_id uuid not null,
        line_no int not null,
        item_id uuid not null,
        kind text not null,
        ordered numeric(19,6) not null check (ordered > 0),
        reserved numeric(19,6) not null check (reserved >= 0),
        waiting numeric(19,6) not null check (waiting >= 0),
        shipped numeric(19,6) not null check (shipped >= 0),
        released numeric(19,6) not null check (released >= 0),
        reserved_on date,
        primary key (company_id, order_id, line_no),
        constraint reservation_line_adds_up check (reserved + waiting + shipped + released = ordered or kind = 'service')
      ) with (fillfactor = 70)`);
    this.addSql(`create index reservation_line_waiting on reservation_line (company_id, item_id) where waiting > 0`);
    this.addSql(`create index reservation_line_reserved on reservation_line (company_id, item_id) where reserved > 0`);
    this.addSql(`
      create table shipment (
        company_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        dispatched_on date not null,
        currency text not null,
        total_cost numeric(19,4) not null,
        recorded_at timestamptz not null,
        primary key (company_id, id)
      )`);
    this.addSql(`create index shipment_order on shipment (company_id, order_id)`);
    this.addSql(`
      create table receipt (
        company_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('opening', 'purchase')),
        location_id uuid not null,
        reference text,
        received_on date not null,
        currency text not null,
        total_cost numeric(19,4) not null,
        line_count int not null,
        recorded_at timestamptz not null,
        primary key (company_id, id)
      )`);
    this.addSql(`
      create table stock_adjustment (
        company_id uuid not null,
        id uuid not null,
        location_id uuid not null,
        reason text not null,
        reference text,
        adjusted_on date not null,
        currency text not null,
        gain_total numeric(19,4) not null,
        loss_total numeric(19,4) not null,
        line_count int not null,
        recorded_at timestamptz not null,
        primary key (company_id, id)
      )`);
    this.addSql(`
      create table stock_transfer (
        company_id uuid not null,
        id uuid not null,
        from_location_id uuid not null,
        to_location_id uuid not null,
        transferred_on date not null,
        recorded_at timestamptz not null,
        primary key (company_id, id)
      )`);
    this.addSql(`
      create table goods_return (
        company_id uuid not null,
        id uuid not null,
        order_id uuid,
        location_id uuid not null,
        received_on date not null,
        currency text not null,
        total_cost numeric(19,4) not null,
        recorded_at timestamptz not null,
        primary key (company_id, id)
      )`);
    this.addSql(`
      create table goods_return_source (
        company_id uuid not null,
        return_id uuid not null,
        line_no int not null,
        shipment_id uuid not null,
        order_id uuid not null,
        order_line_no int not null,
        quantity numeric(19,6) not null check (quantity > 0),
        cost numeric(19,4) not null,
        primary key (company_id, return_id, line_no, shipment_id)
      )`);
    this.addSql(`create index goods_return_source_order on goods_return_source (company_id, order_id)`);
    const tables = [
      'company_copy',
      'item',
      'warehouse',
      'location',
      'stock_level',
      'stock_move',
      'reservation',
      'reservation_line',
      'shipment',
      'receipt',
      'stock_adjustment',
      'stock_transfer',
      'goods_return',
      'goods_return_source',
      'number_series',
    ];
    for (const sql of isolateCompanies(ROLE, tables)) this.addSql(sql);
    for (const sql of appendOnly(ROLE, ['stock_move', 'shipment', 'receipt', 'stock_adjustment', 'stock_transfer', 'goods_return', 'goods_return_source']))
      this.addSql(sql);
  }
}
