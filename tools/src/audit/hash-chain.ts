import { createHash } from 'node:crypto';
import type { AuditDatabases } from './audit-databases.js';
import { type Difference, type Finding, LISTED } from './finding.js';

const BATCH = 5_000;
const SEAL_VERSION = 1;

const ENTRIES = `
  select e.id, e.number, e.posted_on::text, e.document_on::text, e.source, e.source_id, e.description, e.reverses_id, k.hash, k.entry_id as sealed_id
  from journal_entry e left join entry_seal k on k.company_id = e.company_id and k.journal = e.journal and k.fiscal_year = e.fiscal_year and k.number = e.number
  where e.company_id = $1 and e.journal = $2 and e.fiscal_year = $3 and e.number > $4 order by e.number limit ${BATCH}`;
const LINES = `
  select l.entry_id, l.line_no, l.account_code, l.debit::text, l.credit::text, l.currency, l.amount::text, l.rate::text, l.party_id, l.cost_centre, l.text
  from journal_line l join journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
  where e.company_id = $1 and e.journal = $2 and e.fiscal_year = $3 and e.number > $4 and e.number <= $5 order by l.entry_id, l.line_no`;

type Chain = { company_id: string; journal: string; fiscal_year: number };
type Entry = {
  id: string;
  number: string;
  posted_on: string;
  document_on: string;
  source: string;
  source_id: string;
  description: string;
  reverses_id: string | null;
  hash: string | null;
};
type Line = {
  entry_id: string;
  line_no: number;
  account_code: string;
  debit: string;
  credit: string;
  currency: string;
  amount: string;
  rate: string;
  party_id: string | null;
  cost_centre: string | null;
  text: string | null;
};

/** Works the seals of the ledger out again, from the rows alone: a row that was changed afterwards breaks the chain there. */
export async function checkHashChain(databases: AuditDatabases): Promise<Finding> {
  const chains = await databases.query<Chain>('finance', 'select distinct company_id, journal, fiscal_year from journal_entry order by 1, 2, 3');
  const differences: Difference[] = [];
  let compared = 0;
  for (const chain of chains) {
    const result = await followChain(databases, chain);
    compared += result.compared;
    if (result.difference) differences.push(result.difference);
  }
  return { invariant: 'I10', title: 'hash chain of the ledger whole', compared, differences: differences.slice(0, LISTED) };
}

async function followChain(databases: AuditDatabases, chain: Chain): Promise<{ compared: number; difference?: Difference }> {
  const key = [chain.company_id, chain.journal, chain.fiscal_year];
  let hash = digest(['millrace', SEAL_VERSION, ...key]);
  let after = 0;
  for (let compared = 0; ; ) {
    const entries = await databases.query<Entry>('finance', ENTRIES, [...key, after]);
    if (entries.length === 0) return { compared };
    const last = Number(entries.at(-1)!.number);
    const lines = Map.groupBy(await databases.query<Line>('finance', LINES, [...key, after, last]), (line) => line.entry_id);
    for (const entry of entries) {
      hash = digest(contentOf(hash, entry, chain, lines.get(entry.id) ?? []));
      compared += 1;
      if (entry.hash !== hash) {
        const found = entry.hash === null ? 'not sealed' : `seal ${entry.hash.slice(0, 16)}…`;
        return {
          compared,
          difference: {
            what: `entry ${chain.journal} ${entry.number} of ${chain.fiscal_year}: ${entry.source} ${entry.source_id}`,
            expected: `seal ${hash.slice(0, 16)}…`,
            found,
          },
        };
      }
    }
    after = last;
  }
}

function contentOf(previous: string, entry: Entry, { journal, fiscal_year }: Chain, lines: readonly Line[]): unknown[] {
  const told = lines.map((line) => [
    line.line_no,
    line.account_code,
    plain(line.debit),
    plain(line.credit),
    line.currency,
    plain(line.amount),
    plain(line.rate),
    line.party_id,
    line.cost_centre,
    line.text,
  ]);
  return [
    previous,
    entry.id,
    journal,
    fiscal_year,
    Number(entry.number),
    entry.posted_on,
    entry.document_on,
    entry.source,
    entry.source_id,
    entry.description,
    entry.reverses_id,
    told,
  ];
}

/** Without trailing zeros. */
const plain = (decimal: string) => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

const digest = (content: unknown) => createHash('sha256').update(JSON.stringify(content)).digest('hex');
