import { newId } from '@millrace/kernel';
import { eventually } from '@millrace/testing';
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
    expect(await suite.administrator.get(`/v1/operations/finance/kept-events?${new URLSearchParams(stream)}`)).toEqual({ data: [] });
    await expectCleanAudit(suite);
  });

  describe('with an account that changes', () => {
    const ENDED = { status: 401, code: 'token-invalid' };
    const MINUTE = 60_000;
    const ANY = { headers: { 'if-match': '*' } };
    type Made = Readonly<{ accountId: string; clientId: string; clientSecret: string }>;

    /** One attempt with a token as it is, without signing in again. */
    const look = (token: string, path = '/v1/sales-orders') => suite.administrator.send('GET', path, { authorization: `Bearer ${token}` });
    const signIn = async (grantType: string, login: string, secret: string) =>
      (
        await suite.administrator.send<{ accessToken: string }>(
          'POST',
          '/v1/tokens',
          { 'content-type': 'application/json' },
          JSON.stringify({ grantType, login, secret }),
        )
      ).body.accessToken;
    const refused = { status: 401, code: 'sign-in-refused' };

    async function person(role: string): Promise<{ accountId: string; email: string; password: string }> {
      const [email, password] = [`${newId()}@example.com`, newId()];
      const body = { email, name: 'Somebody', password, memberships: [{ companyId: ours.companyId, role }] };
      return { ...(await boss.post<{ accountId: string }>('/v1/users', body)), email, password };
    }

    const app = (role: string): Promise<Made> => boss.post<Made>('/v1/service-accounts', { name: 'App', memberships: [{ companyId: ours.companyId, role }] });

    it('changes its own password with the one that it has, and its tokens end', async () => {
      const { email, password } = await person('sales');
      const [self, token, next] = [client({ email, password }), await signIn('password', email, password), newId()];
      const wrong = self.post('/v1/password-changes', { currentPassword: 'another one', newPassword: next });
      expect(await problemOf(wrong)).toMatchObject({ status: 403, code: 'password-wrong' });
      const [key, change] = [newId(), { currentPassword: password, newPassword: next }];
      expect(await self.post('/v1/password-changes', change, { key })).toMatchObject({ version: 2 });
      expect(await self.post('/v1/password-changes', change, { key }).catch((error: unknown) => error)).toSatisfy(
        (again: { version?: number; problem?: { code: string } }) => again.version === 2 || again.problem?.code === 'sign-in-refused',
      );
      expect(await problemOf(signIn('password', email, password))).toMatchObject(refused);
      expect((await look(await signIn('password', email, next))).status).toBe(200);
      await eventually(async () => expect(await problemOf(look(token))).toMatchObject(ENDED), MINUTE);
      await expectCleanAudit(suite);
    });

    it('gets another password from an administrator who holds all that it holds, and from no other', async () => {
      const [{ accountId, email, password }, next] = [await person('sales'), newId()];
      const reset = (by: ApiClient, id = accountId) => by.post(`/v1/users/${id}/password-resets`, { password: next });
      const theirBoss = await signedIn('administrator', theirs);
      expect(await problemOf(reset(theirBoss))).toMatchObject({ status: 404, code: 'not-found' });
      const { accountId: chief } = await suite.administrator.post<{ accountId: string }>(
        '/v1/users',
        wish([{ companyId: ours.companyId, role: 'sales' }, { role: 'auditor' }]),
      );
      expect(await problemOf(reset(boss, chief))).toMatchObject({ status: 403, code: 'role-not-held' });
      await reset(boss);
      expect(await problemOf(signIn('password', email, password))).toMatchObject(refused);
      expect((await look(await signIn('password', email, next))).status).toBe(200);
      await expectCleanAudit(suite);
    });

    it('gets other roles, which hold within a minute', async () => {
      const { accountId, email, password } = await person('sales');
      const token = await signIn('password', email, password);
      const change = (memberships: object[], by = boss) => by.call('PUT', `/v1/users/${accountId}/memberships`, { body: { memberships }, ...ANY });
      expect(await problemOf(change([{ role: 'administrator' }]))).toMatchObject({ status: 403, code: 'role-not-held' });
      expect(await problemOf(change([{ companyId: theirs.companyId, role: 'hr' }]))).toMatchObject({ status: 403, code: 'role-not-held' });
      await change([{ companyId: ours.companyId, role: 'hr' }]);
      const fresh = await signIn('password', email, password);
      expect((await look(fresh, '/v1/employees')).status).toBe(200);
      expect(await problemOf(look(fresh))).toMatchObject(forbidden);
      await eventually(async () => expect(await problemOf(look(token))).toMatchObject(ENDED), MINUTE);
      await expectCleanAudit(suite);
    });

    it('is out within a minute when it is deactivated, a person and an app', async () => {
      const [{ accountId, email, password }, made] = [await person('sales'), await app('sales')];
      const tokens = [await signIn('password', email, password), await signIn('client-credentials', made.clientId, made.clientSecret)];
      for (const token of tokens) expect((await look(token)).status).toBe(200);
      await boss.call('PATCH', `/v1/users/${accountId}`, { body: { active: false }, ...ANY });
      await boss.call('PATCH', `/v1/service-accounts/${made.accountId}`, { body: { active: false }, ...ANY });
      expect(await problemOf(signIn('password', email, password))).toMatchObject(refused);
      expect(await problemOf(signIn('client-credentials', made.clientId, made.clientSecret))).toMatchObject(refused);
      for (const token of tokens) await eventually(async () => expect(await problemOf(look(token))).toMatchObject(ENDED), MINUTE);
      await expectCleanAudit(suite);
    });

    it('signs out everywhere, and no token that it had is good for a replay', async () => {
      const { email, password } = await person('sales');
      const tokens = [await signIn('password', email, password), await signIn('password', email, password)];
      const signOut = (token: string) =>
        suite.administrator.send<{ version: number }>('POST', '/v1/sign-outs', { authorization: `Bearer ${token}`, 'idempotency-key': newId() });
      expect((await signOut(tokens[0]!)).body).toMatchObject({ version: 2 });
      for (const token of tokens) await eventually(async () => expect(await problemOf(look(token))).toMatchObject(ENDED), MINUTE);
      await eventually(async () => expect(await problemOf(signOut(tokens[1]!))).toMatchObject(ENDED), MINUTE); // Each process learns of it in its time.
      expect((await look(await signIn('password', email, password))).status).toBe(200);
      await expectCleanAudit(suite);
    });

    it('is held up where somebody guesses its password, and enters from elsewhere all the while', async () => {
      const { email, password } = await person('sales');
      for (let at = 0; at < 10; at++) expect(await problemOf(signIn('password', email, newId()))).toMatchObject(refused);
      expect(await problemOf(signIn('password', email, password))).toMatchObject({ status: 429, code: 'rate-limit-exceeded' });
      const identity = (await suite.processes()).find(({ service }) => service === 'identity')!;
      const fromElsewhere = await fetch(`http://127.0.0.1:${identity.port}/v1/tokens`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-client-address': '203.0.113.9' },
        body: JSON.stringify({ grantType: 'password', login: email, secret: password }),
      });
      expect(fromElsewhere.status).toBe(200);
      expect(await problemOf(signIn('password', `${newId()}@example.com`, newId()))).toMatchObject(refused);
      await expectCleanAudit(suite);
    });

    it('takes over a new secret while the one before is still good, and shows it once', async () => {
      const made = await app('sales');
      const enter = (secret: string) => signIn('client-credentials', made.clientId, secret);
      const [path, key] = [`/v1/service-accounts/${made.accountId}/secret-rotations`, newId()];
      const { clientSecret: second } = await boss.post<Made>(path, {}, { key });
      expect(await boss.post(path, {}, { key })).toEqual({ accountId: made.accountId, version: 2 });
      const token = await enter(made.clientSecret);
      expect((await look(await enter(second))).status).toBe(200);
      const { clientSecret: third } = await boss.post<Made>(path, { overlapHours: 0 });
      for (const old of [made.clientSecret, second]) expect(await problemOf(enter(old))).toMatchObject(refused);
      expect((await look(await enter(third))).status).toBe(200);
      await eventually(async () => expect(await problemOf(look(token))).toMatchObject(ENDED), MINUTE);
      await expectCleanAudit(suite);
    });

    it('has a limit of its own when who manages the apps of all companies says so', async () => {
      const { accountId, clientId, clientSecret } = await app('sales');
      const limit = (by: ApiClient) => by.call('PATCH', `/v1/service-accounts/${accountId}`, { body: { requestsPerMinute: 2 }, ...ANY });
      expect(await problemOf(limit(boss))).toMatchObject({ status: 403, code: 'limit-forbidden' });
      await limit(suite.administrator);
      const token = await signIn('client-credentials', clientId, clientSecret);
      for (let at = 0; at < 2; at++) expect((await look(token)).status).toBe(200);
      expect(await problemOf(look(token))).toMatchObject({ status: 429, code: 'rate-limit-exceeded' });
      await expectCleanAudit(suite);
    });
  });
});
