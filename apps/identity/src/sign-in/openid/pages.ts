import { alert, described, escape, type Form, hidden, page } from '../../views/page.js';

const FORGOTTEN = '<p><a href="/account/forgotten-password">Forgotten password</a></p>';

/** @param canReset Whether who has forgotten the password is sent a link to choose another one. */
export function passwordPage({ app, email, mark, fault, canReset }: Form & Readonly<{ app: string; email: string; canReset: boolean }>): string {
  return page(
    'Sign in',
    `<p>to go on to <strong>${escape(app)}</strong></p>${alert(fault)}
<form method="post">${hidden({ mark })}
<label for="email">E-mail address</label><input id="email" name="email" type="email" autocomplete="username" required maxlength="320" value="${escape(email)}"${described(fault)}>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required maxlength="1024"${described(fault)}>
<button name="step" value="password">Sign in</button></form>
<form method="post">${hidden({ mark })}<button name="step" value="cancel">Cancel</button></form>${canReset ? FORGOTTEN : ''}`,
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
