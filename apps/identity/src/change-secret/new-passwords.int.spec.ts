import { newId } from '@millrace/kernel';
import { ServiceAtWork } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { definition } from '../definition.js';
import { COMPANY, PASSWORD, People, SETTINGS } from '../people.fixture.js';

describe('a new password over the API', () => {
  let identity: ServiceAtWork;
  let people: People;

  beforeAll(async () => {
    identity = await ServiceAtWork.start(inject('servers'), definition, (PUBLIC_URL) => ({ ...SETTINGS, PUBLIC_URL }));
    people = await People.at(identity);
  });

  afterAll(() => identity.stop());

  const call = (path: string, token: string | undefined, body: object) => people.call('POST', path, { token, body });

  async function person(role: string) {
    const name = newId();
    const who = await people.person(role, { email: `${name}@example.com` });
    return { accountId: who.accountId, name, token: (await people.signIn(who)).body.accessToken as string };
  }

  const common = { status: 422, body: { code: 'password-common' } };
  const withLogin = { status: 422, body: { code: 'password-holds-login' } };

  it('is held against the list when a person is let in', async () => {
    const { token } = await person('administrator');
    const create = (password: string) =>
      call('/v1/users', token, {
        email: `berta-${newId()}@example.com`.toLowerCase(),
        name: 'Berta',
        password,
        memberships: [{ companyId: COMPANY, role: 'sales' }],
      });
    expect(await create('Qwertyuiop123')).toMatchObject(common);
    expect((await create('a long sentence of my own')).status).toBe(201);
  });

  it('is held against the list and the own login when a person changes it, after the current one', async () => {
    const { token, name } = await person('sales');
    const change = (newPassword: string, currentPassword = PASSWORD) => call('/v1/password-changes', token, { currentPassword, newPassword });
    expect(await change('Qwertyuiop123', 'wrong')).toMatchObject({ status: 403, body: { code: 'password-wrong' } });
    expect(await change('Qwertyuiop123')).toMatchObject(common);
    expect(await change(`my ${name}`)).toMatchObject(withLogin);
    expect((await change('a long sentence of my own')).status).toBe(200);
  });

  it('is held against the list and the login when it is set by who manages the account, and tells nobody else of the login', async () => {
    const [boss, clerk, who] = [await person('administrator'), await person('sales'), await person('sales')];
    const reset = (token: string, password: string) => call(`/v1/users/${who.accountId}/password-resets`, token, { password });
    expect(await reset(boss.token, 'Qwertyuiop123')).toMatchObject(common);
    expect(await reset(boss.token, `my ${who.name}`)).toMatchObject(withLogin);
    expect(await reset(clerk.token, `my ${who.name}`)).toMatchObject({ status: 403, body: { code: 'permission-missing' } });
    await people.query('update membership set company_id = null where account_id = $1', who.accountId);
    expect(await reset(boss.token, `my ${who.name}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    await people.query('update membership set company_id = $2 where account_id = $1', who.accountId, COMPANY);
    expect((await reset(boss.token, 'a long sentence of my own')).status).toBe(200);
  });
});
