import { newId } from '@millrace/kernel';
import { appendToTrail, MESSAGING_MIGRATIONS, NO_COMPANY, type TrailEntry } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import { createTestDatabase, type TestDatabase } from '@millrace/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Site } from '../site/site.js';
import { AuditDatabases } from './audit-databases.js';
import { checkTrailChains } from './trail-chain.js';

const SEAL = statement('select audit_trail_seal($1)');
const SEALED = 'select coalesce(sum(last_position), 0)::int as n from audit_seal_head';

const line = (subject: string | null, changes?: TrailEntry['changes']): TrailEntry => ({
  subject,
  origin: { operation: 'Purses_payIn', session: 1, client: 'Kasse 3 – ünïcode "quoted"', address: '192.0.2.7' },
  requestId: 'request-1',
  outcome: 'done',
  problem: null,
  times: 1,
  record: { type: 'purse', id: 'p-1' },
  changes,
});

describe('the chains of the audit trails in the audit', () => {
  const [ours, others] = [newId(), newId()];
  let test: TestDatabase;
  let audited: AuditDatabases;
  let superuser: pg.Client;
  /** Our rows, in the order in which they were sealed. */
  let rows: { id: string }[];

  beforeAll(async () => {
    test = await createTestDatabase(inject('servers'), 'chained', [], MESSAGING_MIGRATIONS);
    audited = new AuditDatabases({ databases: { orders: test.audit } } as unknown as Site);
    superuser = new pg.Client({ ...inject('servers').postgres, database: test.owner.database });
    await superuser.connect();
    await superuser.query('set session_replication_role = replica'); // No trigger is in the way of who may do everything.
  });

  afterAll(async () => {
    await superuser.end();
    await audited.close();
    await test.database.close();
  });

  beforeEach(async () => {
    await superuser.query('truncate audit_trail, audit_seal, audit_seal_head');
    for (let part = 0; part < 2; part += 1) {
      for (const companyId of [ours, others, null]) {
        const changes = [{ record: 'purse', id: 'p-1', before: { coins: 1, note: null }, after: { coins: 2, note: 'für\n€' } }];
        await test.database.transaction(companyId, async (tx) => appendToTrail(tx, [line('anna', changes), line('ben'), line(null)]));
      }
      while ((await superuser.query<{ n: number }>(SEALED)).rows[0]!.n < 9 * (part + 1)) await test.database.query(SEAL, [4]);
    }
    rows = (await superuser.query<{ id: string }>('select id from audit_trail where company_id = $1 order by tx, id', [ours])).rows;
  });

  async function found(): Promise<string[]> {
    const { differences } = await checkTrailChains(audited, ['orders']);
    return differences.map(({ what, expected, found: is }) => `${what} | ${expected} | ${is}`);
  }

  it('are whole as they were sealed, of each company and of none', async () => {
    expect(await checkTrailChains(audited, ['orders'])).toMatchObject({ invariant: 'I10', compared: 18, differences: [] });
  });

  it.each([
    ['subject', `'carl'`],
    ['at', `at - interval '1 microsecond'`],
    ['operation', `'Purses_show'`],
    ['outcome', `'refused', problem = 'x'`],
    ['changes', `replace(changes::text, '2', '3')::json`],
    ['record_id', 'null'],
    ['times', '2'],
    ['address', `'192.0.2.8'`],
  ])('are broken by a changed %s, and the first such row is named', async (column, value) => {
    await superuser.query(`update audit_trail set ${column} = ${value} where id = any($1)`, [[rows[3]!.id, rows[4]!.id]]);
    const [difference, ...more] = await found();
    expect(difference).toMatch(new RegExp(`^audit trail of orders, company ${ours}: row ${rows[3]!.id}: .*the row is not as it was sealed$`));
    expect(more).toEqual([]);
  });

  it('are broken by a row that was taken away', async () => {
    await superuser.query('delete from audit_trail where id = $1', [rows[1]!.id]);
    expect(await found()).toEqual([`audit trail of orders, company ${ours}: row ${rows[1]!.id} | there, as it was sealed | not there`]);
  });

  it('are broken by the last row being taken away, with its seal and the head set back', async () => {
    await superuser.query('delete from audit_trail where id = $1', [rows[5]!.id]);
    expect(await found()).toHaveLength(1);
    await superuser.query(`delete from audit_seal where company_id = $1 and $2 = any(ids)`, [ours, rows[5]!.id]);
    expect((await found())[0]).toContain(': head | position 6');
  });

  it('are broken by a row that was put in among the sealed ones', async () => {
    const id = newId();
    await superuser.query(
      `insert into audit_trail (at, tx, id, company_id, operation, outcome) select at, tx, $1, company_id, operation, 'done' from audit_trail where id = $2`,
      [id, rows[1]!.id],
    );
    expect((await found())[0]).toContain(`row ${id}: Purses_payIn by nobody known`);
  });

  it('are broken by a seal that was taken away or worked out anew', async () => {
    await superuser.query('update audit_seal set hashes = sha256(hashes) || substr(hashes, 33) where company_id = $1 and first_position = 1', [NO_COMPANY]);
    expect((await found())[0]).toContain(`company ${NO_COMPANY}: row`);
    await superuser.query('delete from audit_seal where company_id = $1 and first_position = 1', [NO_COMPANY]);
    expect(await found()).toEqual([expect.stringContaining(`company ${NO_COMPANY}: seals | position 1 | position`)]);
  });

  it('are broken by a head that is not there', async () => {
    await superuser.query('delete from audit_seal_head where company_id = $1', [others]);
    expect(await found()).toEqual([`audit trail of orders, company ${others} | a head | none`]);
  });
});
