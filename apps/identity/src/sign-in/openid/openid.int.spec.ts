import { type Identity, TokenVerifier, TrailNotes } from '@millrace/chassis';
import { newId } from '@millrace/kernel';
import { statement } from '@millrace/persistence';
import { beginSignIn, discover, eventually, type Going, PlainBrowser, redeemCode, ServiceAtWork } from '@millrace/testing';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as client from 'openid-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { definition } from '../../definition.js';
import { hashPassword } from '../../domain/password-hash.js';
import { SignInStateRepository } from '../../persistence/sign-in-state.repository.js';
import { SigningKeys } from '../../persistence/signing-keys.js';
import { Vault } from '../../persistence/vault.js';
import { Credentials } from '../../persistence/credentials.js';

const BACK = 'https://shop.example/back';
const SETTINGS = { TOKEN_ISSUER: 'millrace', IDENTITY_SECRET: 'a secret of sixteen bytes' };
const PASSWORD = 'correct horse battery';
const [HERE, THERE] = [newId(), newId()];
const ROTATED = statement(`update signing_key set created_at = created_at - interval '70 seconds'`);

/** What went wrong, wherever openid-client says it. */
type Failed = Readonly<{ error?: string; code?: string; cause?: { error?: string; 0?: { parameters: { error?: string } } } }>;
type Person = Readonly<{ accountId: string; email: string }>;

describe('signing in by OpenID Connect', () => {
  let identity: ServiceAtWork;
  let verifier: TokenVerifier;
  let passwordHash: string;

  beforeAll(async () => {
    identity = await ServiceAtWork.start(inject('servers'), definition, (PUBLIC_URL) => ({ ...SETTINGS, PUBLIC_URL }));
    verifier = new TokenVerifier(`${identity.url}/.well-known/jwks.json`, 'millrace');
    passwordHash = await hashPassword(PASSWORD);
    const company = statement(`insert into company values ($1, $2, 'GB', 'Europe/London', 'GBP', now(), 1)`);
    await identity.database.query(company, [HERE, 'Here']);
    await identity.database.query(company, [THERE, 'There']);
    await app('shop', { trusted: true });
    await app('stranger', { trusted: false });
    await app('desktop', { uris: ['http://127.0.0.1/back'] });
  });

  afterAll(async () => {
    verifier.close();
    await identity.stop();
  });

  const query = <Row extends object>(sql: string, ...values: unknown[]) => identity.database.query<Row>(statement(sql), values);

  async function account(kind: 'user' | 'service', login: string, companies: readonly string[] = [HERE], role = 'sales'): Promise<string> {
    const id = newId();
    await query(
      `insert into account (id, kind, login, name, secret_hash, active, created_at, version) values ($1, $2, $3, 'Anna', $4, true, now(), 1)`,
      id,
      kind,
      login,
      passwordHash,
    );
    for (const companyId of companies) await query('insert into membership values ($1, $2, $3, $4)', newId(), id, companyId, role);
    return id;
  }

  async function person(companies?: readonly string[]): Promise<Person> {
    const email = `${newId()}@example.com`;
    return { accountId: await account('user', email, companies), email };
  }

  async function app(clientId: string, { trusted = true, secretHash = null as string | null, uris = [BACK] } = {}): Promise<void> {
    await query(
      `insert into app values ($1, $2, 'The shop', $3, '[]', false, $4, $5, true, now(), 1)`,
      newId(),
      clientId,
      JSON.stringify(uris),
      trusted,
      secretHash,
    );
  }

  const party = (clientId = 'shop', auth?: client.ClientAuth) => discover(identity.url, clientId, auth);

  const begin = (config: client.Configuration, parameters: Record<string, string> = {}, browser = new PlainBrowser(identity.url)) =>
    beginSignIn(config, browser, { redirect_uri: BACK, ...parameters });

  const enter = ({ browser }: Pick<Going, 'browser'>, { email }: Person, password = PASSWORD) => browser.submit('Sign in', { email, password });

  /** All the way: an app of ours has the tokens of a person. */
  async function signedIn(who: Person, parameters: Record<string, string> = {}, browser?: PlainBrowser) {
    const going = await begin(await party(), parameters, browser);
    await enter(going, who);
    return { ...going, tokens: await redeemCode(going) };
  }

  const errorOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'nothing was wrong',
      (error: Failed) => error.error ?? error.cause?.[0]?.parameters.error ?? error.cause?.error ?? error.code,
    );
  const errorIn = ({ browser }: Going) => browser.shown!.url.searchParams.get('error');
  const identityIn = (token: string): Promise<Identity | undefined> => verifier.verify(token);

  describe('discovery', () => {
    it('names what there is at the address of the issuer, and nothing that is out of date', async () => {
      const metadata = (await party()).serverMetadata();
      expect(metadata).toMatchObject({
        issuer: identity.url,
        authorization_endpoint: `${identity.url}/oauth/authorize`,
        token_endpoint: `${identity.url}/oauth/token`,
        device_authorization_endpoint: `${identity.url}/oauth/device-authorization`,
        jwks_uri: `${identity.url}/.well-known/jwks.json`,
        response_types_supported: ['code'],
        code_challenge_methods_supported: ['S256'],
        id_token_signing_alg_values_supported: ['EdDSA'],
      });
      expect([...metadata.grant_types_supported!].sort()).toEqual([
        'authorization_code',
        'client_credentials',
        'refresh_token',
        'urn:ietf:params:oauth:grant-type:device_code',
      ]);
    });
  });

  describe('a person in a browser', () => {
    it('gets tokens that services take as they are', async () => {
      const who = await person();
      const { tokens } = await signedIn(who);
      expect(tokens.claims()).toMatchObject({ iss: identity.url, sub: who.accountId, name: 'Anna', email: who.email });
      expect(await identityIn(tokens.access_token)).toMatchObject({ subject: who.accountId, companyId: HERE, session: 1, globalPermissions: [] });
      expect((await identityIn(tokens.access_token))!.permissions).toContain('orders.sales-order.place');
      expect(tokens.expires_in).toBe(900);
    });

    it('gets a token for the company that was asked for, and for no other', async () => {
      const who = await person([HERE, THERE]);
      const resource = `${identity.url}/companies/${THERE}`;
      const { tokens, config } = await signedIn(who, { resource });
      expect(await identityIn(tokens.access_token)).toMatchObject({ companyId: THERE });
      expect(await errorOf(client.refreshTokenGrant(config, tokens.refresh_token!, { resource: `${identity.url}/companies/${HERE}` }))).toBe('invalid_target');
      const going = await begin(config, { resource: `${identity.url}/companies/${newId()}` });
      await enter(going, who);
      expect(await errorOf(redeemCode(going))).toBe('invalid_target');
    });

    it('gets no token for the suite when the app only asks who it is', async () => {
      const { tokens } = await signedIn(await person(), { scope: 'openid email' });
      expect(tokens.claims()!.email).toBeDefined();
      expect(await identityIn(tokens.access_token)).toBeUndefined();
    });

    it('is not asked again in the same browser, but in another one', async () => {
      const who = await person();
      const { browser, config } = await signedIn(who);
      const again = await begin(config, {}, browser);
      expect((await redeemCode(again)).claims()!.sub).toBe(who.accountId);
      expect((await begin(config)).browser.shown!.text).toContain('<h1>Sign in</h1>');
    });

    it('is asked again after twelve hours, however often the browser was used', async () => {
      const { browser, config } = await signedIn(await person());
      const real = Date.now.bind(Date);
      const afterHours = (hours: number) => vi.spyOn(Date, 'now').mockImplementation(() => real() + hours * 3_600_000);
      afterHours(11);
      expect((await begin(config, {}, browser)).browser.shown!.url.searchParams.get('code')).not.toBeNull();
      afterHours(13);
      expect((await begin(config, {}, browser)).browser.shown!.text).toContain('<h1>Sign in</h1>');
      vi.restoreAllMocks();
    });

    it('is told that the password is wrong, keeps what was typed, and is held up after ten', async () => {
      const who = await person();
      const going = await begin(await party());
      for (let at = 0; at < 10; at++) expect(await enter(going, who, 'wrong <password>')).toMatchObject({ status: 401 });
      expect(going.browser.shown!.text).toContain(`value="${who.email}"`);
      expect(going.browser.shown!.text).toContain('role="alert"');
      expect(going.browser.shown!.text).not.toContain('wrong <password>');
      expect(await enter(going, who)).toMatchObject({ status: 429 });
    });

    it.each([
      ['a NUL', { email: 'anna\u0000@example.com' }],
      ['a login that is too long', { email: `${'a'.repeat(320)}@example.com` }],
      ['a password that is too long', { password: 'p'.repeat(1_025) }],
    ])('is told that the password is wrong for %s, and nothing is compared', async (_what, typed) => {
      const who = await person();
      const going = await begin(await party());
      for (let at = 0; at < 12; at++)
        expect(await going.browser.submit('Sign in', { email: who.email, password: PASSWORD, ...typed })).toMatchObject({ status: 401 });
      expect(going.browser.shown!.text).toContain('role="alert"');
    });

    it('can call it off', async () => {
      const going = await begin(await party());
      await going.browser.submit('Cancel');
      expect(errorIn(going)).toBe('access_denied');
    });

    it('sees pages that run nothing, are in no frame, and send forms here alone', async () => {
      const { browser } = await begin(await party());
      const policy = browser.shown!.headers.get('content-security-policy')!;
      expect(policy).toMatch(
        /^default-src 'none';script-src;style-src 'sha256-[^']+';base-uri 'none';form-action 'self' https:\/\/shop\.example;frame-ancestors 'none'$/,
      );
      expect(browser.shown!.headers.get('cache-control')).toBe('no-store');
      expect(browser.shown!.text).not.toMatch(/<script|\son\w+=/);
      for (const [, { attributes }] of browser.cookies) expect(attributes).toMatch(/samesite=lax; httponly/i);
    });

    it('cannot be signed in by a form that another page sends', async () => {
      const who = await person();
      const going = await begin(await party());
      const send = (mark: string, browser = going.browser) =>
        browser.open(going.browser.shown!.url, { method: 'POST', body: new URLSearchParams({ mark, step: 'password', email: who.email, password: PASSWORD }) });
      expect(await send('')).toMatchObject({ status: 400 });
      await going.browser.open(going.url);
      const { mark } = /name="mark" value="(?<mark>[^"]+)"/.exec(going.browser.shown!.text)!.groups!;
      expect(await send(mark!, new PlainBrowser(identity.url))).toMatchObject({ status: 400 });
      expect(await send('x'.repeat(mark!.length))).toMatchObject({ status: 400 });
    });

    it.each([
      ['changed its password', `update account set secret_hash = 'another', session = session + 1, sessions_ended_at = now() where id = $1`],
      ['signed out everywhere', 'update account set session = session + 1, sessions_ended_at = now() where id = $1'],
    ])('cannot finish a sign-in that was proven before the account %s', async (_what, change) => {
      const who = await person();
      const going = await begin(await party());
      const { mark } = /name="mark" value="(?<mark>[^"]+)"/.exec(going.browser.shown!.text)!.groups!;
      const page = going.browser.shown!.url;
      const cookie = [...going.browser.cookies].map(([key, { value }]) => `${key.split(' ')[0]}=${value}`).join('; ');
      const body = new URLSearchParams({ mark: mark!, step: 'password', email: who.email, password: PASSWORD });
      const proven = await fetch(page, { method: 'POST', redirect: 'manual', headers: { cookie }, body });
      expect(proven.status).toBe(303);
      await query(change, who.accountId);
      expect((await going.browser.open(proven.headers.get('location')!)).text).toContain('<h1>Sign in</h1>');
    });

    it('signs out of the browser, and tokens that last as long as it end with it', async () => {
      const { browser, tokens, config } = await signedIn(await person());
      await browser.open(client.buildEndSessionUrl(config, { id_token_hint: tokens.id_token! }));
      expect((await browser.submit('Sign out')).text).toContain('Signed out');
      expect(await errorOf(client.refreshTokenGrant(config, tokens.refresh_token!))).toBe('invalid_grant');
      expect((await begin(config, {}, browser)).browser.shown!.text).toContain('<h1>Sign in</h1>');
    });
  });

  describe('what an app asks for', () => {
    it.each([
      ['no challenge', { code_challenge: '', code_challenge_method: '' }],
      ['a plain challenge', { code_challenge_method: 'plain' }],
    ])('is refused with %s', async (_what, parameters) => {
      const config = await party();
      const going = await begin(config, parameters);
      expect(errorIn(going)).toBe('invalid_request');
      expect(going.browser.shown!.url.searchParams.get('state')).toBe('the state');
    });

    it.each(['no\u0000body', 'nobödy', 'n'.repeat(101)])('is refused under the name %j, which no app has', async (name) => {
      const answer = await fetch(`${identity.url}/oauth/authorize?client_id=${encodeURIComponent(name)}&response_type=code`);
      expect(answer.status).toBe(400);
    });

    it.each(['token', 'id_token', 'code id_token'])('is refused with the response type %s', async (response_type) => {
      const { browser } = await begin(await party(), { response_type, nonce: 'once' });
      expect(browser.shown!.url.origin).toBe('https://shop.example');
      expect(browser.shown!.url.hash).toMatch(/error=(unsupported_response_type|invalid_request)/);
      expect(browser.shown!.url.hash).not.toContain('token=');
    });

    it.each([
      'https://shop.example/other',
      `${BACK}/more`,
      `${BACK}?more`,
      'http://shop.example/back',
      'https://shop.example:444/back',
      'https://evil.example/back',
    ])('is told nothing at %s, where it was not registered', async (redirect_uri) => {
      const { browser } = await begin(await party(), { redirect_uri });
      expect(browser.shown).toMatchObject({ status: 400, text: expect.stringContaining('redirect_uri') });
    });

    it('may have any port on the machine itself, where the person is always asked', async () => {
      const [who, redirect_uri] = [await person(), 'http://127.0.0.1:10/back'];
      const going = await begin(await party('desktop'), { redirect_uri });
      await enter(going, who);
      await going.browser.submit('Allow');
      expect((await redeemCode(going)).claims()!.sub).toBe(who.accountId);
      expect((await begin(going.config, { redirect_uri }, going.browser)).browser.shown!.text).toContain('<h1>Allow access?</h1>');
    });

    it('is refused with another verifier, and the code is good for the right one', async () => {
      const going = await begin(await party());
      await enter(going, await person());
      expect(await errorOf(redeemCode({ ...going, codeVerifier: client.randomPKCECodeVerifier() }))).toBe('invalid_grant');
      expect((await redeemCode(going)).access_token).toBeDefined();
    });

    it('is refused when another app brings the code', async () => {
      const going = await begin(await party());
      await enter(going, await person());
      expect(await errorOf(redeemCode({ ...going, config: await party('stranger') }))).toBe('invalid_grant');
    });

    it('is refused for who asks with a password, or for a person without one', async () => {
      const config = await party();
      expect(await errorOf(client.genericGrantRequest(config, 'password', { username: 'a', password: 'b' }))).toBe('unsupported_grant_type');
    });
  });

  describe('a page in a browser', () => {
    const ask = (origin: string, code = 'no code') =>
      fetch(`${identity.url}/oauth/token`, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({ grant_type: 'authorization_code', client_id: 'shop', code, redirect_uri: BACK, code_verifier: 'v'.repeat(43) }),
      });

    it('may ask for tokens where its app lives, and nowhere else', async () => {
      expect((await ask('https://shop.example')).headers.get('access-control-allow-origin')).toBe('https://shop.example');
      const foreign = await ask('https://evil.example');
      expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([400, null]);
    });
  });

  describe('a code', () => {
    it('is good once, and used again it ends what came of it', async () => {
      const { tokens, ...going } = await signedIn(await person());
      const first = await identityIn(tokens.access_token);
      expect(await errorOf(redeemCode(going))).toBe('invalid_grant');
      expect(await errorOf(client.refreshTokenGrant(going.config, tokens.refresh_token!))).toBe('invalid_grant');
      expect(await endedSignIns()).toContain(first!.signIn);
    });

    it('is good once also when it comes twice at once', async () => {
      const going = await begin(await party());
      await enter(going, await person());
      const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => redeemCode(going)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
    });
  });

  describe('what strangers leave behind', () => {
    const rows = (since: string) =>
      query<{ model: string; minutes: number }>(
        `select model, extract(epoch from expires_at - now())::int / 60 as minutes from sign_in_state where created_at >= $1 and ended_at is null`,
        since,
      );
    const now = async () => (await query<{ now: string }>('select clock_timestamp()::text as now'))[0]!.now;

    it('lives a quarter of an hour at most, and a sign-in twelve hours', async () => {
      const since = await now();
      const going = await begin(await party());
      const left = await rows(since);
      expect(left.map(({ model }) => model)).toContain('Interaction');
      expect(left.filter(({ minutes }) => minutes > 15)).toEqual([]);
      await enter(going, await person());
      const [session, ...others] = (await rows(since)).filter(({ model }) => model === 'Session');
      expect(others).toEqual([]);
      expect(session!.minutes).toBeGreaterThan(700);
    });

    it('is bounded for each address, and nobody else is held up', async () => {
      const config = await party();
      const authorize = async (address: string) => {
        const url = client.buildAuthorizationUrl(config, {
          redirect_uri: BACK,
          scope: 'openid',
          code_challenge: await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier()),
          code_challenge_method: 'S256',
        });
        return fetch(url, { redirect: 'manual', headers: { 'x-client-address': address } });
      };
      const since = await now();
      const isPage = (answer: Response) => answer.headers.get('location')?.startsWith('/sign-in/') === true;
      let pages = 0;
      for (let at = 0; at < 30; at++) pages += (await Promise.all(Array.from({ length: 50 }, () => authorize('192.0.2.7')))).filter(isPage).length;
      expect(pages).toBeGreaterThan(100);
      expect(pages).toBeLessThanOrEqual(1_000);
      expect((await rows(since)).length).toBeLessThanOrEqual(1_000);
      expect(isPage(await authorize('192.0.2.7'))).toBe(false);
      expect(isPage(await authorize('192.0.2.8'))).toBe(true);
      const refused = await authorize('192.0.2.7');
      expect(refused.headers.get('location') ?? (await refused.text())).toMatch(/temporarily_unavailable|Too many/);
    });
  });

  const endedSignIns = async () => ((await (await fetch(`${identity.url}/.well-known/ended-sessions.json`)).json()) as { signIns: string[] }).signIns;

  describe('a refresh token', () => {
    it('is replaced each time, with the permissions of the moment', async () => {
      const who = await person();
      const { tokens, config } = await signedIn(who);
      await query(`update membership set role_code = 'hr' where account_id = $1`, who.accountId);
      const next = await client.refreshTokenGrant(config, tokens.refresh_token!);
      expect(next.refresh_token).not.toBe(tokens.refresh_token);
      expect((await identityIn(next.access_token))!.permissions).toEqual(['hr.*']);
      expect((await client.refreshTokenGrant(config, next.refresh_token!)).access_token).toBeDefined();
    });

    it('that was used ends its whole family when it comes again', async () => {
      const { tokens, config } = await signedIn(await person());
      const next = await client.refreshTokenGrant(config, tokens.refresh_token!);
      const { signIn } = (await identityIn(next.access_token))!;
      expect(await endedSignIns()).not.toContain(signIn);
      expect(await errorOf(client.refreshTokenGrant(config, tokens.refresh_token!))).toBe('invalid_grant');
      expect(await errorOf(client.refreshTokenGrant(config, next.refresh_token!))).toBe('invalid_grant');
      expect(await endedSignIns()).toContain(signIn);
    });

    it('is good once also when it comes many times at once', async () => {
      const { tokens, config } = await signedIn(await person());
      const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => client.refreshTokenGrant(config, tokens.refresh_token!)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
    });

    it('lasts no longer than the sign-in, however often it was replaced', async () => {
      const { tokens, config } = await signedIn(await person());
      const expiries = () =>
        query<{ e: string }>(
          `select extract(epoch from expires_at)::text as e from sign_in_state where model = 'RefreshToken' order by created_at desc limit 1`,
        );
      const [before] = await expiries();
      await client.refreshTokenGrant(config, tokens.refresh_token!);
      const [after] = await expiries();
      expect(Math.abs(Number(after!.e) - Number(before!.e))).toBeLessThan(3);
    });

    it('of another app is refused', async () => {
      const { tokens } = await signedIn(await person());
      expect(await errorOf(client.refreshTokenGrant(await party('stranger'), tokens.refresh_token!))).toBe('invalid_grant');
    });

    it('can be given back', async () => {
      const { tokens, config } = await signedIn(await person());
      await client.tokenRevocation(config, tokens.refresh_token!);
      expect(await errorOf(client.refreshTokenGrant(config, tokens.refresh_token!))).toBe('invalid_grant');
    });

    it('of an account that was closed is refused at once', async () => {
      const who = await person();
      const { tokens, config, browser } = await signedIn(who);
      await query('update account set active = false, session = session + 1, sessions_ended_at = now() where id = $1', who.accountId);
      expect(await errorOf(client.refreshTokenGrant(config, tokens.refresh_token!))).toBe('invalid_grant');
      expect((await begin(config, {}, browser)).browser.shown!.text).toContain('<h1>Sign in</h1>');
    });
  });

  describe('an app of others', () => {
    it('is let in by the person, who is told what it may and where it leads', async () => {
      const who = await person();
      const going = await begin(await party('stranger'));
      await enter(going, who);
      expect(going.browser.shown!.text).toContain('<h1>Allow access?</h1>');
      expect(going.browser.shown!.text).toContain('<strong>The shop</strong>');
      expect(going.browser.shown!.text).toContain('It leads back to shop.example.');
      await going.browser.submit('Allow');
      expect(await identityIn((await redeemCode(going)).access_token)).toMatchObject({ subject: who.accountId });
    });

    it('is kept out by the person', async () => {
      const going = await begin(await party('stranger'));
      await enter(going, await person());
      await going.browser.submit('Do not allow');
      expect(errorIn(going)).toBe('access_denied');
    });
  });

  describe('an app for itself', () => {
    const tokenOf = async (clientId: string, secret = PASSWORD, parameters: Record<string, string> = {}, auth = client.ClientSecretBasic) =>
      client.clientCredentialsGrant(await party(clientId, auth(secret)), parameters);

    it('gets a token with the id of its account', async () => {
      const id = await account('service', 'app-one');
      for (const auth of [client.ClientSecretBasic, client.ClientSecretPost]) {
        const { access_token: token, refresh_token: refresh } = await tokenOf('app-one', PASSWORD, {}, auth);
        expect(await identityIn(token)).toMatchObject({ subject: id, companyId: HERE, session: 1 });
        expect(refresh).toBeUndefined();
      }
    });

    it('names its company as a resource', async () => {
      await account('service', 'app-two', [HERE, THERE]);
      expect(await identityIn((await tokenOf('app-two')).access_token)).toMatchObject({ companyId: null });
      expect(await identityIn((await tokenOf('app-two', PASSWORD, { resource: `${identity.url}/companies/${THERE}` })).access_token)).toMatchObject({
        companyId: THERE,
      });
      expect(await errorOf(tokenOf('app-two', PASSWORD, { resource: `${identity.url}/companies/${newId()}` }))).toBe('invalid_target');
      expect(await errorOf(tokenOf('app-two', PASSWORD, { resource: 'https://elsewhere.example' }))).toBe('invalid_target');
    });

    it('is refused when its secret was ended while it was checked', async () => {
      const id = await account('service', 'app-five');
      const { prove } = Credentials.prototype;
      vi.spyOn(Credentials.prototype, 'prove').mockImplementation(async function (this: Credentials, claimed) {
        const proven = await prove.call(this, claimed);
        await query(`update account set session = session + 1, sessions_ended_at = now() where id = $1`, id);
        return proven;
      });
      expect(await errorOf(tokenOf('app-five'))).toBe('invalid_grant');
      vi.restoreAllMocks();
      expect((await tokenOf('app-five')).access_token).toBeDefined();
    });

    it('is refused with a wrong secret, with none, and when it is closed, and held up after ten', async () => {
      const id = await account('service', 'app-three');
      expect(await errorOf(client.clientCredentialsGrant(await party('app-three'), {}))).toBe('invalid_client');
      for (let at = 0; at < 10; at++) expect(await errorOf(tokenOf('app-three', 'wrong'))).toBe('invalid_client');
      expect(await errorOf(tokenOf('app-three'))).toBe('temporarily_unavailable');
      const other = await account('service', 'app-four');
      await query('update account set active = false where id = any($1::uuid[])', [id, other]);
      expect(await errorOf(tokenOf('app-four'))).toBe('invalid_client');
    });
  });

  describe('a device', () => {
    async function ask() {
      const config = await party('millrace-cli');
      const device = await client.initiateDeviceAuthorization(config, { scope: 'openid api offline_access' });
      const browser = new PlainBrowser(identity.url);
      return { config, device, browser };
    }
    const poll = ({ config, device }: Awaited<ReturnType<typeof ask>>) =>
      client.genericGrantRequest(config, 'urn:ietf:params:oauth:grant-type:device_code', { device_code: device.device_code });

    it('is signed in by the code that it shows', async () => {
      const [who, asked] = [await person(), await ask()];
      expect(await errorOf(poll(asked))).toBe('authorization_pending');
      await asked.browser.open(asked.device.verification_uri);
      await asked.browser.submit('Go on', { user_code: asked.device.user_code });
      expect(asked.browser.shown!.text).toContain(`<code>${asked.device.user_code}</code>`);
      await asked.browser.submit('It is: sign it in');
      await enter(asked, who);
      expect(asked.browser.shown!.text).toContain('The device is signed in');
      const tokens = await poll(asked);
      expect(await identityIn(tokens.access_token)).toMatchObject({ subject: who.accountId, companyId: HERE });
      expect(await errorOf(poll(asked))).toBe('invalid_grant');
    });

    it('takes the code from the address that it shows as a picture, with scripts or without', async () => {
      const { browser, device } = await ask();
      await browser.open(device.verification_uri_complete!);
      expect(browser.shown!.headers.get('content-security-policy')).toMatch(/;script-src 'sha256-[^']+';/);
      await browser.submit('Continue');
      expect(browser.shown!.text).toContain(`<code>${device.user_code}</code>`);
    });

    it('has a sign-in of its own, which outlives that of the browser', async () => {
      const who = await person();
      const { browser, config: shop, tokens: shopTokens } = await signedIn(who);
      const asked = { ...(await ask()), browser };
      await browser.open(asked.device.verification_uri);
      await browser.submit('Go on', { user_code: asked.device.user_code });
      await browser.submit('It is: sign it in');
      const tokens = await poll(asked);
      await browser.open(client.buildEndSessionUrl(shop, { id_token_hint: shopTokens.id_token! }));
      await browser.submit('Sign out');
      expect((await client.refreshTokenGrant(asked.config, tokens.refresh_token!)).access_token).toBeDefined();
    });

    it('is turned away by who sees another code', async () => {
      const asked = await ask();
      await asked.browser.open(asked.device.verification_uri);
      await asked.browser.submit('Go on', { user_code: asked.device.user_code });
      await asked.browser.submit('It is not');
      expect(asked.browser.shown!.text).toContain('The device was not signed in.');
      expect(await errorOf(poll(asked))).toBe('access_denied');
    });

    it('is turned away by who calls the sign-in off', async () => {
      const asked = await ask();
      await asked.browser.open(asked.device.verification_uri);
      await asked.browser.submit('Go on', { user_code: asked.device.user_code });
      await asked.browser.submit('It is: sign it in');
      await asked.browser.submit('Cancel');
      expect(await errorOf(poll(asked))).toBe('access_denied');
    });

    it('stays out with a code that nobody was shown', async () => {
      const { browser, device } = await ask();
      await browser.open(device.verification_uri);
      await browser.submit('Go on', { user_code: 'BBBB-BBBB' });
      expect(browser.shown!.text).toContain('This code is not known');
    });
  });

  describe('the audit trail', () => {
    let noted: { subject: string | null; problem: string | null; record: unknown }[];
    beforeEach(() => {
      noted = [];
      const { note } = TrailNotes.prototype;
      vi.spyOn(TrailNotes.prototype, 'note').mockImplementation(function (this: TrailNotes, line) {
        noted.push({ subject: line.subject, problem: line.problem, record: line.origin.record });
        note.call(this, line);
      });
    });
    afterEach(() => void vi.restoreAllMocks());

    const of = (id: string, problem: string | null) => ({ subject: problem === null ? id : null, problem, record: { type: 'account', id } });

    it('has who signed in at the page, and whose account was tried', async () => {
      const who = await person();
      const going = await begin(await party());
      await enter(going, who, 'wrong');
      await enter(going, who);
      expect(noted).toEqual([of(who.accountId, 'sign-in-refused'), of(who.accountId, null)]);
    });

    it('has an app that got a token, and one that got none', async () => {
      const id = await account('service', 'app-noted');
      const ask = async (secret: string) => client.clientCredentialsGrant(await party('app-noted', client.ClientSecretBasic(secret)), {});
      await ask(PASSWORD);
      for (let at = 0; at < 11; at++) await errorOf(ask('wrong'));
      const refused = of(id, 'sign-in-refused');
      expect(noted).toEqual([of(id, null), ...Array.from({ length: 10 }, () => refused), of(id, 'rate-limit-exceeded')]);
    });

    it('has a device that got a token, and not how often it asked before', async () => {
      const who = await person();
      const config = await party('millrace-cli');
      const device = await client.initiateDeviceAuthorization(config, { scope: 'openid api' });
      const poll = () => client.genericGrantRequest(config, 'urn:ietf:params:oauth:grant-type:device_code', { device_code: device.device_code });
      expect(await errorOf(poll())).toBe('authorization_pending');
      const browser = new PlainBrowser(identity.url);
      await browser.open(device.verification_uri);
      await browser.submit('Go on', { user_code: device.user_code });
      await browser.submit('It is: sign it in');
      await enter({ browser }, who);
      await poll();
      expect(noted).toEqual([of(who.accountId, null), of(who.accountId, null)]);
      await errorOf(poll());
      expect(noted.at(-1)).toMatchObject({ subject: null, problem: 'sign-in-refused' });
    });
  });

  describe('what is kept', () => {
    it('shows no code, token, cookie or name to who reads the database', async () => {
      const who = await person();
      const { tokens, browser, url } = await signedIn(who);
      const rows = JSON.stringify(await query('select s::text as row from sign_in_state s'));
      const secrets = [tokens.refresh_token!, who.email, url.searchParams.get('code_challenge')!, ...[...browser.cookies.values()].map(({ value }) => value)];
      for (const secret of secrets) expect(rows).not.toContain(secret);
      expect(rows).toContain(who.accountId);
    });

    it('stays ended when a request that was under way writes it once more, under its name or a new one', async () => {
      const [state, who] = [new SignInStateRepository(identity.database, new Vault(SETTINGS)), await person()];
      const { accountId } = who;
      const [name, uid, grantId] = [newId(), newId(), newId()];
      const session = (as: string) => state.keep('Session', as, { accountId }, 60, { accountId, lookup: uid });
      const grant = () => state.keep('Grant', grantId, { accountId }, 60, { accountId });
      await Promise.all([session(name), grant()]);
      await state.destroy('Session', name);
      await session('renamed');
      expect(await state.find('Session', 'renamed')).toBeDefined();
      await identity.database.transaction(null, async (tx) => state.endAccounts(tx, [accountId]));
      await Promise.all([session('renamed'), session('once more'), grant()]);
      for (const as of ['renamed', 'once more']) expect(await state.find('Session', as)).toBeUndefined();
      expect(await state.lookUp('Session', uid)).toBeUndefined();
      expect(await state.find('Grant', grantId)).toBeUndefined();
      expect(await state.sessionsOf(accountId)).toEqual([]);
      expect(await query(`select 1 from sign_in_state where account_id = $1 and sealed <> ''`, accountId)).toEqual([]);
    });

    it('stays ended in a browser that was signed out while another of its requests was under way', async () => {
      const { browser, config, tokens } = await signedIn(await person());
      const cookies = new Map(browser.cookies);
      const [kept] = await query<{ id: string }>(`select id from sign_in_state where model = 'Session' order by used_at desc limit 1`);
      await browser.open(client.buildEndSessionUrl(config, { id_token_hint: tokens.id_token! }));
      await browser.submit('Sign out');
      expect(await query('select sealed from sign_in_state where id = $1 and ended_at is not null', kept!.id)).toEqual([{ sealed: '' }]);
      const before = new PlainBrowser(identity.url);
      for (const [key, cookie] of cookies) before.cookies.set(key, cookie);
      expect((await begin(config, {}, before)).browser.shown!.text).toContain('<h1>Sign in</h1>');
    });

    it('is forgotten when it has expired', async () => {
      await signedIn(await person());
      await query(`update sign_in_state set expires_at = now() - interval '1 second'`);
      const state = new SignInStateRepository(identity.database, new Vault(SETTINGS));
      expect(await state.sweep(1_800)).toBeGreaterThan(0);
      expect(await query('select 1 from sign_in_state')).toEqual([]);
    });
  });

  describe('a rotation of keys', () => {
    it('is taken over without a restart, and what the key before signed is still known', async () => {
      const who = await person();
      const { tokens, config, browser } = await signedIn(who);
      const keys = new SigningKeys(identity.database, SETTINGS, new Vault(SETTINGS));
      await identity.database.transaction(null, async (tx) => keys.add(tx, await keys.make()));
      await identity.database.query(ROTATED);
      const real = Date.now.bind(Date);
      vi.spyOn(Date, 'now').mockImplementation(() => real() + 31_000);
      try {
        const next = await client.refreshTokenGrant(config, tokens.refresh_token!);
        expect(decodeProtectedHeader(next.access_token).kid).not.toBe(decodeProtectedHeader(tokens.access_token).kid);
        expect(decodeJwt(next.access_token).iss).toBe('millrace');
        await eventually(async () => expect(await new TokenVerifierOnce(identity.url).verify(next.access_token)).toMatchObject({ subject: who.accountId }));
        expect(await new TokenVerifierOnce(identity.url).verify(tokens.access_token)).toMatchObject({ subject: who.accountId });
        await browser.open(client.buildEndSessionUrl(config, { id_token_hint: tokens.id_token! }));
        expect(browser.shown!.text).toContain('<h1>Sign out?</h1>');
      } finally {
        vi.restoreAllMocks();
      }
    });
  });
});

/** A verifier that has never looked at the keys before. */
class TokenVerifierOnce {
  constructor(private readonly url: string) {}

  async verify(token: string): Promise<Identity | undefined> {
    const verifier = new TokenVerifier(`${this.url}/.well-known/jwks.json`, 'millrace');
    try {
      return await verifier.verify(token);
    } finally {
      verifier.close();
    }
  }
}
