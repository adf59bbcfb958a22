import { newId } from '@millrace/kernel';
import { Home, readSecrets, type Site } from '@millrace/tools';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import pg from 'pg';
import { inject } from 'vitest';

/**
 * Makes tokens of every kind, good ones too: its key stands among those that identity publishes, as one that signs no
 * more. So an expired token is refused for its date, and not for a key that nobody knows.
 */
export class TokenForge {
  private constructor(
    private readonly kid: string,
    private readonly known: CryptoKey,
    private readonly unknown: CryptoKey,
  ) {}

  static async open(site: Site): Promise<TokenForge> {
    const [known, unknown] = [await generateKeyPair('EdDSA', { extractable: true }), await generateKeyPair('EdDSA')];
    const kid = `spec-${newId()}`;
    const jwk = { ...(await exportJWK(known.publicKey)), kid, alg: 'EdDSA', use: 'sig' };
    const { port } = site.databases.identity;
    const password = readSecrets(new Home(inject('home')))!.postgres;
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'identity' });
    await client.connect();
    try {
      await client.query(
        `insert into signing_key (kid, public_jwk, sealed_private_jwk, created_at, signs_until, published_until)
         values ($1, $2, '', now() - interval '1 day', now() - interval '1 hour', now() + interval '1 day')`,
        [kid, JSON.stringify(jwk)],
      );
    } finally {
      await client.end();
    }
    return new TokenForge(kid, known.privateKey, unknown.privateKey);
  }

  /** A token as identity gives them, apart from these claims. */
  sign(claims: JWTPayload, { forged = false } = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ iss: 'millrace', aud: 'millrace', sub: newId(), iat: now, exp: now + 900, session: 1, ...claims })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: this.kid })
      .sign(forged ? this.unknown : this.known);
  }

  /** The same claims with nothing that proves them. */
  async unsigned(claims: JWTPayload): Promise<string> {
    const [, payload] = (await this.sign(claims)).split('.');
    return `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${payload}.`;
  }
}
