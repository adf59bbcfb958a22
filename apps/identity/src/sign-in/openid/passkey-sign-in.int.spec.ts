import { ProblemException, TrailNotes } from '@millrace/chassis';
import { newId, SystemClock } from '@millrace/kernel';
import { statement } from '@millrace/persistence';
import { beginSignIn, discover, type Going, PlainBrowser, redeemCode, ServiceAtWork } from '@millrace/testing';
import { SoftwareAuthenticator } from '@millrace/testing/software-authenticator';
import * as client from 'openid-client';
import { TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { definition } from '../../definition.js';
import { Guesses } from '../../persistence/guesses.js';
import { SecondFactors } from '../../persistence/second-factors.js';
import { Vault } from '../../persistence/vault.js';
import { Strangers } from './strangers.js';
import { BACK, COMPANY, PASSWORD, People, type Person, SETTINGS } from '../../people.fixture.js';

const DEMANDING = 'warehouse';

type Owner = Person & Readonly<{ device: SoftwareAuthenticator; passkeyId: string; recoveryCodes: readonly string[]; token: string }>;

describe('signing in at the page', () => {
  let identity: ServiceAtWork;
  let site: string;
  let people: People;

  beforeAll(async () => {
    identity = await ServiceAtWork.start(inject('servers'), definition, (url) => {
      site = url.replace('127.0.0.1', 'localhost');
      return { ...SETTINGS, PUBLIC_URL: site };
    });
    people = await People.at(identity);
  });

  beforeEach(() => people.query('update role set demands_second_factor = (code = $1)', DEMANDING));
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => identity.stop());

  const call = (method: string, path: string, token: string | undefined, body?: object, headers?: Record<string, string>) =>
    people.call(method, path, { token, body, headers });
  const tokens = (who: Person, more?: object) => people.signIn(who, more);

  async function owner(who?: Person): Promise<Owner> {
    const known = who ?? (await people.person());
    const token = (await tokens(known)).body.accessToken as string;
    const device = new SoftwareAuthenticator(site);
    const { options } = (await call('POST', '/v1/passkeys/enrolments', token, { currentPassword: PASSWORD })).body;
    const { body } = await call('POST', '/v1/passkeys', token, { name: 'Laptop', credential: device.create(options) });
    return { ...known, device, token, ...body };
  }

  const begin = async () => beginSignIn(await discover(site, 'shop'), new PlainBrowser(site), { redirect_uri: BACK });
  const enterPassword = (going: Going, { email }: Person) => going.browser.submit('Sign in', { email, password: PASSWORD });

  /** What the page asks the browser for. */
  function optionsOn({ browser }: Going) {
    const text = /data-options="([^"]*)"/.exec(browser.shown!.text)![1]!;
    return JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as never;
  }

  const press = (going: Going, button: string, answer: object) => going.browser.submit(button, { credential: JSON.stringify(answer) });
  const enter = (going: Going, device: SoftwareAuthenticator, lies: object = {}) => press(going, 'Sign in with a passkey', device.get(optionsOn(going), lies));
  const refusedWith = (text: string) => ({ status: 401, text: expect.stringMatching(new RegExp(`role="alert"[^<]*${text}`)) });

  describe('with a passkey', () => {
    it('takes no login and no password, and counts as both factors', async () => {
      const { device, accountId } = await owner();
      const going = await begin();
      expect(optionsOn(going)).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
      await enter(going, device);
      expect((await redeemCode(going)).claims()).toMatchObject({ sub: accountId, amr: ['hwk', 'user', 'mfa'], acr: 'phr' });
    });

    it('says when it was last used', async () => {
      const { device, token, passkeyId } = await owner();
      const going = await begin();
      await enter(going, device);
      expect((await call('GET', '/v1/passkeys', token)).body).toMatchObject([{ passkeyId, usedAt: expect.any(String) }]);
    });

    it('takes a challenge once, in the sign-in that it was given out in', async () => {
      const { device } = await owner();
      const [going, other] = [await begin(), await begin()];
      const answer = device.get(optionsOn(going));
      await press(other, 'Sign in with a passkey', answer);
      expect(other.browser.shown).toMatchObject(refusedWith('This passkey opens nothing'));
      const cookies = new Map(going.browser.cookies);
      const { url, text } = going.browser.shown!;
      await press(going, 'Sign in with a passkey', answer);
      expect(going.browser.shown!.url.origin).toBe('https://shop.example');
      Object.assign(going.browser, { shown: { url, text, status: 200, headers: new Headers() } });
      for (const [key, cookie] of cookies) going.browser.cookies.set(key, cookie);
      await press(going, 'Sign in with a passkey', answer);
      expect(going.browser.shown!.url.origin).toBe(site);
      expect(going.browser.shown!.status).toBeGreaterThanOrEqual(400);
    });

    it.each([
      ['a page elsewhere', {}, { origin: 'https://evil.example' }],
      ['somebody else', {}, { domain: 'evil.example' }],
      ['a device that did not make sure of the person', { verifies: false }, {}],
    ])('is refused when it was made for %s', async (_what, device, lies) => {
      const who = await owner();
      const going = await begin();
      await enter(going, Object.assign(who.device, device), lies);
      expect(going.browser.shown).toMatchObject(refusedWith('This passkey opens nothing'));
    });

    it('is refused without the name that the device has of the person, and with that of another', async () => {
      const [who, other] = [await owner(), await owner()];
      for (const handle of [undefined, [...other.device.keys.values()][0]!.handle]) {
        const going = await begin();
        const answer = who.device.get(optionsOn(going));
        await press(going, 'Sign in with a passkey', { ...answer, response: { ...answer.response, userHandle: handle } });
        expect(going.browser.shown).toMatchObject(refusedWith('This passkey opens nothing'));
      }
    });

    it('is refused when it counts back, and the audit trail says so', async () => {
      const { device, accountId } = await owner();
      await enter(await begin(), device);
      device.counter -= 1;
      const note = vi.spyOn(TrailNotes.prototype, 'note');
      const going = await begin();
      await enter(going, device);
      expect(going.browser.shown).toMatchObject(refusedWith('This passkey was used more often'));
      expect(note.mock.lastCall![0]).toMatchObject({ problem: 'passkey-counter-stale', origin: { record: { id: accountId } } });
    });

    it('is refused once it is removed, or its account is closed', async () => {
      const [who, closed] = [await owner(), await owner()];
      await call('POST', `/v1/passkeys/${who.passkeyId}/removals`, who.token, { currentPassword: PASSWORD, code: who.recoveryCodes[0] });
      await people.query('update account set active = false where id = $1', closed.accountId);
      for (const { device } of [who, closed]) {
        const going = await begin();
        await enter(going, device);
        expect(going.browser.shown).toMatchObject(refusedWith('This passkey opens nothing'));
      }
    });

    it.each(['', 'nonsense', '[]', '{"id":1}', '{"id":"AAAA"}', '{"id":"AA\\u0000AA"}'])('is refused when it is %j', async (credential) => {
      const going = await begin();
      await going.browser.submit('Sign in with a passkey', { credential });
      expect(going.browser.shown).toMatchObject(refusedWith('This passkey opens nothing'));
    });
  });

  describe('by strangers', () => {
    it('leaves no challenge behind once an address has begun too much', async () => {
      const challenges = () => people.query(`select id from sign_in_state where model = 'Passkey challenge'`);
      const going = await begin();
      const { length } = await challenges();
      const admit = vi.spyOn(Strangers.prototype, 'admit').mockRejectedValue(new ProblemException(429, 'rate-limit-exceeded', 'Too many'));
      await going.browser.open(going.browser.shown!.url);
      expect(going.browser.shown!.status).toBe(429);
      expect(admit).toHaveBeenCalledWith('Passkey challenge', {}, expect.stringContaining('127.0.0.1'));
      expect(await challenges()).toHaveLength(length);
    });
  });

  describe('after a password', () => {
    it('asks for the passkey of the account, or a recovery code, and counts it', async () => {
      const who = await owner();
      const going = await begin();
      await enterPassword(going, who);
      expect(going.browser.shown!.text).toContain('<h1>Your passkey</h1>');
      expect(optionsOn(going)).toMatchObject({ allowCredentials: [{ id: [...who.device.keys.keys()][0] }] });
      await press(going, 'Use a passkey', who.device.get(optionsOn(going)));
      expect((await redeemCode(going)).claims()).toMatchObject({ amr: ['pwd', 'hwk', 'user', 'mfa'], acr: 'phr' });

      const without = await begin();
      await enterPassword(without, who);
      await without.browser.submit('Sign in', { code: who.recoveryCodes[4]! });
      expect((await redeemCode(without)).claims()).toMatchObject({ amr: ['pwd', 'otp', 'mfa'] });
    });

    it('takes no passkey of another account, none for another challenge, and nothing without the password', async () => {
      const [who, other] = [await owner(), await owner()];
      const going = await begin();
      const first = optionsOn(going);
      await enterPassword(going, who);
      const options = optionsOn(going);
      await press(going, 'Use a passkey', other.device.get({ ...(options as object), allowCredentials: undefined } as never));
      expect(going.browser.shown).toMatchObject(refusedWith('This passkey opens nothing'));
      await press(going, 'Use a passkey', who.device.get(first));
      expect(going.browser.shown).toMatchObject(refusedWith('This passkey opens nothing'));
      await going.browser.submit('Use a passkey', { credential: JSON.stringify(who.device.get(optionsOn(going))), proof: '' });
      expect(going.browser.shown).toMatchObject({ status: 400, text: expect.stringContaining('begin again') });
    });
  });

  describe('when a role demands a second factor', () => {
    it('leads to setting an authenticator up, shows recovery codes, and goes on', async () => {
      const who = await people.person(DEMANDING);
      const going = await begin();
      await enterPassword(going, who);
      expect(going.browser.shown!.text).toContain('<h1>Set up a second step</h1>');
      const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(going.browser.shown!.text)![1]!.replaceAll(' ', '');
      await going.browser.submit('Set up', { code: '000000' });
      expect(going.browser.shown).toMatchObject(refusedWith('The code is wrong'));
      await going.browser.submit('Set up', { code: new TOTP({ secret }).generate() });
      expect(going.browser.shown!.text.match(/<li><code>/g)).toHaveLength(10);
      await going.browser.submit('Go on to The shop');
      expect((await redeemCode(going)).claims()).toMatchObject({ sub: who.accountId, amr: ['pwd', 'otp', 'mfa'] });
      expect(await tokens(who)).toMatchObject({ status: 401, body: { code: 'code-required' } });
    });

    it('takes a passkey as well, and says in the audit trail who set it up', async () => {
      const who = await people.person(DEMANDING);
      const going = await begin();
      await enterPassword(going, who);
      const device = new SoftwareAuthenticator(site);
      await press(going, 'Set up a passkey', device.create(optionsOn(going), { origin: 'https://evil.example' }));
      expect(going.browser.shown).toMatchObject(refusedWith('This passkey opens nothing'));
      device.keys.clear();
      await press(going, 'Set up a passkey', device.create(optionsOn(going)));
      await going.browser.submit('Go on to The shop');
      expect((await redeemCode(going)).claims()).toMatchObject({ amr: ['pwd', 'hwk', 'user', 'mfa'], acr: 'phr' });
      const trail = statement(`select record_id from audit_trail where operation = 'SignInPages_enrol' and subject = $1`);
      expect(await identity.database.transaction(null, (tx) => tx.query(trail, [who.accountId]))).toEqual([{ record_id: who.accountId }]);
      const again = await begin();
      await enter(again, device);
      expect((await redeemCode(again)).claims()!.sub).toBe(who.accountId);
    });

    it('ends an authenticator that waits elsewhere, which the password alone has asked for', async () => {
      const who = await people.person(DEMANDING);
      const token = (await tokens(who, { purpose: 'enrolment' })).body.accessToken as string;
      const { secret } = (await call('POST', '/v1/second-factor/enrolments', token, { currentPassword: PASSWORD })).body;
      const going = await begin();
      await enterPassword(going, who);
      await press(going, 'Set up a passkey', new SoftwareAuthenticator(site).create(optionsOn(going)));
      expect(await call('POST', '/v1/second-factor/confirmations', token, { code: new TOTP({ secret }).generate() })).toMatchObject({
        status: 409,
        body: { code: 'second-factor-not-started' },
      });
    });

    it('sets up nothing for who has something by then, and goes on from no step but its own', async () => {
      const who = await people.person(DEMANDING);
      const [going, late] = [await begin(), await begin()];
      await enterPassword(going, who);
      await enterPassword(late, who);
      const device = new SoftwareAuthenticator(site);
      await press(going, 'Set up a passkey', device.create(optionsOn(going)));
      await press(late, 'Set up a passkey', new SoftwareAuthenticator(site).create(optionsOn(late)));
      expect(late.browser.shown).toMatchObject({ status: 409, text: expect.stringContaining('sign in again') });
      const other = await begin();
      await enterPassword(other, await people.person(DEMANDING));
      const proof = /name="proof" value="([^"]+)"/.exec(other.browser.shown!.text)![1]!;
      await other.browser.submit('Set up', { proof, step: 'go-on' });
      for (const step of ['go-on', 'code', 'second-passkey']) {
        const body = new URLSearchParams({ proof, step, mark: /name="mark" value="([^"]+)"/.exec(other.browser.shown!.text)![1]! });
        await other.browser.open(other.browser.shown!.url, { method: 'POST', body });
        expect(other.browser.shown).toMatchObject({ status: 400, text: expect.stringContaining('begin again') });
      }
    });

    it('asks a browser that is signed in again, and renews nothing, until there is one', async () => {
      const who = await people.person();
      const going = await begin();
      await enterPassword(going, who);
      const { refresh_token: refreshToken } = await redeemCode(going);
      await people.query(`update role set demands_second_factor = true where code = 'sales'`);
      await expect(client.refreshTokenGrant(going.config, refreshToken!)).rejects.toMatchObject({ error: 'invalid_grant' });
      const again = await beginSignIn(going.config, going.browser, { redirect_uri: BACK });
      expect(again.browser.shown!.text).toContain('<h1>Sign in</h1>');
      await enterPassword(again, who);
      expect(again.browser.shown!.text).toContain('<h1>Set up a second step</h1>');
    });
  });

  describe('with the password alone, before there was a second factor', () => {
    it('does not go on once there is one, in the browser or by a token, and goes on with it', async () => {
      const who = await people.person();
      const [going, waiting] = [await begin(), await begin()];
      for (const each of [going, waiting]) await enterPassword(each, who);
      const { refresh_token: refreshToken } = await redeemCode(going);
      const { device } = await owner(who);
      await expect(client.refreshTokenGrant(going.config, refreshToken!)).rejects.toMatchObject({ error: 'invalid_grant' });
      await expect(redeemCode(waiting)).rejects.toMatchObject({ error: 'invalid_grant' });
      const again = await beginSignIn(going.config, going.browser, { redirect_uri: BACK });
      expect(again.browser.shown!.text).toContain('<h1>Sign in</h1>');
      await enter(again, device);
      const { refresh_token: next } = await redeemCode(again);
      expect((await client.refreshTokenGrant(going.config, next!)).claims()).toMatchObject({ amr: ['hwk', 'user', 'mfa'] });
    });

    it('renews nothing that only says who somebody is, once a role demands one', async () => {
      const who = await people.person();
      const going = await beginSignIn(await discover(site, 'shop'), new PlainBrowser(site), { redirect_uri: BACK, scope: 'openid' });
      await enterPassword(going, who);
      const { refresh_token: refreshToken } = await redeemCode(going);
      const renewed = await client.refreshTokenGrant(going.config, refreshToken!);
      await people.query(`update role set demands_second_factor = true where code = 'sales'`);
      await expect(client.refreshTokenGrant(going.config, renewed.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
    });
  });

  describe('of programs, when a role demands a second factor', () => {
    it('says where to go, and gives a token without permissions', async () => {
      const who = await people.person(DEMANDING);
      expect(await tokens(who)).toMatchObject({ status: 403, body: { code: 'second-factor-demanded' } });
      expect(await tokens(who, { secret: 'wrong' })).toMatchObject({ status: 401, body: { code: 'sign-in-refused' } });
      const { body } = await tokens(who, { purpose: 'enrolment' });
      expect(body).toEqual({ accessToken: expect.any(String), tokenType: 'Bearer', expiresIn: 900, companies: [] });
      expect((await call('GET', '/v1/second-factor', body.accessToken)).body).toMatchObject({ active: false, demanded: true });
      for (const path of ['/v1/users', '/v1/roles']) expect((await call('GET', path, body.accessToken)).status).toBe(403);
      const { secret } = (await call('POST', '/v1/second-factor/enrolments', body.accessToken, { currentPassword: PASSWORD })).body;
      await call('POST', '/v1/second-factor/confirmations', body.accessToken, { code: new TOTP({ secret }).generate({ timestamp: Date.now() - 30_000 }) });
      expect((await tokens(who, { code: new TOTP({ secret }).generate() })).status).toBe(200);
    });

    it('lets nobody remove the last of them', async () => {
      const who = await owner();
      await people.query(`update role set demands_second_factor = true where code = 'sales'`);
      const remove = () => call('POST', `/v1/passkeys/${who.passkeyId}/removals`, who.token, { currentPassword: PASSWORD, code: who.recoveryCodes[0] });
      expect(await remove()).toMatchObject({ status: 409, body: { code: 'second-factor-demanded' } });
      await people.query(`update role set demands_second_factor = false where code = 'sales'`);
      expect((await remove()).status).toBe(200); // The code was not used up.
    });

    it('asks no app that acts for itself', async () => {
      const { accountId, email: login } = await people.person(DEMANDING);
      await people.query(`update account set kind = 'service' where id = $1`, accountId);
      expect((await call('POST', '/v1/tokens', undefined, { grantType: 'client-credentials', login, secret: PASSWORD })).status).toBe(200);
      const config = await discover(site, login, client.ClientSecretBasic(PASSWORD));
      expect((await client.clientCredentialsGrant(config)).access_token).toBeDefined();
    });

    it('is asked of everybody by a setting, whatever the roles', async () => {
      const { accountId } = await people.person();
      const guesses = new Guesses(identity.database);
      const demandedBy = async (settings: object) => {
        const factors = new SecondFactors(identity.database, new Vault(SETTINGS), new SystemClock(), { ...SETTINGS, ...settings }, guesses);
        const ofThem = await identity.database.transaction(null, (tx) => factors.demandedOf(tx, [accountId]));
        return [(await factors.protectionOf(accountId)).demanded, ofThem.has(accountId)];
      };
      expect(await Promise.all([{}, { SECOND_FACTOR: 'by-role' }, { SECOND_FACTOR: 'everybody' }].map(demandedBy))).toEqual([
        [false, false],
        [false, false],
        [true, true],
      ]);
    });

    it('is switched on and off for a company by who may change companies, and counts for those who act there or everywhere', async () => {
      const [chief, boss, here, elsewhere] = [
        await people.person('administrator'),
        await people.person('administrator'),
        await people.person(),
        await people.person(),
      ];
      const other = newId();
      await people.query(`insert into company values ($1, 'There', 'GB', 'Europe/London', 'GBP', now(), 1)`, other);
      await people.query('update membership set company_id = null where account_id = $1', chief.accountId);
      await people.query('update membership set company_id = $2 where account_id = $1', elsewhere.accountId, other);
      const token = (await tokens(chief)).body.accessToken as string;
      const change = (demandsSecondFactor: boolean, version: number, by = token, companyId = COMPANY) =>
        call('PATCH', `/v1/companies/${companyId}`, by, { demandsSecondFactor }, { 'if-match': `"${version}"` });
      expect(await change(true, 1, (await tokens(boss)).body.accessToken)).toMatchObject({ status: 403, body: { code: 'permission-missing' } });
      expect(await change(true, 1, token, newId())).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect(await change(true, 7)).toMatchObject({ status: 412, body: { code: 'version-stale' } });
      expect(await change(true, 1)).toMatchObject({ status: 200, body: { companyId: COMPANY, demandsSecondFactor: true, version: 2 } });
      for (const who of [chief, here]) expect(await tokens(who)).toMatchObject({ status: 403, body: { code: 'second-factor-demanded' } });
      expect((await tokens(elsewhere)).status).toBe(200);
      expect(await change(false, 2)).toMatchObject({ status: 200, body: { demandsSecondFactor: false, version: 3 } });
      expect((await tokens(here)).status).toBe(200);
    });

    it('is not switched for a company by who may do less than those who act there', async () => {
      const clerk = await people.person();
      await people.query(
        `insert into role (code, name, permissions, built_in) values ('founder', 'Founder', '{identity.company.*}', false) on conflict do nothing`,
      );
      await people.query(`update membership set company_id = null, role_code = 'founder' where account_id = $1`, clerk.accountId);
      const token = (await tokens(clerk)).body.accessToken as string;
      const empty = newId();
      await people.query(`insert into company values ($1, 'Nobody’s', 'GB', 'Europe/London', 'GBP', now(), 1)`, empty);
      const change = (companyId: string) => call('PATCH', `/v1/companies/${companyId}`, token, { demandsSecondFactor: false }, { 'if-match': '"1"' });
      expect(await change(COMPANY)).toMatchObject({ status: 403, body: { code: 'role-not-held' } });
      await people.query(`delete from membership where company_id is null and role_code <> 'founder'`);
      expect((await change(empty)).status).toBe(200);
    });

    it('is switched on and off for a role by who holds all of it everywhere', async () => {
      const [boss, chief] = [await people.person('administrator'), await people.person('administrator')];
      await people.query('update membership set company_id = null where account_id = $1', chief.accountId);
      const change = async (by: Person, role: string, demandsSecondFactor: boolean, version = 1) =>
        call('PATCH', `/v1/roles/${role}`, (await tokens(by)).body.accessToken, { demandsSecondFactor }, { 'if-match': `"${version}"` });
      expect(await change(boss, 'sales', true)).toMatchObject({ status: 403, body: { code: 'permission-missing' } });
      expect(await change(chief, 'nothing', true)).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect(await change(chief, 'sales', true)).toMatchObject({ status: 200, body: { code: 'sales', demandsSecondFactor: true, version: 2 } });
      expect(await change(chief, 'sales', false)).toMatchObject({ status: 412, body: { code: 'version-stale' } });
      expect(await tokens(await people.person('sales'))).toMatchObject({ status: 403, body: { code: 'second-factor-demanded' } });
      expect(await change(chief, 'sales', false, 2)).toMatchObject({ status: 200, body: { demandsSecondFactor: false } });
      expect((await tokens(await people.person('sales'))).status).toBe(200);
    });
  });

  describe('the script of the pages', () => {
    it('is served from here, kept by browsers, and run on pages that take a passkey alone', async () => {
      const going = await begin();
      const { headers, text } = going.browser.shown!;
      const source = /<script type="module" src="([^"]+)"><\/script>/.exec(text)![1]!;
      expect(headers.get('content-security-policy')).toContain(`script-src 'self';`);
      const script = await fetch(`${site}${source}`);
      expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(await script.text()).toContain('navigator.credentials.get');
      for (const other of ['/sign-in/passkeys.js', '/sign-in/passkeys.js?v=another', `${source}&v=another`]) {
        expect((await fetch(`${site}${other}`)).headers.get('cache-control')).toBe('no-store');
      }
      const who = await people.person();
      const { secret } = (await call('POST', '/v1/second-factor/enrolments', (await tokens(who)).body.accessToken, { currentPassword: PASSWORD })).body;
      await call('POST', '/v1/second-factor/confirmations', (await tokens(who)).body.accessToken, { code: new TOTP({ secret }).generate() });
      const { headers: plain, text: code } = await enterPassword(going, who);
      expect(code).toContain('<h1>Your code</h1>');
      expect(code).not.toContain('<script');
      expect(plain.get('content-security-policy')).toContain('script-src;');
    });
  });
});
