import pg from 'pg';

/** Name and password of each role of one service's database. */
export type ServiceDatabase = Readonly<{
  /** The service's role. */
  name: string;
  /** Name of the database; the role's when absent. */
  database?: string;
  passwords: Readonly<{ service: string; owner: string; audit: string }>;
}>;

export type Administrator = Readonly<{ host: string; port: number; user: string; password: string }>;

const PROVISION_LOCK = 7_301_002;

/**
 * Makes each service's database and its three roles: `NAME_owner` owns the schema and runs migrations, `NAME` reads
 * and writes rows, `NAME_audit` only reads. No other role can connect. Safe to repeat; passwords are set anew.
 */
export async function provisionDatabases(admin: Administrator, databases: readonly ServiceDatabase[]): Promise<void> {
  const root = await connect(admin, 'postgres');
  try {
    await root.query('select pg_advisory_lock($1)', [PROVISION_LOCK]);
    for (const { name, database = name, passwords } of databases) {
      await ensureRole(root, `${name}_owner`, passwords.owner);
      await ensureRole(root, name, passwords.service);
      await ensureRole(root, `${name}_audit`, passwords.audit);
      const { rowCount } = await root.query('select 1 from pg_database where datname = $1', [database]);
      if (rowCount === 0) {
        await root.query(
          `create database ${quote(database)} owner ${quote(`${name}_owner`)} template template0 encoding 'UTF8' locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'`,
        );
      }
      await root.query(`revoke all on database ${quote(database)} from public`);
      await root.query(`grant connect on database ${quote(database)} to ${quote(name)}, ${quote(`${name}_audit`)}`);
    }
  } finally {
    await root.end();
  }
  for (const { name, database = name } of databases) await grantRows(admin, database, name);
}

async function grantRows(admin: Administrator, database: string, name: string): Promise<void> {
  const client = await connect(admin, database);
  const [owner, service, audit] = [`${name}_owner`, name, `${name}_audit`].map(quote);
  try {
    await client.query('revoke all on schema public from public');
    await client.query(`grant usage, create on schema public to ${owner}`);
    await client.query(`grant usage on schema public to ${service}, ${audit}`);
    await client.query(`alter default privileges for role ${owner} in schema public grant select, insert, update, delete on tables to ${service}`);
    await client.query(`alter default privileges for role ${owner} in schema public grant usage, select on sequences to ${service}`);
    await client.query(`alter default privileges for role ${owner} in schema public grant select on tables to ${audit}`);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(`${verb} role ${quote(role)} login nosuperuser nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`);
}

async function connect(admin: Administrator, database: string): Promise<pg.Client> {
  const client = new pg.Client({ ...admin, database });
  await client.connect();
  return client;
}

const quote = (name: string) => pg.escapeIdentifier(name);
