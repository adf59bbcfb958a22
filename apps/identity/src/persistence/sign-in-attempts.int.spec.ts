import type { ProblemException } from '@millrace/chassis';
import { MESSAGING_MIGRATIONS } from '@millrace/messaging';
import { Database, statement } from '@millrace/persistence';
import { createTestDatabase, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { definition } from '../definition.js';
import { Guesses } from './guesses.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { Vault } from './vault.js';

const ANNA = 'user anna@example.com';
const HER_DESK = { account: ANNA, address: '192.0.2.1' };
const ELSEWHERE = { account: ANNA, address: '198.51.100.7' };
const EMPTY = ['sign_in_attempt', 'sign_in_place'].map((table) => statement(`truncate ${table}`));
const AGE = ['sign_in_attempt', 'sign_in_place'].map((table) => statement(`update ${table} set ends_at = ends_at - make_interval(secs => $1)`));
const ROWS = statement('select (select count(*) from sign_in_attempt)::int + (select count(*) from sign_in_place)::int as n');

/** A process of identity, with connections of its own. */
class Replica {
  readonly database: Database;
  readonly guesses: Guesses;
  readonly attempts: SignInAttempts;

  constructor(test: TestDatabase) {
    this.database = Database.open(test.settings, definition.mappings);
    this.guesses = new Guesses(this.database);
    this.attempts = new SignInAttempts(this.guesses, new Vault({ IDENTITY_SECRET: 'a secret of sixteen bytes' } as never));
  }
}

describe('sign-ins that fail', () => {
  let test: TestDatabase;
  let replicas: Replica[];

  beforeAll(async () => {
    test = await createTestDatabase(inject('servers'), 'identity', definition.mappings, [...MESSAGING_MIGRATIONS, ...definition.migrations]);
    replicas = [new Replica(test), new Replica(test)];
  });

  beforeEach(async () => {
    const owner = Database.open(test.owner, []);
    for (const each of EMPTY) await owner.query(each);
    await owner.close();
  });

  afterAll(async () => {
    for (const { guesses, database } of replicas) {
      guesses.onApplicationShutdown();
      await database.close();
    }
    await test.database.close();
  });

  let turn = 0;
  const next = () => replicas[turn++ % replicas.length]!.attempts;

  const tryOnce = (attempt = ELSEWHERE) =>
    next()
      .begin(attempt)
      .then(
        () => undefined,
        (error: unknown) => error as ProblemException,
      );

  async function guess(times: number, attempt = ELSEWHERE): Promise<void> {
    for (let at = 0; at < times; at++) await tryOnce(attempt);
  }

  async function enter(attempt = ELSEWHERE): Promise<void> {
    await next().begin(attempt);
    await next().succeeded(attempt);
  }

  async function pass(seconds: number): Promise<void> {
    for (const each of AGE) await test.database.query(each, [seconds]);
  }

  it('may be ten from one address, whichever replica they reach; the eleventh is told to come back', async () => {
    await guess(9);
    expect(await tryOnce()).toBeUndefined();
    const refusal = await tryOnce();
    expect(refusal).toMatchObject({ status: 429, code: 'rate-limit-exceeded' });
    expect(Number(refusal!.headers['retry-after'])).toBeGreaterThan(890);
  });

  it('count together over the addresses of one network of IPv6', async () => {
    for (let at = 1; at <= 10; at++) await tryOnce({ account: ANNA, address: `2001:db8:0:1::${at.toString(16)}` });
    expect(await tryOnce({ account: ANNA, address: '2001:db8:0:1:ffff::1' })).toMatchObject({ status: 429 });
    expect(await tryOnce({ account: ANNA, address: '2001:db8:0:2::1' })).toBeUndefined();
  });

  it('are counted before their outcome is known, and at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 60 }, () => tryOnce()));
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(10);
  });

  it('close nothing to the owner of the account, nor other accounts to who failed', async () => {
    await guess(50);
    expect(await tryOnce(HER_DESK)).toBeUndefined();
    expect(await tryOnce({ ...ELSEWHERE, account: 'user ben@example.com' })).toBeUndefined();
  });

  it('are forgotten after a quarter of an hour', async () => {
    await guess(10);
    await pass(890);
    expect(await tryOnce()).toBeDefined();
    await pass(20);
    expect(await tryOnce()).toBeUndefined();
  });

  it('are made up for by the right secret', async () => {
    await guess(9);
    await enter();
    await guess(9);
    expect(await tryOnce()).toBeUndefined();
  });

  it('from a hundred addresses close the account to strangers, and not to where it was entered from', async () => {
    await enter(HER_DESK);
    await pass(20 * 86_400);
    await Promise.all(Array.from({ length: 99 }, (_, at) => guess(1, { account: ANNA, address: `203.0.113.${at}` })));
    expect(await tryOnce({ account: ANNA, address: '203.0.113.200' })).toBeUndefined();
    expect(await tryOnce({ account: ANNA, address: '203.0.113.201' })).toMatchObject({ status: 429 });
    expect(await tryOnce(HER_DESK)).toBeUndefined();
  });

  it('and succeed side by side wait for each other nowhere for long', async () => {
    const addresses = Array.from({ length: 8 }, (_, at) => ({ account: ANNA, address: `192.0.2.${at}` }));
    const each = addresses.map(async (attempt) => {
      for (let at = 0; at < 10; at++) await enter(attempt);
    });
    await Promise.all(each);
    expect(await Promise.all(addresses.map(tryOnce))).toEqual(addresses.map(() => undefined));
  });

  it('leave nothing behind', async () => {
    await guess(3);
    await enter(HER_DESK);
    await test.database.query(statement(`insert into sign_in_attempt (id, attempts, ends_at) select uuidv7(), 1, now() from generate_series(1, 20001)`));
    await pass(100 * 86_400);
    await replicas[0]!.guesses.sweep(); // However many there are.
    expect(await test.database.query(ROWS)).toEqual([{ n: 0 }]);
  });
});
