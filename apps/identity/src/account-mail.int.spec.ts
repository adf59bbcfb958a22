import { createServer } from 'node:net';
import { Metrics } from '@millrace/chassis';
import { newId } from '@millrace/kernel';
import { armFailpoints, failpointHits } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import { beginSignIn, discover, eventually, type KeptMail, MailSink, PlainBrowser, redeemCode, ServiceAtWork } from '@millrace/testing';
import * as client from 'openid-client';
import { TOTP } from 'otpauth';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { definition } from './definition.js';
import { mailTo, type OutgoingMail } from './domain/mail.js';
import type { IdentitySettings } from './identity-settings.js';
import { AccountLinks } from './persistence/account-links.js';
import { OutgoingMails } from './persistence/outgoing-mails.js';
import { Vault } from './persistence/vault.js';
import { MailSender } from './send-mail/mail-sender.js';
import { Postman } from './send-mail/postman.js';
import { type Answer, BACK, COMPANY, PASSWORD, People, type Person, SETTINGS } from './people.fixture.js';

const OTHER = 'another horse battery';
const ROLE = { memberships: [{ companyId: COMPANY, role: 'sales' }] };

type Called = Readonly<{ token?: string; address?: string; ifMatch?: string }>;

describe('mail to people', () => {
  let identity: ServiceAtWork;
  let sink: MailSink;
  let settings: IdentitySettings;
  let people: People;
  let administrator: string;
  let addresses = 0;

  beforeAll(async () => {
    sink = await MailSink.start();
    identity = await ServiceAtWork.start(inject('servers'), definition, (PUBLIC_URL) => {
      const mail = { MAIL_URL: `smtp://127.0.0.1:${sink.port}`, MAIL_FROM: 'noreply@erp.example' };
      settings = { ...SETTINGS, ...mail, PUBLIC_URL };
      return { ...SETTINGS, ...mail, PUBLIC_URL };
    });
    people = await People.at(identity);
    administrator = await tokenOf(await people.person('administrator'));
  });

  afterEach(() => armFailpoints(undefined));

  afterAll(async () => {
    await identity.stop();
    await sink.stop();
    for (const name of ['MAIL_URL', 'MAIL_FROM']) delete process.env[name];
  });

  /** Each from an address of its own, unless one is given. */
  function call(
    method: string,
    path: string,
    body?: object,
    { token, address = `192.0.2.${(addresses += 1)}`, ifMatch }: Called = {},
  ): Promise<Answer<Readonly<Record<string, unknown>>>> {
    const headers = { 'x-client-address': address, ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) };
    return people.call(method, path, { token, body, headers });
  }

  const signIn = (email: string, secret = PASSWORD) => call('POST', '/v1/tokens', { grantType: 'password', login: email, secret });
  const tokenOf = async ({ email }: Pick<Person, 'email'>, secret?: string) => (await signIn(email, secret)).body.accessToken as string;
  const mailsTo = (email: string, subject?: string) => sink.mails.filter(({ to, subject: of }) => to.includes(email) && (subject ?? of) === of);

  async function mailTold(email: string, subject: string, count = 1): Promise<KeptMail> {
    await eventually(() => expect(mailsTo(email, subject)).toHaveLength(count), 10_000);
    return mailsTo(email, subject)[0]!;
  }

  const linkIn = ({ text }: KeptMail) => /https?:\/\/\S+/.exec(text)![0];
  const tokenIn = (mail: KeptMail) => new URL(linkIn(mail)).searchParams.get('link')!;
  const choose = (token: string, password = OTHER, from?: Called) => call('POST', '/v1/chosen-passwords', { token, password }, from);
  const ask = (email: string, from?: Called) => call('POST', '/v1/password-reset-requests', { email }, from);
  const settled = () => eventually(async () => expect(await people.query('select 1 from reset_request')).toEqual([]), 10_000);
  const allSent = () => eventually(async () => expect(await people.query('select 1 from outgoing_mail')).toEqual([]), 10_000);
  const age = (accountId: string, hours: number) =>
    people.query(
      `update account_link set expires_at = expires_at - make_interval(hours => $2), created_at = created_at - make_interval(hours => $2) where account_id = $1`,
      accountId,
      hours,
    );

  async function reset(who: Person): Promise<string> {
    const before = mailsTo(who.email, 'Choose another password').length;
    expect(await ask(who.email)).toMatchObject({ status: 202 });
    return tokenIn(await mailTold(who.email, 'Choose another password', before + 1));
  }

  async function invite(more: object = {}): Promise<Person> {
    const email = `${newId()}@example.com`;
    const { status, body } = await call('POST', '/v1/users', { email, name: 'Anna', ...ROLE, ...more }, { token: administrator });
    expect([status, body.code]).toEqual([201, undefined]);
    return { email, accountId: body.accountId as string };
  }

  const invitationOf = async ({ email }: Person) => {
    const { status, body } = await call('GET', `/v1/users?filter[login]=${encodeURIComponent(email)}`, undefined, { token: administrator });
    expect([status, body.detail]).toEqual([200, undefined]);
    return (body.data as { invitation?: string }[])[0]!.invitation;
  };
  const sendAgain = ({ accountId }: Person) => call('POST', `/v1/users/${accountId}/invitations`, undefined, { token: administrator });
  const withdraw = ({ accountId }: Person) => call('POST', `/v1/users/${accountId}/invitation-withdrawals`, undefined, { token: administrator });
  const trailOf = (operation: string, accountId: string) =>
    people.query<{ subject: string | null; outcome: string; problem: string | null; changes: object | null }>(
      'select subject, outcome, problem, changes from audit_trail where operation = $1 and record_id = $2',
      operation,
      accountId,
    );

  describe('an invitation', () => {
    it('lets the person choose a password at the page that its link leads to, once', async () => {
      const who = await invite({ password: null });
      expect(await invitationOf(who)).toBe('pending');
      expect((await signIn(who.email, PASSWORD)).status).toBe(401);
      const browser = new PlainBrowser(identity.url);
      const link = linkIn(await mailTold(who.email, 'You are invited to Millrace'));
      await browser.open(link);
      expect(browser.shown!.url.href).toBe(`${identity.url}/account/password`); // The token is in no history.
      expect(browser.shown!.text).toContain(who.email);
      expect(await browser.submit('Set the password', { password: 'too short' })).toMatchObject({ status: 422, text: expect.stringContaining('role="alert"') });
      expect((await browser.submit('Set the password', { password: OTHER })).text).toContain('The password is set');
      expect((await signIn(who.email, OTHER)).status).toBe(200);
      expect(await invitationOf(who)).toBeUndefined();
      expect(await new PlainBrowser(identity.url).open(link)).toMatchObject({ status: 422, text: expect.stringContaining('not good') });
      expect(await choose(new URL(link).searchParams.get('link')!)).toMatchObject({ status: 422, body: { code: 'link-invalid' } });
    });

    it('is good at the API too, for pages of one’s own, and stands in the audit trail without its token', async () => {
      const who = await invite();
      const token = tokenIn(await mailTold(who.email, 'You are invited to Millrace'));
      expect(await choose(token)).toMatchObject({ status: 200, body: { accountId: who.accountId } });
      const [line] = await trailOf('ChoosePassword_choose', who.accountId);
      expect(line).toMatchObject({ subject: who.accountId, outcome: 'done' });
      const everything = JSON.stringify(await people.query('select * from audit_trail'));
      expect(everything).toContain(who.accountId);
      expect(everything).not.toContain(token);
    });

    it('is good for 72 hours', async () => {
      const [late, early] = [await invite(), await invite()];
      const tokens = await Promise.all([late, early].map(async ({ email }) => tokenIn(await mailTold(email, 'You are invited to Millrace'))));
      await age(late.accountId, 72);
      await age(early.accountId, 71);
      await people.query(`update account set invited_until = invited_until - interval '72 hours' where id = $1`, late.accountId);
      expect(await choose(tokens[0]!)).toMatchObject({ status: 422, body: { code: 'link-invalid' } });
      expect(await invitationOf(late)).toBe('expired');
      expect((await choose(tokens[1]!)).status).toBe(200);
    });

    it('counts only in its newest mail, and is sent again three times an hour at most', async () => {
      const who = await invite();
      const first = tokenIn(await mailTold(who.email, 'You are invited to Millrace'));
      expect((await sendAgain(who)).status).toBe(200);
      const second = tokenIn(await mailTold(who.email, 'You are invited to Millrace', 2));
      expect(await choose(first)).toMatchObject({ status: 422, body: { code: 'link-invalid' } });
      expect((await sendAgain(who)).status).toBe(200);
      expect(await sendAgain(who)).toMatchObject({ status: 409, body: { code: 'mail-limit-exceeded' } });
      const third = tokenIn(await mailTold(who.email, 'You are invited to Millrace', 3));
      expect((await choose(second)).status).toBe(422);
      expect((await choose(third)).status).toBe(200);
      expect(await sendAgain(who)).toMatchObject({ status: 409, body: { code: 'invitation-accepted' } });
      expect(await withdraw(who)).toMatchObject({ status: 409, body: { code: 'invitation-accepted' } });
    });

    it('opens nothing once it is withdrawn, until it is sent again', async () => {
      const who = await invite();
      const token = tokenIn(await mailTold(who.email, 'You are invited to Millrace'));
      expect(await withdraw(who)).toMatchObject({ status: 200, body: { accountId: who.accountId, version: 2 } });
      expect(await invitationOf(who)).toBe('withdrawn');
      expect((await choose(token)).status).toBe(422);
      await sendAgain(who);
      expect(await invitationOf(who)).toBe('pending');
      expect((await choose(tokenIn(await mailTold(who.email, 'You are invited to Millrace', 2)))).status).toBe(200);
    });

    it('opens nothing for who is put out, and is over when an administrator sets a password', async () => {
      const [out, set] = [await invite(), await invite()];
      const tokens = await Promise.all([out, set].map(async ({ email }) => tokenIn(await mailTold(email, 'You are invited to Millrace'))));
      expect((await call('PATCH', `/v1/users/${out.accountId}`, { active: false }, { token: administrator, ifMatch: '*' })).status).toBe(200);
      expect((await call('POST', `/v1/users/${set.accountId}/password-resets`, { password: PASSWORD }, { token: administrator })).status).toBe(200);
      for (const token of tokens) expect((await choose(token)).status).toBe(422);
      expect(await sendAgain(out)).toMatchObject({ status: 409, body: { code: 'account-inactive' } });
      expect(await invitationOf(out)).toBe('withdrawn');
      expect((await signIn(set.email)).status).toBe(200);
    });

    it('takes an address that mail servers read in one way, and roles that the inviter holds', async () => {
      const odd = await call('POST', '/v1/users', { email: `"a,b"@example.com`, name: 'Anna', ...ROLE }, { token: administrator });
      expect([odd.status, odd.body.code]).toEqual([422, 'email-unusable']);
      const seller = await tokenOf(await people.person());
      expect((await call('POST', '/v1/users', { email: 'eve@example.com', name: 'Eve', ...ROLE }, { token: seller })).status).toBe(403);
      expect((await call('POST', `/v1/users/${(await invite()).accountId}/invitations`, undefined, { token: seller })).status).toBe(403);
    });

    it('is no way in by the password that stands for nobody’s', async () => {
      const who = await invite();
      expect((await signIn(who.email, 'nobody has this password')).status).toBe(401);
    });

    it('is written in the language of the account', async () => {
      const who = await invite({ language: 'de' });
      const { text, source } = await mailTold(who.email, 'Einladung zu Millrace');
      expect(text).toContain('Wählen Sie ein eigenes Passwort');
      expect(source).toContain('lang=3D"de"');
    });
  });

  describe('another password', () => {
    it('is chosen by who reads the mail; all sessions end, and the person is told', async () => {
      const who = await people.person();
      const browser = new PlainBrowser(identity.url);
      const going = await beginSignIn(await discover(identity.url, 'shop'), browser, { redirect_uri: BACK });
      await browser.submit('Sign in', { email: who.email, password: PASSWORD });
      const tokens = await redeemCode(going);
      expect(await choose(await reset(who))).toMatchObject({ status: 200 });
      await expect(client.refreshTokenGrant(going.config, tokens.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
      const { sessions } = await people.ended();
      expect(sessions[who.accountId]).toBe(2);
      expect((await signIn(who.email)).status).toBe(401);
      expect((await signIn(who.email, OTHER)).status).toBe(200);
      expect((await mailTold(who.email, 'Your password was changed')).text).not.toMatch(/http/);
    });

    it('is asked for at the sign-in page, which says the same for every address', async () => {
      const who = await people.person();
      const browser = new PlainBrowser(identity.url);
      await beginSignIn(await discover(identity.url, 'shop'), browser, { redirect_uri: BACK });
      expect(browser.shown!.text).toContain('<a href="/account/forgotten-password">Forgotten password</a>');
      const answers = [];
      for (const email of [who.email, `${newId()}@example.com`, 'no address']) {
        await browser.open('/account/forgotten-password');
        const { status, text } = await browser.submit('Send the link', { email });
        answers.push({ status, text });
      }
      expect(answers[0]).toMatchObject({ status: 200, text: expect.stringContaining('If there is an account') });
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
      await mailTold(who.email, 'Choose another password');
    });

    it('is answered alike whether the account is there, invited, put out or not, and only the first gets a mail', async () => {
      const [there, invited, out] = [await people.person(), await invite(), await people.person()];
      await people.query('update account set active = false where id = $1', out.accountId);
      const emails = [there.email, invited.email, out.email, `${newId()}@example.com`];
      const answers = await Promise.all(emails.map((email) => ask(email)));
      const seen = answers.map(({ status, body, headers }) => ({ status, body, headers: [...headers.keys()].sort() }));
      for (const each of seen) expect(each).toEqual(seen[0]);
      expect(seen[0]).toMatchObject({ status: 202, body: {} });
      await mailTold(there.email, 'Choose another password');
      await settled();
      expect(emails.slice(1).flatMap((email) => mailsTo(email, 'Choose another password'))).toEqual([]);
      const trail = await trailOf('ResetPassword_request', there.accountId);
      expect(trail).toMatchObject([{ subject: null, outcome: 'done' }]);
    });

    it('is good for half an hour, once, and in the newest mail alone', async () => {
      const who = await people.person();
      const first = await reset(who);
      const second = await reset(who);
      expect((await choose(first)).status).toBe(422);
      const both = await Promise.all([choose(second, OTHER), choose(second, 'a third horse battery')]);
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
      const third = await reset(who);
      await people.query(`update account_link set expires_at = expires_at - interval '30 minutes' where account_id = $1`, who.accountId);
      expect((await choose(third)).status).toBe(422);
    });

    it('is sent three times an hour to one account, however often and from wherever it is asked for', async () => {
      const who = await people.person();
      for (let at = 0; at < 8; at++) expect((await ask(who.email)).status).toBe(202);
      await settled();
      await mailTold(who.email, 'Choose another password', 3).catch(() => {}); // Older ones may not have been sent before they were replaced.
      const [{ n }] = (await people.query<{ n: number }>('select count(*)::int as n from account_link where account_id = $1', who.accountId)) as [
        { n: number },
      ];
      expect(n).toBe(3);
      expect(mailsTo(who.email).length).toBeLessThanOrEqual(3);
      await eventually(async () => {
        const refused = (await trailOf('ResetPassword_request', who.accountId)).filter(({ outcome }) => outcome === 'refused');
        expect(refused.map(({ problem }) => problem)).toContain('mail-limit-exceeded');
      }, 10_000);
    });

    it('is asked for twenty times from one address, and guessed at no more often', async () => {
      const here = { address: '198.51.100.1' };
      for (let at = 0; at < 20; at++) expect((await ask(`${newId()}@example.com`, here)).status).toBe(202);
      expect(await ask((await people.person()).email, here)).toMatchObject({ status: 429, body: { code: 'rate-limit-exceeded' } });
      const good = await reset(await people.person());
      for (let at = 0; at < 20; at++) expect((await choose(`${at}`.repeat(43).slice(0, 43), OTHER, here)).status).toBe(422);
      expect(await choose(good, OTHER, here)).toMatchObject({ status: 429 });
      expect((await choose(good)).status).toBe(200);
    });

    it('leaves a second factor as it is: its code is asked for at the next sign-in', async () => {
      const who = await people.person();
      const token = await tokenOf(who);
      const { secret } = (await call('POST', '/v1/second-factor/enrolments', { currentPassword: PASSWORD }, { token })).body as { secret: string };
      const code = new TOTP({ secret }).generate();
      expect((await call('POST', '/v1/second-factor/confirmations', { code }, { token })).status).toBe(200);
      expect((await choose(await reset(who))).status).toBe(200);
      expect(await signIn(who.email, OTHER)).toMatchObject({ status: 401, body: { code: 'code-required' } });
    });

    it('cannot be set by a form that another page sends', async () => {
      const who = await people.person();
      const browser = new PlainBrowser(identity.url);
      await reset(who);
      await browser.open(linkIn(mailsTo(who.email)[0]!));
      const send = (mark: string, from = browser) => from.open('/account/password', { method: 'POST', body: new URLSearchParams({ mark, password: OTHER }) });
      const { mark } = /name="mark" value="(?<mark>[^"]+)"/.exec(browser.shown!.text)!.groups!;
      expect(await send('')).toMatchObject({ status: 400 });
      expect(await send('x'.repeat(mark!.length))).toMatchObject({ status: 400 });
      expect(await send(mark!, new PlainBrowser(identity.url))).toMatchObject({ status: 400 });
      expect((await signIn(who.email)).status).toBe(200);
      const [cookie] = [...browser.cookies.values()];
      expect(cookie!.attributes).toMatch(/Path=\/account\/password; .*HttpOnly; SameSite=Lax/);
      expect(browser.shown!.headers.get('content-security-policy')).toMatch(/^default-src 'none';script-src;.*frame-ancestors 'none'$/);
    });

    it('is told of when somebody changes or sets it otherwise, too, and a link is good no more', async () => {
      const who = await people.person();
      const link = await reset(who);
      const body = { currentPassword: PASSWORD, newPassword: OTHER };
      expect((await call('POST', '/v1/password-changes', body, { token: await tokenOf(who) })).status).toBe(200);
      await mailTold(who.email, 'Your password was changed');
      expect((await choose(link)).status).toBe(422);
    });
  });

  describe('another address', () => {
    const change = (token: string, email: string, currentPassword = PASSWORD) => call('POST', '/v1/email-changes', { currentPassword, email }, { token });

    it('counts once it is confirmed there, and the one before is told', async () => {
      const who = await people.person();
      const email = `${newId()}@example.com`;
      const token = await tokenOf(who);
      const oldReset = await reset(who);
      expect(await change(token, email, 'wrong')).toMatchObject({ status: 403, body: { code: 'password-wrong' } });
      expect(await change(token, email)).toMatchObject({ status: 200, body: { accountId: who.accountId } });
      const browser = new PlainBrowser(identity.url);
      await browser.open(linkIn(await mailTold(email, 'Confirm your e-mail address')));
      expect((await signIn(email)).status).toBe(401);
      expect((await browser.submit('Confirm the address')).text).toContain('The address is confirmed');
      expect([(await signIn(email)).status, (await signIn(who.email)).status]).toEqual([200, 401]);
      expect((await mailTold(who.email, 'Your e-mail address was changed')).text).toContain(email);
      expect((await choose(oldReset)).status).toBe(422); // It went to the other address.
    });

    it('takes what the account is protected by beside the password', async () => {
      const who = await people.person();
      const [token, email] = [await tokenOf(who), `${newId()}@example.com`];
      const started = await call('POST', '/v1/second-factor/enrolments', { currentPassword: PASSWORD }, { token });
      const code = new TOTP({ secret: started.body.secret as string }).generate();
      const { recoveryCodes } = (await call('POST', '/v1/second-factor/confirmations', { code }, { token })).body as { recoveryCodes: string[] };
      const wish = (more: object) => call('POST', '/v1/email-changes', { currentPassword: PASSWORD, email, ...more }, { token });
      await mailTold(who.email, 'Your second factor was changed');
      for (const more of [{}, { code }, { code: '000000' }]) expect(await wish(more)).toMatchObject({ status: 403, body: { code: 'code-wrong' } });
      expect((await wish({ code: recoveryCodes[0] })).status).toBe(200);
      await mailTold(email, 'Confirm your e-mail address');
    });

    it('is confirmed once, at the API too, and not when somebody else signs in with it', async () => {
      const [who, other] = [await people.person(), await people.person()];
      const token = await tokenOf(who);
      expect((await change(token, other.email)).status).toBe(200);
      const taken = tokenIn(await mailTold(other.email, 'Confirm your e-mail address'));
      expect(await call('POST', '/v1/email-confirmations', { token: taken })).toMatchObject({ status: 409, body: { code: 'login-taken' } });
      expect((await choose(taken)).status).toBe(422); // A link is good for what it was given for.
      const email = `${newId()}@example.com`;
      await change(token, email);
      const good = tokenIn(await mailTold(email, 'Confirm your e-mail address'));
      expect(await call('POST', '/v1/email-confirmations', { token: taken })).toMatchObject({ status: 422 });
      expect(await call('POST', '/v1/email-confirmations', { token: good })).toMatchObject({ status: 200, body: { accountId: who.accountId } });
      expect(await call('POST', '/v1/email-confirmations', { token: good })).toMatchObject({ status: 422, body: { code: 'link-invalid' } });
      await change(token, `${newId()}@example.com`);
      expect(await change(token, `${newId()}@example.com`)).toMatchObject({ status: 409, body: { code: 'mail-limit-exceeded' } });
    });
  });

  describe('its sending', () => {
    /** What a further process of the service would send with. */
    function replica(lines: object[] = [], other: Partial<IdentitySettings> = {}): MailSender {
      const own = { ...settings, ...other };
      const [vault, metrics] = [new Vault(own), new Metrics()];
      const logger = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line) as object) });
      const mails = new OutgoingMails(identity.database, vault, own);
      return new MailSender(mails, new AccountLinks(identity.database, vault), new Postman(own), metrics, logger);
    }

    /** Written in a transaction as a command's is. */
    async function write(mails: readonly OutgoingMail[], nextTry = 'now()'): Promise<void> {
      const outgoing = new OutgoingMails(identity.database, new Vault(settings), settings);
      await identity.database.transaction(null, async (tx) => {
        for (const mail of mails) outgoing.add(tx, mail, new Date());
        await tx.query(statement(`update outgoing_mail set next_try_at = ${nextTry}`));
      });
    }

    beforeEach(() => allSent());

    const left = async (accountId: string) =>
      (await people.query<{ tries: number }>('select tries from outgoing_mail where account_id = $1', accountId)).map(({ tries }) => tries);
    const toldOf = ({ accountId, email }: Person, more: object = {}): OutgoingMail =>
      mailTo({ id: accountId, login: email, name: 'Anna', language: null }, 'password-changed', more);
    const due = ({ accountId }: Person) => people.query('update outgoing_mail set next_try_at = now() where account_id = $1', accountId);

    it('is done once by several processes together', async () => {
      const asking = await Promise.all(Array.from({ length: 30 }, () => people.person()));
      await write(asking.map((each) => toldOf(each)));
      const counts = await Promise.all([replica().sendDue(), replica().sendDue(), replica().sendDue()]);
      await allSent();
      for (const { email } of asking) expect(mailsTo(email)).toHaveLength(1);
      expect(counts.filter((count) => count > 0).length).toBeGreaterThan(1);
    });

    it('happens still when the process dies between the commit and it', async () => {
      armFailpoints('mail.before-send=throw@1');
      const who = await people.person();
      expect((await ask(who.email)).status).toBe(202);
      await eventually(() => expect(failpointHits().get('mail.before-send')).toBe(1), 10_000);
      expect(await left(who.accountId)).toEqual([1]);
      expect(mailsTo(who.email)).toEqual([]);
      await due(who); // The claim of the dead one runs out.
      expect((await choose(tokenIn(await mailTold(who.email, 'Choose another password')))).status).toBe(200);
    });

    it('happens twice, under one id, when the process dies before it can note it', async () => {
      armFailpoints('mail.after-send=throw@1');
      const who = await people.person();
      await write([toldOf(who)]);
      await mailTold(who.email, 'Your password was changed');
      await due(who);
      await mailTold(who.email, 'Your password was changed', 2);
      const ids = mailsTo(who.email).map(({ source }) => /^message-id: (.+)$/im.exec(source)![1]);
      expect(new Set(ids).size).toBe(1);
    });

    it('leaves nothing behind of what was sent', async () => {
      const who = await people.person();
      await reset(who);
      await eventually(async () => expect(await left(who.accountId)).toEqual([]), 10_000);
    });

    it('is tried again while the server is away, and the log says so without address, name or link', async () => {
      const who = await people.person();
      const lines: object[] = [];
      const mail = toldOf(who, { kind: 'password-reset', token: 'a-token-of-its-own' });
      await write([mail], `now() + interval '1 hour'`);
      const { id } = (await people.query<{ id: string }>('select id from outgoing_mail where account_id = $1', who.accountId))[0]!;
      await replica(lines, { MAIL_URL: 'smtp://127.0.0.1:1' })['send']({ id, kind: 'password-reset', accountId: who.accountId, tries: 1, mail });
      expect(lines).toMatchObject([{ level: 40, mailId: id, kind: 'password-reset', accountId: who.accountId, tries: 1 }]);
      expect(await left(who.accountId)).toHaveLength(1);
      await due(who);
      await mailTold(who.email, 'Choose another password');
      expect(JSON.stringify(lines)).not.toMatch(/example\.com|Anna|token|http/);
    });

    it('is given up after a day, with a line in the log, and the list of users says that it was', async () => {
      const who = await invite();
      await mailTold(who.email, 'You are invited to Millrace');
      const mail = toldOf(who, { kind: 'invitation', token: 'a-token-of-its-own' });
      const lines: Record<string, unknown>[] = [];
      await identity.database.transaction(null, async (tx) => {
        new OutgoingMails(identity.database, new Vault(settings), settings).add(tx, mail, new Date(Date.now() - 86_399_000));
        await tx.query(statement(`update outgoing_mail set next_try_at = now() + interval '1 hour'`));
        tx.send(statement('update outgoing_mail set give_up_at = now()'));
      });
      const refusing = createServer((socket) => socket.end('421 not now\r\n'));
      await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
      const { port } = refusing.address() as { port: number };
      const outgoing = new OutgoingMails(identity.database, new Vault(settings), settings);
      const claimed = identity.database.query<{ id: string }>(statement('select id from outgoing_mail where account_id = $1'), [who.accountId]);
      const [{ id }] = (await claimed) as [{ id: string }];
      await replica(lines, { MAIL_URL: `smtp://127.0.0.1:${port}` })['send']({ id, kind: 'invitation', accountId: who.accountId, tries: 9, mail });
      refusing.close();
      expect(lines).toMatchObject([{ level: 50, mailId: id, accountId: who.accountId, kind: 'invitation', tries: 9 }]);
      expect(JSON.stringify(lines)).not.toMatch(/example\.com|Anna|a-token/);
      expect(await left(who.accountId)).toEqual([]);
      expect(await invitationOf(who)).toBe('undelivered');
      expect(await outgoing.count()).toBe(0);
    });

    it('says nothing of a mail that was taken away meanwhile: another link stands in the place of the one that it had', async () => {
      const who = await invite();
      await mailTold(who.email, 'You are invited to Millrace');
      const lines: object[] = [];
      const mail = toldOf(who, { kind: 'invitation', token: 'a-token-of-its-own' });
      const gone = { id: newId(), kind: 'invitation', accountId: who.accountId, tries: 9, mail } as const;
      await replica(lines, { MAIL_URL: 'smtp://127.0.0.1:1' })['send'](gone);
      expect([lines, await invitationOf(who)]).toEqual([[], 'pending']);
    });

    it('puts nothing that somebody typed into a header, and sends to one receiver alone', async () => {
      const name = 'Anna\r\nBcc: eve@evil.example\r\n\r\nClick http://evil.example <script>alert(1)</script>';
      const who = await people.person();
      await write([{ ...toldOf(who), name }]);
      const { source, to, text } = await mailTold(who.email, 'Your password was changed');
      expect(to).toEqual([who.email]);
      const [head = ''] = source.split('\r\n\r\n');
      expect(head).not.toMatch(/evil|script|Anna/);
      expect(head.split(/\r\n(?!\s)/).map((line) => line.split(':')[0]!.toLowerCase())).not.toContain('bcc');
      expect(text).toMatch(/^Hello Anna Bcc: eve@evil\.example Click/);
      const [, html = ''] = source.split('Content-Type: text/html');
      expect(html).toContain('&lt;script&gt;');
      expect(html).not.toContain('<script>');
      await write([
        { ...toldOf(who), to: 'a@example.com\r\nRCPT TO:<eve@evil.example>' },
        { ...toldOf(who), to: 'a@example.com,eve@evil.example' },
        { ...toldOf(who), to: '"eve@evil.example"@example.com' },
      ]);
      expect(await left(who.accountId)).toEqual([]);
      expect(sink.mails.flatMap((mail) => mail.to).filter((address) => address.includes('evil'))).toEqual([]);
    });
  });
});

describe('without a mail server', () => {
  let identity: ServiceAtWork;

  beforeAll(async () => {
    identity = await ServiceAtWork.start(inject('servers'), definition, (PUBLIC_URL) => ({
      ...SETTINGS,
      PUBLIC_URL,
      MAIL_URL: '',
      BOOTSTRAP_EMAIL: 'admin@example.com',
      BOOTSTRAP_PASSWORD: PASSWORD,
    }));
  });

  afterAll(async () => {
    await identity.stop();
    for (const name of ['MAIL_URL', 'BOOTSTRAP_EMAIL', 'BOOTSTRAP_PASSWORD']) delete process.env[name];
  });

  it('says so to who wants one sent, and everything else goes on', async () => {
    const call = async (path: string, body: object, token?: string) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': newId(), ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
      const answer = await fetch(`${identity.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return [answer.status, (await answer.json()) as Record<string, string>] as const;
    };
    const [, { accessToken }] = await call('/v1/tokens', { grantType: 'password', login: 'admin@example.com', secret: PASSWORD });
    const user = { email: 'anna@example.com', name: 'Anna', memberships: [{ role: 'sales' }] };
    const refused = [
      await call('/v1/users', user, accessToken),
      await call('/v1/password-reset-requests', { email: 'admin@example.com' }),
      await call('/v1/email-changes', { currentPassword: PASSWORD, email: 'other@example.com' }, accessToken),
    ];
    expect(refused.map(([status, { code }]) => [status, code])).toEqual(Array.from({ length: 3 }, () => [409, 'mail-not-configured']));
    const [status, { accountId }] = await call('/v1/users', { ...user, password: PASSWORD }, accessToken);
    expect(status).toBe(201);
    expect((await call(`/v1/users/${accountId}/password-resets`, { password: OTHER }, accessToken))[0]).toBe(200);
    const browser = new PlainBrowser(identity.url);
    await beginSignIn(await discover(identity.url, 'millrace-cli'), browser, { redirect_uri: BACK }).catch(() => {});
    expect((await browser.open('/account/forgotten-password')).text).not.toContain('undefined');
    expect(await browser.submit('Send the link', { email: 'admin@example.com' })).toMatchObject({
      status: 409,
      text: expect.stringContaining('sends no mail'),
    });
  });
});
