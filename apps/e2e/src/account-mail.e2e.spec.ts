import { newId } from '@millrace/kernel';
import { beginSignIn, discover, eventually, type KeptMail, PlainBrowser, redeemCode } from '@millrace/testing';
import { Home, readState } from '@millrace/tools';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Company } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

const BACK = 'https://shop.example/back';
const MINUTE = 60_000;
const [FIRST, SECOND] = ['correct horse battery', 'another horse battery'];

describe('mail to people, through the gateway', () => {
  const suite = new Suite();
  const { gateway } = suite.site;
  const page = `http://127.0.0.1:${readState(new Home(inject('home')))!.ports.mails}`;
  let company: Company;
  let shop: string;

  beforeAll(async () => {
    company = await Company.found(suite, 'Mail');
    shop = (await suite.administrator.post<{ clientId: string }>('/v1/apps', { name: 'Web shop', redirectUris: [BACK], trusted: true })).clientId;
  });

  const mailsTo = async (email: string) => ((await (await fetch(`${page}/mails`)).json()) as KeptMail[]).filter(({ to }) => to.includes(email));

  async function linkTo(email: string, count = 1): Promise<string> {
    await eventually(async () => expect(await mailsTo(email)).toHaveLength(count), MINUTE);
    return /https?:\/\/\S+/.exec((await mailsTo(email))[0]!.text)![0];
  }

  async function invite(): Promise<string> {
    const email = `${newId()}@example.com`;
    await suite.administrator.post('/v1/users', { email, name: 'Anna', memberships: [{ companyId: company.companyId, role: 'sales' }] });
    return email;
  }

  async function signIn(email: string, password: string) {
    const browser = new PlainBrowser(gateway);
    const going = await beginSignIn(await discover(gateway, shop), browser, { redirect_uri: BACK });
    return { ...going, shown: await browser.submit('Sign in', { email, password }) };
  }

  async function chooseAt(link: string, password: string): Promise<string> {
    const browser = new PlainBrowser(gateway);
    await browser.open(link);
    return (await browser.submit('Set the password', { password })).text;
  }

  it('lets a person in who was invited, and in again who has forgotten the password', async () => {
    const email = await invite();
    expect(await chooseAt(await linkTo(email), FIRST)).toContain('The password is set');
    const first = await signIn(email, FIRST);
    expect((await redeemCode(first)).claims()).toMatchObject({ email });

    const { browser } = await beginSignIn(await discover(gateway, shop), new PlainBrowser(gateway), { redirect_uri: BACK });
    await browser.open(/href="(?<forgotten>[^"]+)">Forgotten/.exec(browser.shown!.text)!.groups!.forgotten!);
    expect((await browser.submit('Send the link', { email })).text).toContain('Look into your mail');
    expect(await chooseAt(await linkTo(email, 2), SECOND)).toContain('The password is set');
    expect((await signIn(email, FIRST)).shown.status).toBe(401);
    expect((await redeemCode(await signIn(email, SECOND))).claims()).toMatchObject({ email });
    await expectCleanAudit(suite);
  });

  it('is sent by the process that comes after the one that died before it could', async () => {
    const claimsRunOut = () => suite.asOwner('identity', (client) => client.query('update outgoing_mail set next_try_at = now()'));
    const deaths = async () => (await suite.processes()).filter(({ service }) => service === 'identity').reduce((sum, { restarts }) => sum + restarts, 0);
    const before = await deaths();
    await suite.restart('identity', 'mail.before-send=kill@1');
    const email = await invite();
    await eventually(async () => expect(await deaths()).toBe(before + 1), MINUTE);
    await suite.untilReady();
    expect(await mailsTo(email)).toEqual([]);
    await claimsRunOut();
    expect(await chooseAt(await linkTo(email), FIRST)).toContain('The password is set');
    expect(await mailsTo(email)).toHaveLength(1);
    await expectCleanAudit(suite);
  });
});
