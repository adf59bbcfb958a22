import { newId } from '@millrace/kernel';
import { statement } from '@millrace/persistence';
import { beginSignIn, discover, eventually, PlainBrowser, redeemCode, ServiceAtWork } from '@millrace/testing';
import { decodeJwt } from 'jose';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { definition } from '../definition.js';
import { BACK, PASSWORD, People, SETTINGS } from '../people.fixture.js';

type Listed = Readonly<{ sessionId: string; kind: string; app?: string; startedAt: string; usedAt: string; endsAt: string }>;

describe('where somebody is signed in', () => {
  let identity: ServiceAtWork;
  let people: People;

  beforeAll(async () => {
    identity = await ServiceAtWork.start(inject('servers'), definition, (PUBLIC_URL) => ({ ...SETTINGS, PUBLIC_URL }));
    people = await People.at(identity);
  });

  afterAll(() => identity.stop());

  async function signedIn(email: string, browser = new PlainBrowser(identity.url)) {
    const going = await beginSignIn(await discover(identity.url, 'shop'), browser, { redirect_uri: BACK });
    await browser.submit('Sign in', { email, password: PASSWORD });
    return { ...going, tokens: await redeemCode(going) };
  }

  const call = <Body>(method: string, path: string, token: string, body?: object, headers?: Record<string, string>) =>
    people.call<Body>(method, path, { token, body, headers });
  const sessions = async (token: string) => (await call<Listed[]>('GET', '/v1/sessions', token)).body;
  const canRenew = ({ config, tokens }: Awaited<ReturnType<typeof signedIn>>) =>
    client.refreshTokenGrant(config, tokens.refresh_token!).then(
      () => true,
      () => false,
    );
  const ended = async () => (await people.ended()).signIns;

  it('lists browsers and apps of the one who asks alone', async () => {
    const [anna, bob] = [await people.person(), await people.person()];
    const { tokens } = await signedIn(anna.email);
    await signedIn(bob.email);
    const listed = await sessions(tokens.access_token);
    expect(listed.map(({ kind, app }) => `${kind} ${app ?? ''}`).sort()).toEqual(['app The shop', 'browser ']);
    for (const { startedAt, usedAt, endsAt } of listed)
      expect([startedAt <= usedAt, usedAt < endsAt, Date.parse(endsAt) > Date.now()]).toEqual([true, true, true]);
  });

  it('ends in one app alone', async () => {
    const { email } = await people.person();
    const [one, other] = [await signedIn(email), await signedIn(email)];
    const first = (await sessions(one.tokens.access_token)).findLast(({ kind }) => kind === 'app');
    expect(await call('POST', `/v1/sessions/${first!.sessionId}/sign-out`, one.tokens.access_token)).toMatchObject({
      status: 200,
      body: { sessionId: first!.sessionId },
    });
    expect(await ended()).toContain(first!.sessionId);
    expect([await canRenew(one), await canRenew(other)]).toEqual([false, true]);
    expect((await sessions(other.tokens.access_token)).map(({ sessionId }) => sessionId)).not.toContain(first!.sessionId);
  });

  it('ends in one browser with the apps that were let in there', async () => {
    const { email } = await people.person();
    const [one, other] = [await signedIn(email), await signedIn(email)];
    const first = (await sessions(one.tokens.access_token)).findLast(({ kind }) => kind === 'browser');
    expect((await call('POST', `/v1/sessions/${first!.sessionId}/sign-out`, one.tokens.access_token)).status).toBe(200);
    expect([await canRenew(one), await canRenew(other)]).toEqual([false, true]);
    const again = await beginSignIn(one.config, one.browser, { redirect_uri: BACK });
    expect(again.browser.shown!.text).toContain('<h1>Sign in</h1>');
  });

  it('is nobody else’s to end', async () => {
    const [anna, bob] = [await signedIn((await people.person()).email), await signedIn((await people.person()).email)];
    for (const { sessionId } of await sessions(anna.tokens.access_token)) {
      expect(await call('POST', `/v1/sessions/${sessionId}/sign-out`, bob.tokens.access_token)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect(await canRenew(anna)).toBe(true);
  });

  describe('of somebody else', () => {
    const boss = async () => (await signedIn((await people.person('administrator')).email)).tokens.access_token;

    it('is listed and ended one by one by who looks after accounts, and stands in the audit trail', async () => {
      const { accountId, email } = await people.person();
      const [one, other, chief] = [await signedIn(email), await signedIn(email), await boss()];
      const listed = (await call<Listed[]>('GET', `/v1/users/${accountId}/sessions`, chief)).body;
      expect(listed).toEqual(await sessions(one.tokens.access_token));
      const first = listed.findLast(({ kind }) => kind === 'app')!;
      const path = `/v1/users/${accountId}/sessions/${first.sessionId}/sign-out`;
      expect(await call('POST', path, chief)).toMatchObject({ status: 200, body: { accountId, sessionId: first.sessionId } });
      expect(await ended()).toContain(first.sessionId);
      expect([await canRenew(one), await canRenew(other)]).toEqual([false, true]);
      expect(await call('POST', path, chief)).toMatchObject({ status: 404, body: { code: 'not-found' } });
      const trail = `/v1/operations/identity/audit-trail?operation=UserSessions_end&recordId=${accountId}`;
      await eventually(async () => {
        const { data } = (await call<{ data: { outcome: string; subject: string; problem?: string }[] }>('GET', trail, chief)).body;
        expect(data.map(({ outcome, problem }) => `${outcome} ${problem ?? ''}`).sort()).toEqual(['done ', 'refused not-found']);
        expect(new Set(data.map(({ subject }) => subject))).toEqual(new Set([decodeJwt(chief).sub]));
      });
    });

    it('is ended everywhere at once', async () => {
      const { accountId, email } = await people.person();
      const [one, other] = [await signedIn(email), await signedIn(email)];
      expect(await call('POST', `/v1/users/${accountId}/sign-outs`, await boss())).toMatchObject({ status: 200, body: { accountId, version: 2 } });
      expect([await canRenew(one), await canRenew(other)]).toEqual([false, false]);
      const told = await people.ended();
      expect(told.sessions).toMatchObject({ [accountId]: 2 });
    });

    it('is not shown to, nor ended by, who has no permission for it, or holds less than the person', async () => {
      const [anna, chief] = [await people.person('administrator'), await people.person()];
      const strong = await signedIn(anna.email);
      const { access_token: token } = (await signedIn(chief.email)).tokens;
      const [{ sessionId }] = (await sessions(strong.tokens.access_token)) as [Listed];
      const [end, endAll] = [`/v1/users/${anna.accountId}/sessions/${sessionId}/sign-out`, `/v1/users/${anna.accountId}/sign-outs`];
      const missing = { status: 403, body: { code: 'permission-missing' } };
      expect(await call('GET', `/v1/users/${anna.accountId}/sessions`, token)).toMatchObject(missing);
      for (const path of [end, endAll]) expect(await call('POST', path, token)).toMatchObject(missing);
      await people.query(`insert into role (code, name, permissions, built_in) values ('helpdesk', 'Help desk', '{identity.session.*}', false)`);
      await people.query(`update membership set role_code = 'helpdesk' where account_id = $1`, chief.accountId);
      const helper = (await signedIn(chief.email)).tokens.access_token;
      expect((await call<Listed[]>('GET', `/v1/users/${anna.accountId}/sessions`, helper)).body.length).toBeGreaterThan(0);
      for (const path of [end, endAll]) expect(await call('POST', path, helper)).toMatchObject({ status: 403, body: { code: 'role-not-held' } });
      expect(await canRenew(strong)).toBe(true);
    });

    it('is not there for who looks after another company', async () => {
      const { accountId, email } = await people.person();
      await signedIn(email);
      const [there, chief] = [newId(), await people.person('administrator')];
      await people.query(`insert into company values ($1, $2, 'GB', 'Europe/London', 'GBP', now(), 1)`, there, `There ${there}`);
      await people.query('update membership set company_id = $2 where account_id = $1', chief.accountId, there);
      const token = (await signedIn(chief.email)).tokens.access_token;
      expect(await call('GET', `/v1/users/${accountId}/sessions`, token)).toMatchObject({ status: 404 });
      expect(await call('POST', `/v1/users/${accountId}/sign-outs`, token)).toMatchObject({ status: 404 });
    });

    it('is not ended by the session of another person', async () => {
      const [anna, bob] = [await people.person(), await people.person()];
      await signedIn(anna.email);
      const going = await signedIn(bob.email);
      const [{ sessionId }] = (await sessions(going.tokens.access_token)) as [Listed];
      expect(await call('POST', `/v1/users/${anna.accountId}/sessions/${sessionId}/sign-out`, await boss())).toMatchObject({ status: 404 });
      expect(await canRenew(going)).toBe(true);
    });
  });

  describe('that has ended is told', () => {
    type Told = { whole: boolean; next: string; sessions: Record<string, number>; signIns: string[] };
    const tell = async (after?: string) =>
      (await (await fetch(`${identity.url}/.well-known/ended-sessions.json${after ? `?after=${after}` : ''}`)).json()) as Told;
    const end = async () => {
      const { tokens } = await signedIn((await people.person()).email);
      const { sessionId } = (await sessions(tokens.access_token)).find(({ kind }) => kind === 'app')!;
      await call('POST', `/v1/sessions/${sessionId}/sign-out`, tokens.access_token);
      return sessionId;
    };

    it('whole at first, and then only what is new', async () => {
      const before = await end();
      const whole = await tell();
      expect(whole).toMatchObject({ whole: true, signIns: expect.arrayContaining([before]) });
      const after = await end();
      const { accountId, email } = await people.person();
      await call('POST', '/v1/sign-outs', (await signedIn(email)).tokens.access_token);
      const news = await tell(whole.next);
      expect(news).toMatchObject({ whole: false, sessions: { [accountId]: 2 }, signIns: [after] });
      expect(await tell(news.next)).toMatchObject({ whole: false, sessions: {}, signIns: [] });
    });

    it('not for ever, when all that was restored from another cluster lies ahead', async () => {
      const [old, fresh] = [await people.person(), await people.person()];
      const end = `update account set sessions_ended_tx = '900000000', sessions_ended_at = now() - $2::interval where id = $1`;
      await people.query(end, old.accountId, '1 year');
      await people.query(end, fresh.accountId, '1 minute');
      const { sessions: told } = await tell((await tell()).next);
      expect(Object.keys(told)).not.toContain(old.accountId);
      expect(Object.keys(told)).toContain(fresh.accountId);
      await people.query('update account set sessions_ended_at = null, sessions_ended_tx = null where id = any($1::uuid[])', [old.accountId, fresh.accountId]);
    });

    it('also when it is committed after an answer, however early it began', async () => {
      const late = newId();
      const done = Promise.withResolvers<void>();
      const begun = Promise.withResolvers<void>();
      const slow = identity.database.transaction(null, async (tx) => {
        await tx.query(statement('insert into ended_sign_in (id) values ($1)'), [late]);
        begun.resolve();
        await done.promise;
      });
      await begun.promise;
      const other = await end();
      const { next, signIns } = await tell();
      expect([signIns.includes(other), signIns.includes(late)]).toEqual([true, false]);
      done.resolve();
      await slow;
      expect((await tell(next)).signIns).toContain(late);
    });

    it('whole to who asks after what this database has not reached, and refused to who asks after no cursor', async () => {
      const id = await end();
      expect(await tell('9000000000000000000')).toMatchObject({ whole: true, signIns: expect.arrayContaining([id]) });
      for (const after of ['0', '-1', 'x', '1e3', '99999999999999999999'])
        expect((await fetch(`${identity.url}/.well-known/ended-sessions.json?after=${after}`)).status).toBe(400);
    });
  });

  it.each<[string, (token: string, accountId: string) => Promise<unknown>]>([
    ['is signed out everywhere', (token) => call('POST', '/v1/sign-outs', token)],
    ['has another password', (token) => call('POST', '/v1/password-changes', token, { currentPassword: PASSWORD, newPassword: 'another horse battery' })],
    [
      'is closed',
      async (_token, accountId) => {
        const boss = (await signedIn((await people.person('administrator')).email)).tokens.access_token;
        return call('PATCH', `/v1/users/${accountId}`, boss, { active: false }, { 'if-match': '*' });
      },
    ],
  ])('ends everywhere at once when the account %s', async (_what, act) => {
    const { accountId, email } = await people.person();
    const [one, other] = [await signedIn(email), await signedIn(email)];
    expect(await act(one.tokens.access_token, accountId)).toMatchObject({ status: 200 });
    expect([await canRenew(one), await canRenew(other)]).toEqual([false, false]);
    expect(await people.query(`select model from sign_in_state where account_id = $1 and ended_at is null`, accountId)).toEqual([]);
    const again = await beginSignIn(one.config, one.browser, { redirect_uri: BACK });
    expect(again.browser.shown!.text).toContain('<h1>Sign in</h1>');
  });
});
