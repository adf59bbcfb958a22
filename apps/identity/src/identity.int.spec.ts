import { Caller, type Identity, ListReader } from '@millrace/chassis';
import { newId, SystemClock } from '@millrace/kernel';
import { MESSAGING_MIGRATIONS } from '@millrace/messaging';
import { Database, migrate, statement } from '@millrace/persistence';
import { createTestDatabase, type TestDatabase } from '@millrace/testing';
import { decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { Bootstrap } from './bootstrap.js';
import type { CompaniesQuery } from './companies/companies.dto.js';
import { COMPANIES } from './companies/company.list.js';
import { definition } from './definition.js';
import { permissionsOf } from './domain/authority.js';
import { WAREHOUSES } from './domain/memberships.js';
import { AccountRepository } from './persistence/account.repository.js';
import { SigningKeys } from './persistence/signing-keys.js';
import { Vault } from './persistence/vault.js';

const SETTINGS = {
  TOKEN_ISSUER: 'millrace',
  IDENTITY_SECRET: 'a secret of sixteen bytes',
  BOOTSTRAP_EMAIL: 'Admin@Example.com',
  BOOTSTRAP_PASSWORD: 'correct horse battery',
};
const MIGRATIONS = [...MESSAGING_MIGRATIONS, ...definition.migrations];
const AGE = statement(`update signing_key set created_at = created_at - make_interval(secs => $1), signs_until = signs_until - make_interval(secs => $1)`);

describe('identity on PostgreSQL', () => {
  let identity: TestDatabase;
  let database: Database;

  beforeEach(async () => {
    identity = await createTestDatabase(inject('servers'), 'identity', definition.mappings, MIGRATIONS);
    database = identity.database;
  });

  afterEach(() => database.close());

  /** What every process of the service has of its own. */
  const keysOf = (of = database) => new SigningKeys(of, SETTINGS, new Vault(SETTINGS));
  const signer = async (keys: SigningKeys) => decodeProtectedHeader(await keys.sign({}, 'user-1', 900)).kid;
  const published = async () => (await keysOf().published()).keys.map(({ kid }) => kid);
  const rotate = (keys: SigningKeys) =>
    database.transaction(null, async (tx) => {
      const key = await keys.make();
      keys.add(tx, key);
      return key.kid;
    });

  describe('its first start', () => {
    it('makes one administrator and one key, also when several replicas start at once', async () => {
      const others = await Promise.all([1, 2, 3].map(async () => Database.open(identity.settings, definition.mappings)));
      const starts = others.map((other) => new Bootstrap(SETTINGS, new AccountRepository(other), keysOf(other), other, new SystemClock()));
      await Promise.all(starts.map((start) => start.onApplicationBootstrap()));
      expect(await database.query(statement('select login, role_code, company_id from account a join membership m on m.account_id = a.id'))).toEqual([
        { login: 'admin@example.com', role_code: 'administrator', company_id: null },
      ]);
      expect(await published()).toHaveLength(1);
      await Promise.all(others.map((other) => other.close()));
    });

    it.each(['Password1234', 'admin@example.com'])('makes nobody with the password %s', async (password) => {
      const settings = { ...SETTINGS, BOOTSTRAP_PASSWORD: password };
      const start = new Bootstrap(settings, new AccountRepository(database), keysOf(), database, new SystemClock());
      await expect(start.onApplicationBootstrap()).rejects.toThrow('BOOTSTRAP_PASSWORD is refused.');
      expect(await database.query(statement('select 1 from account'))).toEqual([]);
    });
  });

  it('makes a token that fits into a header, of every role within limits of its own that are as long as may be', async () => {
    const keys = keysOf();
    await rotate(keys);
    const [companyId, roles] = [newId(), await new AccountRepository(database).roles()];
    const given = roles
      .filter(({ permissions }) => !permissions.includes('*'))
      .map(({ permissions }, at) => {
        const warehouses = at === 0 ? Array.from({ length: WAREHOUSES }, () => newId()) : undefined;
        return { companyId, permissions, limits: { approvalLimit: `1234567890123.${10 + at}`, ownRecordsOnly: true, warehouses } };
      });
    const claims = permissionsOf(given, companyId);
    expect(claims.limits).toHaveLength(given.length);
    const token = await keys.sign({ ...claims, company: companyId, session: 1_000, signIn: newId(), requestsPerMinute: 6_000 }, newId(), 900);
    expect(token.length).toBeLessThan(8_192);
  });

  describe('its migrations', () => {
    it('keep the accounts that are there, and no digest of a password', async () => {
      const before = await createTestDatabase(inject('servers'), 'identity', [], MIGRATIONS.slice(0, MESSAGING_MIGRATIONS.length + 1));
      await before.database.query(statement(`insert into account values (gen_random_uuid(), 'user', 'anna@example.com', 'Anna', 'hash', true, now(), 1)`));
      await before.database.query(
        statement(`
          insert into idempotency_key (company_id, subject, route, key, body_hash, status, response)
          select '00000000-0000-0000-0000-000000000000', 'anna', r, 'k', 'digest', 200, '{}' from unnest(array['POST /v1/users', 'POST /v1/companies']) r`),
      );
      await migrate(before.owner, MIGRATIONS);
      const accounts = await before.database.query(statement('select login, session, previous_secret_hash, requests_per_minute from account'));
      expect(accounts).toEqual([{ login: 'anna@example.com', session: 1, previous_secret_hash: null, requests_per_minute: null }]);
      expect(await before.database.query(statement('select route from idempotency_key'))).toEqual([{ route: 'POST /v1/companies' }]);
      await before.database.close();
    });
  });

  describe('a rotation of keys', () => {
    it('publishes the new key for a minute before it signs, and the old one after it has signed', async () => {
      await keysOf().rotateWhenDue();
      const old = await signer(keysOf());
      await database.query(AGE, [3_600]);
      const fresh = await rotate(keysOf());
      expect(await published()).toEqual([fresh, old]);
      expect(await signer(keysOf())).toBe(old);
      await database.query(AGE, [58]);
      expect(await signer(keysOf())).toBe(old);
      await database.query(AGE, [3]);
      expect(await signer(keysOf())).toBe(fresh);
      expect(await published()).toEqual([fresh, old]);
    });

    it('lets the very first key sign at once', async () => {
      expect(await published()).toEqual([await signer(keysOf())]);
    });

    it('goes on with a key that every verifier knows, however often it is asked for', async () => {
      await keysOf().rotateWhenDue();
      const old = await signer(keysOf());
      await database.query(AGE, [3_600]);
      for (let at = 0; at < 12; at++) await rotate(keysOf());
      expect(await signer(keysOf())).toBe(old);
      expect(await published()).toHaveLength(13);
    });

    it('makes no key while the newest is young, and one when it is a month old', async () => {
      await keysOf().rotateWhenDue();
      await Promise.all([keysOf().rotateWhenDue(), keysOf().rotateWhenDue()]);
      expect(await published()).toHaveLength(1);
      await database.query(AGE, [31 * 86_400]);
      await Promise.all([keysOf().rotateWhenDue(), keysOf().rotateWhenDue()]);
      expect(await published()).toHaveLength(2);
    });
  });

  describe('the name of a company', () => {
    it('is taken in whichever case the database holds it for the same', async () => {
      const names = ['Straße', 'ΣΊΣΥΦΟΣ', 'İstanbul', 'ACME'];
      await database.query(statement(`insert into company select gen_random_uuid(), n, 'GB', 'Europe/London', 'GBP', now(), 1 from unnest($1::text[]) n`), [
        names,
      ]);
      const wishes = ['straße', 'σίσυφος', 'σίσυφοσ', 'i̇stanbul', 'istanbul', 'Acme', 'Other'];
      const { names: taken } = await database.transaction(null, (tx) => new AccountRepository(database).takenCompanies(tx, wishes, []));
      for (const wish of wishes) {
        const [clash] = await database.query(statement('select 1 from company where lower(name) = lower($1)'), [wish]);
        expect([wish, taken.has(wish)]).toEqual([wish, clash !== undefined]);
      }
      expect([taken.has('Acme'), taken.has('Other')]).toEqual([true, false]);
    });

    it('orders the pages of companies, and finds one in any case', async () => {
      await database.query(
        statement(
          `insert into company select gen_random_uuid(), n, 'GB', 'Europe/London', 'GBP', now(), 1 from unnest(array['beta', 'Alpha', 'Ärmel', 'GAMMA']) n`,
        ),
      );
      const selection = { conditions: [], order: COMPANIES.order, expansions: [] };
      const caller = new Caller({ companyId: null, permissions: ['*'] } as unknown as Identity, { selection } as never);
      const page = (query: CompaniesQuery) => new ListReader(database).page(COMPANIES, query, caller);
      const first = await page({ limit: '2' });
      const rest = await page({ after: first.next });
      expect([...first.data, ...rest.data].map(({ name }) => name)).toEqual(['Alpha', 'beta', 'GAMMA', 'Ärmel']);
      expect((await page({ name: 'ÄRMEL' })).data.map(({ name }) => name)).toEqual(['Ärmel']);
    });
  });
});
