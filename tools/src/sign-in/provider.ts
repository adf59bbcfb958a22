import * as client from 'openid-client';
import type { SignIn } from './sign-in-file.js';

/** The app that this command is for identity; it is there from the start. */
const CLIENT_ID = 'millrace-cli';
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const REUSED = new Set(['invalid_grant', 'invalid_client', 'unauthorized_client']);

/** The sign-in is over: signed out elsewhere, after its thirty days, or because a token of it came twice. */
export class SignInEnded extends Error {}

export type Shown = Readonly<{ code: string; address: string; minutes: number }>;

/** What somebody signs in to: the OpenID provider behind a gateway. */
export class SignInProvider {
  private constructor(private readonly config: client.Configuration) {}

  /** @throws Error when the gateway has none, or tokens would travel in plain text over a network. */
  static async of(gateway: string): Promise<SignInProvider> {
    const url = new URL(gateway);
    const isHere = LOOPBACK.has(url.hostname);
    if (url.protocol !== 'https:' && !isHere) throw new Error(`${gateway} is not reached over TLS, so nobody signs in there: name its https address.`);
    const execute = isHere ? [client.allowInsecureRequests] : [];
    return new SignInProvider(await client.discovery(url, CLIENT_ID, { id_token_signed_response_alg: 'EdDSA' }, client.None(), { execute }));
  }

  /** Shows a code that is entered in a browser, anywhere, and waits until that was done. */
  async signIn(show: (what: Shown) => void, companyId?: string): Promise<SignIn> {
    const { issuer } = this.config.serverMetadata();
    const resource: Record<string, string> = companyId === undefined ? {} : { resource: `${issuer}/companies/${companyId}` };
    const device = await saying(client.initiateDeviceAuthorization(this.config, { scope: 'openid profile email api', ...resource }));
    show({ code: device.user_code, address: device.verification_uri, minutes: Math.floor(device.expires_in / 60) });
    const tokens = await saying(client.pollDeviceAuthorizationGrant(this.config, device));
    const { sub: subject, name, email } = tokens.claims()!;
    const who = { subject, name: String(name), email: String(email), ...(companyId === undefined ? {} : { companyId }) };
    return { ...who, ...kept(tokens, tokens.refresh_token!) };
  }

  /** The same sign-in with another token; the one that it had is used up. @throws SignInEnded */
  async renew(signIn: SignIn): Promise<SignIn> {
    try {
      const tokens = await client.refreshTokenGrant(this.config, signIn.refreshToken);
      return { ...signIn, ...kept(tokens, tokens.refresh_token ?? signIn.refreshToken) };
    } catch (error) {
      if (!(error instanceof client.ResponseBodyError) || !REUSED.has(error.error)) throw inWords(error);
      throw new SignInEnded('Your sign-in has ended: sign in again with "millrace login".', { cause: error });
    }
  }

  /** Ends the sign-in at its provider, too. */
  async signOut({ refreshToken }: SignIn): Promise<void> {
    await saying(client.tokenRevocation(this.config, refreshToken));
  }
}

/** The same answer, or a failure in the provider's own words. */
async function saying<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw inWords(error);
  }
}

/** The library says that there was an error; the provider says which. */
export function inWords(error: unknown): unknown {
  if (!(error instanceof client.ResponseBodyError)) return error;
  const { error: code, error_description: words } = error;
  return new Error(words ? `${words} (${code})` : code, { cause: error });
}

function kept({ access_token: accessToken, expires_in: seconds = 0 }: client.TokenEndpointResponse, refreshToken: string) {
  return { accessToken, refreshToken, accessUntil: Date.now() + seconds * 1_000 };
}
