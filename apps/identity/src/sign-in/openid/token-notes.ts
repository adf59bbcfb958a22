import { CLIENT_ADDRESS, type TrailNotes } from '@millrace/chassis';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Clients } from './clients.js';

type Context = KoaContextWithOIDC;

/** Sign-ins without a page of their own: of an app for itself, and of a device when it fetches its first tokens. */
const SIGN_INS = new Set<unknown>(['client_credentials', 'urn:ietf:params:oauth:grant-type:device_code']);
/** Says that nobody has answered yet, and is asked every few seconds. */
const WAITING = new Set<unknown>(['authorization_pending', 'slow_down']);

/** Notes in the audit trail who got a token at the token endpoint, and who was refused one. */
export function noteTokens(provider: Provider, clients: Clients, trail: TrailNotes): void {
  const note = (ctx: Context, problem: string | null) => {
    if (!SIGN_INS.has(ctx.oidc?.params?.grant_type)) return;
    const account = clients.aboutWhom(ctx.req)?.id ?? ctx.oidc.entities.DeviceCode?.accountId;
    const origin = {
      operation: 'OpenId_token',
      session: null,
      client: ctx.get('user-agent') || null,
      address: ctx.get(CLIENT_ADDRESS) || null,
      record: account === undefined ? undefined : { type: 'account', id: account },
    };
    trail.note({ companyId: null, subject: problem === null ? (account ?? null) : null, origin, requestId: ctx.get('x-request-id') || null, problem });
  };
  provider.on('grant.success', (ctx) => note(ctx, null));
  provider.on('grant.error', (ctx, { error, status }) => {
    if (!WAITING.has(error)) note(ctx, status === 429 ? 'rate-limit-exceeded' : 'sign-in-refused');
  });
}
