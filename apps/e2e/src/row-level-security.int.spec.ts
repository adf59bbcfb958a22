import { groupBy, newId } from '@millrace/kernel';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migratedDatabase, WITH_DATABASE } from './migrated-database.js';

/** Tables that a service must reach whatever company it works for, and why. */
const ACROSS_COMPANIES: Readonly<Record<string, string>> = {
  consumer_stream: 'where a consumer stands in a stream is asked before it is known whose the stream is',
  'identity.membership': 'a token for a company is asked for before there is one',
  'identity.number_series': 'identity numbers nothing',
};

/** A value of each type of column, as SQL; a type that is not here fails the spec, and belongs here. */
const SAMPLES: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'x'`,
  'text[]': `'{}'`,
  boolean: 'true',
  smallint: '1',
  integer: '1',
  bigint: '1',
  numeric: '1',
  date: `'2026-06-01'`,
  'timestamp with time zone': 'now()',
  json: `'{}'`,
  jsonb: `'{}'`,
  'uuid[]': `'{}'`,
  xid8: `'1'`,
  bytea: `''`,
};

type Column = Readonly<{ table: string; column: string; type: string }>;
type Try = readonly [rows: number, company: string | null, sql: string];

/** A partition that nobody but its owner has a right to is reached through the whole alone, which is looked at. */
const COLUMNS = `
  select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not (c.relispartition and not exists (select from aclexplode(c.relacl) a where a.grantee not in (0, c.relowner)))
    and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'company_id' and not k.attisdropped)
  order by c.relname, a.attnum`;
/** What would keep a made-up row out: rules between columns and tables, not what is looked at here. */
const CONSTRAINTS = `
  select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as drop from pg_constraint
  where connamespace = 'public'::regnamespace and conrelid <> 0 and contype in ('c', 'f', 'x') and coninhcount = 0`;

describe.each(WITH_DATABASE)('the database of %s', (service) => {
  const [ours, others] = [newId(), newId()];
  let admin: pg.Client;
  let client: pg.Client;
  let columns: Map<string, Column[]>;

  beforeAll(async () => {
    const servers = inject('servers');
    const settings = await migratedDatabase(servers, service);
    admin = new pg.Client({ ...servers.postgres, database: settings.database });
    client = new pg.Client(settings);
    await Promise.all([admin.connect(), client.connect()]);
    await admin.query('set session_replication_role = replica'); // Nor do triggers look at it.
    for (const { drop } of (await admin.query<{ drop: string }>(CONSTRAINTS)).rows) await admin.query(drop);
    columns = groupBy((await admin.query<Column>(COLUMNS)).rows, ({ table }) => table);
  });

  afterAll(() => Promise.all([admin.end(), client.end()]));

  /** Inserts a row of our company, with a value in each of some columns. */
  function insertInto(table: string, among: readonly Column[] = columns.get(table)!): string {
    const values = among.map(({ column, type }) => {
      if (!SAMPLES[type]) throw new Error(`no sample for ${table}.${column} of type ${type}`);
      return column === 'company_id' ? `'${ours}'` : SAMPLES[type];
    });
    const names = among.map(({ column }) => `"${column}"`);
    return `insert into "${table}" (${names.join()}) overriding system value values (${values.join()})`;
  }

  /** How many rows a statement reads or writes for a company, or for none; nothing stays of it. Refused is none. */
  async function reached(company: string | null, sql: string): Promise<number> {
    await client.query('begin');
    try {
      if (company) await client.query(`select set_config('millrace.company', $1, true)`, [company]);
      return (await client.query(sql)).rowCount ?? 0;
    } catch (error) {
      if ((error as { code?: string }).code === '42501') return 0; // Row-level security, or no right to write at all.
      throw error;
    } finally {
      await client.query('rollback');
    }
  }

  /** What the service may write of a new row: all of it, some columns, or nothing. */
  async function writable(table: string): Promise<Column[]> {
    const { rows } = await client.query<{ column: string }>(
      `select a.attname as column from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and has_column_privilege(a.attrelid, a.attnum, 'insert')`,
      [table],
    );
    return columns.get(table)!.filter(({ column }) => rows.some((row) => row.column === column));
  }

  async function faultsOf(tries: readonly Try[]): Promise<string[]> {
    const faults: string[] = [];
    for (const [rows, company, sql] of tries) {
      const found = await reached(company, sql);
      if (found !== rows) faults.push(`${found} rows instead of ${rows} for ${company === ours ? 'their company' : company ? 'another' : 'none'}: ${sql}`);
    }
    return faults;
  }

  it('shows its rows in no transaction but that of their company, and takes none for another', async () => {
    const tables = [...columns.keys()].filter((table) => !(table in ACROSS_COMPANIES) && !(`${service}.${table}` in ACROSS_COMPANIES));
    const faults: string[] = [];
    for (const table of tables) {
      const own = await writable(table);
      const added = own.length > 0 ? 1 : 0; // Some are written by functions of the schema's owner alone.
      const add = insertInto(table, added ? own : undefined);
      faults.push(...(await faultsOf([[added, ours, add]])));
      await admin.query(insertInto(table));
      const strange = [others, null].flatMap((company): Try[] => [
        [0, company, `select from "${table}"`],
        [0, company, `update "${table}" set company_id = company_id`],
        [0, company, `delete from "${table}"`],
        [0, company, add],
      ]);
      faults.push(...(await faultsOf([[1, ours, `select from "${table}"`], [0, ours, `update "${table}" set company_id = '${others}'`], ...strange])));
    }
    expect(faults).toEqual([]);
    expect(tables.length > 0 || service === 'identity').toBe(true);
  });
});
