import { randomBytes } from 'node:crypto';
import { Database, statement, type Transaction } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK, SignJWT } from 'jose';
import { IdentitySettings } from '../identity-settings.js';
import { Vault } from './vault.js';

/** A key signs for 30 days, and is published until the last token that it signed has long expired. */
const SIGNS_FOR_DAYS = 30;
const PUBLISHED_AFTER_HOURS = 24;
/** A verifier that meets an unknown key looks for it at most every 30 s: a key is known everywhere before it signs. */
const PUBLISHED_FIRST_SECONDS = 60;
const LOOK_AGAIN_MS = 30_000;
const SEALED = 'signing keys';

/** The newest that every verifier has had the time to fetch; while there is none such, the oldest. */
const CURRENT = statement(`
  select kid, sealed_private_jwk from signing_key where signs_until is null or signs_until > now()
  order by created_at <= now() - make_interval(secs => $1) desc,
    case when created_at <= now() - make_interval(secs => $1) then created_at end desc, created_at limit 1`);
const PUBLISHED = statement('select public_jwk from signing_key where published_until is null or published_until > now() order by created_at desc limit 100');
const SECRET = statement(`
  select kid, sealed_private_jwk from signing_key where sealed_private_jwk <> '' and (published_until is null or published_until > now())
  order by created_at desc limit 100`);
const LOCK = statement('select pg_advisory_xact_lock(7301003)');
const RETIRE = statement(`
  update signing_key set signs_until = now() + interval '2 minutes', published_until = now() + make_interval(hours => $1)
  where signs_until is null or signs_until > now() + interval '2 minutes'`);
const ADD = statement('insert into signing_key (kid, public_jwk, sealed_private_jwk) values ($1, $2, $3)');
const AGE = statement(`select max(created_at) < now() - make_interval(days => $1) as old from signing_key`);

type SigningKey = Readonly<{ kid: string; key: CryptoKey }>;
type SealedKey = Readonly<{ kid: string; sealed_private_jwk: string }>;

/** A key that is not known to anybody yet; what signs is sealed. */
export type NewSigningKey = Readonly<{ kid: string; publicJwk: string; sealedPrivateJwk: string }>;

/**
 * The keys that sign access tokens: Ed25519, made here, kept sealed. A new key is published for a minute before it signs;
 * old ones stay published for a day: no token is ever refused for a rotation.
 */
@Injectable()
export class SigningKeys {
  private current?: Readonly<{ key: SigningKey; lookedAt: number }>;

  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly settings: IdentitySettings,
    private readonly vault: Vault,
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

  /** With what signs: the current key first, then the others that are published and can have signed what comes back. */
  async secretKeys(): Promise<JWK[]> {
    const { kid: current } = await this.currentKey();
    const rows = await this.database.query<SealedKey>(SECRET);
    const keys = rows.map((row): JWK => ({ ...this.open(row), kid: row.kid, alg: 'EdDSA', use: 'sig' }));
    return [...keys.filter(({ kid }) => kid === current), ...keys.filter(({ kid }) => kid !== current)];
  }

  /** Makes a key: published from the commit on, it signs a minute later, and the one before it two minutes more at most. */
  async make(): Promise<NewSigningKey> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const kid = randomBytes(9).toString('base64url');
    const publicJwk = JSON.stringify({ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' });
    return { kid, publicJwk, sealedPrivateJwk: this.vault.seal(SEALED, JSON.stringify(await exportJWK(privateKey))) };
  }

  add(tx: Transaction, { kid, publicJwk, sealedPrivateJwk }: NewSigningKey): void {
    tx.send(RETIRE, [PUBLISHED_AFTER_HOURS]);
    tx.send(ADD, [kid, publicJwk, sealedPrivateJwk]);
  }

  /** Makes the first key, or the next one when the newest is old; one process at a time. */
  async rotateWhenDue(): Promise<void> {
    await this.database.transaction(null, async (tx) => {
      tx.send(LOCK);
      const [row] = await tx.query<{ old: boolean | null }>(AGE, [SIGNS_FOR_DAYS]);
      if (row?.old !== false) this.add(tx, await this.make());
    });
  }

  private async currentKey(): Promise<SigningKey> {
    if (this.current && Math.abs(Date.now() - this.current.lookedAt) < LOOK_AGAIN_MS) return this.current.key; // Also when the clock was set back.
    let [row] = await this.database.query<SealedKey>(CURRENT, [PUBLISHED_FIRST_SECONDS]);
    if (!row) {
      await this.rotateWhenDue();
      [row] = await this.database.query(CURRENT, [PUBLISHED_FIRST_SECONDS]);
    }
    const key = (await importJWK(this.open(row!), 'EdDSA')) as CryptoKey;
    this.current = { key: { kid: row!.kid, key }, lookedAt: Date.now() };
    return this.current.key;
  }

  private open({ sealed_private_jwk: sealed }: SealedKey): JWK {
    return JSON.parse(this.vault.open(SEALED, sealed)) as JWK;
  }
}
