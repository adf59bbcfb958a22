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
import { migrationEnvironmentOf, type ServicePorts } from './environment.js';

const DEFAULT_PARTITIONS = 3;

/** Databases, roles and schemas, as the services need them; nothing when all is as it was at the last start. */
export async function prepareDatabases(home: Home, ports: Ports, services: ServicePorts, secrets: Secrets, onProgress: (what: string) => void): Promise<void> {
  const fingerprint = migrationsFingerprint();
  if (home.read<{ fingerprint: string }>('migrated.json')?.fingerprint === fingerprint) return;
  onProgress('making databases and roles');
  const administrator = { host: '127.0.0.1', port: ports.postgres, user: 'postgres', password: secrets.postgres };
  await provisionDatabases(
    administrator,
    SERVICES.map((name) => ({ name, passwords: secrets.databases[name] })),
  );
  onProgress('running migrations');
  await Promise.all(SERVICES.map((name) => migrateService(name, migrationEnvironmentOf(name, ports, services, secrets))));
  home.write('migrated.json', { fingerprint });
}

/** Topics as the contracts name them. `MILLRACE_PARTITIONS` sets how many partitions each has, once and for all. */
export async function prepareTopics(ports: Ports): Promise<void> {
  const topics = [...new Set([...eventDefinitions().values()].map(({ topic }) => topic))].sort();
  const kafka = kafkaClient({ brokers: [`127.0.0.1:${ports.kafka}`], clientId: 'millrace', prefix: '' }, () => {});
  await provisionTopics(kafka, topics, { partitions: Number(process.env.MILLRACE_PARTITIONS ?? DEFAULT_PARTITIONS), replicationFactor: 1, prefix: '' });
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
