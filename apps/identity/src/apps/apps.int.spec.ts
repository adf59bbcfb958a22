import { newId } from '@millrace/kernel';
import { statement } from '@millrace/persistence';
import { beginSignIn, discover, PlainBrowser, redeemCode, ServiceAtWork } from '@millrace/testing';
import { decodeJwt } from 'jose';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { definition } from '../definition.js';

const [EMAIL, PASSWORD] = ['chief@example.com', 'correct horse battery'];
const BACK = 'https://shop.example/back';

type Registered = Readonly<{ appId: string; clientId: string; clientSecret?: string; version: number }>;

describe('the apps that people sign in to', () => {
  let identity: ServiceAtWork;
  let token: string;

  beforeAll(async () => {
    identity = await ServiceAtWork.start(inject('servers'), definition, (PUBLIC_URL) => ({
      PUBLIC_URL,
      IDENTITY_SECRET: 'a secret of sixteen bytes',
      BOOTSTRAP_EMAIL: EMAIL,
      BOOTSTRAP_PASSWORD: PASSWORD,
    }));
    const { body } = await call<{ accessToken: string }>('POST', '/v1/tokens', { grantType: 'password', login: EMAIL, secret: PASSWORD });
    token = body.accessToken;
  });

  afterAll(() => identity.stop());

  async function call<Body = { code: string }>(method: string, path: string, body?: object, { key = newId(), seen = '*', as = token } = {}) {
    const headers = { authorization: `Bearer ${as}`, 'idempotency-key': key, 'if-match': seen, ...(body ? { 'content-type': 'application/json' } : {}) };
    const answer = await fetch(`${identity.url}${path}`, { method, headers, body: body && JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Body };
  }

  const register = (more: object = {}, key?: string) => call<Registered>('POST', '/v1/apps', { name: 'Web shop', redirectUris: [BACK], ...more }, { key });

  async function signIn(clientId: string, secret?: string) {
    const config = await discover(identity.url, clientId, secret === undefined ? client.None() : client.ClientSecretBasic(secret));
    const going = await beginSignIn(config, new PlainBrowser(identity.url), { redirect_uri: BACK });
    if (going.browser.shown!.status === 400) return going.browser.shown!.text;
    await going.browser.submit('Sign in', { email: EMAIL, password: PASSWORD });
    await going.browser.submit('Allow');
    return redeemCode(going).then(
      ({ token_type: type }) => type,
      (error: { error?: string; cause?: { 0?: { parameters: { error?: string } } } }) => error.error ?? error.cause?.[0]?.parameters.error,
    );
  }

  it('are registered with a secret that is shown once, and only its hash is kept', async () => {
    const key = newId();
    const { status, body } = await register({ keepsSecret: true }, key);
    expect(status).toBe(201);
    expect(await register({ keepsSecret: true }, key)).toEqual({ status: 201, body: { appId: body.appId, clientId: body.clientId, version: 1 } });
    expect(await signIn(body.clientId, body.clientSecret)).toBe('bearer');
    expect(await signIn(body.clientId, 'another secret')).toBe('invalid_client');
    expect(await signIn(body.clientId)).toBe('invalid_client');
    const rows = JSON.stringify([await query('select a::text as row from app a'), await query('select k::text as row from idempotency_key k')]);
    expect(rows).not.toContain(body.clientSecret);
  });

  it('need none on a device or in a page', async () => {
    const { body } = await register();
    expect(body).not.toHaveProperty('clientSecret');
    expect(await signIn(body.clientId)).toBe('bearer');
  });

  it.each([
    [{ redirectUris: ['http://shop.example/back'] }, 400, 'request-invalid'],
    [{ redirectUris: ['https://*.example/back'] }, 400, 'request-invalid'],
    [{ redirectUris: ['javascript:alert(1)'] }, 400, 'request-invalid'],
    [{ redirectUris: [BACK, BACK] }, 400, 'request-invalid'],
    [{ redirectUris: [] }, 422, 'app-unreachable'],
    [{ redirectUris: ['https://shop.example:99999/back'] }, 422, 'app-unreachable'],
  ])('are refused with %o', async (given, status, code) => {
    expect(await register(given)).toMatchObject({ status, body: { code } });
  });

  it.each([
    [['https://shop.example/back', 'com.example.shop:/back'], []],
    [['https://shop.example/back', 'http://127.0.0.1/back'], []],
    [['https://shop.example/back'], ['com.example.shop:/out']],
    [['https://shop.example/back'], ['http://localhost/out']],
  ])('may lead back over TLS and to the machine alike: %j, %j', async (redirectUris, signOutUris) => {
    const { body } = await register({ redirectUris, signOutUris });
    expect(await signIn(body.clientId)).toBe('bearer');
  });

  it('are of the house only when who holds everything everywhere says so', async () => {
    await query(`insert into role (code, name, permissions, built_in) values ('apps', 'Apps', '{identity.app.*}', false)`);
    const [helper, login] = [newId(), 'helper@example.com'];
    await query(`
      insert into account (id, kind, login, name, secret_hash, active, created_at, version)
      select '${helper}', 'user', '${login}', 'Helper', secret_hash, true, now(), 1 from account where login = '${EMAIL}'`);
    await query(`insert into membership values ('${newId()}', '${helper}', null, 'apps')`);
    const { body } = await call<{ accessToken: string }>('POST', '/v1/tokens', { grantType: 'password', login, secret: PASSWORD });
    const as = body.accessToken;
    const [house, other] = [(await register({ trusted: true })).body, (await register()).body];
    const change = (appId: string, wish: object) => call('PATCH', `/v1/apps/${appId}`, wish, { as });
    const refused = { status: 403, body: { code: 'role-not-held' } };
    expect(await call('POST', '/v1/apps', { name: 'Web shop', redirectUris: [BACK], trusted: true }, { as })).toMatchObject(refused);
    expect(await change(other.appId, { trusted: true })).toMatchObject(refused);
    expect(await change(house.appId, { redirectUris: ['https://evil.example/back'] })).toMatchObject(refused);
    expect(await change(house.appId, { trusted: false })).toMatchObject(refused);
    expect(await change(other.appId, { name: 'Shop' })).toMatchObject({ status: 200 });
  });

  it('are listed, the command line among them', async () => {
    const { body } = await register({ name: 'Listed', trusted: true });
    const { data } = (await call<{ data: Registered[] }>('GET', '/v1/apps')).body;
    expect(data.map(({ clientId }) => clientId)).toEqual(expect.arrayContaining(['millrace-cli', body.clientId]));
    const listed = { name: 'Listed', redirectUris: [BACK], signOutUris: [], keepsSecret: false, deviceFlow: false, trusted: true, active: true };
    expect(data.find(({ appId }) => appId === body.appId)).toMatchObject(listed);
  });

  it('change by version, and get no token when they are inactive', async () => {
    const { appId, clientId } = (await register()).body;
    const change = (body: object, seen?: string, id = appId) => call<{ code: string; version?: number }>('PATCH', `/v1/apps/${id}`, body, { seen });
    expect(await change({ name: 'Shop' }, '"1"')).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await change({ name: 'Shop' }, '"1"')).toMatchObject({ status: 412, body: { code: 'version-stale' } });
    expect(await change({ redirectUris: [] })).toMatchObject({ status: 422, body: { code: 'app-unreachable' } });
    expect(await change({ active: false }, '*', newId())).toMatchObject({ status: 404 });
    expect(await change({ active: false })).toMatchObject({ status: 200 });
    expect(await signIn(clientId)).toContain('client is invalid');
    expect(await change({ active: true, redirectUris: ['https://shop.example/other'] })).toMatchObject({ status: 200 });
    expect(await signIn(clientId)).toContain('redirect_uri');
  });

  describe('that are closed', () => {
    const canRenew = ({ config }: { config: client.Configuration }, token: string) =>
      client.refreshTokenGrant(config, token).then(
        () => true,
        () => false,
      );

    it('leave nothing that is good again when they are opened', async () => {
      const { appId, clientId } = (await register({ trusted: true })).body;
      const other = (await register({ trusted: true })).body;
      const enter = async (id: string) => {
        const going = await beginSignIn(await discover(identity.url, id), new PlainBrowser(identity.url), { redirect_uri: BACK });
        await going.browser.submit('Sign in', { email: EMAIL, password: PASSWORD });
        return { ...going, tokens: await redeemCode(going) };
      };
      const [one, of] = [await enter(clientId), await enter(other.clientId)];
      const change = (active: boolean) => call('PATCH', `/v1/apps/${appId}`, { active });
      expect(await change(false)).toMatchObject({ status: 200 });
      const { signIns } = (await (await fetch(`${identity.url}/.well-known/ended-sessions.json`)).json()) as { signIns: string[] };
      expect(signIns).toContain(decodeJwt(one.tokens.access_token).signIn);
      expect(signIns).not.toContain(decodeJwt(of.tokens.access_token).signIn);
      expect(await change(true)).toMatchObject({ status: 200 });
      expect(await canRenew(one, one.tokens.refresh_token!)).toBe(false);
      expect(await canRenew(of, of.tokens.refresh_token!)).toBe(true);
      expect((await enter(clientId)).tokens.refresh_token).toBeDefined();
    });
  });

  describe('that keep a secret', () => {
    type Listed = Registered & Readonly<{ secretUsedAt?: string; previousSecretUntil?: string; previousSecretUsedAt?: string }>;
    const rotate = (appId: string, body: object = {}, key?: string) =>
      call<Registered & { code?: string }>('POST', `/v1/apps/${appId}/secret-rotations`, body, { key });
    const listed = async (appId: string) => (await call<{ data: Listed[] }>('GET', '/v1/apps?limit=200')).body.data.find((each) => each.appId === appId)!;

    it('get another one, shown once, and the one before is good for a while; each says when it was used', async () => {
      const { appId, clientId, clientSecret } = (await register({ keepsSecret: true })).body;
      expect(await listed(appId)).not.toHaveProperty('secretUsedAt');
      expect(await signIn(clientId, clientSecret)).toBe('bearer');
      expect(Date.now() - Date.parse((await listed(appId)).secretUsedAt!)).toBeLessThan(60_000);
      const key = newId();
      const { body } = await rotate(appId, { overlapHours: 168 }, key);
      expect(body).toMatchObject({ appId, version: 2, clientSecret: expect.any(String) as string });
      expect((await rotate(appId, { overlapHours: 168 }, key)).body).toEqual({ appId, version: 2 });
      const shown = await listed(appId);
      expect(shown).not.toHaveProperty('secretUsedAt');
      expect(shown).toHaveProperty('previousSecretUsedAt');
      expect(Date.parse(shown.previousSecretUntil!) - Date.now()).toBeGreaterThan(167 * 3_600_000);
      expect([await signIn(clientId, clientSecret), await signIn(clientId, body.clientSecret)]).toEqual(['bearer', 'bearer']);
      expect(await listed(appId)).toHaveProperty('secretUsedAt');
      await query(`update app set previous_secret_until = now() where id = '${appId}'`);
      expect([await signIn(clientId, clientSecret), await signIn(clientId, body.clientSecret)]).toEqual(['invalid_client', 'bearer']);
      expect(await listed(appId)).not.toHaveProperty('previousSecretUntil');
    });

    it('lose the one before at once when nothing overlaps, and it overlaps for a week at most', async () => {
      const { appId, clientId, clientSecret } = (await register({ keepsSecret: true })).body;
      expect((await rotate(appId, { overlapHours: 169 })).status).toBe(400);
      const { body } = await rotate(appId, { overlapHours: 0 });
      expect([await signIn(clientId, clientSecret), await signIn(clientId, body.clientSecret)]).toEqual(['invalid_client', 'bearer']);
    });

    it('are no others', async () => {
      const { appId } = (await register()).body;
      expect(await rotate(appId)).toMatchObject({ status: 409, body: { code: 'app-keeps-no-secret' } });
      expect(await rotate(newId())).toMatchObject({ status: 404 });
    });
  });

  describe('that act for themselves', () => {
    type Made = Readonly<{ accountId: string; clientId: string; clientSecret: string }>;
    const make = async (more: object = {}) =>
      (await call<Made>('POST', '/v1/service-accounts', { name: 'Robot', memberships: [{ role: 'auditor' }, { role: 'hr' }], ...more })).body;
    const enter = (made: Made) =>
      call<{ code?: string; accessToken: string }>('POST', '/v1/tokens', { grantType: 'client-credentials', login: made.clientId, secret: made.clientSecret });
    const change = (made: Made, body: object) => call('PATCH', `/v1/service-accounts/${made.accountId}`, body);
    const listed = async ({ accountId }: Made) =>
      (await call<{ data: Record<string, unknown>[] }>('GET', '/v1/service-accounts?limit=200')).body.data.find((each) => each.accountId === accountId)!;
    const permissionsIn = async (made: Made) => decodeJwt((await enter(made)).body.accessToken).globalPermissions as string[];

    it('may do what was chosen of what their roles permit, and nothing beyond', async () => {
      const company = newId();
      await query(`insert into company values ('${company}', 'Here ${company}', 'GB', 'Europe/London', 'GBP', now(), 1)`);
      const made = await make({ permissions: ['hr.employee.view', 'orders.*', 'finance.journal-entry.post'] });
      expect((await permissionsIn(made)).sort()).toEqual(
        ['hr.employee.view', 'orders.customer.view', 'orders.price.view', 'orders.return.view', 'orders.sales-order.view'].sort(),
      );
      expect(await listed(made)).toMatchObject({ permissions: ['hr.employee.view', 'orders.*', 'finance.journal-entry.post'] });
      const mayHire = async () => {
        const path = `/v1/service-accounts/${made.accountId}/access?operation=Employees_hire&companyId=${company}`;
        return (await call<{ allowed: boolean }[]>('GET', path)).body.map(({ allowed }) => allowed);
      };
      expect(await mayHire()).toEqual([false]);
      expect(await change(made, { permissions: null })).toMatchObject({ status: 200 });
      expect(await mayHire()).toEqual([true]);
      expect(await permissionsIn(made)).toContain('hr.*');
    });

    it('are not held to what nothing asks for', async () => {
      const unknown = { status: 422, body: { code: 'permission-unknown', unknown: ['orders.sales-order.palce'] } };
      const permissions = ['orders.sales-order.price', 'orders.sales-order.palce'];
      expect(await call('POST', '/v1/service-accounts', { name: 'Robot', memberships: [{ role: 'auditor' }], permissions })).toMatchObject(unknown);
      expect(await change(await make(), { permissions })).toMatchObject(unknown);
    });

    it('lose the tokens that they have when what they may do is changed', async () => {
      const made = await make();
      expect(await change(made, { permissions: ['hr.employee.view'] })).toMatchObject({ status: 200 });
      const { sessions } = (await (await fetch(`${identity.url}/.well-known/ended-sessions.json`)).json()) as { sessions: Record<string, number> };
      expect(sessions[made.accountId]).toBe(2);
      expect(await permissionsIn(made)).toEqual(['hr.employee.view']);
    });

    it('get no token from their end on, at either door, and one again when it is put off', async () => {
      const made = await make({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
      const short = await make({ expiresAt: new Date(Date.now() + 100_000).toISOString() });
      const config = await discover(identity.url, short.clientId, client.ClientSecretBasic(short.clientSecret));
      const lives = [decodeJwt((await enter(short)).body.accessToken), decodeJwt((await client.clientCredentialsGrant(config)).access_token)];
      for (const { iat, exp } of lives) expect(exp! - iat!).toBeLessThanOrEqual(100);
      const grant = async () => {
        const config = await discover(identity.url, made.clientId, client.ClientSecretBasic(made.clientSecret));
        return client.clientCredentialsGrant(config).then(
          () => 'granted',
          () => 'refused',
        );
      };
      expect([(await enter(made)).status, await grant()]).toEqual([200, 'granted']);
      expect(await change(made, { expiresAt: '2026-01-01T00:00:00Z' })).toMatchObject({ status: 200 });
      expect([(await enter(made)).body.code, await grant()]).toEqual(['sign-in-refused', 'refused']);
      expect(await change(made, { expiresAt: null })).toMatchObject({ status: 200 });
      expect([(await enter(made)).status, await grant()]).toEqual([200, 'granted']);
      expect(await listed(made)).not.toHaveProperty('expiresAt');
    });

    it('have no end when null is said of it, and no access once their time is over', async () => {
      const made = await make({ expiresAt: null, permissions: null });
      expect((await enter(made)).status).toBe(200);
      expect(await change(made, { expiresAt: '2026-01-01T00:00:00Z' })).toMatchObject({ status: 200 });
      const { body } = await call<object[]>('GET', `/v1/service-accounts/${made.accountId}/access?operation=OrderList_list`);
      expect(body).toMatchObject([{ allowed: false, refusal: 'account-inactive' }]);
    });

    it('tell when their secrets were used last', async () => {
      const made = await make();
      expect(await listed(made)).not.toHaveProperty('secretUsedAt');
      await enter(made);
      expect(await listed(made)).toHaveProperty('secretUsedAt');
      const { body } = await call<{ clientSecret: string }>('POST', `/v1/service-accounts/${made.accountId}/secret-rotations`, { overlapHours: 1 });
      expect(await listed(made)).toMatchObject({ previousSecretUsedAt: expect.any(String) as string, previousSecretUntil: expect.any(String) as string });
      await enter({ ...made, clientSecret: body.clientSecret });
      expect(await listed(made)).toHaveProperty('secretUsedAt');
    });

    it.each([
      { permissions: [] },
      { permissions: ['all of them'] },
      { permissions: ['hr.*', 'hr.*'] },
      { expiresAt: 'tomorrow' },
      { expiresAt: '2026-02-30T00:00:00Z' },
    ])('are refused with %o', async (more) => {
      const wish = { name: 'Robot', memberships: [{ role: 'auditor' }], ...more };
      expect(await call('POST', '/v1/service-accounts', wish)).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    });
  });

  const query = (sql: string) => identity.database.query(statement(sql));
});
