import type { Caller } from '@millrace/chassis';
import { violationsOf } from '@millrace/contracts';
import { localDate, Money, newId } from '@millrace/kernel';
import { MESSAGING_MIGRATIONS, UnitOfWork } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import { createTestDatabase, FixedClock, type TestDatabase } from '@millrace/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { definition } from '../definition.js';
import { defaultChart } from '../domain/chart.js';
import { CompanyCopy } from '../domain/company.js';
import { periodsOfYear } from '../domain/period.js';
import { LedgerRepository } from '../persistence/ledger.repository.js';
import { LedgerSealer } from '../seal-ledger/ledger-sealer.js';
import { BALANCE, TrialBalanceController, TrialBalanceDto } from './trial-balance.controller.js';

const TODAY = localDate('2026-11-02');

describe('the trial balance in its database', () => {
  const ledgers = new LedgerRepository(FixedClock.at(`${TODAY}T10:00:00Z`));
  const companyId = newId();
  let finance: TestDatabase;

  beforeAll(async () => {
    finance = await createTestDatabase(inject('servers'), 'finance', definition.mappings, [...MESSAGING_MIGRATIONS, ...definition.migrations]);
    const { accounts, roles } = defaultChart(companyId);
    const company = { companyId, country: 'GB', timeZone: 'Europe/London', baseCurrency: 'GBP', taxRounding: 'document', sequence: 1 };
    const periods = periodsOfYear(companyId, localDate('2026-01-01'), localDate('2026-12-31'));
    await write((tx) => tx.insert(Object.assign(new CompanyCopy(), company), ...accounts, ...roles, ...periods));
  });

  afterAll(() => finance.database.close());

  const write = (work: (tx: UnitOfWork) => Promise<void> | void) => finance.database.transactionOf(UnitOfWork, companyId, async (tx) => work(tx));

  const receive = (amount: string) =>
    write(async (tx) => {
      const ledger = (await ledgers.open(tx, companyId, [TODAY]))!;
      const lines = [
        { role: 'inventory', amount: Money.of(amount, 'GBP') },
        { role: 'opening-balance', amount: Money.of(`-${amount}`, 'GBP') },
      ] as const;
      const date = ledger.dateOfFact(TODAY);
      ledger.post(tx, { journal: 'STK', source: 'receipt', sourceId: newId(), description: 'Goods received', date, recordedAt: new Date(), lines });
    });

  it('counts what is sealed and what is not', async () => {
    await receive('12.80');
    await receive('0.20');
    expect(await new LedgerSealer(finance.database, pino({ level: 'silent' })).sealAll()).toBe(2);
    await receive('7.00');
    const rows = await finance.database.transaction(companyId, (tx) => tx.query<{ debit: string; credit: string }>(BALANCE, [companyId, null, null]));
    expect(rows.map(({ debit, credit }) => [Number(debit), Number(credit)])).toEqual(
      expect.arrayContaining([
        [20, 0],
        [0, 20],
      ]),
    );
    expect(rows).toHaveLength(2);
  });

  it('adds up to more than any single amount may be', async () => {
    for (let count = 0; count < 2; count += 1) await receive('9999999999999.00');
    const balance = await new TrialBalanceController(finance.database).get({}, { companyId } as Caller);
    expect(balance.debit).toBe('20000000000018.00');
    expect(violationsOf(TrialBalanceDto, JSON.parse(JSON.stringify(balance)), { strict: true })).toEqual([]);
  });

  it('can look entries that are not sealed yet up by their numbers, behind the policies that hide those of others', async () => {
    const plan = await finance.database.transaction(companyId, (tx) => {
      tx.send(statement('set local enable_seqscan = off'));
      return tx.query<Record<string, string>>(statement(`explain ${BALANCE.text}`), [companyId, null, null]);
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/on journal_entry.*\n.*Index Cond: .*\(number > .*\(number <= s\.last_number\)/);
  });
});
