import * as client from 'openid-client';
import type { PlainBrowser } from './plain-browser.js';

/** A sign-in that an app has begun: what it remembers of it, and the browser that was sent off. */
export type Going = Readonly<{ config: client.Configuration; browser: PlainBrowser; codeVerifier: string; url: URL }>;

const STATE = 'the state';

/** How an app that knows the issuer alone finds its way. */
export function discover(issuer: string, clientId: string, auth: client.ClientAuth = client.None()): Promise<client.Configuration> {
  return client.discovery(new URL(issuer), clientId, { id_token_signed_response_alg: 'EdDSA' }, auth, { execute: [client.allowInsecureRequests] });
}

/** Sends a browser off to sign in by authorization code with PKCE. */
export async function beginSignIn(config: client.Configuration, browser: PlainBrowser, parameters: Readonly<Record<string, string>>): Promise<Going> {
  const codeVerifier = client.randomPKCECodeVerifier();
  const url = client.buildAuthorizationUrl(config, {
    scope: 'openid profile email api',
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    state: STATE,
    ...parameters,
  });
  await browser.open(url);
  return { config, browser, codeVerifier, url };
}

/** Trades the code that the browser came back with for tokens. */
export function redeemCode({ config, browser, codeVerifier }: Going): Promise<client.TokenEndpointResponse & client.TokenEndpointResponseHelpers> {
  return client.authorizationCodeGrant(config, browser.shown!.url, { pkceCodeVerifier: codeVerifier, expectedState: STATE });
}
