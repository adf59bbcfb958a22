import { isIP } from 'node:net';
import { newId } from '@millrace/kernel';

/** What an authenticator says of a key that it has made (WebAuthn, 6.5): the key itself never leaves it. */
export type NewCredential = Readonly<{ credentialId: string; publicKey: string; counter: number; transports: readonly string[] }>;

/** A key pair that a person signs in with: the private half is on a device of the person, the public one is here. */
export class Passkey {
  id!: string;
  accountId!: string;
  /** The name that the device has for it, in base64url. */
  credentialId!: string;
  /** In COSE's format, in base64url. */
  publicKey!: string;
  /** How often the device says that it was used; stays zero on devices that share their keys. */
  counter!: number;
  /** How a browser reaches the device: `usb`, `internal`, `hybrid`. */
  transports!: string[];
  /** What the person calls it. */
  name!: string;
  createdAt!: Date;
  usedAt!: Date | null;

  static register(accountId: string, name: string, { credentialId, publicKey, counter, transports }: NewCredential, createdAt: Date): Passkey {
    const held = { credentialId, publicKey, counter, transports: [...transports] };
    return Object.assign(new Passkey(), { id: newId(), accountId, ...held, name, createdAt, usedAt: null });
  }
}

/** What an account is protected by beside its password. */
export type Protection = Readonly<{ authenticator: boolean; passkey: boolean; demanded: boolean }>;

export const isProtected = ({ authenticator, passkey }: Protection): boolean => authenticator || passkey;

/** Whether somebody may enter only to set up a second factor: one is demanded, and there is none. */
export const mustEnrol = (protection: Protection): boolean => protection.demanded && !isProtected(protection);

/**
 * Whether a sign-in that was good once does not go on: something is demanded and missing, or the account has a second factor
 * by now and the sign-in was made without.
 *
 * @param amr How somebody signed in, by the names of RFC 8176.
 */
export const isOutgrown = (protection: Protection, amr: readonly string[] = []): boolean =>
  mustEnrol(protection) || (isProtected(protection) && !amr.includes('mfa'));

/** For whom a passkey is made (a domain, the "relying party"), and the pages that may ask for it. */
export type RelyingParty = Readonly<{ domain: string; origins: readonly string[] }>;

/**
 * Whose passkeys an address can ask for: those of its host, or of a domain above it.
 *
 * @param wished The domain above the host, when there is to be one; it must be one, since browsers go by that.
 * @param more Origins of pages beside the address itself, of the same domain.
 * @returns undefined where browsers offer none: they want a name, not a number, and TLS except on the machine itself.
 */
export function relyingPartyOf(publicUrl: string | undefined, wished?: string, more: readonly string[] = []): RelyingParty | undefined {
  if (!publicUrl) return undefined;
  const { hostname, origin, protocol } = new URL(publicUrl);
  const isHere = hostname === 'localhost' || hostname.endsWith('.localhost');
  if (isIP(hostname) !== 0 || (protocol !== 'https:' && !isHere)) return undefined;
  const domain = wished ?? hostname;
  if (hostname !== domain && !hostname.endsWith(`.${domain}`)) throw new Error(`passkeys of ${domain} cannot be asked for at ${origin}`);
  return { domain, origins: [origin, ...more] };
}
