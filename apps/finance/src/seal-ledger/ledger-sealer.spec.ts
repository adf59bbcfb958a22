import { Database, type Statement } from '@millrace/persistence';
import type { Logger } from 'pino';
import { describe, expect, it } from 'vitest';
import { LedgerSealer } from './ledger-sealer.js';

const chain = (company_id: string) => ({ company_id, journal: 'SAL', fiscal_year: 2026 });

/** A database in which some companies' journals cannot be sealed, and each of the others' has two entries to seal. */
function sealer(companies: readonly string[], broken: ReadonlySet<string>) {
  const asked: unknown[] = [];
  const errors: object[] = [];
  const database = Object.assign(Object.create(Database.prototype) as Database, {
    query: async (_query: Statement, [most]: readonly unknown[]) => {
      asked.push(most);
      return companies.map(chain);
    },
    transaction: async (companyId: string) => {
      if (broken.has(companyId)) throw new Error('a row is damaged');
      return 2;
    },
  });
  const logger = { error: (details: object) => errors.push(details) } as unknown as Logger;
  return { ledgerSealer: new LedgerSealer(database, logger), asked, errors };
}

describe('sealing the ledger', () => {
  it('goes on with the other companies when one fails, and tells which', async () => {
    const { ledgerSealer, errors } = sealer(['A', 'B', 'C'], new Set(['A']));
    expect(await ledgerSealer.sealAll()).toBe(4);
    expect(errors).toEqual([{ companyId: 'A', journal: 'SAL', fiscalYear: 2026, error: 'Error: a row is damaged' }]);
  });

  it('asks for as many more journals as failed before, so that they do not fill its round', async () => {
    const { ledgerSealer, asked } = sealer(['A', 'B', 'C'], new Set(['A', 'B']));
    await ledgerSealer.sealAll();
    await ledgerSealer.sealAll();
    expect(asked).toEqual([100, 102]);
  });
});
