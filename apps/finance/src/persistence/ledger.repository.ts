import { CompanyCreated, type ReceivedEvent } from '@millrace/contracts';
import { assert, Clock, type LocalDate, type Refusal } from '@millrace/kernel';
import { PermanentError, type UnitOfWork } from '@millrace/messaging';
import { AmountType, defineEntity, p, PriceType, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import type { AccountRoleName } from '../domain/chart.js';
import { CompanyCopy, type TaxRounding } from '../domain/company.js';
import { type Draft, type EntrySource, type Journal, JournalEntry, journalEntry, JournalLine } from '../domain/journal-entry.js';
import { type AccountingPeriod, type PostingDate, postingDateOfFact } from '../domain/period.js';
import { fiscalYearMissing, periodClosed } from '../domain/refusals.js';
import { firstOpenPeriods, openYearsFor, periodsWith } from './accounting-period.repository.js';

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
    role: p.text().$type<AccountRoleName>().nullable(),
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
    private readonly persons: readonly LocalDate[],
    private readonly today: LocalDate,
  ) {}

  /**
   * Dates of facts that no open period has, and today when a person posts up to now and no period has it yet. What else
   * a person gives opens nothing: it may be a slip.
   */
  withoutPeriod(facts: readonly string[]): LocalDate[] {
    const { openPeriods, namedPeriods, persons, today } = this;
    const late = facts.filter((on) => !openPeriods.some((each) => each.contains(on as LocalDate)));
    const has = (on: LocalDate) => namedPeriods.some((each) => each.contains(on));
    const needsToday = !has(today) && persons.some((on) => on <= today && !has(on));
    return [...late, ...(needsToday ? [today] : [])] as LocalDate[];
  }

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

  /** The books know one currency, and a figure of another would be booked at par. @throws PermanentError for any other one. */
  requireBase(currency: string): void {
    const { baseCurrency } = this.company;
    if (currency !== baseCurrency) throw new PermanentError('currency-mismatch', `the figures are in ${currency}, the books in ${baseCurrency}`);
  }

  accountOf(role: AccountRoleName): string {
    const code = this.accounts.get(role);
    assert(code, `no account is named for ${role}`);
    return code;
  }

  /** Posts an entry with the next number of its journal. @returns undefined when there is nothing to post. */
  post(tx: UnitOfWork, draft: Draft): JournalEntry | undefined {
    for (const { amount } of draft.lines) this.requireBase(amount.currency);
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
   * Where a fact's date lies in no fiscal year, that year is opened; for people the years up to today are.
   *
   * @returns undefined when the company is not known yet.
   */
  async open(tx: UnitOfWork, companyId: string, facts: readonly string[], given: readonly (string | undefined)[] = []): Promise<Ledger | undefined> {
    const ledger = await this.look(tx, companyId, facts, given);
    const missing = ledger?.withoutPeriod(facts) ?? [];
    return missing.length > 0 && (await openYearsFor(tx, companyId, missing)) ? this.look(tx, companyId, facts, given) : ledger;
  }

  /** The same for a group of events: they wait when their company is not known yet. */
  async openFor(tx: UnitOfWork, events: readonly ReceivedEvent[], facts: readonly string[]): Promise<Ledger | undefined> {
    const { companyId } = events[0]!;
    const ledger = await this.open(tx, companyId, facts);
    if (!ledger) for (const event of events) tx.waitFor(event, CompanyCreated, companyId);
    return ledger;
  }

  private async look(tx: UnitOfWork, companyId: string, facts: readonly string[], given: readonly (string | undefined)[]): Promise<Ledger | undefined> {
    const [company, roles, open] = await Promise.all([
      tx.query<Record<string, unknown>>(COMPANY, [companyId]),
      tx.query<{ role: AccountRoleName; account_code: string }>(ROLES, [companyId]),
      firstOpenPeriods(tx, companyId, facts),
    ]);
    if (!company[0]) return undefined;
    const today = this.clock.today(String(company[0].time_zone));
    const persons = given.map((date) => (date ?? today) as LocalDate);
    const named = await periodsWith(tx, companyId, persons.length > 0 ? [...persons, today] : []);
    const accounts = new Map(roles.map((row) => [row.role, row.account_code]));
    return new Ledger(tx.table(CompanyCopy).read(company[0]), accounts, open, named, persons, today);
  }
}
