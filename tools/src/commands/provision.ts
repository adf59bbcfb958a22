import { join, resolve } from 'node:path';
import { Home } from '../site/home.js';
import { ensureSecretFiles, PROVISION_FOLDER } from '../site/secret-files.js';
import { readSecrets } from '../site/secrets.js';
import { provisionSite } from '../supervisor/prepare.js';
import { print, progress } from './output.js';

/** Makes what is missing; shows how to sign in only to who asks. */
export function secrets({ folder, show }: { folder: string; show?: boolean }): void {
  const { administrator } = ensureSecretFiles(resolve(folder));
  if (show) print(`${administrator.email} / ${administrator.password}`);
  else progress(`secrets are in ${folder}`);
}

/**
 * Databases, roles, schemas and topics on servers that run already: those that `DATABASE_HOST` and `KAFKA_BROKERS` name.
 * Safe to repeat, before every start of a newer version.
 */
export async function provision({ folder }: { folder: string }): Promise<void> {
  const known = readSecrets(new Home(resolve(join(folder, PROVISION_FOLDER))));
  if (!known) throw new Error(`No secrets are in ${folder}: make them with "millrace secrets --folder ${folder}".`);
  const { DATABASE_HOST: host = 'localhost', DATABASE_PORT: port = '5432', KAFKA_BROKERS: brokers = 'localhost:9092' } = process.env;
  const database = { host, port: Number(port), user: process.env.DATABASE_ADMIN_USER ?? 'postgres', password: known.postgres };
  await provisionSite({ database, brokers: brokers.split(','), replicationFactor: Number(process.env.KAFKA_REPLICATION_FACTOR ?? 1) }, known, progress);
  progress('databases and topics are as the services need them');
}
