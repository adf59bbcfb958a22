import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Database, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK, SignJWT } from 'jose';
import { IdentitySettings } from '../identity-settings.js';

/** A key signs for 30 days, and is published until the last token that it signed has long expired. */
const SIGNS_FOR_DAYS = 30;
const PUBLISHED_AFTER_HOURS = 24;
const LOOK_AGAIN_MS = 60_000;

const CURRENT = statement(`
  select kid, sealed_private_jwk from signing_key where signs_until is null or signs_until > now() order by created_at desc limit 1`);
const PUBLISHED = statement('select public_jwk from signing_key where published_until is null or published_until > now() order by created_at desc limit 10');
const LOCK = statement('select pg_advisory_xact_lock(7301003)');
const RETIRE = statement(`
  update signing_key set signs_until = now() + interval '2 minutes', published_until = now() + make_interval(hours => $1)
  where signs_until is null or signs_until > now() + interval '2 minutes'`);
const ADD = statement('insert into signing_key (kid, public_jwk, sealed_private_jwk) values ($1, $2, $3)');
const AGE = statement(`select max(created_at) < now() - make_interval(days => $1) as old from signing_key`);

type SigningKey = Readonly<{ kid: string; key: CryptoKey }>;

/**
 * The keys that sign access tokens: Ed25519, made here, kept sealed. The newest signs; older ones stay published for a
 * day, so that a token under way is never refused for a rotation.
 */
@Injectable()
export class SigningKeys {
  private current?: Readonly<{ key: SigningKey; lookedAt: number }>;

  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly settings: IdentitySettings,
  ) {}

  async sign(claims: Readonly<Record<string, unknown>>, subject: string, lifetimeSeconds: number): Promise<string> {
    const { kid, key } = await this.currentKey();
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
      .setIssuer(this.settings.TOKEN_ISSUER)
      .setAudience('millrace')
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(key);
  }

  async published(): Promise<{ keys: JWK[] }> {
    await this.currentKey();
    const rows = await this.database.query<{ public_jwk: JWK }>(PUBLISHED);
    return { keys: rows.map((row) => row.public_jwk) };
  }

  /** A new key signs from now on; the one before signs two minutes more, until every verifier has the new one. */
  async rotate(): Promise<string> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const kid = randomBytes(9).toString('base64url');
    const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' };
    const sealed = this.seal(JSON.stringify(await exportJWK(privateKey)));
    await this.database.transaction(null, async (tx) => {
      tx.send(RETIRE, [PUBLISHED_AFTER_HOURS]);
      tx.send(ADD, [kid, JSON.stringify(publicJwk), sealed]);
    });
    this.current = undefined;
    return kid;
  }

  /** Makes the first key, or the next one when the newest is old; one process at a time. */
  async rotateWhenDue(): Promise<void> {
    const due = await this.database.transaction(null, async (tx) => {
      tx.send(LOCK);
      const [row] = await tx.query<{ old: boolean | null }>(AGE, [SIGNS_FOR_DAYS]);
      return row?.old !== false;
    });
    if (due) await this.rotate();
  }

  private async currentKey(): Promise<SigningKey> {
    if (this.current && Date.now() - this.current.lookedAt < LOOK_AGAIN_MS) return this.current.key;
    let [row] = await this.database.query<{ kid: string; sealed_private_jwk: string }>(CURRENT);
    if (!row) {
      await this.rotateWhenDue();
      [row] = await this.database.query(CURRENT);
    }
    const key = (await importJWK(JSON.parse(this.open(row!.sealed_private_jwk)) as JWK, 'EdDSA')) as CryptoKey;
    this.current = { key: { kid: row!.kid, key }, lookedAt: Date.now() };
    return this.current.key;
  }

  /** AES-256-GCM under a key that is not in the database. */
  private seal(text: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.sealingKey(), nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  private open(text: string): string {
    const bytes = Buffer.from(text, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.sealingKey(), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }

  private sealingKey(): Buffer {
    return Buffer.from(hkdfSync('sha256', this.settings.IDENTITY_SECRET, '', 'millrace signing keys', 32));
  }
}
