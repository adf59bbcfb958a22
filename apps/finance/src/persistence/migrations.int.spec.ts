import { newId } from '@millrace/kernel';
import { MESSAGING_MIGRATIONS } from '@millrace/messaging';
import { Database, migrate, statement } from '@millrace/persistence';
import { createTestDatabase, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { definition } from '../definition.js';

const FIRST = [...MESSAGING_MIGRATIONS, definition.migrations[0]!];
const [company, invoice, creditNote, run, shipment] = [newId(), newId(), newId(), newId(), newId()];

/** Rows as the first version of finance wrote them. */
const ROWS = [
  `insert into company_copy values ('${company}', 'GB', 'Europe/London', 'GBP', 'document', 1)`,
  `insert into ledger_account select '${company}', a.code, a.code, a.kind, a.control, true from (values
    ('1000', 'asset', null), ('1100', 'asset', 'receivable'), ('1300', 'asset', 'inventory'), ('2200', 'liability', 'tax'), ('2300', 'liability', 'wages'),
    ('4000', 'income', null), ('5000', 'expense', null), ('6000', 'expense', null)) as a(code, kind, control)`,
  `insert into account_role values ('${company}', 'wages-payable', '2300'), ('${company}', 'wages', '6000')`,
  `insert into journal_entry select '${company}', e.id::uuid, 'GEN', 2026, e.number, '2026-11-02', '2026-11-02', now(), e.source, e.id::uuid, 'Entry', null from (values
    ('${invoice}', 1, 'customer-invoice'), ('${shipment}', 2, 'shipment'), ('${run}', 3, 'payroll-run')) as e(id, number, source)`,
  `insert into journal_line select '${company}', l.entry::uuid, l.line_no, l.account, greatest(l.amount, 0), greatest(-l.amount, 0), 'GBP', l.amount, 1, null, null, null from (values
    ('${invoice}', 1, '1100', 12.0), ('${invoice}', 2, '4000', -10.0), ('${invoice}', 3, '2200', -2.0),
    ('${shipment}', 1, '5000', 4.0), ('${shipment}', 2, '1300', -4.0), ('${run}', 1, '6000', 7.0), ('${run}', 2, '2300', -7.0)) as l(entry, line_no, account, amount)`,
  `insert into payroll_posting select '${company}', p.id::uuid, '2026-10-01', '2026-10-31', 'GBP', 7, p.net, '${run}', null, null from (values ('${run}', 7), ('${invoice}', 0)) as p(id, net)`,
  `insert into customer_invoice values ('${company}', '${invoice}', 'INV-2026-000001', '${invoice}', 'Harbour Café', null, 'GB', '${invoice}', '${shipment}', '2026-11-02',
    '2026-11-02', '2026-11-02', 'GBP', 10, 2, 12, 12, 'document', null, '${invoice}', now(), 1)`,
  `insert into customer_invoice_line values ('${company}', '${invoice}', 1, 1, '${invoice}', 'MUG', 'Mug', 2, 10, 'GB-S')`,
  `insert into customer_invoice_tax values ('${company}', '${invoice}', 'GB-S', 0.2, 10, 2)`,
  `insert into credit_note_line values ('${company}', '${creditNote}', 1, '${invoice}', 1, '${invoice}', 'MUG', 1, 5, 'GB-S'),
    ('${company}', '${creditNote}', 2, null, null, '${invoice}', 'JAR', 1, 5, 'GB-R')`,
  `insert into credit_note_tax values ('${company}', '${creditNote}', 1, '${invoice}', 'GB-S', 0.2, 5, 1), ('${company}', '${creditNote}', 2, null, 'GB-R', 0.05, 5, 0.25)`,
];

const PAID = statement(`select net_total::int as net, paid_on from payroll_posting order by net_total`);

describe('the migrations of finance', () => {
  let finance: TestDatabase;
  let owner: Database;

  beforeAll(async () => {
    finance = await createTestDatabase(inject('servers'), 'finance', definition.mappings, FIRST);
    owner = Database.open(finance.owner, definition.mappings);
    for (const sql of ROWS) await owner.query(statement(sql));
    await migrate(finance.owner, [...FIRST, ...definition.migrations.slice(1)]);
  });
  afterAll(() => Promise.all([finance.database.close(), owner.close()]));

  it('give lines that are there the role by which they were posted', async () => {
    const rows = await owner.query<{ account_code: string; role: string }>(statement('select account_code, role from journal_line order by account_code'));
    expect(rows.map(({ account_code, role }) => `${account_code} ${role}`)).toEqual([
      '1100 receivable',
      '1300 inventory',
      '2200 tax-payable',
      '2300 wages-payable',
      '4000 revenue',
      '5000 cost-of-goods-sold',
      '6000 wages',
    ]);
  });

  it('take a payroll run of which nothing was left to pay as paid when it was posted', async () => {
    expect(await owner.query(PAID)).toEqual([
      { net: 0, paid_on: '2026-11-02' },
      { net: 7, paid_on: null },
    ]);
  });

  it('give lines of documents the rate of their tax', async () => {
    const rates = (table: string) => owner.query(statement(`select line_no, trim_scale(tax_rate)::text as rate from ${table} order by line_no`));
    expect(await rates('customer_invoice_line')).toEqual([{ line_no: 1, rate: '0.2' }]);
    expect(await rates('credit_note_line')).toEqual([
      { line_no: 1, rate: '0.2' },
      { line_no: 2, rate: '0.05' },
    ]);
  });
});
