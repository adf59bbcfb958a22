import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const [PERIOD_SECONDS, DIGITS] = [30, 6];
/** A clock that is one period off, or a code that was typed slowly. */
const WINDOW = 1;
/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

const generator = (secret: string, label = '') =>
  new TOTP({ issuer: 'Millrace', label, algorithm: 'SHA1', digits: DIGITS, period: PERIOD_SECONDS, secret: Secret.fromBase32(secret) });

/** What an authenticator app and we share: 160 bits, in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator app reads, mostly as a QR code. */
export function totpUri(secret: string, email: string): string {
  return generator(secret, email).toString();
}

/**
 * The period that a code belongs to (RFC 6238): the present one, the one before or the one after.
 *
 * @returns undefined when the code belongs to none of them. Who takes a code remembers its period: none up to it is taken again.
 */
export function periodOf(secret: string, code: string, now: Date): number | undefined {
  if (!/^[0-9]{6}$/.test(code)) return undefined;
  const delta = generator(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? undefined : Math.floor(now.getTime() / 1_000 / PERIOD_SECONDS) + delta;
}

/** Ten codes for who has lost the authenticator, each good once: 49 random bits in two groups. */
export function newRecoveryCodes(): string[] {
  const letters = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: 10 }, () => `${letters()}-${letters()}`);
}

/** A recovery code as it was given out, however it was typed. */
export function cleanRecoveryCode(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]/g, '');
}
