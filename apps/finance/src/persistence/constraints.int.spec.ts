import { Decimal, localDate, newId } from '@millrace/kernel';
import { MESSAGING_MIGRATIONS, UnitOfWork } from '@millrace/messaging';
import { type Statement, statement } from '@millrace/persistence';
import { createTestDatabase, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { definition } from '../definition.js';
import { defaultChart } from '../domain/chart.js';
import { CompanyCopy } from '../domain/company.js';
import { JournalEntry, JournalLine } from '../domain/journal-entry.js';
import { periodsOfYear } from '../domain/period.js';
import { defaultTaxRules } from '../domain/tax-rates.js';

const PAYMENT = statement(`
  insert into payment (company_id, id, number, customer_id, received_on, posted_on, currency, amount, open_amount, entry_id, recorded_at, version)
  values ($1, $2, 'PAY-2026-000001', $2, '2026-11-02', '2026-11-02', 'GBP', 10, 10, $2, now(), 1)`);

describe('the database of finance', () => {
  const companyId = newId();
  let finance: TestDatabase;
  let number = 0;

  beforeAll(async () => {
    finance = await createTestDatabase(inject('servers'), 'finance', definition.mappings, [...MESSAGING_MIGRATIONS, ...definition.migrations]);
    const { accounts, roles } = defaultChart(companyId);
    const company = { companyId, country: 'GB', timeZone: 'Europe/London', baseCurrency: 'GBP', taxRounding: 'document', sequence: 1 };
    const periods = periodsOfYear(companyId, localDate('2026-01-01'), localDate('2026-12-31'));
    await write((tx) => tx.insert(Object.assign(new CompanyCopy(), company), ...accounts, ...roles, ...periods, ...defaultTaxRules(companyId, 'GB')));
    await write((tx) => tx.send(PAYMENT, [companyId, newId()]));
  });
  afterAll(() => finance.database.close());

  const write = (work: (tx: UnitOfWork) => void) => finance.database.transactionOf(UnitOfWork, companyId, async (tx) => work(tx));
  const run = (query: Statement, values: readonly unknown[] = []) => write((tx) => tx.send(query, values));

  function entry(...lines: readonly [account: string, amount: string][]): [JournalEntry, ...JournalLine[]] {
    const [id, on] = [newId(), localDate('2026-11-02')];
    const fields = {
      journal: 'GEN',
      fiscalYear: 2026,
      number: ++number,
      postedOn: on,
      documentOn: on,
      recordedAt: new Date(),
      source: 'manual',
      sourceId: newId(),
    };
    const posted = Object.assign(new JournalEntry(), { companyId, id, ...fields, description: 'Rent', reversesId: null });
    const booked = lines.map(([accountCode, signed], index) => {
      const amount = new Decimal(signed);
      const sides = { debit: Decimal.max(amount, 0), credit: Decimal.max(amount.negated(), 0) };
      const rest = { currency: 'GBP', rate: new Decimal(1), role: null, partyId: null, costCentre: null, text: null };
      return Object.assign(new JournalLine(), { companyId, entryId: id, lineNo: index + 1, accountCode, amount, ...sides, ...rest });
    });
    return [posted, ...booked];
  }

  it('takes an entry that balances', async () => {
    await expect(write((tx) => tx.insert(...entry(['1000', '10.00'], ['3100', '-6.00'], ['3900', '-4.00'])))).resolves.toBeUndefined();
  });

  it.each<[what: string, lines: [string, string][], constraint: string]>([
    [
      'does not balance',
      [
        ['1000', '10.00'],
        ['3100', '-9.99'],
      ],
      'journal_entry_balances',
    ],
    ['has no lines', [], 'journal_entry_balances'],
    [
      'names an account that is not there',
      [
        ['1000', '10.00'],
        ['9999', '-10.00'],
      ],
      'journal_line_account',
    ],
  ])('refuses an entry that %s', async (_what, lines, constraint) => {
    await expect(write((tx) => tx.insert(...entry(...lines)))).rejects.toMatchObject({ constraint });
  });

  it('refuses one bad entry among a thousand, and all of them with it', async () => {
    const good = Array.from({ length: 999 }, () => entry(['1000', '10.00'], ['3100', '-10.00']));
    const before = await count();
    await expect(write((tx) => tx.insert(...good.flat(), ...entry(['1000', '10.00'], ['3100', '-10.01'])))).rejects.toMatchObject({ code: '23514' });
    expect(await count()).toBe(before);
  });

  const count = async () =>
    (await finance.database.transaction(companyId, (tx) => tx.query<{ n: number }>(statement('select count(*) as n from journal_entry'))))[0]!.n;

  it('refuses lines of no entry', async () => {
    const [, ...lines] = entry(['1000', '10.00'], ['3100', '-10.00']);
    await expect(write((tx) => tx.insert(...lines))).rejects.toMatchObject({ constraint: 'journal_line_entry' });
  });

  it('refuses two periods or two tax rules on one day, and takes one on the day after', async () => {
    const year = (from: string, to: string) => periodsOfYear(companyId, localDate(from), localDate(to));
    await expect(write((tx) => tx.insert(...year('2026-12-31', '2027-01-31')))).rejects.toMatchObject({ constraint: 'accounting_period_one_a_day' });
    await write((tx) => tx.insert(...year('2027-01-01', '2027-01-31')));
    const [rule] = defaultTaxRules(companyId, 'GB');
    const again = (validFrom: string, validTo: string) => Object.assign(rule!, { id: newId(), validFrom: localDate(validFrom), validTo: localDate(validTo) });
    await expect(write((tx) => tx.insert(again('2009-01-01', '2010-01-01')))).rejects.toMatchObject({ constraint: 'tax_rule_one_a_day' });
    await write((tx) => tx.insert(again('2009-01-01', '2009-12-31')));
  });

  it.each([
    'update payment set amount = 11',
    'delete from payment',
    'update customer_invoice set gross_total = 0',
    'update customer_invoice set number = $1',
    'update credit_note set tax_total = 0',
    'update receivable_adjustment set amount = 1',
    'update payroll_posting set net_total = 0',
    `update ledger_account set control = 'tax'`,
    'delete from accounting_period',
    'update tax_rule set rate = 0',
  ])('denies the service: %s', async (sql) => {
    await expect(run(statement(sql.replace('$1', `'x'`)))).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    'update payment set open_amount = 4, version = 2',
    'update customer_invoice set open_amount = 0, paid_on = null, version = 2',
    'update credit_note set open_amount = 0',
    `update accounting_period set state = 'closed'`,
    'update tax_rule set valid_to = null where false',
    `update account_role set account_code = '1000' where role = 'bank'`,
  ])('lets the service: %s', async (sql) => {
    await expect(run(statement(sql))).resolves.toBeUndefined();
  });
});
