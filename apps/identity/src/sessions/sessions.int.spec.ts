import { newId } from '@millrace/kernel';
import { statement } from '@millrace/persistence';
import { beginSignIn, discover, PlainBrowser, redeemCode, ServiceAtWork } from '@millrace/testing';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { definition } from '../definition.js';
import { hashPassword } from '../domain/password-hash.js';

const SETTINGS = { TOKEN_ISSUER: 'millrace', IDENTITY_SECRET: 'a secret of sixteen bytes' };
const PASSWORD = 'correct horse battery';
const BACK = 'https://shop.example/back';
const COMPANY = newId();

type Listed = Readonly<{ sessionId: string; kind: string; app?: string; startedAt: string; usedAt: string; endsAt: string }>;

describe('where somebody is signed in', () => {
  let identity: ServiceAtWork;
  let passwordHash: string;

  beforeAll(async () => {
    identity = await ServiceAtWork.start(inject('servers'), definition, (PUBLIC_URL) => ({ ...SETTINGS, PUBLIC_URL }));
    passwordHash = await hashPassword(PASSWORD);
    await query(`insert into company values ($1, 'Here', 'GB', 'Europe/London', 'GBP', now(), 1)`, COMPANY);
    await query(`insert into app values ($1, 'shop', 'The shop', $2, '[]', false, true, null, true, now(), 1)`, newId(), JSON.stringify([BACK]));
  });

  afterAll(() => identity.stop());

  const query = <Row extends object>(sql: string, ...values: unknown[]) => identity.database.query<Row>(statement(sql), values);

  async function person(role = 'sales') {
    const [accountId, email] = [newId(), `${newId()}@example.com`];
    await query(
      `insert into account (id, kind, login, name, secret_hash, active, created_at, version) values ($1, 'user', $2, 'Anna', $3, true, now(), 1)`,
      accountId,
      email,
      passwordHash,
    );
    await query('insert into membership values ($1, $2, $3, $4)', newId(), accountId, COMPANY, role);
    return { accountId, email };
  }

  async function signedIn(email: string, browser = new PlainBrowser(identity.url)) {
    const going = await beginSignIn(await discover(identity.url, 'shop'), browser, { redirect_uri: BACK });
    await browser.submit('Sign in', { email, password: PASSWORD });
    return { ...going, tokens: await redeemCode(going) };
  }

  async function call<Body>(method: string, path: string, token: string, body?: object, headers: Record<string, string> = {}) {
    const answer = await fetch(`${identity.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': newId(), ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      body: body && JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Body };
  }

  const sessions = async (token: string) => (await call<Listed[]>('GET', '/v1/sessions', token)).body;
  const canRenew = ({ config, tokens }: Awaited<ReturnType<typeof signedIn>>) =>
    client.refreshTokenGrant(config, tokens.refresh_token!).then(
      () => true,
      () => false,
    );
  const ended = async () => ((await (await fetch(`${identity.url}/.well-known/ended-sessions.json`)).json()) as { signIns: string[] }).signIns;

  it('lists browsers and apps of the one who asks alone', async () => {
    const [anna, bob] = [await person(), await person()];
    const { tokens } = await signedIn(anna.email);
    await signedIn(bob.email);
    const listed = await sessions(tokens.access_token);
    expect(listed.map(({ kind, app }) => `${kind} ${app ?? ''}`).sort()).toEqual(['app The shop', 'browser ']);
    for (const { startedAt, usedAt, endsAt } of listed)
      expect([startedAt <= usedAt, usedAt < endsAt, Date.parse(endsAt) > Date.now()]).toEqual([true, true, true]);
  });

  it('ends in one app alone', async () => {
    const { email } = await person();
    const [one, other] = [await signedIn(email), await signedIn(email)];
    const first = (await sessions(one.tokens.access_token)).findLast(({ kind }) => kind === 'app');
    expect(await call('POST', `/v1/sessions/${first!.sessionId}/sign-out`, one.tokens.access_token)).toEqual({
      status: 200,
      body: { sessionId: first!.sessionId },
    });
    expect(await ended()).toContain(first!.sessionId);
    expect([await canRenew(one), await canRenew(other)]).toEqual([false, true]);
    expect((await sessions(other.tokens.access_token)).map(({ sessionId }) => sessionId)).not.toContain(first!.sessionId);
  });

  it('ends in one browser with the apps that were let in there', async () => {
    const { email } = await person();
    const [one, other] = [await signedIn(email), await signedIn(email)];
    const first = (await sessions(one.tokens.access_token)).findLast(({ kind }) => kind === 'browser');
    expect((await call('POST', `/v1/sessions/${first!.sessionId}/sign-out`, one.tokens.access_token)).status).toBe(200);
    expect([await canRenew(one), await canRenew(other)]).toEqual([false, true]);
    const again = await beginSignIn(one.config, one.browser, { redirect_uri: BACK });
    expect(again.browser.shown!.text).toContain('<h1>Sign in</h1>');
  });

  it('is nobody else’s to end', async () => {
    const [anna, bob] = [await signedIn((await person()).email), await signedIn((await person()).email)];
    for (const { sessionId } of await sessions(anna.tokens.access_token)) {
      expect(await call('POST', `/v1/sessions/${sessionId}/sign-out`, bob.tokens.access_token)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect(await canRenew(anna)).toBe(true);
  });

  it.each<[string, (token: string, accountId: string) => Promise<unknown>]>([
    ['is signed out everywhere', (token) => call('POST', '/v1/sign-outs', token)],
    ['has another password', (token) => call('POST', '/v1/password-changes', token, { currentPassword: PASSWORD, newPassword: 'another horse battery' })],
    [
      'is closed',
      async (_token, accountId) => {
        const boss = (await signedIn((await person('administrator')).email)).tokens.access_token;
        return call('PATCH', `/v1/users/${accountId}`, boss, { active: false }, { 'if-match': '*' });
      },
    ],
  ])('ends everywhere at once when the account %s', async (_what, act) => {
    const { accountId, email } = await person();
    const [one, other] = [await signedIn(email), await signedIn(email)];
    expect(await act(one.tokens.access_token, accountId)).toMatchObject({ status: 200 });
    expect([await canRenew(one), await canRenew(other)]).toEqual([false, false]);
    expect(await query(`select model from sign_in_state where account_id = $1 and ended_at is null`, accountId)).toEqual([]);
    const again = await beginSignIn(one.config, one.browser, { redirect_uri: BACK });
    expect(again.browser.shown!.text).toContain('<h1>Sign in</h1>');
  });
});
