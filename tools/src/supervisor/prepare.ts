import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailed } from '@millrace/embedded';
import { eventDefinitions } from '@millrace/contracts';
import { kafkaClient, provisionTopics } from '@millrace/messaging';
import { provisionDatabases } from '@millrace/persistence';
import { type Home, ROOT } from '../site/home.js';
import type { Secrets } from '../site/secrets.js';
import type { Ports } from '../site/state.js';
import { SERVICES, type ServiceName } from '../site/topology.js';
import { databaseEnvironment, identityEnvironment } from './environment.js';

const DEFAULT_PARTITIONS = 3;

export type Servers = Readonly<{
  database: Readonly<{ host: string; port: number; user: string; password: string }>;
  brokers: readonly string[];
  replicationFactor: number;
}>;

/** Databases, roles and schemas, as the services need them; nothing when all is as it was at the last start. */
export async function prepareDatabases(home: Home, ports: Ports, secrets: Secrets, onProgress: (what: string) => void): Promise<void> {
  const fingerprint = migrationsFingerprint();
  if (home.read<{ fingerprint: string }>('migrated.json')?.fingerprint === fingerprint) return;
  await provisionAll(serversHere(ports, secrets), secrets, onProgress);
  home.write('migrated.json', { fingerprint });
}

/** Topics as the contracts name them. `MILLRACE_PARTITIONS` sets how many partitions each has, once and for all. */
export async function prepareTopics({ brokers, replicationFactor }: Pick<Servers, 'brokers' | 'replicationFactor'>): Promise<void> {
  const topics = [...new Set([...eventDefinitions().values()].map(({ topic }) => topic))].sort();
  const kafka = kafkaClient({ brokers, clientId: 'millrace', prefix: '' }, () => {});
  await provisionTopics(kafka, topics, { partitions: Number(process.env.MILLRACE_PARTITIONS ?? DEFAULT_PARTITIONS), replicationFactor, prefix: '' });
}

/** Everything that servers must have before the first service starts. */
export async function provisionSite(servers: Servers, secrets: Secrets, onProgress: (what: string) => void): Promise<void> {
  await provisionAll(servers, secrets, onProgress);
  onProgress('making topics');
  await prepareTopics(servers);
}

export const serversHere = (ports: Ports, secrets: Secrets): Servers => ({
  database: { host: '127.0.0.1', port: ports.postgres, user: 'postgres', password: secrets.postgres },
  brokers: [`127.0.0.1:${ports.kafka}`],
  replicationFactor: 1,
});

async function provisionAll(servers: Servers, secrets: Secrets, onProgress: (what: string) => void): Promise<void> {
  onProgress('making databases and roles');
  await provisionDatabases(
    servers.database,
    SERVICES.map((name) => ({ name, passwords: secrets.databases[name] })),
  );
  onProgress('running migrations');
  await Promise.all(SERVICES.map((name) => migrateService(name, migrationEnvironment(name, servers, secrets))));
}

/** What `migrate` of a service reads: the role of the schema's owner, beside what every start of it checks. */
function migrationEnvironment(name: ServiceName, { database, brokers }: Servers, secrets: Secrets): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    ...databaseEnvironment(name, database, secrets),
    DATABASE_OWNER_PASSWORD: secrets.databases[name].owner,
    KAFKA_BROKERS: brokers.join(','),
    JWKS_URL: 'http://localhost/',
    ...(name === 'identity' ? identityEnvironment(secrets) : {}),
  };
}

function migrationsFingerprint(): string {
  const hash = createHash('sha256');
  for (const name of SERVICES) {
    const folder = join(ROOT, 'apps', name, 'dist', 'migrations');
    for (const file of readdirSync(folder)
      .filter((each) => each.endsWith('.js'))
      .sort())
      hash.update(`${name}/${file}`).update(readFileSync(join(folder, file)));
  }
  return hash.update(readFileSync(join(ROOT, 'libs/messaging/dist/src/postgres/messaging-tables.migration.js'))).digest('hex');
}

async function migrateService(name: ServiceName, env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, 'apps', name, 'dist/src/main.js'), 'migrate'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new StartFailed(`The migrations of ${name} failed:\n${output}`);
}
