import { createHash } from 'node:crypto';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (each) => escapes[each]!);

const STYLE = `:root{color-scheme:light dark}body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem}
label{display:block;margin:1rem 0 .25rem}input{font:inherit;width:100%;padding:.6rem;box-sizing:border-box}
button{font:inherit;padding:.6rem 1.2rem;margin:1.5rem .5rem 0 0;min-height:2.75rem}code{font-size:1.5rem;letter-spacing:.1em}
[role=alert]{border-left:.25rem solid #b3261e;padding:.5rem 1rem}.hint{font-size:.9375rem}`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * What a browser may do with a page: nothing but to show it with its own style and to send its forms here.
 *
 * @param leadsTo Where the sign-in leads back to: browsers hold the redirect that answers a form against this rule too.
 */
export function pagePolicy(leadsTo?: unknown): string {
  const back = typeof leadsTo === 'string' ? URL.parse(leadsTo) : null;
  const target = back ? ` ${back.origin === 'null' ? back.protocol : back.origin}` : '';
  return `default-src 'none';script-src;style-src 'sha256-${STYLE_HASH}';base-uri 'none';form-action 'self'${target};frame-ancestors 'none'`;
}

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} – Millrace</title><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1>${body}</main></body></html>`;

const alert = (fault: string | undefined) => (fault === undefined ? '' : `<p role="alert" id="fault">${escape(fault)}</p>`);
const described = (fault: string | undefined) => (fault === undefined ? '' : ' aria-describedby="fault" aria-invalid="true"');
const hidden = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`)
    .join('');

/** What every form of a sign-in carries. */
export type Form = Readonly<{ mark: string; fault?: string }>;

export function passwordPage({ app, email, mark, fault }: Form & Readonly<{ app: string; email: string }>): string {
  return page(
    'Sign in',
    `<p>to go on to <strong>${escape(app)}</strong></p>${alert(fault)}
<form method="post">${hidden({ mark })}
<label for="email">E-mail address</label><input id="email" name="email" type="email" autocomplete="username" required maxlength="320" value="${escape(email)}"${described(fault)}>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required maxlength="1024"${described(fault)}>
<button name="step" value="password">Sign in</button></form>
<form method="post">${hidden({ mark })}<button name="step" value="cancel">Cancel</button></form>`,
  );
}

export function codePage({ app, proof, mark, fault }: Form & Readonly<{ app: string; proof: string }>): string {
  return page(
    'Your code',
    `<p>to go on to <strong>${escape(app)}</strong></p>${alert(fault)}
<form method="post">${hidden({ mark, proof })}
<label for="code">Six digits of your authenticator, or a recovery code</label><input id="code" name="code" required autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="20"${described(fault)}>
<button name="step" value="code">Sign in</button></form>
<form method="post">${hidden({ mark })}<button name="step" value="cancel">Cancel</button></form>`,
  );
}

/** One permission in the words of the person who is asked for it. */
const SCOPES: Readonly<Record<string, string>> = {
  openid: 'know that it is you',
  profile: 'see your name',
  email: 'see your e-mail address',
  offline_access: 'stay signed in when you are away',
  api: 'see and change in the suite what you may see and change yourself',
};

export function consentPage({ app, host, scopes, mark }: Form & Readonly<{ app: string; host?: string; scopes: readonly string[] }>): string {
  const list = scopes.map((scope) => `<li>${escape(SCOPES[scope] ?? scope)}</li>`).join('');
  const where = host === undefined ? '' : `<p class="hint">It leads back to ${escape(host)}.</p>`;
  return page(
    'Allow access?',
    `<p><strong>${escape(app)}</strong> would like to:</p><ul>${list}</ul>${where}
<form method="post">${hidden({ mark })}<button name="step" value="allow">Allow</button><button name="step" value="cancel">Do not allow</button></form>`,
  );
}

export function deviceCodePage(action: string, xsrf: string, code: string, fault?: string): string {
  return page(
    'Sign in a device',
    `${alert(fault)}<form method="post" action="${escape(action)}">${hidden({ xsrf })}
<label for="user_code">Code that the device shows</label><input id="user_code" name="user_code" required autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" value="${escape(code)}"${described(fault)}>
<button>Go on</button></form>`,
  );
}

export function deviceConfirmPage(action: string, xsrf: string, code: string, app: string): string {
  const form = { xsrf, user_code: code };
  return page(
    'Is this your device?',
    `<p><strong>${escape(app)}</strong> shows this code:</p><p><code>${escape(code)}</code></p>
<p class="hint">Go on only if you see it on your own device. Who sent you here by mail or chat wants to enter with your account.</p>
<form method="post" action="${escape(action)}">${hidden({ ...form, confirm: 'yes' })}<button>It is: sign it in</button></form>
<form method="post" action="${escape(action)}">${hidden(form)}<button name="abort" value="yes">It is not</button></form>`,
  );
}

export function signOutPage(action: string, xsrf: string): string {
  return page(
    'Sign out?',
    `<form method="post" action="${escape(action)}">${hidden({ xsrf })}<button name="logout" value="yes">Sign out</button><button>Stay signed in</button></form>`,
  );
}

/** A page that only says something. */
export function messagePage(title: string, text: string): string {
  return page(title, `<p>${escape(text)}</p>`);
}
