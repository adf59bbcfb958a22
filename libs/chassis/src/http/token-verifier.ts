import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { isDecimalString, isId, LIMIT_NAMES, type LimitedGrant } from '@millrace/kernel';
import type { Identity } from './access.js';
import { EndedSessions } from './ended-sessions.js';

const CACHE_LIMIT = 5_000;
const REFRESH_MS = 300_000;
const CLOCK_TOLERANCE_SECONDS = 5;

const NOT_THE_TOKENS_FAULT = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

/** What a token says of who has it beside the standard's claims, by the names that identity gives them. */
export const CLAIM_NAMES = ['company', 'permissions', 'globalPermissions', 'limits', 'session', 'signIn', 'requestsPerMinute'] as const;
export type ClaimName = (typeof CLAIM_NAMES)[number];

/** How good tokens look, beside who made them; `claims` are those that have other names there. */
export type TokenRules = Readonly<{ audience: string; algorithms: readonly string[]; type: string; claims: Readonly<Partial<Record<ClaimName, string>>> }>;

const OF_IDENTITY: TokenRules = { audience: 'millrace', algorithms: ['EdDSA'], type: 'at+jwt', claims: {} };

/** Keys could not be fetched: no verdict on the token. */
export class KeysUnavailable extends Error {}

/**
 * Verifies access tokens with the keys that identity publishes. Keys are kept while identity is away; an unknown key id
 * makes it look again, at most every 30 seconds. A token that was verified once is known until it expires or its session
 * ends.
 */
export class TokenVerifier {
  private readonly keys;
  private readonly ended: EndedSessions;
  private readonly known = new Map<string, Identity>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    jwksUrl: string,
    private readonly issuer: string,
    private readonly rules: TokenRules = OF_IDENTITY,
  ) {
    this.keys = createRemoteJWKSet(new URL(jwksUrl), { cacheMaxAge: Infinity, cooldownDuration: 30_000, timeoutDuration: 5_000 });
    this.ended = new EndedSessions(new URL('ended-sessions.json', jwksUrl));
    this.timer = setInterval(
      () =>
        void this.keys.reload().then(
          () => this.known.clear(),
          () => {},
        ),
      REFRESH_MS,
    );
    this.timer.unref();
  }

  /** @returns undefined when the token proves nothing. @throws KeysUnavailable */
  async verify(token: string): Promise<Identity | undefined> {
    const identity = await this.verifySignature(token);
    if (!identity) return undefined;
    await this.ended.firstLook();
    return this.ended.has(identity) ? undefined : identity;
  }

  private async verifySignature(token: string): Promise<Identity | undefined> {
    const known = this.known.get(token);
    if (known) {
      if (known.expiresAt > Date.now() / 1_000) return known;
      this.known.delete(token);
      return undefined;
    }
    const { audience, algorithms, type, claims } = this.rules;
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.issuer,
        audience,
        algorithms: [...algorithms],
        typ: type,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp', 'iat'],
      });
      const identity = readIdentity(payload, claims);
      return identity && this.remember(token, identity);
    } catch (error) {
      if (!(error instanceof errors.JOSEError) || NOT_THE_TOKENS_FAULT.has(error.code)) throw new KeysUnavailable(String(error));
      return undefined;
    }
  }

  close(): void {
    clearInterval(this.timer);
    this.ended.close();
  }

  private remember(token: string, identity: Identity): Identity {
    if (this.known.size >= CACHE_LIMIT) this.known.delete(this.known.keys().next().value!);
    this.known.set(token, identity);
    return identity;
  }
}

/** @returns undefined when it says limits that nobody understands: read as none they would open too much. */
function readIdentity(payload: JWTPayload, names: TokenRules['claims']): Identity | undefined {
  const [company, permissions, globalPermissions, limits, session, signIn, requestsPerMinute] = CLAIM_NAMES.map((name) => payload[names[name] ?? name]);
  if (limits !== undefined && !areLimits(limits)) return undefined;
  return {
    subject: payload.sub!,
    companyId: typeof company === 'string' ? company : null,
    permissions: textsOf(permissions),
    globalPermissions: textsOf(globalPermissions),
    ...(limits === undefined ? {} : { limits }),
    session: typeof session === 'number' ? session : 0,
    ...(typeof signIn === 'string' ? { signIn } : {}),
    ...(typeof requestsPerMinute === 'number' && requestsPerMinute > 0 ? { requestsPerMinute } : {}),
    expiresAt: payload.exp!,
  };
}

function textsOf(claim: unknown): string[] {
  return Array.isArray(claim) ? claim.filter((each): each is string => typeof each === 'string') : [];
}

const KNOWN: ReadonlySet<string> = new Set(['permissions', ...LIMIT_NAMES]);

function areLimits(claim: unknown): claim is LimitedGrant[] {
  return Array.isArray(claim) && claim.every(isLimitedGrant);
}

function isLimitedGrant(value: unknown): value is LimitedGrant {
  if (typeof value !== 'object' || value === null || !Object.keys(value).every((name) => KNOWN.has(name))) return false;
  const { permissions, approvalLimit, warehouses, ownRecordsOnly } = value as Record<string, unknown>;
  return (
    areTexts(permissions) &&
    (approvalLimit === undefined || isDecimalString(approvalLimit)) &&
    (warehouses === undefined || (areTexts(warehouses) && warehouses.every(isId))) &&
    (ownRecordsOnly === undefined || typeof ownRecordsOnly === 'boolean')
  );
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
