import type { LocalDate } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, defineEntity, p, type Statement, statement } from '@millrace/persistence';
import { AccountingPeriod, periodsOfYear, yearsToOpen } from '../domain/period.js';
import { lockCompany } from './lock-company.js';

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

const ALL = statement('select * from accounting_period where company_id = $1 order by starts_on');

// Shared locks: postings go on side by side, and closing a period waits for those under way.
const FIRST_OPEN = statement(`
  select p.* from unnest($2::date[]) as d(document_on)
  cross join lateral (
    select * from accounting_period p where p.company_id = $1 and p.state = 'open' and p.ends_on >= d.document_on order by p.starts_on limit 1 for share
  ) p`);
const CONTAINING = statement(`
  select p.* from accounting_period p join unnest($2::date[]) as d(posted_on) on d.posted_on between p.starts_on and p.ends_on
  where p.company_id = $1 order by p.starts_on for share of p`);

/** Every period of a company, oldest first. */
export function allPeriods(tx: UnitOfWork, companyId: string): Promise<AccountingPeriod[]> {
  return read(tx, ALL, [companyId]);
}

/** The first open period that ends on each date or later, oldest first; locked against closing. */
export async function firstOpenPeriods(tx: UnitOfWork, companyId: string, dates: readonly string[]): Promise<AccountingPeriod[]> {
  if (dates.length === 0) return [];
  const periods = await read(tx, FIRST_OPEN, [companyId, arrayLiteral([...new Set(dates)], false)]);
  return periods.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}

/** The periods that some dates lie in, open or closed; locked against closing. */
export async function periodsWith(tx: UnitOfWork, companyId: string, dates: readonly string[]): Promise<AccountingPeriod[]> {
  return dates.length === 0 ? [] : read(tx, CONTAINING, [companyId, arrayLiteral([...new Set(dates)], false)]);
}

/** Opens the fiscal years that facts of some dates need, if there are any. @returns whether it did. */
export async function openYearsFor(tx: UnitOfWork, companyId: string, dates: readonly LocalDate[]): Promise<boolean> {
  if (yearsToOpen(await allPeriods(tx, companyId), dates).length === 0) return false;
  await lockCompany(tx, companyId);
  const years = yearsToOpen(await allPeriods(tx, companyId), dates); // Somebody may have been faster.
  tx.table(AccountingPeriod).insert(
    tx,
    years.flatMap(({ startsOn, endsOn }) => periodsOfYear(companyId, startsOn, endsOn)),
  );
  return true;
}

async function read(tx: UnitOfWork, query: Statement, values: readonly unknown[]): Promise<AccountingPeriod[]> {
  return (await tx.query<Record<string, unknown>>(query, values)).map((row) => tx.table(AccountingPeriod).read(row));
}
