import { newId } from '@millrace/kernel';
import { statement } from '@millrace/persistence';
import { ServiceAtWork } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { definition } from '../definition.js';
import { hashPassword } from '../domain/password-hash.js';

const SETTINGS = { TOKEN_ISSUER: 'millrace', IDENTITY_SECRET: 'a secret of sixteen bytes' };
const PASSWORD = 'correct horse battery';
const COMPANY = newId();

// oxlint-disable-next-line no-explicit-any -- answers of many routes
type Answer = Readonly<{ status: number; body: any }>;

describe('a new password over the API', () => {
  let identity: ServiceAtWork;
  let passwordHash: string;

  beforeAll(async () => {
    identity = await ServiceAtWork.start(inject('servers'), definition, (PUBLIC_URL) => ({ ...SETTINGS, PUBLIC_URL }));
    passwordHash = await hashPassword(PASSWORD);
    await query(`insert into company values ($1, 'Here', 'GB', 'Europe/London', 'GBP', now(), 1)`, COMPANY);
  });

  afterAll(() => identity.stop());

  const query = (sql: string, ...values: unknown[]) => identity.database.query(statement(sql), values);

  async function call(path: string, token: string | undefined, body: object): Promise<Answer> {
    const headers = { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), 'content-type': 'application/json', 'idempotency-key': newId() };
    const answer = await fetch(`${identity.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, body: await answer.json() };
  }

  async function person(role: string) {
    const [accountId, name] = [newId(), newId()];
    await query(
      `insert into account (id, kind, login, name, secret_hash, active, created_at, version) values ($1, 'user', $2, 'Anna', $3, true, now(), 1)`,
      accountId,
      `${name}@example.com`,
      passwordHash,
    );
    await query('insert into membership values ($1, $2, $3, $4)', newId(), accountId, COMPANY, role);
    const { body } = await call('/v1/tokens', undefined, { grantType: 'password', login: `${name}@example.com`, secret: PASSWORD });
    return { accountId, name, token: body.accessToken as string };
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
    await query('update membership set company_id = null where account_id = $1', who.accountId);
    expect(await reset(boss.token, `my ${who.name}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    await query('update membership set company_id = $2 where account_id = $1', who.accountId, COMPANY);
    expect((await reset(boss.token, 'a long sentence of my own')).status).toBe(200);
  });
});
