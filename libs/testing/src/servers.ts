import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asVariables, BROKER_ADMIN, EmbeddedKafka, EmbeddedPostgres, freePorts, loginSettings, securitySettings } from '@millrace/embedded';
import { type KafkaSettings, setPasswords } from '@millrace/messaging';

/** Where tests find PostgreSQL and Kafka. */
export type ServerAddresses = Readonly<{
  kind: 'embedded' | 'containers';
  postgres: Readonly<{ host: string; port: number; user: string; password: string }>;
  /** As its administrator: what a service may do and what not is for specs of just that. */
  kafka: TestBroker;
}>;

export type TestBroker = Pick<KafkaSettings, 'brokers' | 'sasl'>;

export type TestServers = Readonly<{ addresses: ServerAddresses; stop: () => Promise<void> }>;

const PASSWORD = 'test';
/** Of a broker that is gone with the tests. */
export const BROKER_SECRETS = { broker: PASSWORD, admin: PASSWORD };

/** Names in `TEST_SERVERS`: `embedded`, `containers`, or neither: containers where a Docker engine answers. */
export async function startTestServers(): Promise<TestServers> {
  const wanted = process.env.TEST_SERVERS ?? ((await dockerAnswers()) ? 'containers' : 'embedded');
  return wanted === 'containers' ? startContainers() : startEmbedded();
}

async function startEmbedded(): Promise<TestServers> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-test-'));
  const [postgresPort, port, internalPort, controllerPort] = (await freePorts(4)) as [number, number, number, number];
  // Tests run on a machine that is not going to lose power: the disk's own flush is left out, and only here.
  const settings = { fsync: 'off', max_connections: '300' };
  const postgres = new EmbeddedPostgres({ folder: join(folder, 'postgres'), port: postgresPort, password: PASSWORD, settings });
  const cache = fileURLToPath(new URL('../../../.cache', import.meta.url)).replace('/dist/', '/');
  const kafka = new EmbeddedKafka({ folder: join(folder, 'kafka'), cache, port, internalPort, controllerPort, secrets: BROKER_SECRETS });
  await Promise.all([postgres.start(), kafka.start()]);
  return {
    addresses: {
      kind: 'embedded',
      postgres: { host: '127.0.0.1', port: postgresPort, user: 'postgres', password: PASSWORD },
      kafka: await openTo(`127.0.0.1:${port}`, `127.0.0.1:${internalPort}`),
    },
    async stop() {
      await Promise.all([postgres.stop(), kafka.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL and Kafka in containers of their own. */
export async function startContainers(): Promise<TestServers> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const [port, internalPort] = (await freePorts(2)) as [number, number];
  const starting = [
    new PostgreSqlContainer('postgres:18')
      .withUsername('postgres')
      .withPassword(PASSWORD)
      .withCommand(['postgres', '-c', 'max_connections=300', '-c', 'fsync=off'])
      .start(),
    new GenericContainer('apache/kafka:4.3.1')
      .withExposedPorts({ container: port, host: port }, { container: internalPort, host: internalPort })
      .withEnvironment(kafkaEnvironment(port, internalPort))
      .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
      .withStartupTimeout(120_000)
      .start(),
  ] as const;
  const [postgres, kafka] = await Promise.all(starting);
  return {
    addresses: {
      kind: 'containers',
      postgres: { host: postgres.getHost(), port: postgres.getPort(), user: 'postgres', password: PASSWORD },
      kafka: await openTo(`localhost:${port}`, `localhost:${internalPort}`),
    },
    async stop() {
      await Promise.all([postgres.stop(), kafka.stop()]);
    },
  };
}

/** Lets its administrator in where clients come in, as the only one there is at first. */
export async function openTo(client: string, internal: string): Promise<TestBroker> {
  const login = { username: BROKER_ADMIN, password: BROKER_SECRETS.admin };
  await setPasswords({ brokers: [internal], clientId: 'test', prefix: '', sasl: { ...login, mechanism: 'plain' } }, [{ name: BROKER_ADMIN, ...login }]);
  return { brokers: [client], sasl: login };
}

function kafkaEnvironment(port: number, internalPort: number): Record<string, string> {
  return {
    ...asVariables({ ...securitySettings(), ...loginSettings(BROKER_SECRETS) }),
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
    KAFKA_LISTENERS: `CLIENT://0.0.0.0:${port},INTERNAL://0.0.0.0:${internalPort},CONTROLLER://localhost:9093`,
    KAFKA_ADVERTISED_LISTENERS: `CLIENT://localhost:${port},INTERNAL://localhost:${internalPort}`,
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '1',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    KAFKA_MESSAGE_MAX_BYTES: '8388608',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    KAFKA_HEAP_OPTS: '-Xmx512m',
  };
}

async function dockerAnswers(): Promise<boolean> {
  try {
    const { getContainerRuntimeClient } = await import('testcontainers');
    await getContainerRuntimeClient();
    return true;
  } catch {
    return false;
  }
}
