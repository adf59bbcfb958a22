import { TrailNotes } from '@millrace/chassis';
import { newId } from '@millrace/kernel';
import { statement } from '@millrace/persistence';
import { ServiceAtWork } from '@millrace/testing';
import { SoftwareAuthenticator } from '@millrace/testing/software-authenticator';
import { TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { definition } from '../definition.js';
import { Passkeys } from '../persistence/passkeys.js';
import { COMPANY, PASSWORD, People, type Person, SETTINGS } from '../people.fixture.js';

type SignedIn = Person & Readonly<{ token: string }>;
type Owner = SignedIn & Readonly<{ device: SoftwareAuthenticator; passkeyId: string; recoveryCodes: readonly string[] }>;

describe('passkeys of a person who is signed in', () => {
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

  afterEach(() => vi.restoreAllMocks());
  afterAll(() => identity.stop());

  async function person(role?: string): Promise<SignedIn> {
    const who = await people.person(role);
    return { ...who, token: (await people.signIn(who)).body.accessToken };
  }

  const call = (method: string, path: string, token: string | undefined, body?: object, key = newId()) =>
    people.call(method, path, { token, body, headers: { 'idempotency-key': key } });
  const signIn = (email: string, more?: object) => people.signIn({ email }, more);
  const enrol = (token: string, more: object = {}) => call('POST', '/v1/passkeys/enrolments', token, { currentPassword: PASSWORD, ...more });
  const add = (token: string, credential: object, key?: string) => call('POST', '/v1/passkeys', token, { name: 'My laptop', credential }, key);
  const challenge = async (token: string) => (await call('POST', '/v1/passkeys/challenges', token)).body.options;
  const remove = (token: string, passkeyId: string, more: object = {}) =>
    call('POST', `/v1/passkeys/${passkeyId}/removals`, token, { currentPassword: PASSWORD, ...more });

  async function owner(role?: string): Promise<Owner> {
    const who = await person(role);
    const device = new SoftwareAuthenticator(site);
    const { options } = (await enrol(who.token)).body;
    const { body } = await add(who.token, device.create(options));
    return { ...who, device, passkeyId: body.passkeyId, recoveryCodes: body.recoveryCodes };
  }

  describe('that are made', () => {
    it('are listed by name, and come with recovery codes when there was nothing before', async () => {
      const { token, passkeyId, recoveryCodes, email } = await owner();
      expect(recoveryCodes).toHaveLength(10);
      const { body } = await call('GET', '/v1/passkeys', token);
      expect(body).toEqual([{ passkeyId, name: 'My laptop', createdAt: expect.any(String) }]);
      expect(await signIn(email)).toMatchObject({ status: 401, body: { code: 'code-required' } });
      expect((await signIn(email, { code: recoveryCodes[0] })).status).toBe(200);
    });

    it('are asked for by the name of the public address, kept on the device, and not twice on one', async () => {
      const { token, accountId, device } = await owner();
      const { options } = (await enrol(token, { passkey: device.get(await challenge(token)) })).body;
      expect(options).toMatchObject({
        rp: { id: 'localhost' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: [{ id: [...device.keys.keys()][0] }],
      });
      expect(Buffer.from(options.user.id, 'base64url').toString('hex')).toBe(accountId.replaceAll('-', ''));
    });

    it('take the password first, and then what protects the account already', async () => {
      const { token, device, recoveryCodes } = await owner();
      expect(await enrol(token, { currentPassword: 'wrong' })).toMatchObject({ status: 403, body: { code: 'password-wrong' } });
      expect(await enrol(token)).toMatchObject({ status: 403, body: { code: 'code-wrong' } });
      expect(await enrol(token, { code: '000000' })).toMatchObject({ status: 403, body: { code: 'code-wrong' } });
      const stranger = await owner();
      expect(await enrol(token, { passkey: stranger.device.get(await challenge(stranger.token)) })).toMatchObject({
        status: 403,
        body: { code: 'passkey-refused' },
      });
      expect((await enrol(token, { passkey: device.get(await challenge(token)) })).status).toBe(200);
      expect((await enrol(token, { code: recoveryCodes[0] })).status).toBe(200);
    });

    it.each([
      ['made on a page elsewhere', (device: SoftwareAuthenticator, options: never) => device.create(options, { origin: 'https://evil.example' })],
      ['made for somebody else', (device: SoftwareAuthenticator, options: never) => device.create(options, { domain: 'evil.example' })],
      ['made without making sure of the person', (device: SoftwareAuthenticator, options: never) => Object.assign(device, { verifies: false }).create(options)],
      ['made for another challenge', (device: SoftwareAuthenticator, options: object) => device.create({ ...options, challenge: 'AAAA' } as never)],
      ['nonsense', () => ({ id: 1, rawId: [], response: 'none' })],
    ])('are not taken when they are %s', async (_what, make) => {
      const { token } = await person();
      const { options } = (await enrol(token)).body;
      expect(await add(token, make(new SoftwareAuthenticator(site), options as never))).toMatchObject({ status: 403, body: { code: 'passkey-refused' } });
      expect((await call('GET', '/v1/passkeys', token)).body).toEqual([]);
    });

    it('are taken once for a challenge, by the account that it was given to, for five minutes', async () => {
      const [who, other] = [await person(), await person()];
      const device = new SoftwareAuthenticator(site);
      const { options } = (await enrol(who.token)).body;
      expect(await add(other.token, device.create(options))).toMatchObject({ status: 403, body: { code: 'passkey-refused' } });
      const attempts = await Promise.all([1, 2, 3].map(() => add(who.token, device.create(options))));
      expect(attempts.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 403, 403]);
      const late = (await enrol(other.token)).body.options;
      await people.query(
        `update sign_in_state set expires_at = now() - interval '1 second' where model = 'Passkey challenge' and account_id = $1`,
        other.accountId,
      );
      expect(await add(other.token, device.create(late))).toMatchObject({ status: 403, body: { code: 'passkey-refused' } });
    });

    it('are of no use once the account has been signed out', async () => {
      const who = await person();
      const { options } = (await enrol(who.token)).body;
      await call('POST', '/v1/sign-outs', who.token);
      const token = (await signIn(who.email)).body.accessToken;
      expect(await add(token, new SoftwareAuthenticator(site).create(options))).toMatchObject({ status: 403, body: { code: 'passkey-refused' } });
    });

    it('are not the first that the password alone has asked for, once there is something else', async () => {
      const { token } = await person();
      const { options } = (await enrol(token)).body;
      const { secret } = (await call('POST', '/v1/second-factor/enrolments', token, { currentPassword: PASSWORD })).body;
      const code = new TOTP({ secret }).generate();
      expect((await call('POST', '/v1/second-factor/confirmations', token, { code })).status).toBe(200);
      expect(await add(token, new SoftwareAuthenticator(site).create(options))).toMatchObject({ status: 403, body: { code: 'passkey-refused' } });
      expect((await call('GET', '/v1/passkeys', token)).body).toEqual([]);
    });

    it('are not the first either when something else comes between the challenge and the commit', async () => {
      const { token } = await person();
      const { options } = (await enrol(token)).body;
      const { secret } = (await call('POST', '/v1/second-factor/enrolments', token, { currentPassword: PASSWORD })).body;
      const { registered } = Passkeys.prototype;
      vi.spyOn(Passkeys.prototype, 'registered').mockImplementationOnce(async function (this: Passkeys, ...asked) {
        const credential = await registered.apply(this, asked);
        expect(credential).toBeDefined(); // The challenge was good still.
        await call('POST', '/v1/second-factor/confirmations', token, { code: new TOTP({ secret }).generate() });
        return credential;
      });
      expect(await add(token, new SoftwareAuthenticator(site).create(options))).toMatchObject({ status: 403, body: { code: 'passkey-refused' } });
      expect((await call('GET', '/v1/second-factor', token)).body).toMatchObject({ active: true });
      expect((await call('GET', '/v1/passkeys', token)).body).toEqual([]);
    });

    it('end an authenticator that waits to be confirmed, which the password alone has asked for', async () => {
      const { token, email } = await person();
      const { secret } = (await call('POST', '/v1/second-factor/enrolments', token, { currentPassword: PASSWORD })).body;
      const { options } = (await enrol(token)).body;
      expect((await add(token, new SoftwareAuthenticator(site).create(options))).status).toBe(201);
      expect(await call('POST', '/v1/second-factor/confirmations', token, { code: new TOTP({ secret }).generate() })).toMatchObject({
        status: 409,
        body: { code: 'second-factor-not-started' },
      });
      expect(await signIn(email, { code: new TOTP({ secret }).generate() })).toMatchObject({ status: 401, body: { code: 'code-wrong' } });
    });

    it('are made once when a request comes twice', async () => {
      const { token } = await person();
      const { options } = (await enrol(token)).body;
      const [credential, key] = [new SoftwareAuthenticator(site).create(options), newId()];
      const [first, again] = [await add(token, credential, key), await add(token, credential, key)];
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(again.body).toEqual({ passkeyId: first.body.passkeyId });
      expect((await call('GET', '/v1/passkeys', token)).body).toHaveLength(1);
    });

    it('have a name that no other has, whoever says so', async () => {
      const { device, token } = await owner();
      const [id] = [...device.keys.keys()].map((each) => Buffer.from(each, 'base64url'));
      const other = await person();
      const copy = new SoftwareAuthenticator(site);
      expect(await add(other.token, copy.create((await enrol(other.token)).body.options, { id }))).toMatchObject({
        status: 409,
        body: { code: 'passkey-exists' },
      });
      expect((await add(other.token, copy.create((await enrol(other.token)).body.options))).status).toBe(201);
      expect((await enrol(token, { passkey: device.get(await challenge(token)) })).status).toBe(200);
    });

    it('have a name of at most 1023 bytes, in letters that names have', async () => {
      const { token } = await person();
      for (const id of [Buffer.alloc(1_024, 7), Buffer.alloc(15_000, 7)]) {
        const credential = new SoftwareAuthenticator(site).create((await enrol(token)).body.options, { id });
        expect(await add(token, credential)).toMatchObject({ status: 403, body: { code: 'passkey-refused' } });
      }
      const credential = new SoftwareAuthenticator(site).create((await enrol(token)).body.options, { id: Buffer.alloc(1_023, 7) });
      expect((await add(token, credential)).status).toBe(201);
      for (const id of ['AA AA', 'A'.repeat(20_000)]) {
        expect(await enrol(token, { passkey: { id } })).toMatchObject({ status: 403, body: { code: 'passkey-refused' } });
      }
    });

    it('are twenty of an account at most', async () => {
      const { accountId, token, device } = await owner();
      const more = `insert into passkey select gen_random_uuid(), $1::uuid, gen_random_uuid(), 'key', 0, '[]', 'One of many', now(), null from generate_series(1, $2::int)`;
      const start = async () => (await enrol(token, { passkey: device.get({ ...(await challenge(token)), allowCredentials: undefined }) })).body.options;
      await people.query(more, accountId, 18);
      expect((await add(token, new SoftwareAuthenticator(site).create(await start()))).status).toBe(201);
      expect(await add(token, new SoftwareAuthenticator(site).create(await start()))).toMatchObject({ status: 409, body: { code: 'passkeys-too-many' } });
    });

    it('stand in the audit trail', async () => {
      const { accountId, passkeyId } = await owner();
      const trail = statement('select operation, record_id from audit_trail where subject = $1');
      const lines = await identity.database.transaction(COMPANY, (tx) => tx.query(trail, [accountId]));
      expect(lines).toContainEqual({ operation: 'Passkeys_added', record_id: passkeyId });
    });
  });

  describe('that prove who somebody is', () => {
    const start = (token: string, passkey: object) => call('POST', '/v1/second-factor/enrolments', token, { currentPassword: PASSWORD, passkey });

    it('stand in for a code, once for each challenge', async () => {
      const { token, device } = await owner();
      const answer = device.get(await challenge(token));
      expect((await start(token, answer)).status).toBe(200);
      expect(await start(token, answer)).toMatchObject({ status: 403, body: { code: 'passkey-refused' } });
    });

    it.each([
      ['on a page elsewhere', (device: SoftwareAuthenticator, options: never) => device.get(options, { origin: 'https://evil.example' })],
      ['for somebody else', (device: SoftwareAuthenticator, options: never) => device.get(options, { domain: 'evil.example' })],
      ['without making sure of the person', (device: SoftwareAuthenticator, options: never) => Object.assign(device, { verifies: false }).get(options)],
      [
        'with another signature',
        (device: SoftwareAuthenticator, options: never) => {
          const answer = device.get(options);
          return { ...answer, response: { ...answer.response, signature: device.get(options).response.signature } };
        },
      ],
    ])('are refused %s', async (_what, prove) => {
      const { token, device } = await owner();
      expect(await start(token, prove(device, (await challenge(token)) as never))).toMatchObject({ status: 403, body: { code: 'passkey-refused' } });
    });

    it('are refused when they count back, and the audit trail says so', async () => {
      const { token, device, accountId } = await owner();
      expect((await start(token, device.get(await challenge(token)))).status).toBe(200);
      device.counter -= 1; // A copy of the device, which has not seen the last time.
      const note = vi.spyOn(TrailNotes.prototype, 'note');
      expect(await start(token, device.get(await challenge(token)))).toMatchObject({ status: 403, body: { code: 'passkey-counter-stale' } });
      expect(note.mock.lastCall![0]).toMatchObject({ subject: accountId, problem: 'passkey-counter-stale' });
    });

    it('count on once, when two of one device answer at the same time', async () => {
      const { token, device } = await owner();
      const [one, other] = [await challenge(token), await challenge(token)];
      const first = device.get(one);
      device.counter -= 1;
      const outcomes = await Promise.all([start(token, first), start(token, device.get(other))]);
      expect(outcomes.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 403]);
    });

    it('need not count', async () => {
      const { token } = await person();
      const device = Object.assign(new SoftwareAuthenticator(site), { counts: false });
      await add(token, device.create((await enrol(token)).body.options));
      for (let at = 0; at < 2; at++) expect((await start(token, device.get(await challenge(token)))).status).toBe(200);
    });
  });

  describe('that are removed', () => {
    it('take the proof that adding one takes, open nothing, and leave the password alone behind', async () => {
      const { token, device, passkeyId, email } = await owner();
      expect(await remove(token, passkeyId)).toMatchObject({ status: 403, body: { code: 'code-wrong' } });
      const options = await challenge(token);
      expect((await remove(token, passkeyId, { passkey: device.get(await challenge(token)) })).status).toBe(200);
      expect(await enrol(token, { passkey: device.get(options) })).toMatchObject({ status: 200 }); // Nothing protects it any more.
      expect((await call('GET', '/v1/second-factor', token)).body).toMatchObject({ active: false, recoveryCodesLeft: 0 });
      expect((await signIn(email)).status).toBe(200);
    });

    it('are those of the person alone', async () => {
      const [who, other] = [await owner(), await owner()];
      expect(await remove(who.token, other.passkeyId, { code: who.recoveryCodes[0] })).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect((await remove(who.token, who.passkeyId, { code: who.recoveryCodes[0] })).status).toBe(200); // It was not used up.
    });

    it('leave the recovery codes while there is an authenticator', async () => {
      const { token, device, passkeyId } = await owner();
      const { secret } = (await call('POST', '/v1/second-factor/enrolments', token, { currentPassword: PASSWORD, passkey: device.get(await challenge(token)) }))
        .body;
      expect((await call('POST', '/v1/second-factor/confirmations', token, { code: new TOTP({ secret }).generate() })).status).toBe(200);
      expect((await remove(token, passkeyId, { passkey: device.get(await challenge(token)) })).status).toBe(200);
      expect((await call('GET', '/v1/second-factor', token)).body).toMatchObject({ active: true, recoveryCodesLeft: 10 });
    });

    it('go with a reset by who manages the account', async () => {
      const [who, boss] = [await owner(), await person('administrator')];
      expect((await call('POST', `/v1/users/${who.accountId}/second-factor-resets`, boss.token)).status).toBe(200);
      expect((await signIn(who.email)).status).toBe(200);
      expect(await people.query('select 1 from passkey where account_id = $1', who.accountId)).toEqual([]);
    });
  });
});
