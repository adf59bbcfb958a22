import { TokenIssuer } from '@millrace/testing';
import { generateKeyPair } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeysUnavailable, TokenVerifier } from './token-verifier.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const SECONDS = NOW.getTime() / 1_000;
const COMPANY = '0199a1b0-0000-7000-8000-000000000001';

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const withPart = (token: string, at: number, part: string) => token.split('.').with(at, part).join('.');

describe('verifying an access token', () => {
  let issuer: TokenIssuer;
  let verifier: TokenVerifier;

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
    issuer = await TokenIssuer.start();
    verifier = new TokenVerifier(issuer.jwksUrl, 'millrace');
  });

  afterEach(async () => {
    verifier.close();
    await issuer.stop();
    vi.useRealTimers();
  });

  it('tells who a good token stands for', async () => {
    const token = await issuer.sign({ company: COMPANY, permissions: ['orders.*', 7], globalPermissions: ['hr.*', {}] });
    const permissions = { permissions: ['orders.*'], globalPermissions: ['hr.*'] };
    expect(await verifier.verify(token)).toEqual({ subject: 'user-1', companyId: COMPANY, ...permissions, session: 0, expiresAt: SECONDS + 900 });
  });

  it.each([undefined, '*', { 0: '*' }])('gives no permission in every company to a token that says %j of it', async (globalPermissions) => {
    expect(await verifier.verify(await issuer.sign({ permissions: ['*'], globalPermissions }))).toMatchObject({ globalPermissions: [] });
  });

  it.each([undefined, 7, [COMPANY]])('gives no company to a token whose company is %s', async (company) => {
    expect(await verifier.verify(await issuer.sign({ company }))).toMatchObject({ companyId: null, permissions: [] });
  });

  it.each([
    ['that expired', { exp: SECONDS - 5 }],
    ['that never expires', { exp: undefined }],
    ['for another audience', { aud: 'another' }],
    ['for no audience', { aud: undefined }],
    ['of another issuer', { iss: 'another' }],
    ['about nobody', { sub: undefined }],
    ['that does not say when it was issued', { iat: undefined }],
    ['that is not good yet', { nbf: SECONDS + 60 }],
  ])('refuses one %s', async (_what, claims) => {
    expect(await verifier.verify(await issuer.sign(claims))).toBeUndefined();
  });

  it('lets a clock be five seconds behind, not more', async () => {
    expect(await verifier.verify(await issuer.sign({ exp: SECONDS - 4 }))).toBeDefined();
    expect(await verifier.verify(await issuer.sign({ exp: SECONDS - 5 }))).toBeUndefined();
  });

  it('refuses one that another key signed under the name of ours', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    expect(await verifier.verify(await issuer.sign({}, {}, privateKey))).toBeUndefined();
  });

  it('refuses one of a key that nobody published', async () => {
    expect(await verifier.verify(await issuer.sign({}, { kid: 'key-2' }))).toBeUndefined();
  });

  it('refuses one whose claims were changed after it was signed, also when the true one is known', async () => {
    const token = await issuer.sign({ company: COMPANY, permissions: ['orders.*'] });
    await verifier.verify(token);
    const forged = { iss: 'millrace', aud: 'millrace', sub: 'user-1', iat: SECONDS, exp: SECONDS + 900, permissions: ['*'] };
    expect(await verifier.verify(withPart(token, 1, base64(forged)))).toBeUndefined();
  });

  it.each(['none', 'None', 'NONE'])('refuses one that says alg %s and has no signature', async (alg) => {
    const token = withPart(await issuer.sign(), 0, base64({ alg, typ: 'at+jwt' }));
    expect(await verifier.verify(withPart(token, 2, ''))).toBeUndefined();
  });

  it('refuses one that is signed with our public key as a shared secret', async () => {
    const secret = Buffer.from(issuer.publicJwk.x!, 'base64url');
    expect(await verifier.verify(await issuer.sign({}, { alg: 'HS256' }, secret))).toBeUndefined();
  });

  it('refuses one of ours that is no access token', async () => {
    expect(await verifier.verify(await issuer.sign({}, { typ: 'JWT' }))).toBeUndefined();
  });

  it.each(['', 'x', 'a.b.c', '..', 'e30.e30.e30'])('refuses %j, which is no token', async (token) => {
    expect(await verifier.verify(token)).toBeUndefined();
  });

  it('refuses a known token from the second in which it expires', async () => {
    const token = await issuer.sign();
    vi.setSystemTime(NOW.getTime() + 899_000);
    expect(await verifier.verify(token)).toBeDefined();
    expect(await verifier.verify(token)).toBeDefined();
    vi.setSystemTime(NOW.getTime() + 900_000);
    expect(await verifier.verify(token)).toBeUndefined();
  });

  it('gives no verdict while the keys cannot be had, and a verdict when they can', async () => {
    const token = await issuer.sign();
    issuer.trouble = 503;
    await expect(verifier.verify(token)).rejects.toBeInstanceOf(KeysUnavailable);
    issuer.trouble = undefined;
    expect(await verifier.verify(token)).toBeDefined();
  });

  it('gives no verdict while identity cannot be reached', async () => {
    const token = await issuer.sign();
    await issuer.stop();
    await expect(verifier.verify(token)).rejects.toBeInstanceOf(KeysUnavailable);
  });

  it('reads the session of a token and a limit of its own', async () => {
    expect(await verifier.verify(await issuer.sign({ session: 3, requestsPerMinute: 60_000 }))).toMatchObject({ session: 3, requestsPerMinute: 60_000 });
    for (const requestsPerMinute of ['60000', 0, -1])
      expect(await verifier.verify(await issuer.sign({ requestsPerMinute }))).not.toHaveProperty('requestsPerMinute');
  });

  it('reads the limits of a token', async () => {
    const limits = [
      { permissions: ['finance.*'], approvalLimit: '1000.00' },
      { permissions: ['inventory.*'], warehouses: [COMPANY] },
    ];
    expect(await verifier.verify(await issuer.sign({ limits }))).toMatchObject({ limits });
    expect(await verifier.verify(await issuer.sign())).not.toHaveProperty('limits');
  });

  it.each([
    null,
    {},
    [null],
    [{ approvalLimit: '5' }],
    [{ permissions: '*', approvalLimit: '5' }],
    [{ permissions: ['*'], approvalLimit: 5 }],
    [{ permissions: ['*'], approvalLimit: 'NaN' }],
    [{ permissions: ['*'], warehouses: COMPANY }],
    [{ permissions: ['*'], warehouses: ['north'] }],
    [{ permissions: ['*'], ownRecordsOnly: 'yes' }],
    [{ permissions: ['*'], costCentres: ['SHOP'] }],
  ])('refuses one with limits that it cannot read, such as %j', async (limits) => {
    expect(await verifier.verify(await issuer.sign({ limits }))).toBeUndefined();
  });

  it('refuses one whose session has ended, from the first it sees, and takes one of the session after', async () => {
    issuer.ended = { 'user-1': 4 };
    expect(await verifier.verify(await issuer.sign({ session: 3 }))).toBeUndefined();
    expect(await verifier.verify(await issuer.sign({}))).toBeUndefined();
    expect(await verifier.verify(await issuer.sign({ session: 4 }))).toBeDefined();
    expect(await verifier.verify(await issuer.sign({ session: 3, sub: 'user-2' }))).toBeDefined();
  });

  it('refuses one whose sign-in has ended, and takes others of the account', async () => {
    issuer.endedSignIns = ['sign-in-1'];
    expect(await verifier.verify(await issuer.sign({ signIn: 'sign-in-1' }))).toBeUndefined();
    expect(await verifier.verify(await issuer.sign({ signIn: 'sign-in-2' }))).toMatchObject({ signIn: 'sign-in-2' });
    expect(await verifier.verify(await issuer.sign({ signIn: ['sign-in-1'] }))).not.toHaveProperty('signIn');
  });

  it('reads the tokens of another provider by its own words, and those of identity no more', async () => {
    const rules = { audience: 'erp', algorithms: ['EdDSA'], type: 'JWT', claims: { company: 'org', permissions: 'roles' } };
    const other = new TokenVerifier(issuer.jwksUrl, 'https://login.example', rules);
    const claims = { iss: 'https://login.example', aud: 'erp', org: COMPANY, roles: ['orders.*'], company: 'x', permissions: ['*'] };
    expect(await other.verify(await issuer.sign(claims, { typ: 'JWT' }))).toMatchObject({
      companyId: COMPANY,
      permissions: ['orders.*'],
      globalPermissions: [],
    });
    for (const wrong of [await issuer.sign(claims), await issuer.sign({ ...claims, aud: 'millrace' }, { typ: 'JWT' }), await issuer.sign({}, { typ: 'JWT' })]) {
      expect(await other.verify(wrong)).toBeUndefined();
    }
    const elsewhere = new TokenVerifier(issuer.jwksUrl, 'https://login.example', { ...rules, algorithms: ['RS256'] });
    expect(await elsewhere.verify(await issuer.sign(claims, { typ: 'JWT' }))).toBeUndefined();
    other.close();
    elsewhere.close();
  });

  it('refuses a known token within a minute of the end of its session, also while identity is away afterwards', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: NOW });
    const watching = new TokenVerifier(issuer.jwksUrl, 'millrace');
    const token = await issuer.sign({ session: 3 });
    expect(await watching.verify(token)).toBeDefined();
    issuer.ended = { 'user-1': 4 };
    vi.advanceTimersByTime(60_000);
    await vi.waitFor(async () => expect(await watching.verify(token)).toBeUndefined());
    issuer.trouble = 503;
    vi.advanceTimersByTime(60_000);
    expect(await watching.verify(token)).toBeUndefined();
    watching.close();
  });

  it('asks for the keys once, and goes on with them while identity is away', async () => {
    await verifier.verify(await issuer.sign());
    issuer.trouble = 503;
    expect(await verifier.verify(await issuer.sign({ sub: 'user-2' }))).toMatchObject({ subject: 'user-2' });
    expect(issuer.asked).toBe(1);
  });
});
