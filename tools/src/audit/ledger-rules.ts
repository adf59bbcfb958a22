import type { LocalRule } from './compare.js';

/** Amounts and quantities as text that is the same in every database. */
export const text = (expression: string) => `trim_scale(${expression})::text`;

/** Lines of the ledger by the document that they tell of: debits above zero. */
const booked = (where: string, join = '') => `
  select e.company_id, e.source_id, sum(l.debit - l.credit) as amount from journal_line l
  join journal_entry e on e.company_id = l.company_id and e.id = l.entry_id ${join} where ${where} group by 1, 2`;

/** Those that were posted in a role: a line keeps it when the role moves to another account. */
export const onRole = (role: string) => booked(`l.role = '${role}'`);

/** Those on one kind of control account, which it stays for ever; without what entries of some sources booked. */
export const onControl = (control: string, without: readonly string[] = []) =>
  booked(
    `a.control = '${control}' ${without.map((source) => `and e.source <> '${source}'`).join(' ')}`,
    'join ledger_account a on a.company_id = l.company_id and a.code = l.account_code',
  );

/** The balance sheet of each company, every figure above zero on its usual side; lines on unknown accounts are in none. */
const BALANCE_SHEET = `
  select c.company_id, coalesce(sum(l.debit - l.credit) filter (where a.kind = 'asset'), 0) as assets,
    coalesce(sum(l.credit - l.debit) filter (where a.kind = 'liability'), 0) as liabilities, coalesce(sum(l.credit - l.debit) filter (where a.kind = 'equity'), 0) as equity,
    coalesce(sum(l.credit - l.debit) filter (where a.kind = 'income'), 0) - coalesce(sum(l.debit - l.credit) filter (where a.kind = 'expense'), 0) as result
  from company_copy c left join journal_line l on l.company_id = c.company_id left join ledger_account a on a.company_id = l.company_id and a.code = l.account_code group by 1`;

export const BALANCE_RULES: readonly LocalRule[] = [
  {
    invariant: 'I3',
    title: 'assets = liabilities + equity + result',
    service: 'finance',
    compared: 'select 1 from company_copy',
    broken: `select 'company ' || company_id as what, ${text('liabilities')} || ' + ' || ${text('equity')} || ' + ' || ${text('result')} as expected, ${text('assets')} as found
      from (${BALANCE_SHEET}) sheet where assets <> liabilities + equity + result`,
  },
  {
    invariant: 'I3',
    title: 'every line belongs to an entry and an account of its company',
    service: 'finance',
    compared: 'select 1 from journal_line',
    broken: `select 'line ' || l.line_no || ' of entry ' || l.entry_id as what, 'an entry and an account ' || l.account_code as expected,
        case when e.id is null then 'no such entry' else 'no such account' end as found
      from journal_line l left join journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
      left join ledger_account a on a.company_id = l.company_id and a.code = l.account_code where e.id is null or a.code is null`,
  },
];
