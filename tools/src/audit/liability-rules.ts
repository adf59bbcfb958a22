import type { CrossRule, LocalRule } from './compare.js';
import { onControl, text } from './ledger-rules.js';

// Opening entries are typed lines of people, and explain themselves.
const OPENING = 'opening';

/** What each document adds to the tax that is owed. */
const TAXED = `
  select company_id, id, sum(tax) as tax from (
    select company_id, invoice_id as id, tax_amount as tax from customer_invoice_tax
    union all select company_id, credit_note_id, -tax_amount from credit_note_tax
    union all select company_id, id, -amount from liability_settlement where kind = 'tax') document group by 1, 2`;

/** What each payment and settlement takes from what is owed of wages. */
const WAGES_PAID = `
  select company_id, id, sum(amount) as amount from (
    select company_id, run_id as id, net_total as amount from payroll_posting where paid_entry_id is not null
    union all select company_id, id, amount from liability_settlement where kind <> 'tax') document group by 1, 2`;

/** What people and offices are owed, in the ledger's own database. */
export const LIABILITY_RULES: readonly LocalRule[] = [
  {
    invariant: 'I7',
    title: 'tax accounts = tax of posted documents − settlements, per document',
    service: 'finance',
    compared: TAXED,
    broken: `select 'document ' || coalesce(t.id, b.source_id)::text as what, coalesce(${text('t.tax')}, '0') as expected, coalesce(${text('-b.amount')}, '0') as found
      from (${TAXED}) t full join (${onControl('tax', [OPENING])}) b on b.company_id = t.company_id and b.source_id = t.id where coalesce(t.tax, 0) <> -coalesce(b.amount, 0)`,
  },
  {
    invariant: 'I9',
    title: 'wages accounts: what was paid and settled = its ledger lines, per document',
    service: 'finance',
    compared: WAGES_PAID,
    broken: `select 'document ' || coalesce(w.id, b.source_id)::text as what, coalesce(${text('w.amount')}, '0') as expected, coalesce(${text('b.amount')}, '0') as found
      from (${WAGES_PAID}) w full join (${onControl('wages', [OPENING, 'payroll-run'])}) b on b.company_id = w.company_id and b.source_id = w.id where coalesce(w.amount, 0) <> coalesce(b.amount, 0)`,
  },
];

/** Roles are those of the lines as they were posted: the accounts may have changed since. */
const owed = (role: string) => `coalesce(sum(l.credit - l.debit) filter (where l.role = '${role}'), 0)`;

/** Where something was to be paid. */
const paidOn = (day: string, net: string) => `case when ${net} = 0 then '' else ', paid ' || coalesce(${day}::text, 'never') end`;

/** What services must agree on of what is owed. */
export const LIABILITY_CROSS_RULES: readonly CrossRule[] = [
  {
    invariant: 'I5',
    title: 'goods received and not invoiced = cost of purchases received, per receipt',
    what: 'receipt',
    left: {
      service: 'inventory',
      sql: `select r.id::text as key, ${text('sum(m.cost)')} as value from receipt r join stock_move m on m.company_id = r.company_id and m.document_id = r.id
        where r.kind = 'purchase' group by 1 having sum(m.cost) <> 0`,
    },
    right: {
      service: 'finance',
      sql: `select source_id::text as key, ${text('-amount')} as value from (${onControl('payable', [OPENING])}) b where amount <> 0`,
    },
  },
  {
    invariant: 'I9',
    title: 'wages payable = net of approved payslips − paid',
    what: 'company',
    left: {
      service: 'hr',
      sql: `select p.company_id::text as key, ${text('sum(p.net)')} as value from payslip p join payroll_run r on r.company_id = p.company_id and r.id = p.run_id where r.state in ('approved', 'posted') group by 1 having sum(p.net) <> 0`,
    },
    right: {
      service: 'finance',
      sql: `select l.company_id::text as key, ${text(owed('wages-payable'))} as value from journal_line l join journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
        where e.source in ('payroll-run', 'payroll-payment') group by 1 having ${owed('wages-payable')} <> 0`,
    },
  },
  {
    invariant: 'I9',
    title: 'net, tax and social insurance owed for each payroll run = its ledger lines',
    what: 'payroll run',
    left: {
      service: 'hr',
      sql: `select r.id::text as key, ${text('sum(p.net)')} || ' net, ' || ${text('sum(p.tax)')} || ' tax, ' || ${text('sum(p.employee_social + p.employer_social)')} || ' social' as value
        from payroll_run r join payslip p on p.company_id = r.company_id and p.run_id = r.id where r.state in ('approved', 'posted', 'paid') group by r.company_id, r.id having sum(p.gross) <> 0`,
    },
    right: {
      service: 'finance',
      sql: `select e.source_id::text as key, ${text(owed('wages-payable'))} || ' net, ' || ${text(owed('payroll-tax-payable'))} || ' tax, ' || ${text(owed('social-payable'))} || ' social' as value
        from journal_entry e join journal_line l on l.company_id = e.company_id and l.entry_id = e.id where e.source = 'payroll-run' group by e.company_id, e.source_id`,
    },
  },
  {
    invariant: 'I9',
    title: 'gross, net and day of payment of each payroll run = its posting',
    what: 'payroll run',
    left: {
      service: 'hr',
      sql: `select r.id::text as key, ${text('r.gross_total')} || ' gross, ' || ${text('sum(p.net)')} || ' net' || ${paidOn('r.paid_on', 'sum(p.net)')} as value
        from payroll_run r join payslip p on p.company_id = r.company_id and p.run_id = r.id where r.state in ('approved', 'posted', 'paid') group by r.company_id, r.id, r.gross_total, r.paid_on`,
    },
    right: {
      service: 'finance',
      sql: `select run_id::text as key, ${text('gross_total')} || ' gross, ' || ${text('net_total')} || ' net' || ${paidOn('paid_on', 'net_total')} as value from payroll_posting`,
    },
  },
];
