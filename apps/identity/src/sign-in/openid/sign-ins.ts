import { errors, type FindAccount, type Grant, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import type { AccountRepository } from '../../persistence/account.repository.js';
import type { SecondFactors } from '../../persistence/second-factors.js';
import { isOutgrown, type Protection } from '../../domain/passkey.js';
import { API_SCOPE } from './resources.js';

type Context = KoaContextWithOIDC;
/** What tokens are fetched with: a code, a refresh token, the code of a device; nothing where a browser comes by itself. */
type Token = Parameters<FindAccount>[2];
type SignedInBy = Readonly<{ amr?: readonly string[] }>;

/** A browser is signed in until the evening. */
export const SESSION_SECONDS = 12 * 3_600;

/** Asks for a sign-in also when that of the browser is over: after its time, when the account is closed, all its sessions were ended, or a second factor came in between. */
export function signInPolicy() {
  const { Check, base } = interactionPolicy;
  const prompts = base();
  const isOver = ({ oidc }: Context) => {
    if (!oidc.session?.accountId) return false;
    if (!oidc.account || isOutgrown(oidc.account.protection as Protection, oidc.session.amr)) return true;
    const [{ sessionsEndedAt: endedAt }, enteredAt] = [oidc.account, (oidc.session.loginTs ?? 0) * 1_000];
    const isOld = enteredAt < Date.now() - SESSION_SECONDS * 1_000; // However often it was used.
    return isOld || (endedAt instanceof Date && enteredAt < endedAt.getTime()); // Rounded down: who enters in the very second is asked twice.
  };
  prompts.get('login')!.checks.add(new Check('session_over', 'The sign-in of this browser is over', 'login_required', isOver));
  return prompts;
}

type People = Readonly<{ accounts: AccountRepository; factors: SecondFactors }>;

/**
 * Whom the provider knows by an id: people who may enter. For every token that is fetched, whatever its scopes, how the sign-in
 * was made must still be enough.
 */
export async function findAccount({ accounts, factors }: People, accountId: string, token: Token) {
  const account = await accounts.byId('user', accountId);
  if (!account?.active) return undefined;
  const { id, name, login, sessionsEndedAt } = account;
  const protection = await factors.protectionOf(id);
  if (token && isOutgrown(protection, (token as SignedInBy).amr)) throw new errors.InvalidGrant('a second factor is demanded: sign in again');
  return { accountId: id, sessionsEndedAt, protection, claims: async () => ({ sub: id, name, email: login }) };
}

/** What the person has allowed; one of our own apps is allowed what it asks for. Each device that is signed in has a grant of its own. */
export async function loadExistingGrant(ctx: Context): Promise<Grant | undefined> {
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
