import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROKER_ADMIN, run, StartFailed } from '@millrace/embedded';
import { eventDefinitions } from '@millrace/contracts';
import { grantAccess, kafkaClient, type KafkaSettings, provisionTopics } from '@millrace/messaging';
import { provisionDatabases } from '@millrace/persistence';
import { type DeclaredConsumer, declaredConsumers } from '../events/declared-consumers.js';
import { accessOf } from '../site/broker-access.js';
import { partitionsOfEnvironment } from '../site/environment-variables.js';
import { type Home, ROOT } from '../site/home.js';
import type { Secrets } from '../site/secrets.js';
import { brokersAt, internalBrokersAt, type Ports } from '../site/state.js';
import { SERVICES, type ServiceName } from '../site/topology.js';
import { databaseEnvironment, identityEnvironment } from './environment.js';

/** Each partition costs a fetch and a commit of offsets: few on one machine, more where a service has many replicas. */
export const PARTITIONS_HERE = 3;

export type Servers = Readonly<{
  database: Readonly<{ host: string; port: number; user: string; password: string }>;
  /** As its administrator. */
  kafka: Omit<KafkaSettings, 'clientId'>;
  replicationFactor: number;
  /** Of a topic, when `KAFKA_PARTITIONS` does not say. */
  defaultPartitions: number;
  /** Users and their rights are ours to give. */
  givesAccess: boolean;
}>;

/** Databases, roles and schemas, as the services need them; nothing when all is as it was at the last start. */
export async function prepareDatabases(home: Home, ports: Ports, secrets: Secrets, onProgress: (what: string) => void, signal?: AbortSignal): Promise<void> {
  const fingerprint = migrationsFingerprint();
  if (home.read<{ fingerprint: string }>('migrated.json')?.fingerprint === fingerprint) return;
  await provisionAll(serversHere(ports, secrets), secrets, onProgress, signal);
  home.write('migrated.json', { fingerprint });
}

/** Topics as the contracts name them; then who may come to the broker and do what there, as contracts and consumers say. */
export async function prepareBroker(servers: Omit<Servers, 'database'>, secrets: Secrets, consumers: readonly DeclaredConsumer[]): Promise<void> {
  await prepareTopics(servers);
  await grantAccess({ ...servers.kafka, clientId: 'millrace' }, accessOf(secrets.kafka, consumers));
}

/** Consumers as the services declare them; they are asked again only when their code is another than at the last start. */
export async function consumersHere(home: Home): Promise<readonly DeclaredConsumer[]> {
  const fingerprint = consumersFingerprint();
  const known = home.read<{ fingerprint: string; consumers: DeclaredConsumer[] }>('consumers.json');
  if (known?.fingerprint === fingerprint) return known.consumers;
  const consumers = await declaredConsumers(ROOT);
  home.write('consumers.json', { fingerprint, consumers });
  return consumers;
}

async function prepareTopics({ kafka, replicationFactor, defaultPartitions }: Omit<Servers, 'database'>): Promise<void> {
  const topics = [...new Set([...eventDefinitions().values()].map(({ topic }) => topic))].sort();
  const client = kafkaClient({ ...kafka, clientId: 'millrace' }, () => {});
  await provisionTopics(client, topics, { partitions: partitionsOfEnvironment(), defaultPartitions, replicationFactor, prefix: kafka.prefix });
}

/** Everything that servers must have before the first service starts. */
export async function provisionSite(servers: Servers, secrets: Secrets, onProgress: (what: string) => void): Promise<void> {
  await provisionAll(servers, secrets, onProgress);
  if (servers.givesAccess) {
    onProgress('giving each service its rights on the broker, and making topics');
    return prepareBroker(servers, secrets, await declaredConsumers(ROOT));
  }
  onProgress('making topics; who may do what on the broker is left alone');
  await prepareTopics(servers);
}

export const serversHere = (ports: Ports, secrets: Secrets, partitions = PARTITIONS_HERE): Servers => ({
  database: { host: '127.0.0.1', port: ports.postgres, user: 'postgres', password: secrets.postgres },
  kafka: adminAt(ports, secrets),
  replicationFactor: brokersAt(ports).length,
  defaultPartitions: partitions,
  givesAccess: true,
});

/** The administrator of the broker on this machine, by the door that is for nobody else. */
export const adminAt = (ports: Ports, { kafka }: Secrets): Servers['kafka'] => ({
  brokers: internalBrokersAt(ports),
  prefix: '',
  sasl: { username: BROKER_ADMIN, password: kafka.admin, mechanism: 'plain' },
});

async function provisionAll(servers: Servers, secrets: Secrets, onProgress: (what: string) => void, signal?: AbortSignal): Promise<void> {
  onProgress('making databases and roles');
  await provisionDatabases(
    servers.database,
    SERVICES.map((name) => ({ name, passwords: secrets.databases[name] })),
  );
  onProgress('running migrations');
  await Promise.all(SERVICES.map((name) => migrateService(name, migrationEnvironment(name, servers, secrets), signal)));
}

/** What `migrate` of a service reads: the role of the schema's owner, beside what every start of it checks. */
function migrationEnvironment(name: ServiceName, { database, kafka }: Servers, secrets: Secrets): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    ...databaseEnvironment(name, database, secrets),
    DATABASE_OWNER_PASSWORD: secrets.databases[name].owner,
    KAFKA_BROKERS: kafka.brokers.join(','),
    JWKS_URL: 'http://localhost/',
    ...(name === 'identity' ? identityEnvironment(secrets) : {}),
  };
}

/** Of all code that has a say in which facts consumers take: a service's own, and what its declarations are made with. */
export const consumersFingerprint = (root = ROOT) =>
  fingerprintOf(
    [...['contracts', 'messaging', 'chassis'].map((name) => `libs/${name}/dist/src`), ...SERVICES.map((name) => `apps/${name}/dist/src`)],
    isCode,
    root,
  );

const migrationsFingerprint = () => fingerprintOf(['libs/messaging/dist/src', ...SERVICES.map((name) => `apps/${name}/dist/migrations`)], isMigration);

function fingerprintOf(folders: readonly string[], counts: (folder: string, file: string) => boolean, root = ROOT): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((each) => counts(folder, each));
    for (const file of files.sort()) hash.update(`${folder}/${file}`).update(readFileSync(join(root, folder, file)));
  }
  return hash.digest('hex');
}

const isCode = (_folder: string, file: string) => file.endsWith('.js');

const isMigration = (folder: string, file: string) => file.endsWith(folder.startsWith('libs/') ? '.migration.js' : '.js');

async function migrateService(name: ServiceName, env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<void> {
  const main = join(ROOT, 'apps', name, 'dist/src/main.js');
  const { ok, output } = await run({ command: process.execPath, args: [main, 'migrate'], env }, signal);
  if (!ok) throw new StartFailed(`The migrations of ${name} failed:\n${output}`);
}
