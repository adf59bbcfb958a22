import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '@millrace/testing';

const APPS = fileURLToPath(new URL('../../', import.meta.url));

/** The services that have a database of their own. */
export const WITH_DATABASE = readdirSync(APPS).filter((name) => existsSync(join(APPS, name, 'migrations')));

type Settings = Readonly<{ host: string; port: number; database: string; user: string; password: string }>;

/** A database of its own in the shape that a service gives it. */
export async function migratedDatabase(servers: Parameters<typeof createTestDatabase>[0], service: string): Promise<Settings> {
  const { settings, owner, database } = await createTestDatabase(servers, service, [], []);
  await database.close();
  migrate(service, settings, owner.password);
  return settings;
}

/** As before every start: in a process of its own, which is all that is seen of a service from here. */
function migrate(service: string, { host, port, database, user, password }: Settings, ownerPassword: string): void {
  const env = {
    PATH: process.env.PATH,
    DATABASE_HOST: host,
    DATABASE_PORT: String(port),
    DATABASE_NAME: database,
    DATABASE_USER: user,
    DATABASE_PASSWORD: password,
    DATABASE_OWNER_PASSWORD: ownerPassword,
    KAFKA_BROKERS: 'none:1',
    JWKS_URL: 'http://localhost/',
  };
  execFileSync(process.execPath, [join(APPS, service, 'dist/src/main.js'), 'migrate'], { env });
}
