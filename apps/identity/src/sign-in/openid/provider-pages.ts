import type { KoaContextWithOIDC } from 'oidc-provider';
import { messagePage, pagePolicy } from '../../views/page.js';
import { deviceCodePage, deviceConfirmPage, signOutPage } from './pages.js';

type Context = KoaContextWithOIDC;

/** What browsers are told of every answer; of a page, that its forms may end where the sign-in leads back to. */
export function setHeaders(ctx: Context, next: () => Promise<void>): Promise<void> {
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

const xsrfOf = (ctx: Context) => (ctx.oidc.session!.state as { secret: string }).secret;
const nameOf = ({ oidc: { client } }: Context) => client?.clientName ?? client?.clientId ?? 'The app';

export function userCodeInputSource(ctx: Context, _form: string, _out?: unknown, error?: Error & { userCode?: string }): void {
  ctx.type = 'html';
  ctx.body = deviceCodePage(ctx.oidc.urlFor('code_verification'), xsrfOf(ctx), error?.userCode ?? '', error && faultOfCode(error));
}

function faultOfCode({ name, userCode }: Error & { userCode?: string }): string {
  if (name === 'AbortedError') return 'The device was not signed in.';
  if (name === 'NoCodeError' || userCode !== undefined) return 'This code is not known, or is too old: look at the device again.';
  return 'This did not work: begin again on the device.';
}

export function userCodeConfirmSource(ctx: Context, _form: string, _client: unknown, _info: unknown, userCode: string): void {
  ctx.type = 'html';
  ctx.body = deviceConfirmPage(ctx.oidc.urlFor('code_verification'), xsrfOf(ctx), userCode, nameOf(ctx));
}

export function successSource(ctx: Context): void {
  ctx.type = 'html';
  ctx.body = messagePage('The device is signed in', `${nameOf(ctx)} goes on by itself. You can close this page.`);
}

export function logoutSource(ctx: Context): void {
  ctx.body = signOutPage(ctx.oidc.urlFor('end_session_confirm'), xsrfOf(ctx));
}

export function postLogoutSuccessSource(ctx: Context): void {
  ctx.type = 'html';
  ctx.body = messagePage('Signed out', 'You can close this page.');
}

export function renderError(ctx: Context, { error, error_description: description }: Readonly<{ error: string; error_description?: string }>): void {
  ctx.type = 'html';
  ctx.body = messagePage('This did not work', `${description ?? error}. Go back to the app and begin again.`);
}
