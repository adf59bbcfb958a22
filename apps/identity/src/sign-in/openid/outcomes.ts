import type { InteractionResults } from 'oidc-provider';

/** Nobody who stands between the person and this place can take such a sign-in over (OpenID Connect EAP ACR values). */
export const PHISHING_RESISTANT = 'phr';

/** How somebody signed in, by the names of RFC 8176: a passkey is a key that somebody touched, whom the device knows. */
const WAYS = {
  password: { amr: ['pwd'] },
  code: { amr: ['pwd', 'otp', 'mfa'] },
  passkey: { amr: ['hwk', 'user', 'mfa'], acr: PHISHING_RESISTANT },
  'password and passkey': { amr: ['pwd', 'hwk', 'user', 'mfa'], acr: PHISHING_RESISTANT },
} as const;

export type Way = keyof typeof WAYS;

/** @param enteredAt In seconds: what ended the sessions of the account since then has ended this sign-in too. */
export function signedIn(accountId: string, way: Way, enteredAt: number): InteractionResults {
  const { amr, ...rest }: Readonly<{ amr: readonly string[]; acr?: string }> = WAYS[way];
  return { login: { accountId, amr: [...amr], ...rest, remember: false, ts: enteredAt } };
}
