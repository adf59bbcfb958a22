import { newId } from '@millrace/kernel';
import { statement } from '@millrace/persistence';
import type { ServiceAtWork } from '@millrace/testing';
import { hashPassword } from './domain/password-hash.js';

export const SETTINGS = { TOKEN_ISSUER: 'millrace', IDENTITY_SECRET: 'a secret of sixteen bytes' };
export const PASSWORD = 'correct horse battery';
/** Where the app `shop` has people led back to. */
export const BACK = 'https://shop.example/back';
export const COMPANY = newId();

export type Person = Readonly<{ accountId: string; email: string }>;
// oxlint-disable-next-line no-explicit-any -- answers of many routes
export type Answer<Body = any> = Readonly<{ status: number; body: Body; headers: Headers }>;
type Sent = Readonly<{ token?: string; body?: object; headers?: Readonly<Record<string, string>> }>;

/** One company with its people and the app `shop`, at identity as it runs in a spec, and what they send to it. */
export class People {
  private constructor(
    private readonly identity: ServiceAtWork,
    private readonly passwordHash: string,
  ) {}

  static async at(identity: ServiceAtWork): Promise<People> {
    const people = new People(identity, await hashPassword(PASSWORD));
    await people.query(`insert into company values ($1, 'Here', 'GB', 'Europe/London', 'GBP', now(), 1)`, COMPANY);
    await people.query(`insert into app values ($1, 'shop', 'The shop', $2, '[]', false, true, null, true, now(), 1)`, newId(), JSON.stringify([BACK]));
    return people;
  }

  query<Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> {
    return this.identity.database.query<Row>(statement(sql), values);
  }

  /** Somebody with a role in the company, who signs in with `PASSWORD`. */
  async person(role = 'sales', { email = `${newId()}@example.com`, language = null as string | null } = {}): Promise<Person> {
    const accountId = newId();
    await this.query(
      `insert into account (id, kind, login, name, language, secret_hash, active, created_at, version) values ($1, 'user', $2, 'Anna', $3, $4, true, now(), 1)`,
      accountId,
      email,
      language,
      this.passwordHash,
    );
    await this.query('insert into membership values ($1, $2, $3, $4)', newId(), accountId, COMPANY, role);
    return { accountId, email };
  }

  /** A request with a key of its own, unless its headers name one. */
  // oxlint-disable-next-line no-explicit-any -- answers of many routes
  async call<Body = any>(method: string, path: string, { token, body, headers }: Sent = {}): Promise<Answer<Body>> {
    const sent = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'idempotency-key': newId(),
      ...headers,
    };
    const answer = await fetch(`${this.identity.url}${path}`, { method, headers: sent, body: body && JSON.stringify(body) });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Body, headers: answer.headers };
  }

  signIn({ email }: Pick<Person, 'email'>, more: object = {}): Promise<Answer> {
    return this.call('POST', '/v1/tokens', { body: { grantType: 'password', login: email, secret: PASSWORD, ...more } });
  }

  /** What every verifier is told that has ended. */
  async ended(): Promise<Readonly<{ sessions: Record<string, number>; signIns: readonly string[] }>> {
    return (await this.call('GET', '/.well-known/ended-sessions.json')).body;
  }
}
