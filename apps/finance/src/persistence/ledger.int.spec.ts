import { localDate, Money, newId } from '@millrace/kernel';
import { MESSAGING_MIGRATIONS, UnitOfWork } from '@millrace/messaging';
import { Database, statement } from '@millrace/persistence';
import { createTestDatabase, eventually, FixedClock, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { definition } from '../definition.js';
import { defaultChart } from '../domain/chart.js';
import { CompanyCopy } from '../domain/company.js';
import type { Draft } from '../domain/journal-entry.js';
import { AccountingPeriod, periodsOfYear, type PostingDate } from '../domain/period.js';
import { LedgerRepository } from './ledger.repository.js';

const TODAY = '2026-11-02';
const gbp = (amount: string) => Money.of(amount, 'GBP');
const NUMBERS = statement(`select number from journal_entry where company_id = $1 order by number`);
const DATES = statement(`select document_on, posted_on, fiscal_year from journal_entry where company_id = $1 order by id`);
const YEARS = statement(`
  select fiscal_year, min(starts_on) as starts_on, max(ends_on) as ends_on, count(*) as periods from accounting_period where company_id = $1 group by 1 order by 1`);

describe('the ledger in its database', () => {
  const ledgers = new LedgerRepository(FixedClock.at(`${TODAY}T10:00:00Z`));
  let finance: TestDatabase;
  let owner: Database;
  let companyId: string;

  beforeAll(async () => {
    finance = await createTestDatabase(inject('servers'), 'finance', definition.mappings, [...MESSAGING_MIGRATIONS, ...definition.migrations]);
    owner = Database.open(finance.owner, definition.mappings);
  });
  afterAll(() => Promise.all([finance.database.close(), owner.close()]));

  beforeEach(async () => {
    companyId = newId();
    const { accounts, roles } = defaultChart(companyId);
    const company = { companyId, country: 'GB', timeZone: 'Europe/London', baseCurrency: 'GBP', taxRounding: 'document', sequence: 1 };
    await write((tx) => {
      tx.insert(Object.assign(new CompanyCopy(), company), ...accounts, ...roles, ...yearOf(2026));
    });
  });

  const yearOf = (year: number) => periodsOfYear(companyId, localDate(`${year}-01-01`), localDate(`${year}-12-31`));
  const write = (work: (tx: UnitOfWork) => Promise<void> | void) => finance.database.transactionOf(UnitOfWork, companyId, async (tx) => work(tx));
  const read = <Row extends object>(query: ReturnType<typeof statement>) => finance.database.transaction(companyId, (tx) => tx.query<Row>(query, [companyId]));
  const receipt = (date: PostingDate): Draft => ({
    journal: 'STK',
    source: 'receipt',
    sourceId: newId(),
    description: 'Goods received',
    date,
    recordedAt: new Date(),
    lines: [
      { role: 'inventory', amount: gbp('12.80') },
      { role: 'opening-balance', amount: gbp('-12.80') },
    ],
  });
  const postFact = (on: string, before: () => Promise<void> | void = () => {}) =>
    write(async (tx) => {
      const ledger = (await ledgers.open(tx, companyId, [on]))!;
      ledger.post(tx, receipt(ledger.dateOfFact(localDate(on))));
      await before();
    });
  const close = (startsOn: string) =>
    write(async (tx) => {
      const rows = await tx.query<Record<string, unknown>>(statement(`select * from accounting_period where starts_on = $1 for update`), [startsOn]);
      const period = Object.assign(tx.table(AccountingPeriod).read(rows[0]!), { state: 'closed' as const });
      tx.table(AccountingPeriod).update(tx, [period], 'state');
    });

  it('keeps numbers gapless when twenty post at once and every third fails', async () => {
    const tries = Array.from({ length: 30 }, (_, index) =>
      postFact(TODAY, () => {
        if (index % 3 === 0) throw new Error('it failed after all');
      }),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    expect((await read<{ number: number }>(NUMBERS)).map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('keeps numbers gapless when a commit fails after the number was drawn', async () => {
    const drawnAndLost = write(async (tx) => {
      const ledger = (await ledgers.open(tx, companyId, [TODAY]))!;
      ledger.post(tx, receipt(ledger.dateOfFact(localDate(TODAY))));
      await tx.flush();
      throw new Error('the process went away');
    });
    await expect(drawnAndLost).rejects.toThrow('went away');
    await postFact(TODAY);
    expect(await read(NUMBERS)).toEqual([{ number: 1 }]);
  });

  it('posts on the day while a period is being closed, and what comes after on the first open day, with both dates', async () => {
    let closing: Promise<void> | undefined;
    await postFact('2026-03-10', async () => {
      closing = close('2026-03-01');
      await eventually(async () => expect(await waiting()).toBe(1)); // It waits for the posting under way.
    });
    await closing;
    await postFact('2026-03-10');
    expect(await read(DATES)).toEqual([
      { document_on: '2026-03-10', posted_on: '2026-03-10', fiscal_year: 2026 },
      { document_on: '2026-03-10', posted_on: '2026-04-01', fiscal_year: 2026 },
    ]);
  });

  const waiting = async () =>
    (
      await finance.database.query<{ n: number }>(
        statement(`select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`),
      )
    )[0]!.n;

  it('opens the year of a fact that lies between two fiscal years, once for many at once', async () => {
    await write((tx) => tx.insert(...yearOf(2010)));
    await Promise.all(['2011-01-03', '2011-12-31', '2011-01-03', '2011-06-30'].map((on) => postFact(on)));
    const [first] = await read<{ posted_on: string; fiscal_year: number }>(DATES);
    expect(first).toMatchObject({ fiscal_year: 2011 });
    expect(await read(YEARS)).toMatchObject([
      { fiscal_year: 2010, periods: 12 },
      { fiscal_year: 2011, starts_on: '2011-01-01', ends_on: '2011-12-31', periods: 12 },
      { fiscal_year: 2026, periods: 12 },
    ]);
  });

  it('goes on in the next year when every period is closed', async () => {
    await write((tx) => tx.send(statement(`update accounting_period set state = 'closed'`)));
    await postFact('2026-06-15');
    expect(await read(DATES)).toEqual([{ document_on: '2026-06-15', posted_on: '2027-01-01', fiscal_year: 2027 }]);
  });

  it("opens no year for a person's slip, and the years up to today for what is posted today", async () => {
    const years = async (on?: string) => {
      await write(async (tx) => void (await ledgers.open(tx, companyId, [], [on])));
      return (await read<{ fiscal_year: number }>(YEARS)).map(({ fiscal_year }) => fiscal_year);
    };
    expect(await years('2999-12-31')).toEqual([2026]);
    await owner.query(statement('delete from accounting_period where company_id = $1'), [companyId]);
    await write((tx) => tx.insert(...yearOf(2024)));
    expect(await years('2023-12-31')).toEqual([2024, 2025, 2026]);
    await owner.query(statement('delete from accounting_period where company_id = $1 and fiscal_year = 2025'), [companyId]);
    expect(await years('2025-06-01')).toEqual([2024, 2026]);
  });
});
