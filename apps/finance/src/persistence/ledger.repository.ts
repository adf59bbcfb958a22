import { CompanyCreated, type ReceivedEvent } from '@millrace/contracts';
import { assert, Clock, type LocalDate, type Refusal, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { AmountType, arrayLiteral, defineEntity, p, PriceType, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { AccountRole, type AccountRoleName, LedgerAccount } from '../domain/chart.js';
import { CompanyCopy, type TaxRounding } from '../domain/company.js';
import { type Draft, type EntrySource, type Journal, JournalEntry, journalEntry, JournalLine } from '../domain/journal-entry.js';
import { AccountingPeriod, nextYear, periodsOfYear, type PostingDate, postingDateOfFact } from '../domain/period.js';
import { fiscalYearMissing, periodClosed } from '../domain/refusals.js';

export const CompanyCopySchema = defineEntity({
  class: CompanyCopy,
  tableName: 'company_copy',
  properties: {
    companyId: p.uuid().primary(),
    country: p.text(),
    timeZone: p.text(),
    baseCurrency: p.text(),
    taxRounding: p.text().$type<TaxRounding>(),
    sequence: p.bigint('number'),
  },
});

export const LedgerAccountSchema = defineEntity({
  class: LedgerAccount,
  tableName: 'ledger_account',
  properties: {
    companyId: p.uuid().primary(),
    code: p.text().primary(),
    name: p.text(),
    kind: p.text().$type<LedgerAccount['kind']>(),
    control: p.text().$type<NonNullable<LedgerAccount['control']>>().nullable(),
    active: p.boolean(),
  },
});

export const AccountRoleSchema = defineEntity({
  class: AccountRole,
  tableName: 'account_role',
  properties: { companyId: p.uuid().primary(), role: p.text().$type<AccountRoleName>().primary(), accountCode: p.text() },
});

export const AccountingPeriodSchema = defineEntity({
  class: AccountingPeriod,
  tableName: 'accounting_period',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    fiscalYear: p.integer(),
    startsOn: p.date().$type<LocalDate>(),
    endsOn: p.date().$type<LocalDate>(),
    state: p.text().$type<AccountingPeriod['state']>(),
    version: p.integer(),
  },
});

export const JournalEntrySchema = defineEntity({
  class: JournalEntry,
  tableName: 'journal_entry',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    journal: p.text().$type<Journal>(),
    fiscalYear: p.integer(),
    number: p.bigint('number'),
    postedOn: p.date().$type<LocalDate>(),
    documentOn: p.date().$type<LocalDate>(),
    recordedAt: p.datetime(),
    source: p.text().$type<EntrySource>(),
    sourceId: p.uuid(),
    description: p.text(),
    reversesId: p.uuid().nullable(),
  },
});

export const JournalLineSchema = defineEntity({
  class: JournalLine,
  tableName: 'journal_line',
  properties: {
    companyId: p.uuid().primary(),
    entryId: p.uuid().primary(),
    lineNo: p.integer().primary(),
    accountCode: p.text(),
    debit: p.type(AmountType),
    credit: p.type(AmountType),
    currency: p.text(),
    amount: p.type(AmountType),
    rate: p.type(PriceType),
    partyId: p.uuid().nullable(),
    costCentre: p.text().nullable(),
    text: p.text().nullable(),
  },
});

const COMPANY = statement('select * from company_copy where company_id = $1');
const ROLES = statement('select role, account_code from account_role where company_id = $1');

// Shared locks: postings go on side by side, and closing a period waits for those under way.
const FIRST_OPEN = statement(`
  select p.* from unnest($2::date[]) as d(document_on)
  cross join lateral (
    select * from accounting_period p where p.company_id = $1 and p.state = 'open' and p.ends_on >= d.document_on order by p.starts_on limit 1 for share
  ) p`);
const CONTAINING = statement(`
  select p.* from accounting_period p join unnest($2::date[]) as d(posted_on) on d.posted_on between p.starts_on and p.ends_on
  where p.company_id = $1 order by p.starts_on for share of p`);
const LAST_DAY = statement('select max(ends_on) as ends_on from accounting_period where company_id = $1');
const ADD_PERIODS = statement(`
  insert into accounting_period (company_id, id, fiscal_year, starts_on, ends_on, state, version)
  select $1, u.id, u.fiscal_year, u.starts_on, u.ends_on, 'open', 1 from unnest($2::uuid[], $3::int[], $4::date[], $5::date[]) as u(id, fiscal_year, starts_on, ends_on)
  order by u.starts_on on conflict do nothing`);

/** Between the look at the periods and their lock one was closed. */
class PeriodsChanged extends Error {
  readonly code = '40001';
}

/** A company's ledger, open for one transaction: its accounts, its open periods, and what is posted. */
export class Ledger {
  constructor(
    readonly company: CompanyCopy,
    private readonly accounts: ReadonlyMap<AccountRoleName, string>,
    private readonly openPeriods: readonly AccountingPeriod[],
    private readonly namedPeriods: readonly AccountingPeriod[],
  ) {}

  /** A fact counts on its date, or on the first open day after it. */
  dateOfFact(documentOn: LocalDate): PostingDate {
    const date = postingDateOfFact(documentOn, this.openPeriods);
    if (!date) throw new PeriodsChanged(`no open period was found for ${documentOn}`);
    return date;
  }

  /** A person's date must lie in an open period. */
  dateOfPerson(on: LocalDate): PostingDate | Refusal {
    const period = this.namedPeriods.find((each) => each.contains(on));
    if (!period) return fiscalYearMissing(on);
    if (period.state !== 'open') return periodClosed(on);
    return { documentOn: on, postedOn: on, fiscalYear: period.fiscalYear };
  }

  accountOf(role: AccountRoleName): string {
    const code = this.accounts.get(role);
    assert(code, `no account is named for ${role}`);
    return code;
  }

  /** Posts an entry with the next number of its journal. @returns undefined when there is nothing to post. */
  post(tx: UnitOfWork, draft: Draft): JournalEntry | undefined {
    const entry = journalEntry(draft, this.company.companyId, (role) => this.accountOf(role));
    if (!entry) return undefined;
    tx.takeNumber(entry.journal, entry.fiscalYear, (number) => {
      entry.number = number;
      tx.insert(entry, ...entry.lines);
    });
    return entry;
  }

  /** Takes the next number of a series of documents: "INV-2010-000001". */
  numberDocument(tx: UnitOfWork, series: string, date: PostingDate, use: (number: string) => void): void {
    tx.takeNumber(series, date.fiscalYear, (number) => use(`${series}-${date.fiscalYear}-${String(number).padStart(6, '0')}`));
  }
}

@Injectable()
export class LedgerRepository {
  constructor(private readonly clock: Clock) {}

  /**
   * Opens a company's ledger for the dates of some facts, and of what people want to post (today where they give none).
   * A date after the last fiscal year opens the years up to it.
   *
   * @returns undefined when the company is not known yet.
   */
  async open(tx: UnitOfWork, companyId: string, facts: readonly string[], given: readonly (string | undefined)[] = []): Promise<Ledger | undefined> {
    const [company, roles, last] = await Promise.all([
      tx.query<Record<string, unknown>>(COMPANY, [companyId]),
      tx.query<{ role: AccountRoleName; account_code: string }>(ROLES, [companyId]),
      tx.query<{ ends_on: LocalDate | null }>(LAST_DAY, [companyId]),
    ]);
    if (!company[0]) return undefined;
    const today = this.clock.today(String(company[0].time_zone));
    const persons = given.map((date) => date ?? today);
    const dates = [...facts, ...persons];
    if (last[0]?.ends_on) this.openYears(tx, companyId, last[0].ends_on, dates);
    const read = (rows: readonly object[]) => rows.map((row) => tx.table(AccountingPeriod).read(row as Record<string, unknown>));
    const [open, named] = await Promise.all([
      facts.length > 0 ? tx.query(FIRST_OPEN, [companyId, arrayLiteral(unique(facts), false)]) : [],
      persons.length > 0 ? tx.query(CONTAINING, [companyId, arrayLiteral(unique(persons), false)]) : [],
    ]);
    const accounts = new Map(roles.map((row) => [row.role, row.account_code]));
    const sorted = read(open).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    const ledger = new Ledger(tx.table(CompanyCopy).read(company[0]), accounts, sorted, read(named));
    const closed = facts.some((on) => !postingDateOfFact(on as LocalDate, sorted));
    if (closed && last[0]?.ends_on) return this.openAfterLast(tx, companyId, last[0].ends_on, facts, persons);
    return ledger;
  }

  /** The same for a group of events: they wait when their company is not known yet. */
  async openFor(tx: UnitOfWork, events: readonly ReceivedEvent[], facts: readonly string[]): Promise<Ledger | undefined> {
    const { companyId } = events[0]!;
    const ledger = await this.open(tx, companyId, facts);
    if (!ledger) for (const event of events) tx.waitFor(event, CompanyCreated, companyId);
    return ledger;
  }

  /** Every period there is has been closed: the next fiscal year begins. */
  private openAfterLast(tx: UnitOfWork, companyId: string, last: LocalDate, facts: readonly string[], persons: readonly string[]): Promise<Ledger | undefined> {
    const { startsOn } = nextYear(last);
    this.openYears(tx, companyId, last, [startsOn]);
    return this.open(tx, companyId, facts, persons);
  }

  private openYears(tx: UnitOfWork, companyId: string, last: LocalDate, dates: readonly string[]): void {
    const latest = [...dates].sort().at(-1);
    for (let end = last; latest && latest > end; ) {
      const year = nextYear(end);
      addPeriods(tx, companyId, periodsOfYear(companyId, year.startsOn, year.endsOn));
      end = year.endsOn;
    }
  }
}

/** Adds periods that are not there yet. */
export function addPeriods(tx: UnitOfWork, companyId: string, periods: readonly AccountingPeriod[]): void {
  tx.send(ADD_PERIODS, [
    companyId,
    arrayLiteral(
      periods.map((each) => each.id),
      false,
    ),
    arrayLiteral(
      periods.map((each) => each.fiscalYear),
      false,
    ),
    arrayLiteral(
      periods.map((each) => each.startsOn),
      false,
    ),
    arrayLiteral(
      periods.map((each) => each.endsOn),
      false,
    ),
  ]);
}
