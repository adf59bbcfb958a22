import { PaymentAllocated, violationsOf } from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import { envelopeOf, MESSAGING_MIGRATIONS, shardOf } from '@millrace/messaging';
import { Database, migrate, statement } from '@millrace/persistence';
import { createTestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { definition } from '../src/definition.js';

const MIGRATIONS = [...MESSAGING_MIGRATIONS, ...definition.migrations];
const BEFORE = MIGRATIONS.slice(0, MESSAGING_MIGRATIONS.length + 1);

describe('settlements, in a database that holds data', () => {
  const companyId = newId();
  const [owes, inFavour, invoiceId, orderId, paymentId] = [newId(), newId(), newId(), newId(), newId()];
  let database: Database;

  const run = <Row extends object>(sql: string, ...values: unknown[]) => database.query<Row>(statement(sql), values);

  /** An opening entry of receivables, as people posted it. */
  async function opened(number: number, lines: readonly [partyId: string, amount: number][], reversesId: string | null = null): Promise<string> {
    const id = newId();
    await run(
      `insert into journal_entry values ($1, $2, 'GEN', 2026, $3, '2026-01-02', '2026-01-01', '2026-01-02T10:00:00Z', 'opening', $4, 'Opening', $5)`,
      companyId,
      id,
      number,
      newId(),
      reversesId,
    );
    const line = `insert into journal_line values ($1, $2, $3, $4, greatest($5::numeric, 0), greatest(-$5::numeric, 0), 'GBP', $5::numeric, 1, $6, null, null)`;
    for (const [index, [partyId, amount]] of lines.entries()) {
      await run(line, companyId, id, 2 * index + 1, '1100', amount, partyId);
      await run(line, companyId, id, 2 * index + 2, '3900', -amount, null);
    }
    return id;
  }

  beforeAll(async () => {
    const { owner } = await createTestDatabase(inject('servers'), 'finance', [], BEFORE);
    database = Database.open(owner, []);
    await run(
      `insert into ledger_account values ($1, '1100', 'Trade receivables', 'asset', 'receivable', true), ($1, '3900', 'Opening balances', 'equity', null, true)`,
      companyId,
    );
    await run(`insert into customer_account (company_id, customer_id, receivable) values ($1, $2, 6.00), ($1, $3, 0)`, companyId, owes, inFavour);
    await run(`insert into number_series values ($1, 'ADJ', 2026, 4)`, companyId);
    await opened(1, [
      [owes, 50],
      [inFavour, -8],
    ]);
    const mistake = await opened(2, [[owes, 70]]);
    await opened(3, [[owes, -70]], mistake);
    await run(
      `insert into customer_invoice values ($1, $2, 'INV-2026-000001', $3, 'Harbour Café', null, 'GB', $4, $5, '2026-03-05', '2026-03-05', '2026-04-04', 'GBP', 5, 1, 6, 2,
        'document', null, null, now(), 1)`,
      companyId,
      invoiceId,
      owes,
      orderId,
      newId(),
    );
    await run(
      `insert into payment values ($1, $2, 'PAY-2026-000001', $3, null, '2026-03-03', '2026-03-03', 'GBP', 10, 6, $4, '2026-03-05T10:00:00Z', 1)`,
      companyId,
      paymentId,
      owes,
      newId(),
    );
    const allocation = `insert into allocation values ($1, $2, $3, 'invoice', $4, 'payment', $5, $6, $7, $8::timestamptz)`;
    await run(allocation, companyId, newId(), owes, invoiceId, paymentId, 1, '2026-03-03', '2026-03-05T10:00:00Z');
    await run(allocation, companyId, newId(), owes, invoiceId, paymentId, 3, '2026-03-06', '2026-03-06T10:00:00Z');
    await run(`insert into event_stream values ('finance.payment', $1, 1)`, paymentId);
    await migrate(owner, MIGRATIONS);
  });

  afterAll(() => database.close());

  it('makes a document for each customer of an opening entry that was not reversed, with the next numbers', async () => {
    const rows = await run(
      `select number, kind, customer_id, amount::text as amount, open_amount::text as open, adjusted_on, posted_on from receivable_adjustment order by amount desc`,
    );
    const dates = { adjusted_on: '2026-01-01', posted_on: '2026-01-02' };
    expect(rows).toEqual([
      { number: expect.stringMatching(/^ADJ-2026-00000[56]$/), kind: 'opening', customer_id: owes, amount: '50.0000', open: '50.0000', ...dates },
      { number: expect.stringMatching(/^ADJ-2026-00000[56]$/), kind: 'opening', customer_id: inFavour, amount: '-8.0000', open: '-8.0000', ...dates },
    ]);
    expect(new Set(rows.map((row) => (row as { number: string }).number)).size).toBe(2);
    expect(await run(`select last_number from number_series where series = 'ADJ'`)).toEqual([{ last_number: 6 }]);
  });

  it('counts what was owed against the credit limit, and not what was in favour', async () => {
    const accounts = await run<{ customer_id: string; receivable: string }>('select customer_id, receivable::text from customer_account');
    expect(new Map(accounts.map((row) => [row.customer_id, row.receivable]))).toEqual(
      new Map([
        [owes, '56.0000'],
        [inFavour, '0.0000'],
      ]),
    );
  });

  it('lets an allocation count from the day on which both documents are in the books', async () => {
    expect(await run('select allocated_on, posted_on from allocation order by allocated_on')).toEqual([
      { allocated_on: '2026-03-03', posted_on: '2026-03-05' },
      { allocated_on: '2026-03-06', posted_on: '2026-03-06' },
    ]);
  });

  it('tells what payments settled after they were received, and nothing that was told', async () => {
    const [fact, ...others] = await run<{ sequence: number; shard: number; headers: string; body: string }>('select * from outbox');
    expect(others).toEqual([]);
    const allocations = [{ customerInvoiceId: invoiceId, salesOrderId: orderId, amount: '3' }];
    const told = { paymentId, customerId: owes, allocatedOn: '2026-03-06', currency: 'GBP', onAccount: '6', allocations };
    expect(JSON.parse(fact!.body)).toEqual(told);
    expect(violationsOf(PaymentAllocated.contract, told, { strict: true })).toEqual([]);
    const cause = { companyId, actor: 'system', correlationId: newId() };
    const headers = envelopeOf(PaymentAllocated.of(told), cause, new Date());
    const own = { ce_id: expect.any(String), ce_time: expect.stringMatching(/^20.*Z$/), ce_correlationid: expect.any(String) };
    expect(JSON.parse(fact!.headers)).toEqual({ ...headers, ...own });
    expect(fact).toMatchObject({ sequence: 2, shard: shardOf(paymentId), topic: 'finance.payment', key: paymentId, published_at: null });
  });
});
