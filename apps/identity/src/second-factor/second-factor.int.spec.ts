import { setTimeout as sleep } from 'node:timers/promises';
import { TrailNotes } from '@millrace/chassis';
import { newId } from '@millrace/kernel';
import { beginSignIn, discover, PlainBrowser, redeemCode, ServiceAtWork } from '@millrace/testing';
import { TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { definition } from '../definition.js';
import { BACK, COMPANY, PASSWORD, People, type Person, SETTINGS } from '../people.fixture.js';

type Enrolled = Person & Readonly<{ secret: string; recoveryCodes: readonly string[]; token: string }>;

describe('a second factor', () => {
  let identity: ServiceAtWork;
  let people: People;
  const real = Date.now.bind(Date);

  beforeAll(async () => {
    identity = await ServiceAtWork.start(inject('servers'), definition, (PUBLIC_URL) => ({ ...SETTINGS, PUBLIC_URL }));
    people = await People.at(identity);
  });

  /** So that no code is made in one period and taken in the next. */
  beforeEach(async () => {
    const left = 30_000 - (Date.now() % 30_000);
    if (left < 3_000) await sleep(left);
  });

  afterEach(() => vi.restoreAllMocks());
  afterAll(() => identity.stop());

  const call = (method: string, path: string, token: string | undefined, body?: object, key = newId()) =>
    people.call<Readonly<Record<string, unknown>>>(method, path, { token, body, headers: { 'idempotency-key': key } });
  const signIn = (who: Person, more?: object) => people.signIn(who, more);
  const tokenOf = async (who: Person, more?: object) => (await signIn(who, more)).body.accessToken as string;
  const codeOf = (secret: string, periods = 0) => new TOTP({ secret }).generate({ timestamp: Date.now() + periods * 30_000 });
  /** The next period: a code of this one has been taken. */
  const later = (periods: number) => vi.spyOn(Date, 'now').mockImplementation(() => real() + periods * 30_000);

  const markOn = ({ shown }: PlainBrowser) => /name="mark" value="(?<mark>[^"]+)"/.exec(shown!.text)!.groups!.mark!;

  async function enrolled(): Promise<Enrolled> {
    const who = await people.person();
    const token = await tokenOf(who);
    const { secret } = (await call('POST', '/v1/second-factor/enrolments', token, { currentPassword: PASSWORD })).body as { secret: string };
    const { recoveryCodes } = (await call('POST', '/v1/second-factor/confirmations', token, { code: codeOf(secret, -1) })).body as { recoveryCodes: string[] };
    return { ...who, secret, recoveryCodes, token };
  }

  describe('that is set up', () => {
    it('counts once its first code is confirmed', async () => {
      const who = await people.person();
      const token = await tokenOf(who);
      const started = await call('POST', '/v1/second-factor/enrolments', token, { currentPassword: PASSWORD });
      expect(started).toMatchObject({ status: 200, body: { uri: expect.stringContaining(`secret=${String(started.body.secret)}`) } });
      expect((await signIn(who)).status).toBe(200);
      expect(await call('POST', '/v1/second-factor/confirmations', token, { code: '000000' })).toMatchObject({ status: 403, body: { code: 'code-wrong' } });
      const confirmed = await call('POST', '/v1/second-factor/confirmations', token, { code: codeOf(started.body.secret as string) });
      expect(confirmed.body.recoveryCodes).toHaveLength(10);
      expect(await call('GET', '/v1/second-factor', token)).toMatchObject({ body: { active: true, recoveryCodesLeft: 10 } });
      expect(await signIn(who)).toMatchObject({ status: 401, body: { code: 'code-required' } });
    });

    it('is not begun with a wrong password, nor confirmed before it is begun', async () => {
      const token = await tokenOf(await people.person());
      expect(await call('POST', '/v1/second-factor/enrolments', token, { currentPassword: 'wrong' })).toMatchObject({
        status: 403,
        body: { code: 'password-wrong' },
      });
      expect(await call('POST', '/v1/second-factor/confirmations', token, { code: '123456' })).toMatchObject({
        status: 409,
        body: { code: 'second-factor-not-started' },
      });
    });

    it('is replaced only with the one before, which counts until then', async () => {
      const { secret, token, ...who } = await enrolled();
      const start = (more: object) => call('POST', '/v1/second-factor/enrolments', token, { currentPassword: PASSWORD, ...more });
      expect(await start({})).toMatchObject({ status: 403, body: { code: 'code-wrong' } });
      const next = (await start({ code: codeOf(secret) })).body.secret as string;
      expect((await signIn(who, { code: codeOf(secret, 1) })).status).toBe(200);
      expect((await call('POST', '/v1/second-factor/confirmations', token, { code: codeOf(next) })).status).toBe(200);
      later(1);
      expect(await signIn(who, { code: codeOf(secret) })).toMatchObject({ status: 401, body: { code: 'code-wrong' } });
      expect((await signIn(who, { code: codeOf(next) })).status).toBe(200);
    });

    it('is begun, confirmed and given up once when a request comes twice', async () => {
      const { secret, token } = await enrolled();
      const twice = async (path: string, body: object) => {
        const key = newId();
        const [first, again] = [await call('POST', path, token, body, key), await call('POST', path, token, body, key)];
        expect([first.status, again.status]).toEqual([200, 200]);
        return first.body;
      };
      const next = (await twice('/v1/second-factor/enrolments', { currentPassword: PASSWORD, code: codeOf(secret) })).secret as string;
      await twice('/v1/second-factor/confirmations', { code: codeOf(next) });
      later(1);
      await twice('/v1/second-factor/removals', { currentPassword: PASSWORD, code: codeOf(next) });
      expect(await call('GET', '/v1/second-factor', token)).toMatchObject({ body: { active: false } });
    });

    it('takes no code that was taken at a sign-in, nor one recovery code for two things', async () => {
      const { secret, recoveryCodes, token, ...who } = await enrolled();
      const start = (code: string) => call('POST', '/v1/second-factor/enrolments', token, { currentPassword: PASSWORD, code });
      const code = codeOf(secret);
      expect((await signIn(who, { code })).status).toBe(200);
      expect(await start(code)).toMatchObject({ status: 403, body: { code: 'code-wrong' } });
      const outcomes = await Promise.all([start(recoveryCodes[0]!), signIn(who, { code: recoveryCodes[0]! }), start(recoveryCodes[0]!)]);
      expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(1);
    });

    it('waits to be confirmed for a quarter of an hour, and for ten codes', async () => {
      const who = await people.person();
      const token = await tokenOf(who);
      const start = async () => (await call('POST', '/v1/second-factor/enrolments', token, { currentPassword: PASSWORD })).body.secret as string;
      const confirm = (code: string) => call('POST', '/v1/second-factor/confirmations', token, { code });
      const late = await start();
      await people.query(`update second_factor set pending_since = pending_since - interval '16 minutes' where account_id = $1`, who.accountId);
      expect(await confirm(codeOf(late))).toMatchObject({ status: 409, body: { code: 'second-factor-not-started' } });
      const secret = await start();
      const wrong = codeOf(secret, 10);
      for (let at = 1; at < 10; at++) expect(await confirm(wrong)).toMatchObject({ status: 403, body: { code: 'code-wrong' } });
      expect(await confirm(codeOf(secret))).toMatchObject({ status: 429, body: { code: 'rate-limit-exceeded' } });
    });

    it.each([
      ['/v1/second-factor/enrolments', {}],
      ['/v1/second-factor/removals', { code: '123456' }],
      ['/v1/password-changes', { newPassword: 'another horse battery' }],
    ])('lets nobody with an open session guess the password at %s', async (path, more) => {
      const token = await tokenOf(await people.person());
      const guess = (currentPassword: string) => call('POST', path, token, { currentPassword, ...more });
      for (let at = 0; at < 10; at++) expect(await guess('wrong')).toMatchObject({ status: 403, body: { code: 'password-wrong' } });
      expect(await guess(PASSWORD)).toMatchObject({ status: 429, body: { code: 'rate-limit-exceeded' } });
    });

    it('stands in the database so that nobody can read it', async () => {
      const { secret, recoveryCodes } = await enrolled();
      const rows = JSON.stringify([
        await people.query('select s::text as row from second_factor s'),
        await people.query('select c::text as row from recovery_code c'),
      ]);
      for (const text of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))]) expect(rows).not.toContain(text);
    });
  });

  describe('at the sign-in of programs', () => {
    it('takes each code once, and none before one that was taken', async () => {
      const { secret, ...who } = await enrolled();
      const [now, before] = [codeOf(secret), codeOf(secret, -1)];
      const outcomes = await Promise.all([1, 2, 3, 4].map(() => signIn(who, { code: now })));
      expect(outcomes.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 401, 401, 401]);
      expect(await signIn(who, { code: before })).toMatchObject({ status: 401, body: { code: 'code-wrong' } });
      later(1);
      expect((await signIn(who, { code: codeOf(secret) })).status).toBe(200);
    });

    it('takes each recovery code once, however it is typed', async () => {
      const { recoveryCodes, token, ...who } = await enrolled();
      const code = recoveryCodes[0]!.toUpperCase().replace('-', ' ');
      const outcomes = await Promise.all([1, 2, 3].map(() => signIn(who, { code })));
      expect(outcomes.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 401, 401]);
      expect(await call('GET', '/v1/second-factor', token)).toMatchObject({ body: { recoveryCodesLeft: 9 } });
      const another = await enrolled();
      expect(await signIn(who, { code: another.recoveryCodes[0] })).toMatchObject({ status: 401 });
    });

    it('says nothing of codes to who has a wrong password', async () => {
      const who = await enrolled();
      expect(await signIn(who, { secret: 'wrong', code: codeOf(who.secret) })).toMatchObject({ status: 401, body: { code: 'sign-in-refused' } });
      expect(await signIn(who, { secret: 'wrong' })).toMatchObject({ status: 401, body: { code: 'sign-in-refused' } });
      expect((await signIn(who, { code: codeOf(who.secret) })).status).toBe(200);
    });

    it('keeps a code for the right company, and says nothing of companies without one', async () => {
      const who = await enrolled();
      const elsewhere = { companyId: newId() };
      expect(await signIn(who, elsewhere)).toMatchObject({ status: 401, body: { code: 'code-required' } });
      expect(await signIn(who, { ...elsewhere, code: '000000' })).toMatchObject({ status: 401, body: { code: 'code-wrong' } });
      for (const code of [codeOf(who.secret), who.recoveryCodes[0]]) {
        expect(await signIn(who, { ...elsewhere, code })).toMatchObject({ status: 403, body: { code: 'company-not-accessible' } });
        expect((await signIn(who, { companyId: COMPANY, code })).status).toBe(200);
        expect(await signIn(who, { ...elsewhere, code })).toMatchObject({ status: 401, body: { code: 'code-wrong' } });
      }
    });

    it('is held up after ten wrong codes, the right one too', async () => {
      const who = await enrolled();
      for (let at = 0; at < 10; at++) expect(await signIn(who, { code: 'wrong-wrong' })).toMatchObject({ status: 401 });
      expect(await signIn(who, { code: codeOf(who.secret) })).toMatchObject({ status: 429, body: { code: 'rate-limit-exceeded' } });
    });
  });

  describe('at the page', () => {
    async function atTheCode(who: Person) {
      const going = await beginSignIn(await discover(identity.url, 'shop'), new PlainBrowser(identity.url), { redirect_uri: BACK });
      await going.browser.submit('Sign in', { email: who.email, password: PASSWORD });
      return going;
    }

    it('is asked for after the password, and named in the token', async () => {
      const who = await enrolled();
      const going = await atTheCode(who);
      expect(going.browser.shown!.text).toContain('<h1>Your code</h1>');
      expect(going.browser.shown!.text).toContain('autocomplete="one-time-code"');
      const note = vi.spyOn(TrailNotes.prototype, 'note');
      expect(await going.browser.submit('Sign in', { code: '000000' })).toMatchObject({ status: 401, text: expect.stringContaining('role="alert"') });
      const record = { type: 'account', id: who.accountId };
      expect(note.mock.lastCall![0]).toMatchObject({ subject: null, problem: 'sign-in-refused', origin: { record } });
      await going.browser.submit('Sign in', { code: codeOf(who.secret) });
      expect((await redeemCode(going)).claims()).toMatchObject({ sub: who.accountId, amr: ['pwd', 'otp', 'mfa'] });
    });

    it('takes no code twice, there or at the sign-in of programs', async () => {
      const who = await enrolled();
      const code = codeOf(who.secret);
      expect((await signIn(who, { code })).status).toBe(200);
      const going = await atTheCode(who);
      expect(await going.browser.submit('Sign in', { code })).toMatchObject({ status: 401 });
      await going.browser.submit('Sign in', { code: who.recoveryCodes[3]! });
      expect((await redeemCode(going)).claims()!.sub).toBe(who.accountId);
    });

    it('tells who has few recovery codes left, and goes on', async () => {
      const who = await enrolled();
      for (const code of who.recoveryCodes.slice(0, 6)) expect((await signIn(who, { code })).status).toBe(200);
      const enter = async (code: string) => {
        const going = await atTheCode(who);
        await going.browser.submit('Sign in', { code });
        return going;
      };
      const going = await enter(who.recoveryCodes[6]!);
      expect(going.browser.shown).toMatchObject({ status: 200, text: expect.stringContaining('You have 3 left') });
      await going.browser.submit('Go on to The shop');
      expect((await redeemCode(going)).claims()).toMatchObject({ sub: who.accountId, amr: ['pwd', 'otp', 'mfa'] });
      expect((await redeemCode(await enter(codeOf(who.secret)))).claims()!.sub).toBe(who.accountId); // Says nothing to who uses the authenticator.
    });

    it('cannot be left out: the proof of a password is good in its own sign-in, and for minutes', async () => {
      const [who, other] = [await enrolled(), await enrolled()];
      const [going, elsewhere] = [await atTheCode(who), await atTheCode(other)];
      const proof = /name="proof" value="(?<proof>[^"]+)"/.exec(going.browser.shown!.text)!.groups!.proof!;
      await elsewhere.browser.submit('Sign in', { proof, code: codeOf(who.secret) });
      expect(elsewhere.browser.shown).toMatchObject({ status: 400, text: expect.stringContaining('<h1>Sign in</h1>') });
      await elsewhere.browser.submit('Sign in', { proof: '', step: 'code' });
      expect(elsewhere.browser.shown!.url.origin).toBe(identity.url);
      later(11);
      await going.browser.submit('Sign in', { code: codeOf(who.secret) });
      expect(going.browser.shown).toMatchObject({ status: 400, text: expect.stringContaining('begin again') });
    });
  });

  describe('at the page, after the password', () => {
    it.each([
      ['was signed out', 'update account set session = session + 1, sessions_ended_at = now() where id = $1'],
      ['was closed', 'update account set active = false where id = $1'],
    ])('is of no use when the account %s in between', async (_what, change) => {
      const who = await enrolled();
      const going = await beginSignIn(await discover(identity.url, 'shop'), new PlainBrowser(identity.url), { redirect_uri: BACK });
      await going.browser.submit('Sign in', { email: who.email, password: PASSWORD });
      await people.query(change, who.accountId);
      await going.browser.submit('Sign in', { code: codeOf(who.secret) });
      expect(going.browser.shown).toMatchObject({ status: 400, text: expect.stringContaining('begin again') });
    });
  });

  describe('where browsers offer no passkeys, as at an address without a name', () => {
    it('is no passkey, and pages run nothing', async () => {
      const token = await tokenOf(await people.person());
      const unavailable = { status: 409, body: { code: 'passkeys-unavailable' } };
      expect(await call('POST', '/v1/passkeys/enrolments', token, { currentPassword: PASSWORD })).toMatchObject(unavailable);
      expect(await call('POST', '/v1/passkeys', token, { name: 'Laptop', credential: {} })).toMatchObject(unavailable);
      expect(await call('POST', '/v1/passkeys/challenges', token)).toMatchObject(unavailable);
      expect((await call('GET', '/v1/passkeys', token)).body).toEqual([]);
      const { browser } = await beginSignIn(await discover(identity.url, 'shop'), new PlainBrowser(identity.url), { redirect_uri: BACK });
      expect(browser.shown!.text).not.toContain('<script');
      expect(browser.shown!.headers.get('content-security-policy')).toContain('script-src;');
      for (const step of ['passkey', 'second-passkey', 'enrol-passkey']) {
        await browser.open(browser.shown!.url, { method: 'POST', body: new URLSearchParams({ step, credential: '{}', mark: markOn(browser) }) });
        expect(browser.shown!.status).toBeGreaterThanOrEqual(400);
        expect(browser.shown!.status).toBeLessThan(500);
      }
    });
  });

  describe('that has recovery codes', () => {
    it('gets others for the password and one of it; those before open nothing, and they are shown once', async () => {
      const { secret, recoveryCodes, token, ...who } = await enrolled();
      const renew = (more: object, key?: string) => call('POST', '/v1/second-factor/recovery-codes', token, { currentPassword: PASSWORD, ...more }, key);
      expect(await renew({})).toMatchObject({ status: 403, body: { code: 'code-wrong' } });
      expect(await renew({ currentPassword: 'wrong', code: codeOf(secret) })).toMatchObject({ status: 403, body: { code: 'password-wrong' } });
      const key = newId();
      const renewed = (await renew({ code: recoveryCodes[0] }, key)).body.recoveryCodes as string[];
      expect(new Set([...recoveryCodes, ...renewed]).size).toBe(20);
      expect((await renew({ code: recoveryCodes[0] }, key)).body).toEqual({ accountId: who.accountId });
      expect((await call('GET', '/v1/second-factor', token)).body).toMatchObject({ recoveryCodesLeft: 10 });
      expect(await signIn(who, { code: recoveryCodes[1] })).toMatchObject({ status: 401, body: { code: 'code-wrong' } });
      expect((await signIn(who, { code: renewed[1] })).status).toBe(200);
    });

    it('gets none where there is nothing that they stand in for', async () => {
      const token = await tokenOf(await people.person());
      expect(await call('POST', '/v1/second-factor/recovery-codes', token, { currentPassword: PASSWORD })).toMatchObject({
        status: 409,
        body: { code: 'second-factor-absent' },
      });
    });
  });

  describe('that protects the account', () => {
    it('is asked for before the password changes, and taken once the new one is good', async () => {
      const { secret, token, ...who } = await enrolled();
      const change = (more: object, newPassword = 'a long sentence of my own') =>
        call('POST', '/v1/password-changes', token, { currentPassword: PASSWORD, newPassword, ...more });
      const code = codeOf(secret);
      expect(await change({})).toMatchObject({ status: 403, body: { code: 'code-wrong' } });
      expect(await change({ code: '000000' })).toMatchObject({ status: 403, body: { code: 'code-wrong' } });
      expect(await change({ code }, 'Qwertyuiop123')).toMatchObject({ status: 422, body: { code: 'password-common' } });
      expect((await change({ code })).status).toBe(200);
      expect(await signIn(who, { secret: 'a long sentence of my own', code })).toMatchObject({ status: 401, body: { code: 'code-wrong' } });
    });
  });

  describe('that is given up', () => {
    it('goes with the password and a code, and not with one of them', async () => {
      const { secret, token, ...who } = await enrolled();
      const remove = (currentPassword: string, code: string) => call('POST', '/v1/second-factor/removals', token, { currentPassword, code });
      expect(await remove('wrong', codeOf(secret))).toMatchObject({ status: 403, body: { code: 'password-wrong' } });
      expect(await remove(PASSWORD, '000000')).toMatchObject({ status: 403, body: { code: 'code-wrong' } });
      expect((await remove(PASSWORD, codeOf(secret))).status).toBe(200);
      expect((await signIn(who)).status).toBe(200);
    });

    it('is reset by who manages the account, which is signed out then', async () => {
      const [who, boss] = [await enrolled(), await people.person('administrator')];
      const reset = async (by: Person) => call('POST', `/v1/users/${who.accountId}/second-factor-resets`, await tokenOf(by));
      expect(await reset(await people.person('sales'))).toMatchObject({ status: 403, body: { code: 'permission-missing' } });
      expect(await reset(boss)).toMatchObject({ status: 200, body: { version: 2 } });
      expect((await signIn(who)).status).toBe(200);
      const ended = await people.ended();
      expect(ended.sessions).toMatchObject({ [who.accountId]: 2 });
    });
  });
});
