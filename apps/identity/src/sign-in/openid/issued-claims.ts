import { type Configuration, errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { AccountRepository } from '../../persistence/account.repository.js';
import type { SignInStateRepository } from '../../persistence/sign-in-state.repository.js';
import type { AccessClaims } from '../access-claims.js';
import type { Clients } from './clients.js';
import { API_SCOPE, type Resources } from './resources.js';

export type ClaimSources = Readonly<{
  accounts: AccountRepository;
  access: AccessClaims;
  state: SignInStateRepository;
  clients: Clients;
}>;

type IssuedToken = Parameters<NonNullable<Configuration['extraTokenClaims']>>[1];

/** What stands in an access token beside what the standard says: read now, so that new roles are in the next one. */
export async function claimsOf({ accounts, access, state, clients }: ClaimSources, resources: Resources, ctx: KoaContextWithOIDC, token: IssuedToken) {
  const { resourceServer } = token;
  if (!resourceServer) return undefined; // It opens nothing.
  const ofPerson = token.kind === 'AccessToken';
  if (ofPerson && !token.scopes.has(API_SCOPE)) throw new errors.InvalidScope('an access token for this resource needs the scope', API_SCOPE);
  const account = ofPerson ? await accounts.byId('user', token.accountId) : await accounts.byLogin('service', token.clientId!);
  if (!account?.active) throw new errors.InvalidGrant('the account is not active');
  if (!ofPerson && !clients.isAsProven(ctx.req, account)) throw new errors.InvalidGrant('the secret has ended');
  const found = await access.of(account, resources.companyOf(resourceServer.identifier()));
  if (!found) throw new errors.InvalidTarget('this account has no role in that company');
  if (!ofPerson) return { ...found.claims, subject: account.id };
  // Looked at after the account: who signed it out in between has either ended the grant or the session that was read.
  if (!(await ctx.oidc.provider.Grant.find(token.grantId))) throw new errors.InvalidGrant('the sign-in has ended');
  return { ...found.claims, subject: account.id, signIn: state.grantKey(token.grantId) };
}

/** The suite names accounts by id, apps too, and has one name for who made a token. */
export function asServicesReadIt(jwt: { payload: Record<string, unknown> }, issuer: string): void {
  const { subject, ...claims } = jwt.payload;
  jwt.payload = { ...claims, sub: subject, iss: issuer };
}
