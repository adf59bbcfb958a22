import { newId } from '@millrace/kernel';
import { PlainBrowser } from '@millrace/testing';
import { ApiClient } from '@millrace/tools';
import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company } from './company.js';
import { Guide, type GuideAnswer } from './guide.js';
import { expectCleanAudit, Suite } from './suite.js';

describe('the guide to signing in from an app', () => {
  const suite = new Suite();
  const guide = new Guide('sign-in-from-an-app.md', { G: suite.site.gateway, JSON: 'content-type: application/json' });
  const { variables } = guide;
  let company: Company;

  beforeAll(async () => {
    company = await Company.found(suite, 'Guide');
    const administrator = { grantType: 'password', login: suite.site.administrator.email, secret: suite.site.administrator.password };
    const answer = await fetch(`${suite.site.gateway}/v1/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(administrator),
    });
    variables.TOKEN = ((await answer.json()) as { accessToken: string }).accessToken;
  });

  const answerOf = (text: string) => JSON.parse(text) as GuideAnswer;
  const orders = (token: string) => fetch(`${suite.site.gateway}/v1/sales-orders`, { headers: { authorization: `Bearer ${token}` } });

  it('leads a person from the browser to tokens, a renewal, a second factor and the way out, command by command', async () => {
    expect(guide.answer('openid-configuration').issuer).toBe(suite.site.gateway);
    const app = guide.answer('$G/v1/apps');
    Object.assign(variables, { APP: app.appId, CLIENT: app.clientId, SECRET: app.clientSecret });
    expect(guide.answer('secret-rotations').clientSecret).not.toBe(app.clientSecret); // The first is good for a while.

    const [email, password] = [`${newId()}@example.com`, newId()];
    await suite.administrator.post('/v1/users', { email, name: 'Anna', password, memberships: [{ companyId: company.companyId, role: 'sales' }] });
    const url = guide.run('VERIFIER=$(', { 'echo "': 'echo $VERIFIER; echo "' }).trim().split('\n');
    const browser = new PlainBrowser(suite.site.gateway);
    await browser.open(url.at(-1)!);
    await browser.submit('Sign in', { email, password });
    await browser.submit('Allow');
    expect(browser.shown!.url.searchParams.get('state')).toBe('xyz');
    Object.assign(variables, { VERIFIER: url.at(-2)!, CODE: browser.shown!.url.searchParams.get('code')! });

    const tokens = guide.answer('grant_type=authorization_code');
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: 'api' });
    variables.REFRESH = tokens.refresh_token!;
    const renewed = guide.answer('grant_type=refresh_token');
    expect((await orders(renewed.access_token!)).status).toBe(200);
    Object.assign(variables, { TOKEN: renewed.access_token!, REFRESH: renewed.refresh_token! });

    const [enrolment, confirmation] = guide.block('second-factor/enrolments').trim().split('\n') as [string, string];
    const { secret } = guide.answer(enrolment, { [confirmation]: '', '"…"': `"${password}"` });
    const code = new TOTP({ secret }).generate();
    expect(guide.answer(confirmation, { [enrolment]: '', 123456: code }).recoveryCodes).toHaveLength(10);

    const signOut = guide.block('/v1/sessions').trim().split('\n');
    const only = (at: number) => guide.run('/v1/sessions', Object.fromEntries(signOut.filter((_line, index) => index !== at).map((line) => [line, ''])));
    expect((JSON.parse(only(0)) as { kind: string }[]).map(({ kind }) => kind)).toContain('app');
    expect(only(3)).toBe('');
    expect(guide.answer('grant_type=refresh_token').error).toBe('invalid_grant');
    // Its token is of the sign-in that ended: good until the verifier has looked again.
    expect(answerOf(only(2))).toSatisfy(({ version, code: refusal }: GuideAnswer) => Number(version) === 2 || refusal === 'token-invalid');
    await expectCleanAudit(suite);
  });

  it('lets a person choose a password with the link of a mail, and another address', async () => {
    const [email, other] = [`${newId()}@example.com`, `${newId()}@example.com`];
    await suite.administrator.post('/v1/users', { email, name: 'Anna', memberships: [{ companyId: company.companyId, role: 'sales' }] });
    const lines = guide.block('/v1/chosen-passwords').trim().split('\n');
    const only = (part: string, filledIn: Readonly<Record<string, string>>) => guide.run('/v1/chosen-passwords', { ...others(part), ...filledIn });
    const others = (part: string) => Object.fromEntries(lines.filter((line) => !line.includes(part)).map((line) => [line, '']));
    const tokenTo = async (address: string, mails = 1) => new URL(await suite.linkTo(address, mails)).searchParams.get('link')!;
    const choose = (token: string, password: string) =>
      answerOf(only('chosen-passwords', { '"token":"…"': `"token":"${token}"`, '"password":"…"': `"password":"${password}"` }));

    const [first, second] = [newId(), newId()];
    const { accountId } = choose(await tokenTo(email), first);
    expect(only('password-reset-requests', { 'anna@example.com': email })).toBe('');
    expect(choose(await tokenTo(email, 2), second)).toEqual({ accountId });

    variables.TOKEN = await new ApiClient(suite.site.gateway, { email, password: second }).accessToken();
    expect(answerOf(only('email-changes', { '"currentPassword":"…"': `"currentPassword":"${second}"`, '"email":"…"': `"email":"${other}"` }))).toEqual({
      accountId,
    });
    expect(answerOf(only('email-confirmations', { '…': await tokenTo(other) }))).toEqual({ accountId });
    expect(await new ApiClient(suite.site.gateway, { email: other, password: second }).accessToken()).toEqual(expect.any(String));
    await expectCleanAudit(suite);
  });

  it('lets an app and a command line in', async () => {
    const administrator = { grantType: 'password', login: suite.site.administrator.email, secret: suite.site.administrator.password };
    const { body } = await suite.administrator.send<{ accessToken: string }>(
      'POST',
      '/v1/tokens',
      { 'content-type': 'application/json' },
      JSON.stringify(administrator),
    );
    variables.TOKEN = body.accessToken;
    variables.COMPANY_ID = company.companyId;
    expect(guide.answer('Price robot').clientSecret).toBeDefined();
    const memberships = [{ companyId: company.companyId, role: 'sales' }];
    const made = await suite.administrator.post<{ clientId: string; clientSecret: string }>('/v1/service-accounts', { name: 'App', memberships });
    Object.assign(variables, { CLIENT_ID: made.clientId, CLIENT_SECRET: made.clientSecret });
    expect((await orders(guide.answer('grant_type=client_credentials').access_token!)).status).toBe(200);
    const device = guide.answer('oauth/device-authorization');
    expect(device).toMatchObject({ verification_uri: `${suite.site.gateway}/oauth/device`, expires_in: 600 });
    variables.DEVICE_CODE = device.device_code!;
    expect(guide.answer('grant-type:device_code').error).toBe('authorization_pending');
    await expectCleanAudit(suite);
  });
});
