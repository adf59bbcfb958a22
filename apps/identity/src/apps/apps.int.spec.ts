import { newId } from '@millrace/kernel';
import { statement } from '@millrace/persistence';
import { beginSignIn, discover, PlainBrowser, redeemCode, ServiceAtWork } from '@millrace/testing';
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

  const query = (sql: string) => identity.database.query(statement(sql));
});
