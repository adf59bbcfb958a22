import { MESSAGING_MIGRATIONS } from '@millrace/messaging';
import { migrate, statement } from '@millrace/persistence';
import { createTestDatabase, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { definition } from '../definition.js';

const MIGRATIONS = [...MESSAGING_MIGRATIONS, ...definition.migrations];
const COMPANY = '0199a1b0-0000-7000-8000-0000000000aa';
const [RUN, EMPTY] = ['0199a1b0-0000-7000-8000-0000000000c1', '0199a1b0-0000-7000-8000-0000000000c2'] as const;
const person = (n: number) => `0199a1b0-0000-7000-8000-00000000010${n}`;
/** Ids in the order of time: contracts 10 to 49, then payslips 50 to 59, then contracts again. */
const id = (n: number) => `0199a1b0-0000-7000-8000-0000000002${n}`;

describe('payroll of before payslips had lines', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase(inject('servers'), 'hr', definition.mappings, MIGRATIONS.slice(0, MESSAGING_MIGRATIONS.length + 1));
    await test.database.transaction(COMPANY, async (tx) => {
      const write = (sql: string, rows: readonly (readonly (string | null)[])[]) => {
        for (const row of rows) tx.send(statement(sql), [COMPANY, ...row]);
      };
      write(`insert into employee values ($1, $2, 'Robin', null, true, now(), 1)`, [[person(1)], [person(2)], [person(3)]]);
      write(`insert into employment_contract values ($1, $2, $3, $4, $5, $6, $7, $8)`, [
        [id(10), person(1), '2026-06-01', null, '2600.00', 'GBP', 'SHOP'],
        [id(11), person(2), '2026-06-01', '2026-06-10', '1000.00', 'GBP', null],
        [id(12), person(2), '2026-06-11', '2026-06-20', '1000.00', 'GBP', 'YARD'],
        [id(60), person(2), '2026-06-21', null, '3000.00', 'GBP', null],
        [id(13), person(3), '2026-06-16', null, '300001', 'JPY', null],
      ]);
      write(`insert into payroll_run values ($1, $2, '2026-06-01', '2026-06-30', 'draft', 'GBP', $3, $4, 0, 0, 0, $4, 'me', null, null, now(), 1)`, [
        [RUN, '3', '153267.66'],
        [EMPTY, '1', '0'],
      ]);
      write(`insert into payslip values ($1, $2, '${RUN}', $3, '2026-06-01', $4, 0, 0, 0, $4)`, [
        [id(50), person(1), '2600.00'],
        [id(51), person(2), '666.66'],
        [id(52), person(3), '150001'],
      ]);
    });
    await migrate(test.owner, MIGRATIONS);
  });

  afterAll(() => test.database.close());

  it('gets a line for each contract that a payslip paid, and none for one that was signed later', async () => {
    const lines = statement('select contract_id, part, gross, cost_centre from payslip_line order by contract_id');
    expect(await test.database.transaction(COMPANY, (tx) => tx.query(lines))).toEqual([
      { contract_id: id(10), part: 1, gross: '2600.0000', cost_centre: 'SHOP' },
      { contract_id: id(11), part: 1, gross: '333.3300', cost_centre: null },
      { contract_id: id(12), part: 1, gross: '333.3300', cost_centre: 'YARD' },
      { contract_id: id(13), part: 1, gross: '150001.0000', cost_centre: null },
    ]);
  });

  it('has no draft any more that could not be approved', async () => {
    const runs = statement('select id, state, discard_reason from payroll_run order by id');
    expect(await test.database.transaction(COMPANY, (tx) => tx.query(runs))).toEqual([
      { id: RUN, state: 'draft', discard_reason: null },
      { id: EMPTY, state: 'discarded', discard_reason: 'Nothing can be paid by it.' },
    ]);
  });
});
