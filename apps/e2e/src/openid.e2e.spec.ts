import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { newId } from '@millrace/kernel';
import { beginSignIn, discover, eventually, PlainBrowser, redeemCode } from '@millrace/testing';
import * as client from 'openid-client';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

const BACK = 'https://shop.example/back';
const MINUTE = 60_000;

describe('signing in by OpenID Connect, through the gateway', () => {
  const suite = new Suite();
  const { gateway } = suite.site;
  let company: Company;
  let shop: string;

  beforeAll(async () => {
    company = await Company.found(suite, 'Standards');
    const app = await suite.administrator.post<{ clientId: string }>('/v1/apps', { name: 'Web shop', redirectUris: [BACK], trusted: true });
    shop = app.clientId;
  });

  async function person() {
    const who = { email: `${newId()}@example.com`, password: newId() };
    const memberships = [{ companyId: company.companyId, role: 'sales' }];
    const { accountId } = await suite.administrator.post<{ accountId: string }>('/v1/users', { ...who, name: 'Anna', memberships });
    return { ...who, accountId };
  }

  async function signedIn({ email, password }: { email: string; password: string }) {
    const browser = new PlainBrowser(gateway);
    const going = await beginSignIn(await discover(gateway, shop), browser, { redirect_uri: BACK });
    await browser.submit('Sign in', { email, password });
    return { ...going, tokens: await redeemCode(going) };
  }

  const orders = (token: string) => fetch(`${gateway}/v1/sales-orders`, { headers: { authorization: `Bearer ${token}` } });
  const post = (path: string, token: string) =>
    fetch(`${gateway}${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'idempotency-key': newId() } });

  it('gives an app what a person may do, by authorization code and PKCE', async () => {
    const who = await person();
    const { tokens, config, browser } = await signedIn(who);
    expect(tokens.claims()).toMatchObject({ iss: gateway, aud: shop, sub: who.accountId, email: who.email });
    expect((await orders(tokens.access_token)).status).toBe(200);
    expect((await fetch(`${gateway}/v1/employees`, { headers: { authorization: `Bearer ${tokens.access_token}` } })).status).toBe(403);
    const next = await client.refreshTokenGrant(config, tokens.refresh_token!);
    expect((await orders(next.access_token)).status).toBe(200);
    expect(browser.cookies.size).toBeGreaterThan(0);
    await expectCleanAudit(suite);
  });

  it('passes the script of its pages on, for browsers to keep and to run as what it is', async () => {
    const script = readFileSync(new URL('../../identity/browser/passkeys.js', import.meta.url));
    const digest = createHash('sha256').update(script).digest('base64url').slice(0, 16);
    const { status, headers } = await fetch(`${gateway}/sign-in/passkeys.js?v=${digest}`);
    expect([status, headers.get('content-type'), headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
      'nosniff',
    ]);
    expect((await fetch(`${gateway}/sign-in/passkeys.js?v=1`)).headers.get('cache-control')).toBe('no-store');
  });

  it('lets nobody in on a refresh token that was used, nor on its family, nor for long on what came of it', async () => {
    const { tokens, config } = await signedIn(await person());
    const next = await client.refreshTokenGrant(config, tokens.refresh_token!);
    const refused = { error: 'invalid_grant' };
    await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject(refused);
    await expect(client.refreshTokenGrant(config, next.refresh_token!)).rejects.toMatchObject(refused);
    await eventually(async () => expect((await orders(next.access_token)).status).toBe(401), MINUTE);
    await expectCleanAudit(suite);
  });

  it('ends one sign-in alone within a minute', async () => {
    const who = await person();
    const [one, other] = [await signedIn(who), await signedIn(who)];
    const headers = { authorization: `Bearer ${one.tokens.access_token}` };
    const listed = (await (await fetch(`${gateway}/v1/sessions`, { headers })).json()) as { sessionId: string; kind: string }[];
    const oldest = listed.findLast(({ kind }) => kind === 'app')!;
    expect((await post(`/v1/sessions/${oldest.sessionId}/sign-out`, other.tokens.access_token)).status).toBe(200);
    await expect(client.refreshTokenGrant(one.config, one.tokens.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
    await eventually(async () => expect((await orders(one.tokens.access_token)).status).toBe(401), MINUTE);
    expect((await orders(other.tokens.access_token)).status).toBe(200);
    await expectCleanAudit(suite);
  });

  it('keeps out who was deactivated: no new token at once, and no old one within a minute', async () => {
    const who = await person();
    const { tokens, config } = await signedIn(who);
    await suite.administrator.call('PATCH', `/v1/users/${who.accountId}`, { body: { active: false }, headers: { 'if-match': '*' } });
    await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
    await eventually(async () => expect((await orders(tokens.access_token)).status).toBe(401), MINUTE);
    await expectCleanAudit(suite);
  });

  it('gives an app for itself a token by its secret, and the command line one by a code on another device', async () => {
    type Made = { clientId: string; clientSecret: string };
    const made = await suite.administrator.post<Made>('/v1/service-accounts', { name: 'App', memberships: [{ companyId: company.companyId, role: 'sales' }] });
    const config = await discover(gateway, made.clientId, client.ClientSecretBasic(made.clientSecret));
    expect((await orders((await client.clientCredentialsGrant(config)).access_token)).status).toBe(200);
    const [who, line, browser] = [await person(), await discover(gateway, 'millrace-cli'), new PlainBrowser(gateway)];
    const device = await client.initiateDeviceAuthorization(line, { scope: 'openid api' });
    expect(new URL(device.verification_uri).origin).toBe(gateway);
    await browser.open(device.verification_uri);
    await browser.submit('Go on', { user_code: device.user_code });
    await browser.submit('It is: sign it in');
    await browser.submit('Sign in', who);
    const tokens = await client.pollDeviceAuthorizationGrant(line, { ...device, interval: 1 });
    expect((await orders(tokens.access_token)).status).toBe(200);
    await expectCleanAudit(suite);
  });
});
