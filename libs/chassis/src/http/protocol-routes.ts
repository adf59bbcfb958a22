/** `usesUp` says that a GET takes what it is called with: a second one finds nothing more. */
export type ProtocolRoute = Readonly<{ method: 'GET' | 'POST'; url: string; usesUp?: true }>;

/**
 * Routes of OpenID Connect and OAuth that identity serves outside the API: their standards say how they are called, and the
 * discovery document where they are, so the API document leaves them out; with them the pages of identity. Everybody may call them, the gateway passes
 * cookies on to them alone, and a page is part of some.
 */
export const PROTOCOL_ROUTES: readonly ProtocolRoute[] = [
  { method: 'GET', url: '/.well-known/openid-configuration' },
  { method: 'GET', url: '/.well-known/oauth-authorization-server' },
  { method: 'GET', url: '/oauth/authorize' },
  { method: 'GET', url: '/oauth/authorize/:uid', usesUp: true },
  { method: 'POST', url: '/oauth/token' },
  { method: 'POST', url: '/oauth/revocation' },
  { method: 'POST', url: '/oauth/device-authorization' },
  { method: 'GET', url: '/oauth/device' },
  { method: 'POST', url: '/oauth/device' },
  { method: 'GET', url: '/oauth/device/:uid', usesUp: true },
  { method: 'GET', url: '/oauth/sign-out' },
  { method: 'POST', url: '/oauth/sign-out/confirm' },
  { method: 'GET', url: '/oauth/sign-out/success' },
  { method: 'GET', url: '/sign-in/passkeys.js' },
  { method: 'GET', url: '/sign-in/:uid' },
  { method: 'POST', url: '/sign-in/:uid' },
  { method: 'GET', url: '/account/forgotten-password' },
  { method: 'POST', url: '/account/forgotten-password' },
  { method: 'GET', url: '/account/password' },
  { method: 'POST', url: '/account/password' },
  { method: 'GET', url: '/account/email' },
  { method: 'POST', url: '/account/email' },
];
