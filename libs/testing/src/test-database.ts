import { randomBytes } from 'node:crypto';
import { Database, type DatabaseSettings, type Mapping, migrate, type NamedMigration, provisionDatabases } from '@millrace/persistence';
import type { ServerAddresses } from './servers.js';

const PASSWORD = 'test';

export type TestDatabase = Readonly<{
  database: Database;
  settings: DatabaseSettings;
  owner: DatabaseSettings;
  audit: DatabaseSettings;
}>;

/** A database of one's own, migrated, with the roles of a service as in production. */
export async function createTestDatabase(
  servers: ServerAddresses,
  service: string,
  mappings: readonly Mapping[],
  migrations: readonly NamedMigration[],
): Promise<TestDatabase> {
  const name = `${service}_${randomBytes(4).toString('hex')}`;
  const passwords = { service: PASSWORD, owner: PASSWORD, audit: PASSWORD };
  await provisionDatabases(servers.postgres, [{ name: service, database: name, passwords }]);
  const { host, port } = servers.postgres;
  const as = (user: string): DatabaseSettings => ({ host, port, database: name, user, password: PASSWORD, poolSize: 10, applicationName: 'test' });
  await migrate(as(`${service}_owner`), migrations);
  return { database: Database.open(as(service), mappings), settings: as(service), owner: as(`${service}_owner`), audit: as(`${service}_audit`) };
}
