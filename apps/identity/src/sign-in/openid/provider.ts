import { CLIENT_ADDRESS, ProblemException } from '@millrace/chassis';
import { type Configuration, errors, type Grant, interactionPolicy, type JWK, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { IdentitySettings } from '../../identity-settings.js';
import type { AccountRepository } from '../../persistence/account.repository.js';
import type { SignInStateRepository } from '../../persistence/sign-in-state.repository.js';
import type { Vault } from '../../persistence/vault.js';
import { ACCESS_TOKEN_SECONDS, type AccessClaims } from '../access-claims.js';
import type { Clients } from './clients.js';
import { deviceCodePage, deviceConfirmPage, messagePage, pagePolicy, signOutPage } from './pages.js';
import { ProtocolState } from './protocol-state.js';
import { API_SCOPE, Resources } from './resources.js';

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];
/** A sign-in lasts so long, however often its tokens are renewed; of a browser, until the evening. */
const [GRANT_SECONDS, SESSION_SECONDS] = [30 * DAY, 12 * HOUR];

export type ProviderParts = Readonly<{
  settings: IdentitySettings & Readonly<{ PUBLIC_URL: string }>;
  vault: Vault;
  state: SignInStateRepository;
  accounts: AccountRepository;
  access: AccessClaims;
  clients: Clients;
}>;

type Context = KoaContextWithOIDC;

/** The OpenID provider with these keys, the first of which signs; all that it remembers is in the database. */
export function createProvider(parts: ProviderParts, keys: readonly JWK[]): Provider {
  const { settings, vault, state, clients } = parts;
  const resources = new Resources(settings.PUBLIC_URL);
  const configuration: Configuration = {
    adapter: (model) => (model === 'Client' ? clients.adapter : new ProtocolState(model, state)),
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
    claims: { openid: ['sub', 'auth_time', 'amr'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false, // There is no other place where an app could read them.
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      dPoP: { enabled: false }, // Services take a token from whoever holds it: one that says it is bound would promise too much.
      pushedAuthorizationRequests: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
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
      ClientCredentials: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: MINUTE,
      DeviceCode: 10 * MINUTE,
      IdToken: HOUR,
      Interaction: 30 * MINUTE,
      Session: SESSION_SECONDS,
      Grant: GRANT_SECONDS,
      RefreshToken: (ctx) => ctx.oidc.entities.RotatedRefreshToken?.remainingTTL ?? GRANT_SECONDS,
    },
    interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}`, policy: policy() },
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    expiresWithSession: async (_ctx, { kind, scopes }) => kind !== 'DeviceCode' && !scopes.has('offline_access'),
    findAccount: (_ctx, accountId) => findAccount(parts.accounts, accountId),
    loadExistingGrant,
    extraTokenClaims: (ctx, token) => claimsOf(parts, resources, ctx, token),
    formats: { customizers: { jwt: (_ctx, _token, jwt) => asServicesReadIt(jwt, settings.TOKEN_ISSUER) } },
    renderError,
  };
  const provider = new Provider(settings.PUBLIC_URL, configuration);
  provider.proxy = true; // The issuer's host and scheme are set on every request before it comes here.
  provider.use(setHeaders);
  provider.Client.prototype.compareClientSecret = function (secret) {
    const ctx = Provider.ctx as Context;
    return clients.hasSecret(this.clientId, secret, ctx.get(CLIENT_ADDRESS)).catch((error: unknown) => refuse(ctx, error));
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

/** What browsers are told of every answer; of a page, that its forms may end where the sign-in leads back to. */
function setHeaders(ctx: Context, next: () => Promise<void>): Promise<void> {
  ctx.set({
    'content-security-policy': pagePolicy(),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-request-id': ctx.get('x-request-id'),
    'cache-control': 'no-store',
  });
  return next().then(() => {
    const leadsTo = ctx.oidc?.entities.Interaction?.params.redirect_uri ?? ctx.oidc?.params?.redirect_uri;
    if (leadsTo === undefined || ctx.type !== 'text/html') return;
    const target = /form-action [^;]+/.exec(pagePolicy(leadsTo))![0];
    ctx.set('content-security-policy', ctx.response.get('content-security-policy').replace(/form-action [^;]+/, target));
  });
}

/** Asks for a sign-in also when that of the browser is over: the account is closed, or all its sessions were ended. */
function policy() {
  const { Check, base } = interactionPolicy;
  const prompts = base();
  const isOver = ({ oidc }: Context) => {
    if (!oidc.session?.accountId || oidc.result?.login) return false;
    const endedAt = oidc.account?.sessionsEndedAt;
    return !oidc.account || (endedAt instanceof Date && (oidc.session.loginTs ?? 0) * 1_000 < endedAt.getTime() - 1_000);
  };
  prompts.get('login')!.checks.add(new Check('session_over', 'The sign-in of this browser is over', 'login_required', isOver));
  return prompts;
}

async function findAccount(accounts: AccountRepository, accountId: string) {
  const account = await accounts.byId('user', accountId);
  if (!account?.active) return undefined;
  const { id, name, login, sessionsEndedAt } = account;
  return { accountId: id, sessionsEndedAt, claims: async () => ({ sub: id, name, email: login }) };
}

/** What the person has allowed; one of our own apps is allowed what it asks for. Each device that is signed in has a grant of its own. */
async function loadExistingGrant(ctx: Context): Promise<Grant | undefined> {
  const { client, session, result, provider, requestParamOIDCScopes, requestParamScopes, resourceServers = {}, route } = ctx.oidc;
  const onDevice = route === 'device_resume' || route === 'code_verification';
  const grantId = result?.consent?.grantId ?? (onDevice ? undefined : session!.grantIdFor(client!.clientId));
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  if (client!.ours !== true || result?.consent) return known;
  const grant = known ?? new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId });
  grant.addOIDCScope([...requestParamOIDCScopes].join(' '));
  for (const resource of Object.keys(resourceServers)) if (requestParamScopes.has(API_SCOPE)) grant.addResourceScope(resource, API_SCOPE);
  await grant.save();
  return grant;
}

type IssuedToken = Parameters<NonNullable<Configuration['extraTokenClaims']>>[1];

/** What stands in an access token beside what the standard says: read now, so that new roles are in the next one. */
async function claimsOf({ accounts, access, state }: ProviderParts, resources: Resources, ctx: Context, token: IssuedToken) {
  const { resourceServer } = token;
  if (!resourceServer) return undefined; // It opens nothing.
  const ofPerson = token.kind === 'AccessToken';
  if (ofPerson && !token.scopes.has(API_SCOPE)) throw new errors.InvalidScope('an access token for this resource needs the scope', API_SCOPE);
  const account = ofPerson ? await accounts.byId('user', token.accountId) : await accounts.byLogin('service', token.clientId!);
  if (!account?.active) throw new errors.InvalidGrant('the account is not active');
  const found = await access.of(account, resources.companyOf(resourceServer.identifier()));
  if (!found) throw new errors.InvalidTarget('this account has no role in that company');
  if (!ofPerson) return { ...found.claims, subject: account.id };
  // Looked at after the account: who signed it out in between has either ended the grant or the session that was read.
  if (!(await ctx.oidc.provider.Grant.find(token.grantId))) throw new errors.InvalidGrant('the sign-in has ended');
  return { ...found.claims, subject: account.id, signIn: state.grantKey(token.grantId) };
}

/** The suite names accounts by id, apps too, and has one name for who made a token. */
function asServicesReadIt(jwt: { payload: Record<string, unknown> }, issuer: string): void {
  const { subject, ...claims } = jwt.payload;
  jwt.payload = { ...claims, sub: subject, iss: issuer };
}

const xsrfOf = (ctx: Context) => (ctx.oidc.session!.state as { secret: string }).secret;
const nameOf = ({ oidc: { client } }: Context) => client?.clientName ?? client?.clientId ?? 'The app';

function userCodeInputSource(ctx: Context, _form: string, _out?: unknown, error?: Error & { userCode?: string }): void {
  ctx.type = 'html';
  ctx.body = deviceCodePage(ctx.oidc.urlFor('code_verification'), xsrfOf(ctx), error?.userCode ?? '', error && faultOfCode(error));
}

function faultOfCode({ name, userCode }: Error & { userCode?: string }): string {
  if (name === 'AbortedError') return 'The device was not signed in.';
  if (name === 'NoCodeError' || userCode !== undefined) return 'This code is not known, or is too old: look at the device again.';
  return 'This did not work: begin again on the device.';
}

function userCodeConfirmSource(ctx: Context, _form: string, _client: unknown, _info: unknown, userCode: string): void {
  ctx.type = 'html';
  ctx.body = deviceConfirmPage(ctx.oidc.urlFor('code_verification'), xsrfOf(ctx), userCode, nameOf(ctx));
}

function successSource(ctx: Context): void {
  ctx.type = 'html';
  ctx.body = messagePage('The device is signed in', `${nameOf(ctx)} goes on by itself. You can close this page.`);
}

function logoutSource(ctx: Context): void {
  ctx.body = signOutPage(ctx.oidc.urlFor('end_session_confirm'), xsrfOf(ctx));
}

function postLogoutSuccessSource(ctx: Context): void {
  ctx.type = 'html';
  ctx.body = messagePage('Signed out', 'You can close this page.');
}

function renderError(ctx: Context, { error, error_description: description }: Readonly<{ error: string; error_description?: string }>): void {
  ctx.type = 'html';
  ctx.body = messagePage('This did not work', `${description ?? error}. Go back to the app and begin again.`);
}
