import { CLIENT_ADDRESS, ProblemException } from '@millrace/chassis';
import { type AdapterPayload, type Configuration, errors, type JWK, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { IdentitySettings } from '../../identity-settings.js';
import type { SecondFactors } from '../../persistence/second-factors.js';
import type { Vault } from '../../persistence/vault.js';
import { ACCESS_TOKEN_SECONDS } from '../access-claims.js';
import { asServicesReadIt, type ClaimSources, claimsOf } from './issued-claims.js';
import { ProtocolState } from './protocol-state.js';
import { logoutSource, postLogoutSuccessSource, renderError, setHeaders, successSource, userCodeConfirmSource, userCodeInputSource } from './provider-pages.js';
import { PHISHING_RESISTANT } from './outcomes.js';
import { API_SCOPE, Resources } from './resources.js';
import { findAccount, loadExistingGrant, SESSION_SECONDS, signInPolicy } from './sign-ins.js';
import { STRANGER_SECONDS, type Strangers } from './strangers.js';

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];
/** A sign-in lasts so long, however often its tokens are renewed. */
const GRANT_SECONDS = 30 * DAY;

export type ProviderParts = ClaimSources &
  Readonly<{ factors: SecondFactors; settings: IdentitySettings & Readonly<{ PUBLIC_URL: string }>; vault: Vault; strangers: Strangers }>;

type Context = KoaContextWithOIDC;

/** The OpenID provider with these keys, the first of which signs; all that it remembers is in the database. */
export function createProvider(parts: ProviderParts, keys: readonly JWK[]): Provider {
  const { settings, vault, state, clients, strangers } = parts;
  const resources = new Resources(settings.PUBLIC_URL);
  const admit = async (model: string, payload: AdapterPayload) => {
    const { ctx } = Provider;
    if (!ctx) return; // Our own pages go on with what was admitted when it began.
    await strangers.admit(model, payload, ctx.get(CLIENT_ADDRESS)).catch((error: unknown) => refuse(ctx, error));
  };
  const configuration: Configuration = {
    adapter: (model) => (model === 'Client' ? clients.adapter : new ProtocolState(model, state, admit)),
    jwks: { keys: [...keys] },
    cookies: {
      keys: [vault.digest('cookies', '').toString('base64url')],
      names: { session: 'millrace', interaction: 'millrace_sign_in', resume: 'millrace_resume' },
    },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    clientDefaults: { id_token_signed_response_alg: 'EdDSA', response_types: ['code'], response_modes: ['query'], grant_types: ['authorization_code'] },
    extraClientMetadata: { properties: ['ours'] },
    responseTypes: ['code'],
    scopes: ['openid', 'offline_access', API_SCOPE],
    acrValues: [PHISHING_RESISTANT],
    claims: { openid: ['sub', 'auth_time', 'amr', 'acr'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false, // There is no other place where an app could read them.
    pkce: { required: () => true },
    clientBasedCORS: (_ctx, origin, client) => client.clientAuthMethod === 'none' && client.redirectUris!.some((uri) => URL.parse(uri)?.origin === origin),
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      dPoP: { enabled: false }, // Services take a token from whoever holds it: one that says it is bound would promise too much.
      pushedAuthorizationRequests: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
      deviceFlow: { enabled: true, deviceInfo: () => ({}), userCodeInputSource, userCodeConfirmSource, successSource },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_ctx, resource) => resources.describe(resource),
        defaultResource: (ctx, _client, oneOf) => oneOf ?? (wantsApi(ctx) ? resources.all : undefined)!,
        useGrantedResource: () => true,
      },
    },
    routes: {
      authorization: '/oauth/authorize',
      token: '/oauth/token',
      revocation: '/oauth/revocation',
      device_authorization: '/oauth/device-authorization',
      code_verification: '/oauth/device',
      end_session: '/oauth/sign-out',
      jwks: '/.well-known/jwks.json',
    },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      ClientCredentials: (ctx) => clients.tokenSeconds(ctx.req, ACCESS_TOKEN_SECONDS),
      AuthorizationCode: MINUTE,
      DeviceCode: 10 * MINUTE,
      IdToken: HOUR,
      Interaction: STRANGER_SECONDS,
      Session: (_ctx, { accountId }) => (accountId === undefined ? STRANGER_SECONDS : SESSION_SECONDS),
      Grant: GRANT_SECONDS,
      RefreshToken: (ctx) => ctx.oidc.entities.RotatedRefreshToken?.remainingTTL ?? GRANT_SECONDS,
    },
    interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}`, policy: signInPolicy() },
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    expiresWithSession: async (_ctx, { kind, scopes }) => kind !== 'DeviceCode' && !scopes.has('offline_access'),
    findAccount: (_ctx, accountId, token) => findAccount(parts, accountId, token),
    loadExistingGrant,
    extraTokenClaims: (ctx, token) => claimsOf(parts, resources, ctx, token),
    formats: { customizers: { jwt: (_ctx, _token, jwt) => asServicesReadIt(jwt, settings.TOKEN_ISSUER) } },
    renderError,
  };
  const provider = new Provider(settings.PUBLIC_URL, configuration);
  provider.proxy = true; // The issuer's host and scheme are set on every request before it comes here.
  provider.use(setHeaders);
  const { destroy } = provider.Session.prototype;
  provider.Session.prototype.destroy = async function () {
    await state.endBrowser(this.jti);
    await destroy.call(this);
  };
  provider.Client.prototype.compareClientSecret = function (secret) {
    const ctx = Provider.ctx as Context;
    return clients.hasSecret(this.clientId, secret, { request: ctx.req, address: ctx.get(CLIENT_ADDRESS) }).catch((error: unknown) => refuse(ctx, error));
  };
  return provider;
}

/** In the protocol's words: too many have failed. */
function refuse(ctx: Context, error: unknown): never {
  if (!(error instanceof ProblemException)) throw error;
  ctx.set(error.headers);
  const { status } = error;
  throw Object.assign(new errors.TemporarilyUnavailable(error.detail), { status, statusCode: status });
}

const wantsApi = ({ oidc: { params } }: Context) =>
  params?.grant_type === 'client_credentials' ||
  String(params?.scope ?? '')
    .split(' ')
    .includes(API_SCOPE);
