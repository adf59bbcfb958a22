import { isStale, Refusal, type SeenVersion } from '@millrace/kernel';
import { type Authority, holds } from './authority.js';
import { replaceSecret } from './overlapping-secret.js';

/** What people sign in to with the account that they have here. */
export class App {
  id!: string;
  /** What it calls itself when it asks for a sign-in. */
  clientId!: string;
  name!: string;
  /** Where a sign-in may lead back to, to the letter; the port of a loopback address is any. */
  redirectUris!: string[];
  /** Where a sign-out may lead back to. */
  signOutUris!: string[];
  /** Whether it shows a code that is entered on another device. */
  deviceFlow!: boolean;
  /** One of ours: nobody is asked whether it may see what it asks for. */
  trusted!: boolean;
  /** Of an app that can keep a secret, on a server; null of one in a browser or on a device. */
  secretHash!: string | null;
  previousSecretHash!: string | null;
  previousSecretUntil!: Date | null;
  secretUsedAt!: Date | null;
  previousSecretUsedAt!: Date | null;
  active!: boolean;
  createdAt!: Date;
  version!: number;

  /** A new secret in the place of the one that it has. Refuses `app-keeps-no-secret`. */
  rotateSecret(secretHash: string, now: Date, overlapHours: number): Refusal | undefined {
    if (this.secretHash === null) return keepsNoSecret;
    replaceSecret(this, secretHash, now, overlapHours);
    return undefined;
  }
}

const keepsNoSecret = new Refusal('app-keeps-no-secret', 'conflict', 'This app has no secret: PKCE stands for it.');

export const appUnreachable = new Refusal(
  'app-unreachable',
  'invalid',
  'A sign-in to this app leads nowhere: name an address to lead back to, or let it show codes.',
);

/** Whether a sign-in to an app can come to an end: by leading back to it, or by a code that it shows. */
export function isReachable({ redirectUris, signOutUris, deviceFlow }: Pick<App, 'redirectUris' | 'signOutUris' | 'deviceFlow'>): boolean {
  return (redirectUris.length > 0 || deviceFlow) && [...redirectUris, ...signOutUris].every(mayLeadBack);
}

/** Nobody is asked whether a trusted app may act for the person, so who lets one in could do what anybody can. */
export const trustNotHeld = new Refusal(
  'role-not-held',
  'forbidden',
  'An app that nobody is asked about can act for everybody: it takes all permissions in every company to register or change one.',
);

/** Whether somebody may say of which app people are not asked, and where such an app leads back to. */
export function mayTrust(authority: Authority): boolean {
  return holds(authority, { companyId: null, permissions: ['*'] });
}

const appUnknown = new Refusal('not-found', 'missing', 'There is no app with this id.');
const versionStale = new Refusal('version-stale', 'stale', 'The app has changed since: read it again.');

/**
 * Why somebody may not change an app, if so. Refuses `not-found`, `role-not-held`, `version-stale`.
 *
 * @param trusts whether people are not to be asked about it any more.
 */
export function refusalToChange(authority: Authority, app: App | undefined, seen: SeenVersion, trusts = false): Refusal | undefined {
  if (!app) return appUnknown;
  if ((app.trusted || trusts) && !mayTrust(authority)) return trustNotHeld; // Who has its secret is the app.
  return isStale(seen, app.version) ? versionStale : undefined;
}

/**
 * Whether an app runs on the machine of the person: it listens at a loopback address, or has a scheme of its own (RFC 8252).
 * It may be led back to over TLS as well, by an address that the machine gives to it.
 */
export function isNative({ redirectUris, signOutUris }: Pick<App, 'redirectUris' | 'signOutUris'>): boolean {
  return [...redirectUris, ...signOutUris].some((uri) => !uri.startsWith('https:'));
}

/**
 * Addresses that a sign-in may lead back to: over TLS, to the machine itself, or by a scheme that is the reversed name of a
 * domain (RFC 8252, 7.1); never with a fragment, a user or a pattern.
 */
export const RETURN_URI =
  /^(https:\/\/[a-z0-9.-]+(:[0-9]{1,5})?|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?|[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:)([/?][!"$-)+-~]*)?$/;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a sign-in may lead back to an address; nobody has a certificate for the machine itself. */
export function mayLeadBack(uri: string): boolean {
  const url = RETURN_URI.test(uri) ? URL.parse(uri) : null;
  return url !== null && !(url.protocol === 'https:' && LOOPBACK.has(url.hostname));
}
