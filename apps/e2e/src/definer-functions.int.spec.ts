import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migratedDatabase, WITH_DATABASE } from './migrated-database.js';

/** What PostgreSQL brings itself runs nothing of ours. */
const DEFINERS = `
  select p.oid::regprocedure::text as name, p.proconfig as settings from pg_proc p
  where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) order by 1`;
const PATH = 'search_path=';

type Definer = Readonly<{ name: string; settings: readonly string[] | null }>;

/** Whether names in a function mean what its owner has made: a path that is fixed, with temporary tables at its end. */
function isSafe({ settings }: Definer): boolean {
  const path = settings
    ?.find((each) => each.startsWith(PATH))
    ?.slice(PATH.length)
    .split(/, */);
  return path !== undefined && path.length > 1 && path.at(-1) === 'pg_temp' && path.indexOf('pg_temp') === path.length - 1;
}

describe.each(WITH_DATABASE)('functions of %s that run with the rights of their owner', (service) => {
  let admin: pg.Client;
  let client: pg.Client;

  beforeAll(async () => {
    const servers = inject('servers');
    const settings = await migratedDatabase(servers, service);
    admin = new pg.Client({ ...servers.postgres, database: settings.database });
    client = new pg.Client(settings);
    await Promise.all([admin.connect(), client.connect()]);
  });

  afterAll(() => Promise.all([admin.end(), client.end()]));

  it('look at temporary tables last', async () => {
    const { rows } = await admin.query<Definer>(DEFINERS);
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.filter((each) => !isSafe(each))).toEqual([]);
  });

  it('would be found without that', async () => {
    await admin.query('create function careless() returns int language sql security definer set search_path = public as $$ select 1 $$');
    await admin.query('create function reckless() returns int language sql security definer as $$ select 1 $$');
    const { rows } = await admin.query<Definer>(DEFINERS);
    await admin.query('drop function careless(); drop function reckless()');
    expect(rows.filter((each) => !isSafe(each)).map(({ name }) => name)).toEqual(['careless()', 'reckless()']);
  });

  it('do not take a temporary table of who calls them for theirs', async () => {
    await admin.query(`grant temporary on database "${client.database}" to "${client.user}"`); // No service has it.
    await client.query('begin');
    await client.query('create temporary table idempotency_key (created_at timestamptz)');
    await client.query('grant all on idempotency_key to public');
    await client.query(`insert into idempotency_key values (now() - interval '1 year')`);
    expect((await client.query<{ gone: number }>('select idempotency_forget(1, 100) as gone')).rows).toEqual([{ gone: 0 }]);
    expect((await client.query('select from pg_temp.idempotency_key')).rowCount).toBe(1);
    await client.query('rollback');
  });
});
