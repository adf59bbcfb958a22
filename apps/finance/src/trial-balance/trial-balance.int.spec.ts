import { newId } from '@millrace/kernel';
import { MESSAGING_MIGRATIONS } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import { createTestDatabase, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { definition } from '../definition.js';
import { BALANCE } from './trial-balance.controller.js';

let finance: TestDatabase;

beforeAll(async () => {
  finance = await createTestDatabase(inject('servers'), 'finance', definition.mappings, [...MESSAGING_MIGRATIONS, ...definition.migrations]);
});

afterAll(() => finance.database.close());

it('looks entries that are not sealed yet up by their numbers, behind the policies that hide those of others', async () => {
  const companyId = newId();
  const plan = await finance.database.transaction(companyId, (tx) => {
    tx.send(statement('set local enable_seqscan = off'));
    return tx.query<Record<string, string>>(statement(`explain ${BALANCE.text}`), [companyId, null, null]);
  });
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(text).toMatch(/on journal_entry.*\n.*Index Cond: .*\(number > .*\(number <= s\.last_number\)/);
});
