import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, isTransient, sqlState, statement } from '@millrace/persistence';
import { SettingsFault } from './settings.js';

const UNDEFINED_TABLE = '42P01';
const RAN = statement('select name from migration');
const LOOK_MS = 500;
const PATIENCE_MS = 60_000;

/**
 * Waits for the database to answer, and sees to it that it has every migration that this version knows; it may have more.
 *
 * @throws SettingsFault that says what to run, when its schema is missing or older.
 */
export async function assertMigrated(database: Database, service: string, known: readonly string[]): Promise<void> {
  const ran = await migrationsOf(database);
  const missing = known.filter((name) => !ran.has(name));
  if (missing.length === 0) return;
  const what = missing.length === known.length ? 'has no schema yet' : `lacks ${missing.join(', ')}`;
  throw new SettingsFault(`The database ${database.settings.database} ${what}: run the program of ${service} with "migrate" first, as the schema's owner.`);
}

async function migrationsOf(database: Database): Promise<ReadonlySet<string>> {
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(LOOK_MS)) {
    try {
      return new Set((await database.query<{ name: string }>(RAN)).map(({ name }) => name));
    } catch (error) {
      if (sqlState(error) === UNDEFINED_TABLE) return new Set();
      if (!isTransient(error) || Date.now() > end) throw error;
    }
  }
}
