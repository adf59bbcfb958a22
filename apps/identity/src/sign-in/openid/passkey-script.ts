import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

function read(): string {
  const here = new URL('../../../browser/passkeys.js', import.meta.url); // From `src/sign-in/openid`; one level higher from `dist`.
  return readFileSync(existsSync(here) ? here : new URL('../../../../browser/passkeys.js', import.meta.url), 'utf8');
}

/** The one script that pages of a sign-in run: what it does is `browser/passkeys.js`. */
export const PASSKEY_SCRIPT = read();

/** Another address for every other text, so that browsers may keep it. */
export const PASSKEY_SCRIPT_URL = `/sign-in/passkeys.js?v=${createHash('sha256').update(PASSKEY_SCRIPT).digest('base64url').slice(0, 16)}`;

/** Kept under its own address alone: while a replica has an older text than the page, its answer is for this once. */
export const scriptHeaders = (url: string) => ({
  'content-type': 'text/javascript; charset=utf-8',
  'cache-control': url === PASSKEY_SCRIPT_URL ? 'public, max-age=31536000, immutable' : 'no-store',
});
