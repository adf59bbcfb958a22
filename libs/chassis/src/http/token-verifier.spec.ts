import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeysUnavailable, TokenVerifier } from './token-verifier.js';

type Claims = Readonly<Record<string, unknown>>;

describe('verifying an access token', () => {
  let server: Server;
  let verifier: TokenVerifier;
  let own: CryptoKey;
  let foreign: CryptoKey;

  beforeAll(async () => {
    const [published, other] = await Promise.all([generateKeyPair('EdDSA'), generateKeyPair('EdDSA')]);
    own = published.privateKey;
    foreign = other.privateKey;
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(published.publicKey)), kid: 'k1', alg: 'EdDSA', use: 'sig' }] });
    server = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(jwks));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    verifier = new TokenVerifier(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 'millrace');
  });

  afterAll(() => {
    verifier.close();
    server.close();
  });

  function token({ key = own, header = {}, ...changes }: { key?: CryptoKey; header?: Claims } & Claims = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: 'millrace', aud: 'millrace', sub: 'somebody', iat: now, exp: now + 900, company: 'c1', permissions: ['orders.*', 7], ...changes };
    return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'k1', ...header }).sign(key);
  }

  it('knows whom one of ours stands for, a second time from memory', async () => {
    const ours = await token();
    const identity = { subject: 'somebody', companyId: 'c1', permissions: ['orders.*'] };
    expect(await verifier.verify(ours)).toMatchObject(identity);
    expect(await verifier.verify(ours)).toMatchObject(identity);
  });

  it.each<[what: string, changes: { header?: Claims } & Claims]>([
    ['expired a minute ago', { exp: Math.floor(Date.now() / 1_000) - 60 }],
    ['is of another issuer', { iss: 'somebody-else' }],
    ['is for another audience', { aud: 'somebody-else' }],
    ['is no access token', { header: { typ: 'JWT' } }],
    ['stands for nobody', { sub: undefined }],
    ['never expires', { exp: undefined }],
    ['is of a key that nobody publishes', { header: { kid: 'k2' } }],
  ])('proves nothing when it %s', async (_what, changes) => {
    expect(await verifier.verify(await token(changes))).toBeUndefined();
  });

  it('proves nothing when it is forged, unsigned, signed with the public key as a secret, or no token', async () => {
    const [head, claims] = (await token()).split('.');
    const unsigned = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${claims}.`;
    const secret = await new SignJWT({ sub: 'x' })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'k1' })
      .sign(new TextEncoder().encode('a'.repeat(32)));
    for (const forged of [await token({ key: foreign }), unsigned, secret, `${head}.${claims}.AAAA`, 'nonsense', ''])
      expect(await verifier.verify(forged)).toBeUndefined();
  });

  it('has no verdict while the keys cannot be fetched', async () => {
    const nowhere = new TokenVerifier('http://127.0.0.1:1/', 'millrace');
    await expect(nowhere.verify(await token())).rejects.toThrow(KeysUnavailable);
    nowhere.close();
  });
});
