import {
  CreditApproved,
  CustomerInvoicePaid,
  CustomerInvoicePosted,
  type EventDefinition,
  PaymentReceived,
  SalesOrderCompleted,
  SalesOrderConfirmed,
  SalesOrderPlaced,
  ShipmentDispatched,
  StockReserved,
} from '@millrace/contracts';

/** What has an id of its own in an order's history. */
export const KINDS = { order: 1, shipment: 2, invoice: 3, payment: 4, costEntry: 5, saleEntry: 6, receiptEntry: 7, allocation: 8, move: 16 } as const;

type Kind = keyof typeof KINDS;
/** The id of each thing of order `n`. */
const ID = Object.fromEntries(Object.entries(KINDS).map(([kind, number]) => [kind, `pg_temp.made(${number}, n)`])) as Record<Kind, string>;

const told = (kind: number, ...facts: readonly Pick<EventDefinition, 'topic' | 'name'>[]) => ({
  topic: facts[0]!.topic,
  kind,
  types: facts.map(({ name }) => name),
});

/** What is told of an order that goes its way without a halt: the facts of each stream, in order. */
export const STREAMS = [
  told(KINDS.order, SalesOrderPlaced, SalesOrderConfirmed, SalesOrderCompleted),
  told(KINDS.order, StockReserved),
  told(KINDS.order, ShipmentDispatched),
  told(KINDS.order, CreditApproved),
  told(KINDS.invoice, CustomerInvoicePosted, CustomerInvoicePaid),
  told(KINDS.payment, PaymentReceived),
] as const;

/**
 * Ids that are the same in every database, since no database can ask another: version 7, a millisecond for each order.
 *
 * @param idsMs the moment that the ids begin with.
 * @param placedMs when the first order was placed.
 */
export const idsFrom = (idsMs: number, placedMs: number) => [
  `create function pg_temp.made(kind int, n bigint) returns uuid language sql immutable
     return (lpad(to_hex(${idsMs}::bigint + n), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid`,
  `create function pg_temp.at(n bigint) returns timestamptz language sql immutable return timestamptz 'epoch' + (${placedMs}::bigint + n) * interval '1 millisecond'`,
  `create function pg_temp.numbered(series text, year int, number bigint) returns text language sql immutable
     return series || '-' || year || '-' || lpad(number::text, greatest(6, length(number::text)), '0')`,
];

/** What the rows of a history are made of; `history` has one row, with the last number of each series before it. */
export const INGREDIENTS = [
  `create temp table history (company_id uuid, on_day date, year int, country text, currency text, subject uuid, stock_location uuid, customer_location uuid,
     so bigint, inv bigint, pay bigint, sal bigint, stk bigint, bnk bigint)`,
  `create temp table shop_item (at int primary key, id uuid, sku text, name text, price numeric, cost numeric)`,
  `create temp table shop_customer (at int primary key, id uuid, name text)`,
  `create temp table told (topic text, kind int, types text[])`,
  `create temp table made_line (n bigint, line_no int, item_id uuid, sku text, name text, quantity numeric, price numeric, net numeric, cost numeric)`,
  `create temp table made_order (n bigint, customer_id uuid, customer_name text, total numeric, cost numeric)`,
];

/**
 * The orders from one number to another, as a bench's customers place them: three items that differ, one to five of each.
 * What is drawn depends on the order's number alone, so that each database draws the same.
 */
export const DRAW = [
  { text: 'truncate made_line, made_order' },
  {
    text: `
      insert into made_line
      select n, line_no, i.id, i.sku, i.name, quantity, price, quantity * price, quantity * cost
      from generate_series($1::bigint, $2::bigint) n, (select count(*) as many from shop_item) shop,
        lateral (values (1, 0), (2, 1 + abs(hashint8extended(n, 2) % (many / 2 - 1))), (3, many / 2 + abs(hashint8extended(n, 3) % (many - many / 2)))) l(line_no, further),
        lateral (select 1 + abs(hashint8extended(n, 3 + line_no) % 5) as quantity, (abs(hashint8extended(n, 1) % many) + further) % many as at) drawn
        join shop_item i on i.at = drawn.at`,
    chunk: true,
  },
  {
    text: `
      insert into made_order
      select n, c.id, c.name, total, cost from (select n, sum(net) as total, sum(cost) as cost from made_line group by n) o, (select count(*) as many from shop_customer) shop,
        lateral (select abs(hashint8extended(n, 7) % many) as at) drawn join shop_customer c on c.at = drawn.at`,
  },
  { text: 'analyze made_line, made_order' },
];

/** Streams of one service, and how far its consumers are in those of all. */
export const streamRows = (service: string) => [
  `insert into event_stream (topic, key, last_sequence)
     select topic, pg_temp.made(kind, n)::text, cardinality(types) from told, made_order where topic like '${service}.%' order by topic, n`,
  `insert into consumer_stream (consumer, topic, key, company_id, taken_sequence, applied_count)
     select consumer, topic, pg_temp.made(kind, n)::text, company_id, taken, applied
     from history, (select s.consumer, t.topic, t.kind, max(f.at) as taken, count(*) as applied
       from told t, unnest(t.types) with ordinality f(type, at) join consumer_subscription s on s.type = f.type group by 1, 2, 3) takes, made_order
     order by consumer, topic, n`,
];

/** The answer that is kept for a month, in case somebody sends a request again. */
export const keptAnswer = (route: string, response: string) => `
  insert into idempotency_key (company_id, subject, route, key, body_hash, status, response, created_at)
  select company_id, subject, '${route}', ${ID.order}::text, sha256(${ID.order}::text::bytea), 200, (${response})::text, pg_temp.at(n)
  from history, made_order`;

const SALES_ORDER = [
  `insert into sales_order (company_id, id, number, customer_id, country, status, credit, stock, cancellation, policy, document_on, backdated, currency, payment_term_days,
       net_total, estimated_gross, paid_total, shipments, invoices_posted, invoices_paid, delivered, placed_at, version, first_shipped_on)
     select company_id, ${ID.order}, pg_temp.numbered('SO', year, so + n), customer_id, country, 'completed', 'approved', 'held', 'none', 'refuse', on_day, false, currency, 0,
       total, total, total, 1, 1, 1, true, pg_temp.at(n), 6, on_day
     from history, made_order order by n`,
  `insert into sales_order_line (company_id, order_id, line_no, item_id, sku, kind, tax_category, description, quantity, unit, factor, stock_quantity, unit_price, net_amount,
       reserved, waiting, shipped, cancelled, returned)
     select company_id, ${ID.order}, line_no, item_id, sku, 'stocked', 'standard', name, quantity, 'PCE', 1, quantity, price, net, 0, 0, quantity, 0, 0
     from history, made_line order by n, line_no`,
  `insert into order_invoice (company_id, id, order_id, shipment_id, number, posted_on, due_on, gross_total, paid, overdue)
     select company_id, ${ID.invoice}, ${ID.order}, ${ID.shipment}, pg_temp.numbered('INV', year, inv + n), on_day, on_day, total, true, false
     from history, made_order order by n`,
  keptAnswer('POST /v1/sales-orders', `json_build_object('salesOrderId', ${ID.order})`),
];

const STOCK = [
  `insert into reservation (company_id, order_id, location_id, policy, confirmed, document_on, backdated, since)
     select company_id, ${ID.order}, stock_location, 'refuse', true, on_day, false, pg_temp.at(n) from history, made_order order by n`,
  `insert into reservation_line (company_id, order_id, line_no, item_id, kind, ordered, reserved, waiting, shipped, released, reserved_on)
     select company_id, ${ID.order}, line_no, item_id, 'stocked', quantity, 0, 0, quantity, 0, on_day from history, made_line order by n, line_no`,
  `insert into shipment (company_id, id, order_id, dispatched_on, currency, total_cost, recorded_at)
     select company_id, ${ID.shipment}, ${ID.order}, on_day, currency, cost, pg_temp.at(n) from history, made_order order by n`,
  `insert into stock_move (company_id, id, item_id, from_location_id, to_location_id, quantity, cost, kind, document_id, line_no, order_id, document_on, posted_on, recorded_at)
     select company_id, pg_temp.made(${KINDS.move} + line_no, n), item_id, stock_location, customer_location, quantity, cost, 'shipment', ${ID.shipment}, line_no, ${ID.order},
       on_day, on_day, pg_temp.at(n)
     from history, made_line order by n, line_no`,
  `update stock_level s set on_hand = on_hand - gone.quantity, value = value - gone.cost
     from history h, (select item_id, sum(quantity) as quantity, sum(cost) as cost from made_line group by 1) gone
     where s.company_id = h.company_id and s.location_id = h.stock_location and s.item_id = gone.item_id`,
];

const BOOKS = [
  `insert into billing_order (company_id, order_id, customer_id, country, currency, payment_term_days, net_total, net_done, hold_total, hold_left, lines)
     select company_id, ${ID.order}, customer_id, country, currency, 0, total, total, total, 0, lines
     from history, made_order join (select n, jsonb_agg(jsonb_build_object('lineNo', line_no, 'itemId', item_id, 'sku', sku, 'description', name, 'taxCategory', 'standard',
       'stockQuantity', quantity::text, 'netAmount', to_char(net, 'FM999999999990.00')) order by line_no) as lines from made_line group by n) l using (n) order by n`,
  `insert into customer_invoice (company_id, id, number, customer_id, customer_name, country, order_id, shipment_id, document_on, posted_on, due_on, currency, net_total, tax_total,
       gross_total, open_amount, tax_rounding, paid_on, entry_id, recorded_at, version)
     select company_id, ${ID.invoice}, pg_temp.numbered('INV', year, inv + n), customer_id, customer_name, country, ${ID.order}, ${ID.shipment}, on_day, on_day, on_day,
       currency, total, 0, total, 0, 'document', on_day, ${ID.saleEntry}, pg_temp.at(n), 2
     from history, made_order order by n`,
  `insert into customer_invoice_line (company_id, invoice_id, line_no, order_line_no, item_id, sku, description, quantity, net_amount, tax_code, tax_rate)
     select company_id, ${ID.invoice}, line_no, line_no, item_id, sku, name, quantity, net, 'NONE', 0 from history, made_line order by n, line_no`,
  `insert into customer_invoice_tax (company_id, invoice_id, tax_code, rate, base_amount, tax_amount)
     select company_id, ${ID.invoice}, 'NONE', 0, total, 0 from history, made_order order by n`,
  `insert into payment (company_id, id, number, customer_id, received_on, posted_on, currency, amount, open_amount, entry_id, recorded_at, version)
     select company_id, ${ID.payment}, pg_temp.numbered('PAY', year, pay + n), customer_id, on_day, on_day, currency, total, 0, ${ID.receiptEntry}, pg_temp.at(n), 1
     from history, made_order order by n`,
  `insert into allocation (company_id, id, customer_id, debit_kind, debit_id, credit_kind, credit_id, amount, allocated_on, recorded_at, posted_on)
     select company_id, ${ID.allocation}, customer_id, 'invoice', ${ID.invoice}, 'payment', ${ID.payment}, total, on_day, pg_temp.at(n), on_day from history, made_order order by n`,
  `insert into journal_entry (company_id, id, journal, fiscal_year, number, posted_on, document_on, recorded_at, source, source_id, description)
     select company_id, pg_temp.made(e.kind, n), e.journal, year, n + case e.journal when 'STK' then stk when 'SAL' then sal else bnk end, on_day, on_day, pg_temp.at(n),
       e.source, pg_temp.made(e.of_kind, n), e.description
     from history, made_order, (values
       (${KINDS.costEntry}, 'STK', 'shipment', ${KINDS.shipment}, 'Goods shipped'),
       (${KINDS.saleEntry}, 'SAL', 'customer-invoice', ${KINDS.invoice}, 'Customer invoice'),
       (${KINDS.receiptEntry}, 'BNK', 'payment', ${KINDS.payment}, 'Payment received')) e(kind, journal, source, of_kind, description) order by n, e.kind`,
  `insert into journal_line (company_id, entry_id, line_no, account_code, role, debit, credit, currency, amount, rate, party_id, text)
     select h.company_id, pg_temp.made(l.kind, l.n), l.line_no, r.account_code, l.role, greatest(l.amount, 0), greatest(-l.amount, 0), h.currency, l.amount, 1, l.party_id, l.text
     from history h, (
       select n, ${KINDS.costEntry} as kind, 1 as line_no, 'cost-of-goods-sold' as role, cost as amount, null::uuid as party_id, null as text from made_order
       union all select n, ${KINDS.costEntry}, 2, 'inventory', -cost, null, null from made_order
       union all select n, ${KINDS.saleEntry}, 1, 'receivable', total, customer_id, null from made_order
       union all select n, ${KINDS.saleEntry}, 1 + line_no, 'revenue', -net, null, sku from made_line
       union all select n, ${KINDS.receiptEntry}, 1, 'bank', total, null, null from made_order
       union all select n, ${KINDS.receiptEntry}, 2, 'receivable', -total, customer_id, null from made_order) l join account_role r on r.role = l.role
     where r.company_id = h.company_id order by l.n, l.kind, l.line_no`,
  keptAnswer(
    'POST /v1/payments',
    `json_build_object('paymentId', ${ID.payment}, 'number', pg_temp.numbered('PAY', year, pay + n), 'customerId', customer_id, 'receivedOn', on_day, 'currency', currency,
      'amount', to_char(total, 'FM999999999990.00'), 'onAccount', '0.00', 'version', 1,
      'allocations', json_build_array(json_build_object('customerInvoiceId', ${ID.invoice}, 'amount', to_char(total, 'FM999999999990.00'))))`,
  ),
];

const counted = (...series: readonly string[]) =>
  series.map(
    (each) =>
      `update number_series s set last_number = last_number + $1 from history h where s.company_id = h.company_id and s.series = '${each}' and s.year = h.year`,
  );

/** What orders that are completed and paid have left in each database, and how the series of its numbers count on. */
export const ROWS = {
  orders: { rows: SALES_ORDER, numbers: counted('SO') },
  inventory: { rows: STOCK, numbers: [] },
  finance: { rows: BOOKS, numbers: counted('BNK', 'INV', 'PAY', 'SAL', 'STK') },
} as const;
export type Keeper = keyof typeof ROWS;
export const KEEPERS = Object.keys(ROWS) as Keeper[];
