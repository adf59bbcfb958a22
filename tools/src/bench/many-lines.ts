import type pg from 'pg';

/** Rows of finance: entries of four lines that people posted, over the days of a year. */
const ENTRIES = `
  with made as (
    select n, uuidv7() as id, uuidv7() as source_id, coalesce((select last_number from number_series where company_id = $1 and series = 'GEN' and year = $3::int), 0) + n as number,
      make_date($3::int, 1, 1) + n % (current_date - make_date($3::int, 1, 1) + 1) as on_day
    from generate_series(1, $2::int) n
  ), entered as (
    insert into journal_entry (company_id, id, journal, fiscal_year, number, posted_on, document_on, recorded_at, source, source_id, description)
    select $1, id, 'GEN', $3::int, number, on_day, on_day, now(), 'manual', source_id, 'Entry ' || n from made
  ), line as (
    select made.id, l.line_no, ($4::text[])[1 + (made.n + l.line_no) % cardinality($4::text[])] as account, l.amount
    from made, (values (1, 60), (2, -10), (3, -20), (4, -30)) l(line_no, amount)
  )
  insert into journal_line (company_id, entry_id, line_no, account_code, debit, credit, currency, amount, rate)
  select $1, id, line_no, account, greatest(amount, 0), greatest(-amount, 0), 'USD', amount, 1 from line`;

/** What customers owed when the books began: a document and an entry of two lines for each, all of it still open. */
const RECEIVABLES = `
  with customer as (
    select customer_id, row_number() over (order by customer_id) - 1 as at, count(*) over () as many from customer_copy where company_id = $1
  ), made as (
    select n, uuidv7() as id, uuidv7() as entry_id, customer_id, (10 + n % 90)::numeric as amount,
      make_date($3::int, 1, 1) + n % (current_date - make_date($3::int, 1, 1) + 1) as on_day,
      (coalesce((select last_number from number_series where company_id = $1 and series = 'ADJ' and year = $3::int), 0) + n)::text as document,
      coalesce((select last_number from number_series where company_id = $1 and series = 'GEN' and year = $3::int), 0) + n as number
    from generate_series(1, $2::int) n join customer on customer.at = n % customer.many
  ), documented as (
    insert into receivable_adjustment (company_id, id, number, kind, customer_id, reason, adjusted_on, posted_on, currency, amount, open_amount, entry_id, recorded_at)
    select $1, id, 'ADJ-' || $3::int || '-' || lpad(document, greatest(6, length(document)), '0'), 'opening', customer_id, 'Opening', on_day, on_day, 'USD', amount, amount, entry_id, now()
    from made
  ), entered as (
    insert into journal_entry (company_id, id, journal, fiscal_year, number, posted_on, document_on, recorded_at, source, source_id, description)
    select $1, entry_id, 'GEN', $3::int, number, on_day, on_day, now(), 'receivable-opening', id, 'Opening' from made
  ), owed as (
    insert into customer_account as a (company_id, customer_id, receivable) select $1, customer_id, sum(amount) from made group by 2
    on conflict (company_id, customer_id) do update set receivable = a.receivable + excluded.receivable
  )
  insert into journal_line (company_id, entry_id, line_no, account_code, role, debit, credit, currency, amount, rate, party_id)
  select $1, made.entry_id, l.line_no, r.account_code, r.role, greatest(l.sign * amount, 0), greatest(-l.sign * amount, 0), 'USD', l.sign * amount, 1, customer_id
  from made, (values (1, 'receivable', 1), (2, 'opening-balance', -1)) l(line_no, role, sign) join account_role r on r.company_id = $1 and r.role = l.role`;

const COUNT_UP = `
  insert into number_series as s (company_id, series, year, last_number) values ($1, $2, $3, $4)
  on conflict (company_id, series, year) do update set last_number = s.last_number + excluded.last_number`;

const SEALED = `
  select coalesce(bool_and(h.last_number = s.last_number), true) as done from number_series s
  left join seal_head h on h.company_id = s.company_id and h.journal = s.series and h.fiscal_year = s.year
  where s.company_id = $1 and s.series in ('SAL', 'STK', 'BNK', 'WAG', 'GEN')`;

/** Rows of inventory: transfers of ten lines from one place to another and back, so that nothing is elsewhere afterwards. */
const TRANSFERS = `
  with item as (
    select item_id, value / on_hand as cost, row_number() over (order by item_id) - 1 as at, count(*) over () as many from stock_level where company_id = $1 and location_id = $3
  ), document as (
    select d, uuidv7() as id, case d % 2 when 0 then $3::uuid else $4::uuid end as source, case d % 2 when 0 then $4::uuid else $3::uuid end as target
    from generate_series(0, $2::int / 10 - 1) d
  ), told as (
    insert into stock_transfer (company_id, id, from_location_id, to_location_id, transferred_on, recorded_at) select $1, id, source, target, current_date, now() from document
  )
  insert into stock_move (company_id, id, item_id, from_location_id, to_location_id, quantity, cost, kind, document_id, line_no, document_on, posted_on, recorded_at)
  select $1, uuidv7(), item_id, source, target, 1, cost, 'transfer', document.id, line_no, current_date, current_date, now()
  from document cross join generate_series(1, 10) line_no join item on item.at = (d / 2 * 10 + line_no) % item.many`;

const LINES_OF_AN_ENTRY = 4;
const LINES_OF_AN_OPENING = 2;

/**
 * So many lines in the ledger of a company: half of them people's entries, half open receivables. Rows as posting leaves
 * them, numbers drawn from the series; totals and seals are the service's own work, as for any entry.
 */
export async function writeLedger(client: pg.Client, companyId: string, lines: number, accounts: readonly string[]): Promise<void> {
  const year = new Date().getUTCFullYear();
  const [entries, documents] = [lines / 2 / LINES_OF_AN_ENTRY, lines / 2 / LINES_OF_AN_OPENING];
  await client.query('begin');
  await client.query(ENTRIES, [companyId, entries, year, accounts]);
  await client.query(COUNT_UP, [companyId, 'GEN', year, entries]);
  await client.query(RECEIVABLES, [companyId, documents, year]);
  await client.query(COUNT_UP, [companyId, 'GEN', year, documents]);
  await client.query(COUNT_UP, [companyId, 'ADJ', year, documents]);
  await client.query('commit');
  await client.query('analyze');
}

/** How many customers of a company the service knows. */
export async function knownCustomers(client: pg.Client, companyId: string): Promise<number> {
  const { rows } = await client.query<{ known: number }>('select count(*)::int as known from customer_copy where company_id = $1', [companyId]);
  return rows[0]!.known;
}

/** Whether the service has sealed all that was posted, and so has added it to the totals that reports read. */
export async function isSealed(client: pg.Client, companyId: string): Promise<boolean> {
  const { rows } = await client.query<{ done: boolean }>(SEALED, [companyId]);
  return rows[0]!.done;
}

/** So many moves of a company's stock between two places; they end where they began. */
export async function writeMoves(client: pg.Client, companyId: string, moves: number, from: string, to: string): Promise<void> {
  await client.query(TRANSFERS, [companyId, moves, from, to]);
  await client.query('analyze');
}
