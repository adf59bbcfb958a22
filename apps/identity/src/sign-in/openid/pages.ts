import { alert, described, escape, type Form, hidden, page } from '../../views/page.js';
import { PASSKEY_SCRIPT_URL } from './passkey-script.js';

const FORGOTTEN = '<p><a href="/account/forgotten-password">Forgotten password</a></p>';

const SCRIPT = `<script type="module" src="${escape(PASSKEY_SCRIPT_URL)}"></script>`;

/** Shown by its script alone, in a browser that has passkeys; `options` are what the browser is asked for. */
type PasskeyForm = Readonly<{ act: 'get' | 'create'; step: string; label: string; options: object; fields: Readonly<Record<string, string>>; more?: string }>;

function passkeyForm({ act, step, label, options, fields, more = '' }: PasskeyForm): string {
  return `
<form method="post" data-passkey="${act}" data-options="${escape(JSON.stringify(options))}" hidden>${hidden({ ...fields, credential: '' })}${more}
<button name="step" value="${step}">${label}</button><p role="status" class="hint"></p></form>${SCRIPT}`;
}

const cancelForm = (mark: string) => `<form method="post">${hidden({ mark })}<button name="step" value="cancel">Cancel</button></form>`;

/** `canReset`: who has forgotten the password is sent a link to choose another one. */
type PasswordForm = Form & Readonly<{ app: string; email: string; canReset: boolean; passkey?: object }>;

export function passwordPage({ app, email, mark, fault, canReset, passkey }: PasswordForm): string {
  const label = 'Sign in with a passkey';
  const other = passkey === undefined ? '' : passkeyForm({ act: 'get', step: 'passkey', label, options: passkey, fields: { mark } });
  return page(
    'Sign in',
    `<p>to go on to <strong>${escape(app)}</strong></p>${alert(fault)}
<form method="post">${hidden({ mark })}
<label for="email">E-mail address</label><input id="email" name="email" type="email" autocomplete="username" required maxlength="320" value="${escape(email)}"${described(fault)}>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required maxlength="1024"${described(fault)}>
<button name="step" value="password">Sign in</button></form>${other}
${cancelForm(mark)}${canReset ? FORGOTTEN : ''}`,
  );
}

type CodeForm = Form & Readonly<{ app: string; proof: string; authenticator: boolean; passkey?: object }>;

/** Without an authenticator there are recovery codes at least: they let in who has lost the passkey, or has a browser without scripts. */
export function codePage({ app, proof, mark, fault, authenticator, passkey }: CodeForm): string {
  const title = authenticator ? 'Your code' : 'Your passkey';
  const asked = authenticator ? 'Six digits of your authenticator, or a recovery code' : 'A recovery code';
  const label = 'Use a passkey';
  const other = passkey === undefined ? '' : passkeyForm({ act: 'get', step: 'second-passkey', label, options: passkey, fields: { mark, proof } });
  const form = `
<form method="post">${hidden({ mark, proof })}
<label for="code">${asked}</label><input id="code" name="code" required autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="20"${described(fault)}>
<button name="step" value="code">Sign in</button></form>`;
  return page(
    title,
    `<p>to go on to <strong>${escape(app)}</strong></p>${alert(fault)}${authenticator ? form + other : other + form}
${cancelForm(mark)}`,
  );
}

type EnrolmentForm = Form & Readonly<{ app: string; proof: string; secret: string; uri: string; passkey?: object }>;

export function enrolmentPage({ app, proof, mark, fault, secret, uri, passkey }: EnrolmentForm): string {
  const name = `
<label for="name">What you call this device</label><input id="name" name="name" maxlength="100" value="My passkey">`;
  const fields = { mark, proof };
  const label = 'Set up a passkey';
  const other = passkey === undefined ? '' : passkeyForm({ act: 'create', step: 'enrol-passkey', label, options: passkey, fields, more: name });
  return page(
    'Set up a second step',
    `<p>What you may do with <strong>${escape(app)}</strong> takes more than a password.</p>${alert(fault)}${other}
<p>Give this secret to an authenticator app, or <a href="${escape(uri)}">open it in one</a>:</p><p><code>${escape(secret.replace(/(.{4})(?=.)/g, '$1 '))}</code></p>
<form method="post">${hidden(fields)}
<label for="code">Six digits that it shows</label><input id="code" name="code" required autocomplete="one-time-code" inputmode="numeric" maxlength="20"${described(fault)}>
<button name="step" value="enrol-code">Set up</button></form>
${cancelForm(mark)}`,
  );
}

export function recoveryCodesPage({
  app,
  proof,
  mark,
  codes,
}: Omit<Form, 'fault'> & Readonly<{ app: string; proof: string; codes: readonly string[] }>): string {
  return page(
    'Keep these codes',
    `<p>Each lets you in once when you have lost your device. They are shown here, and never again.</p>
<ul>${codes.map((code) => `<li><code>${escape(code)}</code></li>`).join('')}</ul>
<form method="post">${hidden({ mark, proof })}<button name="step" value="go-on">Go on to ${escape(app)}</button></form>`,
  );
}

/** Before the sign-in goes on that took a recovery code. */
export function fewCodesPage({ app, proof, mark, left }: Omit<Form, 'fault'> & Readonly<{ app: string; proof: string; left: number }>): string {
  return page(
    'Few recovery codes',
    `<p>You have ${left === 0 ? 'none' : left} left. Get others while you can still enter: those before end then.</p>
<form method="post">${hidden({ mark, proof })}<button name="step" value="go-on">Go on to ${escape(app)}</button></form>`,
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
