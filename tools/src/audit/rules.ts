import type { CrossRule, LocalRule } from './compare.js';

/** Amounts and quantities as text that is the same in every database. */
const text = (expression: string) => `trim_scale(${expression})::text`;

/** A deadline that nobody has looked at for so long that nobody will. */
const late = (deadline: string) => `${deadline} < now() - interval '5 minutes'`;

const MOVED = `
  select company_id, item_id, location_id, sum(quantity) as quantity, sum(cost) as cost from (
    select company_id, item_id, to_location_id as location_id, quantity, cost from stock_move
    union all select company_id, item_id, from_location_id, -quantity, -cost from stock_move) move
  join location l using (company_id) where l.id = location_id and l.kind in ('storage', 'transit')
  group by 1, 2, 3`;

/** What was on hand at the end of each day on which something moved. */
const ON_DAYS = `
  select company_id, item_id, location_id, posted_on, sum(sum(quantity)) over (partition by company_id, item_id, location_id order by posted_on) as on_hand from (
    select company_id, item_id, to_location_id as location_id, posted_on, quantity from stock_move
    union all select company_id, item_id, from_location_id, posted_on, -quantity from stock_move) move
  join location l using (company_id) where l.id = location_id and l.kind in ('storage', 'transit')
  group by company_id, item_id, location_id, posted_on`;

const RECEIVABLE = `
  select l.company_id, l.party_id, sum(l.debit - l.credit) as balance from journal_line l
  join ledger_account a on a.company_id = l.company_id and a.code = l.account_code and a.control = 'receivable' group by 1, 2`;

const OWED = `
  select company_id, customer_id, sum(amount) as owed from (
    select company_id, customer_id, open_amount as amount from customer_invoice
    union all select company_id, customer_id, -open_amount from payment
    union all select company_id, customer_id, -open_amount from credit_note
    union all select company_id, customer_id, open_amount from receivable_adjustment) open_item group by 1, 2`;

const SETTLED = `
  select company_id, kind, id, sum(amount) as amount from (
    select company_id, debit_kind as kind, debit_id as id, amount from allocation
    union all select company_id, credit_kind, credit_id, amount from allocation) side group by 1, 2, 3`;

const TAXED = `
  select company_id, id, sum(tax) as tax from (
    select company_id, invoice_id as id, tax_amount as tax from customer_invoice_tax
    union all select company_id, credit_note_id, -tax_amount from credit_note_tax) document group by 1, 2`;

/** Lines of one role's account or of one kind of control account, by the document that they tell of: debits above zero. */
const booked = (join: string) => `
  select e.company_id, e.source_id, sum(l.debit - l.credit) as amount from journal_line l
  join journal_entry e on e.company_id = l.company_id and e.id = l.entry_id ${join} group by 1, 2`;
const onControl = (control: string) => booked(`join ledger_account a on a.company_id = l.company_id and a.code = l.account_code and a.control = '${control}'`);
const onRole = (role: string) => booked(`join account_role r on r.company_id = l.company_id and r.account_code = l.account_code and r.role = '${role}'`);

const numbered = (table: string, series: string) => `
  select d.company_id, '${series}' as series, split_part(d.number, '-', 2)::int as year, count(*) as documents, count(distinct d.number) as numbers,
    max(split_part(d.number, '-', 3)::bigint) as highest from ${table} d group by 1, 2, 3`;
const SERIES_OF_FINANCE = [
  numbered('customer_invoice', 'INV'),
  numbered('credit_note', 'CRN'),
  numbered('payment', 'PAY'),
  numbered('refund', 'REF'),
  numbered('receivable_adjustment', 'ADJ'),
  `select company_id, journal, fiscal_year, count(*), count(distinct number), max(number) from journal_entry group by 1, 2, 3`,
].join(' union all ');
const SERIES_OF_ORDERS = [numbered('sales_order', 'SO'), numbered('sales_return', 'RT')].join(' union all ');

function gapless(service: 'finance' | 'orders', title: string, series: string): LocalRule {
  const joined = `select n.company_id, n.series, n.year, n.last_number, coalesce(d.documents, 0) as documents, coalesce(d.numbers, 0) as numbers, coalesce(d.highest, 0) as highest
    from number_series n full join (${series}) d on d.company_id = n.company_id and d.series = n.series and d.year = n.year`;
  return {
    invariant: 'I10',
    title,
    service,
    compared: joined,
    broken: `select 'series ' || coalesce(series, '?') || ' ' || coalesce(year, 0) || ' of company ' || coalesce(company_id::text, '?') as what, 'numbers 1 to ' || coalesce(last_number, 0) as expected,
      documents || ' documents with ' || numbers || ' numbers up to ' || highest as found from (${joined}) s where last_number is distinct from documents or documents <> numbers or numbers <> highest`,
  };
}

/** What one database must hold by itself. */
export const LOCAL_RULES: readonly LocalRule[] = [
  {
    invariant: 'I1',
    title: 'on hand = moves in − moves out, per item and location',
    service: 'inventory',
    compared: MOVED,
    broken: `select 'item ' || coalesce(m.item_id, s.item_id) || ' at ' || coalesce(m.location_id, s.location_id) as what, coalesce(${text('m.quantity')}, '0') as expected, coalesce(${text('s.on_hand')}, 'no level') as found
      from (${MOVED}) m full join stock_level s on s.company_id = m.company_id and s.item_id = m.item_id and s.location_id = m.location_id
      where coalesce(m.quantity, 0) <> coalesce(s.on_hand, 0)`,
  },
  {
    invariant: 'I1',
    title: 'on hand at the end of every day ≥ 0, per item and location',
    service: 'inventory',
    compared: ON_DAYS,
    broken: `select 'item ' || item_id || ' at ' || location_id || ' on ' || posted_on as what, '0 or more' as expected, ${text('on_hand')} as found from (${ON_DAYS}) d where on_hand < 0`,
  },
  {
    invariant: 'I4',
    title: 'stock value = cost in − cost out, and nothing on hand is worth nothing',
    service: 'inventory',
    compared: MOVED,
    broken: `select 'value of item ' || coalesce(m.item_id, s.item_id) || ' at ' || coalesce(m.location_id, s.location_id) as what, coalesce(${text('m.cost')}, '0') as expected, coalesce(${text('s.value')}, '0') as found
      from (${MOVED}) m full join stock_level s on s.company_id = m.company_id and s.item_id = m.item_id and s.location_id = m.location_id
      where coalesce(m.cost, 0) <> coalesce(s.value, 0) or (coalesce(s.on_hand, 0) = 0 and coalesce(s.value, 0) <> 0)`,
  },
  {
    invariant: 'I2',
    title: '0 ≤ reserved ≤ on hand',
    service: 'inventory',
    compared: 'select 1 from stock_level',
    broken: `select 'item ' || item_id || ' at ' || location_id as what, '0 to ' || ${text('on_hand')} as expected, ${text('reserved')} as found from stock_level where reserved not between 0 and on_hand`,
  },
  {
    invariant: 'I2',
    title: 'reserved and waiting = what open orders hold and wait for',
    service: 'inventory',
    compared: 'select 1 from stock_level',
    broken: `select 'item ' || coalesce(h.item_id, s.item_id) || ' at ' || coalesce(h.location_id, s.location_id) as what, coalesce(${text('h.reserved')} || ' and ' || ${text('h.waiting')}, 'nothing') as expected, coalesce(${text('s.reserved')} || ' and ' || ${text('s.waiting')}, 'nothing') as found
      from (select r.company_id, l.item_id, r.location_id, sum(l.reserved) as reserved, sum(l.waiting) as waiting from reservation_line l join reservation r on r.company_id = l.company_id and r.order_id = l.order_id where l.kind = 'stocked' group by 1, 2, 3) h
      full join stock_level s on s.company_id = h.company_id and s.item_id = h.item_id and s.location_id = h.location_id
      where coalesce(h.reserved, 0) <> coalesce(s.reserved, 0) or coalesce(h.waiting, 0) <> coalesce(s.waiting, 0)`,
  },
  {
    invariant: 'I3',
    title: 'every journal entry balances and has lines',
    service: 'finance',
    compared: 'select 1 from journal_entry',
    broken: `select 'entry ' || e.journal || ' ' || e.number || ' of ' || e.source || ' ' || e.source_id as what, 'debit = credit' as expected, coalesce(${text('sum(l.debit)')} || ' and ' || ${text('sum(l.credit)')}, 'no lines') as found
      from journal_entry e left join journal_line l on l.company_id = e.company_id and l.entry_id = e.id group by e.company_id, e.id, e.journal, e.number, e.source, e.source_id
      having coalesce(sum(l.debit), 0) <> coalesce(sum(l.credit), 0) or count(l.*) < 2`,
  },
  {
    invariant: 'I3',
    title: 'assets = liabilities + equity + result',
    service: 'finance',
    compared: 'select 1 from company_copy',
    broken: `select 'company ' || l.company_id as what, '0' as expected, ${text("sum(case when a.kind in ('asset', 'expense') then l.debit - l.credit else -(l.credit - l.debit) end)")} as found
      from journal_line l join ledger_account a on a.company_id = l.company_id and a.code = l.account_code group by l.company_id having sum(l.debit - l.credit) <> 0`,
  },
  {
    invariant: 'I3',
    title: 'the totals that reports read = the lines',
    service: 'finance',
    compared: 'select 1 from account_day',
    broken: `select 'account ' || coalesce(d.account_code, s.account_code) || ' on ' || coalesce(d.posted_on, s.posted_on) as what, coalesce(${text('s.debit')} || ' and ' || ${text('s.credit')}, 'nothing') as expected, coalesce(${text('d.debit')} || ' and ' || ${text('d.credit')}, 'nothing') as found
      from account_day d full join (select l.company_id, l.account_code, e.posted_on, sum(l.debit) as debit, sum(l.credit) as credit from journal_line l
        join journal_entry e on e.company_id = l.company_id and e.id = l.entry_id join entry_seal k on k.company_id = e.company_id and k.journal = e.journal and k.fiscal_year = e.fiscal_year and k.number = e.number group by 1, 2, 3) s
      on s.company_id = d.company_id and s.account_code = d.account_code and s.posted_on = d.posted_on where s.debit is distinct from d.debit or s.credit is distinct from d.credit`,
  },
  {
    invariant: 'I5',
    title: 'receivables account = open documents, per customer',
    service: 'finance',
    compared: OWED,
    broken: `select 'customer ' || coalesce(o.customer_id, b.party_id)::text as what, coalesce(${text('o.owed')}, '0') as expected, coalesce(${text('b.balance')}, '0') as found
      from (${OWED}) o full join (${RECEIVABLE}) b on b.company_id = o.company_id and b.party_id = o.customer_id where coalesce(o.owed, 0) <> coalesce(b.balance, 0)`,
  },
  {
    invariant: 'I5',
    title: 'open = total − what was allocated, per document',
    service: 'finance',
    compared: 'select 1 from customer_invoice union all select 1 from payment union all select 1 from credit_note',
    broken: `select d.kind || ' ' || d.number as what, ${text('d.total - coalesce(s.amount, 0)')} as expected, ${text('d.open_amount')} as found from (
        select company_id, 'invoice' as kind, id, number, gross_total as total, open_amount from customer_invoice
        union all select company_id, 'payment', id, number, amount, open_amount from payment
        union all select company_id, 'credit-note', id, number, gross_total, open_amount from credit_note) d
      left join (${SETTLED}) s on s.company_id = d.company_id and s.kind = d.kind and s.id = d.id where d.total - coalesce(s.amount, 0) <> d.open_amount`,
  },
  {
    invariant: 'I5',
    title: "credit: open invoices and holds = the customer's account",
    service: 'finance',
    compared: 'select 1 from customer_account',
    broken: `select 'customer ' || a.customer_id as what, ${text('coalesce(i.receivable, 0)')} || ' open, ' || ${text('coalesce(h.held, 0)')} || ' held' as expected, ${text('a.receivable')} || ' open, ' || ${text('a.held')} || ' held' as found from customer_account a
      left join (select company_id, customer_id, sum(open_amount) as receivable from customer_invoice group by 1, 2) i on i.company_id = a.company_id and i.customer_id = a.customer_id
      left join (select company_id, customer_id, sum(hold_left) as held from billing_order group by 1, 2) h on h.company_id = a.company_id and h.customer_id = a.customer_id
      where a.receivable <> coalesce(i.receivable, 0) or a.held <> coalesce(h.held, 0)`,
  },
  {
    invariant: 'I7',
    title: 'tax accounts = tax of posted documents, per document',
    service: 'finance',
    compared: TAXED,
    broken: `select 'document ' || coalesce(t.id, b.source_id)::text as what, coalesce(${text('t.tax')}, '0') as expected, coalesce(${text('-b.amount')}, '0') as found
      from (${TAXED}) t full join (${onControl('tax')}) b on b.company_id = t.company_id and b.source_id = t.id where coalesce(t.tax, 0) <> -coalesce(b.amount, 0)`,
  },
  {
    invariant: 'I8',
    title: 'shipped + cancelled ≤ ordered, returned ≤ shipped, per line',
    service: 'orders',
    compared: 'select 1 from sales_order_line',
    broken: `select 'order ' || order_id || ' line ' || line_no as what, 'at most ' || ${text('stock_quantity')} as expected, ${text('shipped')} || ' shipped, ' || ${text('cancelled')} || ' cancelled, ' || ${text('returned')} || ' returned' as found
      from sales_order_line where shipped + cancelled > stock_quantity or returned > shipped`,
  },
  {
    invariant: 'I8',
    title: 'refunded ≤ paid, per order',
    service: 'finance',
    compared: 'select distinct order_id from credit_note where order_id is not null',
    broken: `select 'order ' || r.order_id as what, 'at most ' || ${text('coalesce(p.paid, 0)')} as expected, ${text('r.refunded')} as found
      from (select c.company_id, c.order_id, sum(f.amount) as refunded from refund f join credit_note c on c.company_id = f.company_id and c.id = f.credit_note_id where c.order_id is not null group by 1, 2) r
      left join (select i.company_id, i.order_id, sum(a.amount) as paid from allocation a join customer_invoice i on i.company_id = a.company_id and i.id = a.debit_id where a.credit_kind = 'payment' group by 1, 2) p
      on p.company_id = r.company_id and p.order_id = r.order_id where r.refunded > coalesce(p.paid, 0)`,
  },
  gapless('finance', 'numbers of entries and documents without gap', SERIES_OF_FINANCE),
  gapless('orders', 'numbers of orders and returns without gap', SERIES_OF_ORDERS),
  {
    invariant: 'I11',
    title: 'every order has ended, or what it waits for is within its time',
    service: 'orders',
    compared: 'select 1 from sales_order',
    broken: `select 'order ' || number || ' (' || id || ')' as what, 'answered in time' as expected, status || ', credit ' || credit || ', stock ' || stock || ', cancellation ' || cancellation || ', ' || shipments || ' shipped, ' || invoices_posted || ' invoiced' || case when silent_since is null then '' else ', silent since ' || silent_since end as found
      from sales_order where silent_since is not null or ${late('answer_due_at')} or ${late('back_order_due_at')} or (status in ('shipped', 'partly-shipped') and shipments <> invoices_posted)
        or (answer_due_at is null and (status = 'placed' or cancellation = 'requested' or (status in ('confirmed', 'partly-shipped') and not delivered and (shippable or cancellation in ('done', 'refused')))))`,
  },
  {
    invariant: 'I11',
    title: 'every order that waits for goods waits until a day',
    service: 'orders',
    compared: 'select distinct company_id, order_id from sales_order_line where waiting > 0',
    broken: `select 'order ' || o.number || ' (' || o.id || ')' as what, 'a day on which it ends' as expected, 'none, ' || o.status as found from sales_order o where o.back_order_due_at is null and o.cancellation <> 'requested'
      and exists (select from sales_order_line l where l.company_id = o.company_id and l.order_id = o.id and l.waiting > 0)`,
  },
  {
    invariant: 'I11',
    title: 'every unpaid invoice is asked about when it is due',
    service: 'orders',
    compared: 'select 1 from order_invoice where deadline_at is not null',
    broken: `select 'invoice ' || number as what, 'asked about in time' as expected, 'due since ' || deadline_at as found from order_invoice where ${late('deadline_at')}`,
  },
  {
    invariant: 'I11',
    title: 'every return is settled, or what it waits for is within its time',
    service: 'orders',
    compared: 'select 1 from sales_return',
    broken: `select 'return ' || number || ' (' || id || ')' as what, 'answered in time' as expected, status || case when silent_since is null then '' else ', silent since ' || silent_since end as found
      from sales_return where silent_since is not null or ${late('answer_due_at')} or (status <> 'settled' and answer_due_at is null)`,
  },
];

const COST_OF_DOCUMENT = `
  select m.document_id as key, ${text("sum(case when t.kind in ('storage', 'transit') then m.cost else 0 end - case when f.kind in ('storage', 'transit') then m.cost else 0 end)")} as value
  from stock_move m join location f on f.company_id = m.company_id and f.id = m.from_location_id join location t on t.company_id = m.company_id and t.id = m.to_location_id
  group by m.document_id having sum(case when t.kind in ('storage', 'transit') then m.cost else 0 end - case when f.kind in ('storage', 'transit') then m.cost else 0 end) <> 0`;

/** What two services must agree on. */
export const CROSS_RULES: readonly CrossRule[] = [
  {
    invariant: 'I4',
    title: 'stock value in inventory = inventory accounts in the ledger',
    what: 'company',
    left: { service: 'inventory', sql: `select company_id::text as key, ${text('sum(value)')} as value from stock_level group by 1 having sum(value) <> 0` },
    right: {
      service: 'finance',
      sql: `select l.company_id::text as key, ${text('sum(l.debit - l.credit)')} as value from journal_line l join ledger_account a on a.company_id = l.company_id and a.code = l.account_code and a.control = 'inventory' group by 1 having sum(l.debit - l.credit) <> 0`,
    },
  },
  {
    invariant: 'I4',
    title: 'cost of each stock document = its ledger lines',
    what: 'document',
    left: { service: 'inventory', sql: `select key::text as key, value from (${COST_OF_DOCUMENT}) d` },
    right: { service: 'finance', sql: `select source_id::text as key, ${text('amount')} as value from (${onControl('inventory')}) b where amount <> 0` },
  },
  {
    invariant: 'I6',
    title: 'cost of goods sold = cost issued − cost returned, per document',
    what: 'document',
    left: {
      service: 'inventory',
      sql: `select document_id::text as key, ${text("sum(case kind when 'shipment' then cost else -cost end)")} as value from stock_move where kind in ('shipment', 'return') group by 1 having sum(cost) <> 0`,
    },
    right: { service: 'finance', sql: `select source_id::text as key, ${text('amount')} as value from (${onRole('cost-of-goods-sold')}) b where amount <> 0` },
  },
  {
    invariant: 'I8',
    title: 'invoiced = shipped, per order line',
    what: 'order and line',
    left: { service: 'inventory', sql: `select order_id || ' ' || line_no as key, ${text('shipped')} as value from reservation_line where shipped > 0` },
    right: {
      service: 'finance',
      sql: `select i.order_id || ' ' || l.order_line_no as key, ${text('sum(l.quantity)')} as value from customer_invoice_line l join customer_invoice i on i.company_id = l.company_id and i.id = l.invoice_id group by 1`,
    },
  },
  {
    invariant: 'I8',
    title: 'delivered in orders = shipped in inventory, per order line',
    what: 'order and line',
    left: { service: 'inventory', sql: `select order_id || ' ' || line_no as key, ${text('shipped')} as value from reservation_line where shipped > 0` },
    right: { service: 'orders', sql: `select order_id || ' ' || line_no as key, ${text('shipped')} as value from sales_order_line where shipped > 0` },
  },
  {
    invariant: 'I8',
    title: 'open in orders = open in inventory, per order line',
    what: 'order and line',
    left: {
      service: 'inventory',
      sql: `select order_id || ' ' || line_no as key, ${text('reserved')} || ' held, ' || ${text('waiting')} || ' waiting' as value from reservation_line where kind = 'stocked' and reserved + waiting > 0`,
    },
    right: {
      service: 'orders',
      sql: `select order_id || ' ' || line_no as key, ${text('reserved')} || ' held, ' || ${text('waiting')} || ' waiting' as value from sales_order_line where kind = 'stocked' and reserved + waiting > 0`,
    },
  },
  {
    invariant: 'I8',
    title: 'paid in orders = allocated in finance, per order',
    what: 'order',
    left: {
      service: 'finance',
      sql: `select i.order_id::text as key, ${text('sum(a.amount)')} as value from allocation a join customer_invoice i on i.company_id = a.company_id and i.id = a.debit_id where a.debit_kind = 'invoice' and a.credit_kind = 'payment' group by 1`,
    },
    right: { service: 'orders', sql: `select id::text as key, ${text('paid_total')} as value from sales_order where paid_total > 0` },
  },
  {
    invariant: 'I9',
    title: 'wages payable = net of approved payslips − paid',
    what: 'company',
    left: {
      service: 'hr',
      sql: `select p.company_id::text as key, ${text('sum(p.net)')} as value from payslip p join payroll_run r on r.company_id = p.company_id and r.id = p.run_id where r.state in ('approved', 'posted') group by 1`,
    },
    right: {
      service: 'finance',
      sql: `select l.company_id::text as key, ${text('sum(l.credit - l.debit)')} as value from journal_line l join account_role r on r.company_id = l.company_id and r.account_code = l.account_code and r.role = 'wages-payable' group by 1 having sum(l.credit - l.debit) <> 0`,
    },
  },
  {
    invariant: 'I9',
    title: 'gross and net of each payroll run = its ledger entry',
    what: 'payroll run',
    left: {
      service: 'hr',
      sql: `select r.id::text as key, ${text('r.gross_total')} || ' gross, ' || ${text('sum(p.net)')} || ' net' as value from payroll_run r join payslip p on p.company_id = r.company_id and p.run_id = r.id where r.state <> 'draft' group by r.company_id, r.id, r.gross_total`,
    },
    right: {
      service: 'finance',
      sql: `select run_id::text as key, ${text('gross_total')} || ' gross, ' || ${text('net_total')} || ' net' as value from payroll_posting`,
    },
  },
  {
    invariant: 'I11',
    title: 'every shipment was invoiced once',
    what: 'shipment',
    left: { service: 'inventory', sql: `select id::text as key, order_id::text as value from shipment` },
    right: { service: 'finance', sql: `select shipment_id::text as key, order_id::text as value from customer_invoice` },
  },
  {
    invariant: 'I11',
    title: 'every return that came back was credited once',
    what: 'return',
    left: { service: 'inventory', sql: `select id::text as key, '' as value from goods_return` },
    right: { service: 'finance', sql: `select return_id::text as key, '' as value from credit_note` },
  },
  {
    invariant: 'I11',
    title: 'every order is known to finance as it was placed',
    what: 'order',
    left: { service: 'orders', sql: `select id::text as key, ${text('net_total')} as value from sales_order` },
    right: { service: 'finance', sql: `select order_id::text as key, ${text('net_total')} as value from billing_order` },
  },
  ...(['inventory', 'orders', 'finance', 'hr'] as const).map(
    (service): CrossRule => ({
      invariant: 'I11',
      title: `companies in ${service} = companies in identity`,
      what: 'company',
      left: { service: 'identity', sql: `select id::text as key, country || ' ' || time_zone || ' ' || base_currency as value from company` },
      right: { service, sql: `select company_id::text as key, country || ' ' || time_zone || ' ' || base_currency as value from company_copy` },
    }),
  ),
  {
    invariant: 'I11',
    title: 'items in orders = items in inventory',
    what: 'item',
    left: { service: 'inventory', sql: `select id::text as key, sku || '|' || name || '|' || active as value from item` },
    right: { service: 'orders', sql: `select item_id::text as key, sku || '|' || name || '|' || active as value from item_copy` },
  },
  {
    invariant: 'I11',
    title: 'warehouses in orders = warehouses in inventory',
    what: 'warehouse',
    left: { service: 'inventory', sql: `select id::text as key, code || '|' || name as value from warehouse` },
    right: { service: 'orders', sql: `select warehouse_id::text as key, code || '|' || name as value from warehouse_copy` },
  },
  {
    invariant: 'I11',
    title: 'customers in finance = customers in orders',
    what: 'customer',
    left: { service: 'orders', sql: `select id::text as key, name || '|' || country || '|' || active as value from customer` },
    right: { service: 'finance', sql: `select customer_id::text as key, name || '|' || country || '|' || active as value from customer_copy` },
  },
];
