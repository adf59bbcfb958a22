import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@millrace/kernel';
import { beginSignIn, discover, eventually, PlainBrowser, redeemCode } from '@millrace/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

const BACK = 'https://shop.example/back';
const MINUTE = 60_000;
const [FIRST, SECOND] = ['correct horse battery', 'another horse battery'];

describe('mail to people, through the gateway', () => {
  const suite = new Suite();
  const { gateway } = suite.site;
  let company: Company;
  let shop: string;

  beforeAll(async () => {
    company = await Company.found(suite, 'Mail');
    shop = (await suite.administrator.post<{ clientId: string }>('/v1/apps', { name: 'Web shop', redirectUris: [BACK], trusted: true })).clientId;
  });

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
    expect(await chooseAt(await suite.linkTo(email), FIRST)).toContain('The password is set');
    const first = await signIn(email, FIRST);
    expect((await redeemCode(first)).claims()).toMatchObject({ email });

    const { browser } = await beginSignIn(await discover(gateway, shop), new PlainBrowser(gateway), { redirect_uri: BACK });
    await browser.open(/href="(?<forgotten>[^"]+)">Forgotten/.exec(browser.shown!.text)!.groups!.forgotten!);
    expect((await browser.submit('Send the link', { email })).text).toContain('Look into your mail');
    expect(await chooseAt(await suite.linkTo(email, 2), SECOND)).toContain('The password is set');
    await sleep(1_000); // Who enters in the very second in which sessions end is asked twice.
    expect((await signIn(email, FIRST)).shown.status).toBe(401);
    expect((await redeemCode(await signIn(email, SECOND))).claims()).toMatchObject({ email });
    await expectCleanAudit(suite);
  });

  it('is sent by the process that comes after the one that died before it could', async () => {
    const claimsRunOut = () => suite.asOwner('identity', (client) => client.query('update outgoing_mail set next_try_at = now()'));
    const deaths = async () => (await suite.processes()).filter(({ service }) => service === 'identity').reduce((sum, { restarts }) => sum + restarts, 0);
    const before = await deaths();
    await suite.restart('identity', 'mail.before-send=kill@1');
    await suite.untilReady();
    const email = await invite();
    await eventually(async () => expect(await deaths()).toBe(before + 1), MINUTE);
    await suite.untilReady();
    expect(await suite.mailsTo(email)).toEqual([]);
    await claimsRunOut();
    expect(await chooseAt(await suite.linkTo(email), FIRST)).toContain('The password is set');
    expect(await suite.mailsTo(email)).toHaveLength(1);
    await expectCleanAudit(suite);
  });
});
