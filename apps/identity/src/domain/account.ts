import { isDeepStrictEqual } from 'node:util';
import { assert, type Country, type Limits, newId } from '@millrace/kernel';
import type { Language } from './mail.js';
import { goodHashes, replaceSecret } from './overlapping-secret.js';

/** A company of the organisation: the boundary of everything that is kept. */
export class Company {
  id!: string;
  name!: string;
  country!: Country;
  timeZone!: string;
  baseCurrency!: string;
  /** Whether a password alone is not enough for who may act in it. */
  demandsSecondFactor!: boolean;
  createdAt!: Date;
  version!: number;
}

/** Who may enter: a person who signs in by e-mail, or an app with a client id. */
export class Account {
  id!: string;
  kind!: 'user' | 'service';
  /** E-mail address in lower case, or client id. */
  login!: string;
  name!: string;
  /** What the person reads mails in; English when nobody has said. */
  language!: Language | null;
  /** None while the person is invited and has not chosen a password: then nothing opens the account. */
  secretHash!: string | null;
  /** The secret before, which is good until then, so that an app can take over the new one in its time. */
  previousSecretHash!: string | null;
  previousSecretUntil!: Date | null;
  secretUsedAt!: Date | null;
  previousSecretUsedAt!: Date | null;
  active!: boolean;
  /** Stands in each token: those of a session before this one open nothing any more. */
  session!: number;
  sessionsEndedAt!: Date | null;
  /** How often it may ask in a minute; as often as others when absent. */
  requestsPerMinute!: number | null;
  /** From then on it gets no more tokens; never when null. */
  expiresAt!: Date | null;
  /** What it may do at most, whatever its roles permit; null when they alone say so. */
  permissions!: string[] | null;
  /** Until when the invitation is good, while there is one. */
  invitedUntil!: Date | null;
  createdAt!: Date;
  version!: number;

  static open(
    {
      language = null,
      expiresAt = null,
      permissions = null,
      ...given
    }: Pick<Account, 'kind' | 'login' | 'name' | 'secretHash'> & Partial<Pick<Account, 'language' | 'expiresAt' | 'permissions'>>,
    createdAt: Date,
  ): Account {
    const secrets = { previousSecretHash: null, previousSecretUntil: null, secretUsedAt: null, previousSecretUsedAt: null };
    const limits = { requestsPerMinute: null, expiresAt, permissions };
    return Object.assign(new Account(), {
      id: newId(),
      language,
      ...given,
      ...secrets,
      ...limits,
      sessionsEndedAt: null,
      invitedUntil: null,
      active: true,
      session: 1,
      createdAt,
      version: 1,
    });
  }

  /** Whether the person has yet to choose a first password. */
  get isInvited(): boolean {
    return this.secretHash === null;
  }

  /** The person may choose a first password until then; not at all without a date. */
  invite(until: Date | null): void {
    assert(this.isInvited, 'only who has no password yet is invited');
    this.invitedUntil = until;
  }

  /** The tokens that were given so far open nothing any more. */
  endSessions(now: Date): void {
    this.session += 1;
    this.sessionsEndedAt = now;
  }

  /** No more tokens, and those that were given open nothing any more; an invitation is taken back. */
  deactivate(now: Date): void {
    if (this.active) this.endSessions(now);
    this.active = false;
    this.invitedUntil = null;
  }

  /**
   * A new secret. With overlap the one before it is good for so many hours more, and so are its tokens; without, both end now. A
   * first one ends nothing: nobody can have entered without.
   */
  changeSecret(secretHash: string, now: Date, overlapHours = 0): void {
    const isFirst = this.secretHash === null;
    const overlaps = overlapHours > 0 && !isFirst;
    replaceSecret(this, secretHash, now, overlaps ? overlapHours : 0);
    this.invitedUntil = null;
    if (!overlaps && !isFirst) this.endSessions(now);
  }

  /** Whether it gets tokens: it is active, and its time is not over. */
  mayEnter(now: Date): boolean {
    return this.active && (this.expiresAt === null || this.expiresAt > now);
  }

  /** How long a token of it is good that would be good for so many seconds: never beyond its own time. */
  tokenSeconds(now: Date, seconds: number): number {
    if (this.expiresAt === null) return seconds;
    return Math.max(1, Math.min(seconds, Math.floor((this.expiresAt.getTime() - now.getTime()) / 1_000)));
  }

  /** Other limits; tokens that were given under those before end, since they say what it may do and until when. */
  limit({ expiresAt = this.expiresAt, permissions = this.permissions }: Partial<Pick<Account, 'expiresAt' | 'permissions'>>, now: Date): void {
    if (isDeepStrictEqual([expiresAt, permissions], [this.expiresAt, this.permissions])) return;
    Object.assign(this, { expiresAt, permissions });
    this.endSessions(now);
  }

  /** The hashes that a secret may be held against. */
  secretHashes(now: Date): readonly string[] {
    return goodHashes(this, now);
  }
}

/** Gives an account the permissions of a role, in one company, as far as limits leave them, or (without a company) in all. */
export class Membership {
  id!: string;
  accountId!: string;
  companyId!: string | null;
  roleCode!: string;
  limits!: Limits | null;
}

/** A set of permissions, some of them patterns such as `orders.*`. */
export class Role {
  code!: string;
  name!: string;
  permissions!: string[];
  builtIn!: boolean;
  /** Whether a password alone is not enough for who holds it. */
  demandsSecondFactor!: boolean;
  version!: number;
}
