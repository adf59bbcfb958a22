import type { CrossRule, LocalRule } from './compare.js';
import { BALANCE_RULES, onControl, onRole, text } from './ledger-rules.js';
import { LIABILITY_CROSS_RULES, LIABILITY_RULES } from './liability-rules.js';

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

/** Whether an allocation is of a credit note to an invoice that it credits: that is no payment. */
const OF_OWN_INVOICE = `a.credit_kind = 'credit-note' and exists (select 1 from credit_note_line l where l.company_id = a.company_id and l.credit_note_id = a.credit_id and l.invoice_id = a.debit_id)`;

/** What customers paid on orders: by money, and by what was on account from elsewhere. */
const PAID = `
  select i.company_id, i.order_id, sum(a.amount) as paid from allocation a join customer_invoice i on i.company_id = a.company_id and i.id = a.debit_id
  where a.debit_kind = 'invoice' and a.credit_kind in ('payment', 'credit-note', 'opening') and not (${OF_OWN_INVOICE}) group by 1, 2`;

/** What of orders went back to customers, as money or as payment of something else. */
const GIVEN_BACK = `
  select n.company_id, n.order_id, sum(a.amount) as amount from allocation a join credit_note n on n.company_id = a.company_id and n.id = a.credit_id
  where n.order_id is not null and a.credit_kind = 'credit-note' and a.debit_kind <> 'write-off-reversal' and not (${OF_OWN_INVOICE}) group by 1, 2`;

/** From when documents on the receivable account are in the books. */
const POSTED = `
  select company_id, id, posted_on from customer_invoice union all select company_id, id, posted_on from refund union all select company_id, id, posted_on from payment
  union all select company_id, id, posted_on from credit_note union all select company_id, id, posted_on from receivable_adjustment`;

const numbered = (table: string, series: string) => `
  select d.company_id, '${series}' as series, split_part(d.number, '-', 2)::int as year, count(*) as documents, count(distinct d.number) as numbers,
    max(split_part(d.number, '-', 3)::bigint) as highest from ${table} d group by 1, 2, 3`;
const SERIES_OF_FINANCE = [
  numbered('customer_invoice', 'INV'),
  numbered('credit_note', 'CRN'),
  numbered('payment', 'PAY'),
  numbered('refund', 'REF'),
  numbered('receivable_adjustment', 'ADJ'),
  numbered('liability_settlement', 'SET'),
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

/** The figures of a payroll run as one text: of its own row, or of its payslips. */
const payrollTotals = (count: string, ...amounts: readonly string[]) => `${count} || ' payslips: ' || ${amounts.map(text).join(" || ' ' || ")}`;

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
    compared:
      'select 1 from customer_invoice union all select 1 from payment union all select 1 from credit_note union all select 1 from refund union all select 1 from receivable_adjustment',
    broken: `select d.kind || ' ' || d.number as what, ${text('d.total - coalesce(s.amount, 0)')} as expected, ${text('d.open_amount')} as found from (
        select company_id, 'invoice' as kind, id, number, gross_total as total, open_amount from customer_invoice
        union all select company_id, 'payment', id, number, amount, open_amount from payment
        union all select company_id, 'credit-note', id, number, gross_total, open_amount from credit_note
        union all select company_id, 'refund', id, number, amount, 0 from refund
        union all select company_id, kind, id, number, abs(amount), abs(open_amount) from receivable_adjustment) d
      left join (${SETTLED}) s on s.company_id = d.company_id and s.kind = d.kind and s.id = d.id where d.total - coalesce(s.amount, 0) <> d.open_amount`,
  },
  {
    invariant: 'I5',
    title: 'an allocation counts from the day on which both documents are in the books',
    service: 'finance',
    compared: 'select 1 from allocation',
    broken: `select 'allocation of ' || a.credit_kind || ' ' || a.credit_id || ' to ' || a.debit_kind || ' ' || a.debit_id as what, greatest(a.allocated_on, d.posted_on, c.posted_on)::text as expected, a.posted_on::text as found
      from allocation a left join (${POSTED}) d on d.company_id = a.company_id and d.id = a.debit_id left join (${POSTED}) c on c.company_id = a.company_id and c.id = a.credit_id
      where a.posted_on <> greatest(a.allocated_on, d.posted_on, c.posted_on) or d.id is null or c.id is null`,
  },
  {
    invariant: 'I5',
    title: "credit: open invoices and holds = the customer's account",
    service: 'finance',
    compared: 'select 1 from customer_account',
    broken: `select 'customer ' || a.customer_id as what, ${text('coalesce(i.receivable, 0)')} || ' open, ' || ${text('coalesce(h.held, 0)')} || ' held' as expected, ${text('a.receivable')} || ' open, ' || ${text('a.held')} || ' held' as found from customer_account a
      left join (select company_id, customer_id, sum(open_amount) as receivable from (select company_id, customer_id, open_amount from customer_invoice
        union all select company_id, customer_id, open_amount from receivable_adjustment where kind = 'opening' and amount > 0) owed group by 1, 2) i on i.company_id = a.company_id and i.customer_id = a.customer_id
      left join (select company_id, customer_id, sum(hold_left) as held from billing_order group by 1, 2) h on h.company_id = a.company_id and h.customer_id = a.customer_id
      where a.receivable <> coalesce(i.receivable, 0) or a.held <> coalesce(h.held, 0)`,
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
    title: 'an order is overdue as long as one of its invoices is',
    service: 'orders',
    compared: 'select 1 from order_invoice',
    broken: `select 'order ' || o.id as what, case when bool_or(i.overdue) then 'overdue' else 'not overdue' end as expected, case when o.overdue then 'overdue' else 'not overdue' end as found
      from sales_order o join order_invoice i on i.company_id = o.company_id and i.order_id = o.id group by o.company_id, o.id, o.overdue having bool_or(i.overdue) <> o.overdue`,
  },
  {
    invariant: 'I8',
    title: 'refunded, or used for something else, ≤ paid, per order',
    service: 'finance',
    compared: 'select distinct order_id from credit_note where order_id is not null',
    broken: `select 'order ' || r.order_id as what, 'at most ' || ${text('coalesce(p.paid, 0)')} as expected, ${text('r.amount')} as found
      from (${GIVEN_BACK}) r left join (${PAID}) p on p.company_id = r.company_id and p.order_id = r.order_id where r.amount > coalesce(p.paid, 0)`,
  },
  {
    invariant: 'I9',
    title: 'gross of each payslip = its contracts',
    service: 'hr',
    compared: 'select 1 from payslip',
    broken: `select 'payslip ' || s.id as what, coalesce(${text('sum(l.gross)')}, 'no lines') as expected, ${text('s.gross')} as found
      from payslip s left join payslip_line l on l.company_id = s.company_id and l.payslip_id = s.id group by s.company_id, s.id, s.gross having s.gross <> coalesce(sum(l.gross), 0)`,
  },
  {
    invariant: 'I9',
    title: 'totals of each payroll run = its payslips',
    service: 'hr',
    compared: 'select 1 from payroll_run',
    broken: `select 'payroll run ' || r.id as what, coalesce(s.told, 'no payslips') as expected, r.told as found
      from (select company_id, id, ${payrollTotals('payslip_count', 'gross_total', 'tax_total', 'employee_social_total', 'employer_social_total', 'net_total')} as told from payroll_run) r
      left join (select company_id, run_id, ${payrollTotals('count(*)', 'sum(gross)', 'sum(tax)', 'sum(employee_social)', 'sum(employer_social)', 'sum(net)')} as told from payslip group by 1, 2) s
      on s.company_id = r.company_id and s.run_id = r.id where s.told is distinct from r.told`,
  },
  {
    invariant: 'I9',
    title: 'gross of a payroll run by cost centre = its payslips',
    service: 'hr',
    compared: 'select 1 from payroll_run_cost_centre',
    broken: `select 'payroll run ' || c.run_id || ' on ' || c.cost_centre as what, coalesce(${text('sum(l.gross)')}, 'nothing') as expected, ${text('c.gross_total')} as found
      from payroll_run_cost_centre c join payslip s on s.company_id = c.company_id and s.run_id = c.run_id
      left join payslip_line l on l.company_id = s.company_id and l.payslip_id = s.id and l.cost_centre = c.cost_centre
      group by c.company_id, c.run_id, c.cost_centre, c.gross_total having c.gross_total <> coalesce(sum(l.gross), 0)`,
  },
  ...BALANCE_RULES,
  ...LIABILITY_RULES,
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
      sql: `select order_id::text as key, ${text('paid')} as value from (${PAID}) p`,
    },
    right: { service: 'orders', sql: `select id::text as key, ${text('paid_total')} as value from sales_order where paid_total > 0` },
  },
  {
    invariant: 'I8',
    title: 'credited and refunded in orders = in finance, per return',
    what: 'return',
    left: {
      service: 'finance',
      sql: `select n.return_id::text as key, ${text('n.gross_total')} || ' credited, ' || ${text('coalesce(r.amount, 0)')} || ' refunded' as value from credit_note n
        left join (select company_id, credit_note_id, sum(amount) as amount from refund group by 1, 2) r on r.company_id = n.company_id and r.credit_note_id = n.id`,
    },
    right: {
      service: 'orders',
      sql: `select id::text as key, ${text('gross_total')} || ' credited, ' || ${text('refunded_total')} || ' refunded' as value from sales_return where credit_note_id is not null`,
    },
  },
  ...LIABILITY_CROSS_RULES,
  {
    invariant: 'I9',
    title: 'wages of each payroll run by cost centre = its ledger entry',
    what: 'payroll run and cost centre',
    left: {
      service: 'hr',
      sql: `select c.run_id || ' ' || c.cost_centre as key, ${text('c.gross_total + c.employer_social_total')} as value from payroll_run_cost_centre c join payroll_run r on r.company_id = c.company_id and r.id = c.run_id where r.state in ('approved', 'posted', 'paid') and c.gross_total + c.employer_social_total <> 0`,
    },
    right: {
      service: 'finance',
      sql: `select e.source_id || ' ' || l.cost_centre as key, ${text('sum(l.debit - l.credit)')} as value from journal_line l join journal_entry e on e.company_id = l.company_id and e.id = l.entry_id where e.source = 'payroll-run' and l.cost_centre is not null group by 1 having sum(l.debit - l.credit) <> 0`,
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
