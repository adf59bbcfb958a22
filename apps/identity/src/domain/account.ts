import { type Country, type Limits, newId } from '@millrace/kernel';

/** A company of the organisation: the boundary of everything that is kept. */
export class Company {
  id!: string;
  name!: string;
  country!: Country;
  timeZone!: string;
  baseCurrency!: string;
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
  secretHash!: string;
  /** The secret before, which is good until then, so that an app can take over the new one in its time. */
  previousSecretHash!: string | null;
  previousSecretUntil!: Date | null;
  active!: boolean;
  /** Stands in each token: those of a session before this one open nothing any more. */
  session!: number;
  sessionsEndedAt!: Date | null;
  /** How often it may ask in a minute; as often as others when absent. */
  requestsPerMinute!: number | null;
  createdAt!: Date;
  version!: number;

  static open(given: Pick<Account, 'kind' | 'login' | 'name' | 'secretHash'>, createdAt: Date): Account {
    const ofItsOwn = { previousSecretHash: null, previousSecretUntil: null, sessionsEndedAt: null, requestsPerMinute: null };
    return Object.assign(new Account(), { id: newId(), ...given, ...ofItsOwn, active: true, session: 1, createdAt, version: 1 });
  }

  /** The tokens that were given so far open nothing any more. */
  endSessions(now: Date): void {
    this.session += 1;
    this.sessionsEndedAt = now;
  }

  /** No more tokens, and those that were given open nothing any more. */
  deactivate(now: Date): void {
    if (this.active) this.endSessions(now);
    this.active = false;
  }

  /**
   * A new secret. With overlap the one before it is good for so many hours more, and so are its tokens; without, both end now.
   */
  changeSecret(secretHash: string, now: Date, overlapHours = 0): void {
    const overlaps = overlapHours > 0;
    this.previousSecretHash = overlaps ? this.secretHash : null;
    this.previousSecretUntil = overlaps ? new Date(now.getTime() + overlapHours * 3_600_000) : null;
    this.secretHash = secretHash;
    if (!overlaps) this.endSessions(now);
  }

  /** The hashes that a secret may be held against. */
  secretHashes(now: Date): readonly string[] {
    const { previousSecretHash: previous, previousSecretUntil: until } = this;
    return previous !== null && until !== null && until > now ? [this.secretHash, previous] : [this.secretHash];
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
}
