import { BackgroundLoop, LOGGER } from '@millrace/chassis';
import { Decimal, groupBy } from '@millrace/kernel';
import { arrayLiteral, Database, statement, type Transaction } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { JournalEntry, JournalLine } from '../domain/journal-entry.js';
import { genesis, seal } from '../domain/seal.js';

const BATCH = 1_000;
/** Journals of one round, beside those that fail: these would otherwise fill it when there are many. */
const CHAINS = 100;

const TO_SEAL = statement('select * from journals_to_seal($1)');
const ADD_HEAD = statement('insert into seal_head (company_id, journal, fiscal_year, last_number, hash) values ($1, $2, $3, 0, $4) on conflict do nothing');
const LOCK_HEAD = statement('select last_number, hash from seal_head where company_id = $1 and journal = $2 and fiscal_year = $3 for update skip locked');
const ENTRIES = statement('select * from journal_entry where company_id = $1 and journal = $2 and fiscal_year = $3 and number > $4 order by number limit $5');
const LINES = statement(`
  select l.* from journal_line l join journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
  where e.company_id = $1 and e.journal = $2 and e.fiscal_year = $3 and e.number > $4 and e.number <= $5 order by l.entry_id, l.line_no`);
const ADD_SEALS = statement(`
  insert into entry_seal (company_id, journal, fiscal_year, number, entry_id, hash)
  select $1, $2, $3, u.number, u.entry_id, u.hash from unnest($4::bigint[], $5::uuid[], $6::text[]) as u(number, entry_id, hash)`);
const MOVE_HEAD = statement('update seal_head set last_number = $4, hash = $5 where company_id = $1 and journal = $2 and fiscal_year = $3');
const ADD_DAYS = statement(`
  insert into account_day as d (company_id, account_code, posted_on, debit, credit)
  select $1, u.account_code, u.posted_on, u.debit, u.credit from unnest($2::text[], $3::date[], $4::numeric[], $5::numeric[]) as u(account_code, posted_on, debit, credit)
  order by u.account_code, u.posted_on
  on conflict (company_id, account_code, posted_on) do update set debit = d.debit + excluded.debit, credit = d.credit + excluded.credit`);

type Chain = Readonly<{ company_id: string; journal: string; fiscal_year: number }>;

/**
 * Seals posted entries within seconds, in the order of their numbers, and adds them to the totals that reports read.
 *
 * A journal's head is locked, so one process at a time seals it. Numbers are gapless and committed in their order, so
 * what lies behind the head is exactly what is not sealed yet.
 */
@Injectable()
export class LedgerSealer extends BackgroundLoop {
  private failing: ReadonlySet<string> = new Set();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LOGGER) logger: Logger,
  ) {
    super(logger, 'the ledger could not be sealed, trying again');
  }

  protected round(): Promise<unknown> {
    return this.sealAll();
  }

  /** Seals all there is; a journal that cannot be sealed is told of and holds up no other. @returns how many entries. */
  async sealAll(): Promise<number> {
    let sealed = 0;
    const failing = new Set<string>();
    for (const chain of await this.database.query<Chain>(TO_SEAL, [CHAINS + this.failing.size])) {
      try {
        for (let count = BATCH; count === BATCH && !this.stopping; ) {
          count = await this.database.transaction(chain.company_id, (tx) => this.sealBatch(tx, chain));
          sealed += count;
        }
      } catch (error) {
        const { company_id: companyId, journal, fiscal_year: fiscalYear } = chain;
        failing.add(`${companyId} ${journal} ${fiscalYear}`);
        this.logger.error({ companyId, journal, fiscalYear, error: String(error) }, 'this journal could not be sealed, trying again');
      }
    }
    this.failing = failing;
    return sealed;
  }

  private async sealBatch(tx: Transaction, { company_id, journal, fiscal_year }: Chain): Promise<number> {
    const chain = [company_id, journal, fiscal_year];
    tx.send(ADD_HEAD, [...chain, genesis(company_id, journal, fiscal_year)]);
    const [head] = await tx.query<{ last_number: number; hash: string }>(LOCK_HEAD, chain);
    if (!head) return 0; // Another process is at it.
    const entries = (await tx.query<Record<string, unknown>>(ENTRIES, [...chain, head.last_number, BATCH])).map((row) => tx.table(JournalEntry).read(row));
    const last = entries.at(-1);
    if (!last) return 0;
    const lines = (await tx.query<Record<string, unknown>>(LINES, [...chain, head.last_number, last.number])).map((row) => tx.table(JournalLine).read(row));
    const linesOf = groupBy(lines, (line) => line.entryId);
    let { hash } = head;
    const hashes = entries.map((entry) => {
      entry.lines = linesOf.get(entry.id) ?? [];
      hash = seal(hash, entry);
      return hash;
    });
    tx.send(ADD_SEALS, [
      ...chain,
      arrayLiteral(
        entries.map((entry) => entry.number),
        false,
      ),
      arrayLiteral(
        entries.map((entry) => entry.id),
        false,
      ),
      arrayLiteral(hashes, false),
    ]);
    tx.send(MOVE_HEAD, [...chain, last.number, hash]);
    this.addToDays(tx, company_id, entries);
    return entries.length;
  }

  private addToDays(tx: Transaction, companyId: string, entries: readonly JournalEntry[]): void {
    const days = [
      ...groupBy(
        entries.flatMap((entry) => entry.lines.map((line) => ({ line, on: entry.postedOn }))),
        ({ line, on }) => `${line.accountCode} ${on}`,
      ).values(),
    ];
    const sum = (group: (typeof days)[number], side: 'debit' | 'credit') => group.reduce((total, { line }) => total.plus(line[side]), new Decimal(0)).toFixed();
    tx.send(ADD_DAYS, [
      companyId,
      arrayLiteral(
        days.map((group) => group[0]!.line.accountCode),
        true,
      ),
      arrayLiteral(
        days.map((group) => group[0]!.on),
        false,
      ),
      arrayLiteral(
        days.map((group) => sum(group, 'debit')),
        false,
      ),
      arrayLiteral(
        days.map((group) => sum(group, 'credit')),
        false,
      ),
    ]);
  }
}
