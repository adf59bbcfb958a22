import { newId } from '@millrace/kernel';
import { Migration, statement } from '@millrace/persistence';
import { createTestDatabase, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Difference } from './finding.js';
import { BALANCE_RULES } from './ledger-rules.js';

/** As much of finance's tables as the rules read, without anything that would keep bad rows out. */
class Tables extends Migration {
  override up(): void {
    this.addSql('create table company_copy (company_id uuid)');
    this.addSql('create table ledger_account (company_id uuid, code text, kind text)');
    this.addSql('create table journal_entry (company_id uuid, id uuid)');
    this.addSql('create table journal_line (company_id uuid, entry_id uuid, line_no int, account_code text, debit numeric(19,4), credit numeric(19,4))');
  }
}

const CLEAR = statement('delete from journal_line');
const COMPANY = statement('insert into company_copy values ($1)');
const ACCOUNTS = statement(
  `insert into ledger_account select $1::uuid, k, k from unnest('{asset,liability,equity,income,expense}'::text[]) k union all select $1::uuid, '?', 'unheard-of'`,
);
const ENTRY = statement('insert into journal_entry values ($1, $2)');
const LINE = statement('insert into journal_line values ($1, $2, $3, $4, greatest($5::numeric, 0), greatest(-$5::numeric, 0))');

describe('the balance sheet in the audit', () => {
  const [companyId, entryId] = [newId(), newId()];
  let finance: TestDatabase;

  beforeAll(async () => {
    finance = await createTestDatabase(inject('servers'), 'audited', [], [{ name: '1', class: Tables }]);
    for (const [query, values] of [
      [COMPANY, [companyId]],
      [ACCOUNTS, [companyId]],
      [ENTRY, [companyId, entryId]],
    ] as const)
      await finance.database.query(query, values);
  });
  afterAll(() => finance.database.close());
  beforeEach(() => finance.database.query(CLEAR));

  /** What each rule finds in lines of an entry: accounts are named for their kind, debits are above zero. */
  async function found(lines: readonly (readonly [account: string, amount: string])[], entry = entryId): Promise<string[][]> {
    for (const [index, [account, amount]] of lines.entries()) await finance.database.query(LINE, [companyId, entry, index + 1, account, amount]);
    return Promise.all(
      BALANCE_RULES.map(async ({ broken }) => (await finance.database.query<Difference>(statement(broken))).map((each) => `${each.expected} | ${each.found}`)),
    );
  }

  it('agrees when assets are liabilities, equity and the result', async () => {
    const lines = [
      ['asset', '100'],
      ['liability', '-20'],
      ['equity', '-50'],
      ['income', '-40'],
      ['expense', '10'],
    ] as const;
    expect(await found(lines)).toEqual([[], []]);
  });

  it('names both sides when they differ', async () => {
    expect(
      await found([
        ['asset', '100'],
        ['liability', '-20'],
        ['expense', '10'],
        ['income', '-40'],
      ]),
    ).toEqual([['20 + 0 + 30 | 100'], []]);
  });

  it('names lines on an account that is not there, also where they are nothing together', async () => {
    expect(
      await found([
        ['gone', '100'],
        ['gone', '-100'],
      ]),
    ).toEqual([[], ['an entry and an account gone | no such account', 'an entry and an account gone | no such account']]);
  });

  it('misses what stands on an account of no known kind', async () => {
    expect(
      await found([
        ['asset', '100'],
        ['?', '-100'],
      ]),
    ).toEqual([['0 + 0 + 0 | 100'], []]);
  });

  it('names lines of no entry', async () => {
    expect(
      await found(
        [
          ['asset', '5'],
          ['equity', '-5'],
        ],
        newId(),
      ),
    ).toEqual([[], ['an entry and an account asset | no such entry', 'an entry and an account equity | no such entry']]);
  });
});
