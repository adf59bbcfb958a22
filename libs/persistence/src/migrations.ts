import { Migrator } from '@mikro-orm/migrations';
import type { Migration } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { DatabaseSettings } from './database.js';

export type NamedMigration = Readonly<{ name: string; class: new (...args: never[]) => Migration }>;

const MIGRATION_LOCK = 7_301_001;

/**
 * Brings a database to the newest schema, as its owner. Safe to call from several places at once: an advisory lock
 * lets one at a time in, and what has run does not run again.
 *
 * @returns The names of the migrations that ran now.
 */
export async function migrate(owner: DatabaseSettings, migrations: readonly NamedMigration[]): Promise<string[]> {
  const { host, port, database, user, password } = owner;
  const lock = new pg.Client({ host, port, database, user, password });
  await lock.connect();
  const orm = new MikroORM({
    host,
    port,
    dbName: database,
    user,
    password,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    logger: () => {},
    extensions: [Migrator],
    migrations: { tableName: 'migration', snapshot: false, migrationsList: [...migrations] as never },
  });
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await (orm as unknown as { migrator: Migrator }).migrator.up();
    return ran.map((each) => each.name);
  } finally {
    await orm.close(true);
    await lock.end();
  }
}
