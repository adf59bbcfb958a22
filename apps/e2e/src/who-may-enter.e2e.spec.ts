import { newId } from '@millrace/kernel';
import { ApiClient, type Credentials } from '@millrace/tools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Company, problemOf } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

const forbidden = { status: 403, code: 'permission-missing' };

describe('who may enter', () => {
  const suite = new Suite();
  const clients: ApiClient[] = [];
  let ours: Company;
  let theirs: Company;
  let boss: ApiClient;

  beforeAll(async () => {
    [ours, theirs] = [await Company.found(suite, 'Ours'), await Company.found(suite, 'Theirs')];
    boss = await signedIn('administrator', ours);
  });

  afterAll(() => Promise.all(clients.map((client) => client.close())));

  async function signedIn(role: string, { companyId }: Company, by = suite.administrator): Promise<ApiClient> {
    const credentials = { email: `${role}-${newId()}@example.com`, password: newId() };
    await by.post('/v1/users', { email: credentials.email, name: role, password: credentials.password, memberships: [{ companyId, role }] });
    return client(credentials, companyId);
  }

  function client(credentials: Credentials, companyId?: string): ApiClient {
    const made = new ApiClient(suite.site.gateway, credentials, companyId);
    clients.push(made);
    return made;
  }

  const wish = (memberships: object[]) => ({ email: `${newId()}@example.com`, name: 'Somebody', password: newId(), memberships });

  it('is decided in its company by an administrator of one company', async () => {
    const sales = await signedIn('sales', ours, boss);
    expect(await sales.get('/v1/sales-orders')).toEqual({ data: [] });
    const { data } = await boss.get<{ data: { memberships: { companyId?: string }[] }[] }>('/v1/users');
    expect(data).toHaveLength(2);
    expect(new Set(data.flatMap(({ memberships }) => memberships.map(({ companyId }) => companyId)))).toEqual(new Set([ours.companyId]));
    await expectCleanAudit(suite);
  });

  it('is not decided by it for another company, nor for all of them', async () => {
    for (const memberships of [[{ companyId: theirs.companyId, role: 'auditor' }], [{ role: 'auditor' }], [{ role: 'administrator' }]]) {
      expect(await problemOf(boss.post('/v1/users', wish(memberships)))).toMatchObject({ status: 403, code: 'role-not-held' });
      expect(await problemOf(boss.post('/v1/service-accounts', { name: 'App', memberships }))).toMatchObject({ status: 403, code: 'role-not-held' });
    }
    const { accountId } = await suite.administrator.post<{ accountId: string }>('/v1/users', wish([{ companyId: theirs.companyId, role: 'sales' }]));
    const change = boss.call('PATCH', `/v1/users/${accountId}`, { body: { active: false }, headers: { 'if-match': '*' } });
    expect(await problemOf(change)).toMatchObject({ status: 404, code: 'not-found' });
    await expectCleanAudit(suite);
  });

  it('gives who may do everything in one company nothing of what belongs to none', async () => {
    const company = { name: `Founded ${newId()}`, country: 'GB', timeZone: 'Europe/London', baseCurrency: 'GBP' };
    const stream = { consumer: 'finance.receivable', topic: 'orders.sales-order', key: newId() };
    expect(await problemOf(boss.post('/v1/companies', company))).toMatchObject(forbidden);
    expect(await problemOf(boss.get('/v1/companies'))).toMatchObject(forbidden);
    expect(await problemOf(boss.post('/v1/signing-keys/rotations', undefined))).toMatchObject(forbidden);
    expect(await problemOf(boss.post('/v1/operations/finance/replays', { all: true, reason: 'curious' }))).toMatchObject(forbidden);
    expect(await problemOf(boss.post('/v1/operations/finance/discards', { ...stream, sequence: 1, reason: 'curious' }))).toMatchObject(forbidden);
    for (const role of ['auditor', 'operator']) {
      const reader = await signedIn(role, ours);
      expect(await problemOf(reader.get('/v1/operations/finance/streams'))).toMatchObject(forbidden);
      expect(await problemOf(reader.get(`/v1/operations/finance/kept-events?${new URLSearchParams(stream)}`))).toMatchObject(forbidden);
    }
    expect(await suite.administrator.get(`/v1/operations/finance/kept-events?${new URLSearchParams(stream)}`)).toEqual([]);
    await expectCleanAudit(suite);
  });
});
