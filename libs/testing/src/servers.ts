import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedKafka, EmbeddedPostgres, freePorts } from '@millrace/embedded';

/** Where tests find PostgreSQL and Kafka. */
export type ServerAddresses = Readonly<{
  kind: 'embedded' | 'containers';
  postgres: Readonly<{ host: string; port: number; user: string; password: string }>;
  brokers: readonly string[];
}>;

export type TestServers = Readonly<{ addresses: ServerAddresses; stop: () => Promise<void> }>;

const PASSWORD = 'test';

/** Names in `TEST_SERVERS`: `embedded`, `containers`, or neither: containers where a Docker engine answers. */
export async function startTestServers(): Promise<TestServers> {
  const wanted = process.env.TEST_SERVERS ?? ((await dockerAnswers()) ? 'containers' : 'embedded');
  return wanted === 'containers' ? startContainers() : startEmbedded();
}

async function startEmbedded(): Promise<TestServers> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-test-'));
  const [postgresPort, port, controllerPort] = (await freePorts(3)) as [number, number, number];
  // Tests run on a machine that is not going to lose power: the disk's own flush is left out, and only here.
  const settings = { fsync: 'off', max_connections: '300' };
  const postgres = new EmbeddedPostgres({ folder: join(folder, 'postgres'), port: postgresPort, password: PASSWORD, settings });
  const cache = fileURLToPath(new URL('../../../.cache', import.meta.url)).replace('/dist/', '/');
  const kafka = new EmbeddedKafka({ folder: join(folder, 'kafka'), cache, port, controllerPort });
  await Promise.all([postgres.start(), kafka.start()]);
  return {
    addresses: {
      kind: 'embedded',
      postgres: { host: '127.0.0.1', port: postgresPort, user: 'postgres', password: PASSWORD },
      brokers: [`127.0.0.1:${port}`],
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
  const [port] = (await freePorts(1)) as [number];
  const starting = [
    new PostgreSqlContainer('postgres:18')
      .withUsername('postgres')
      .withPassword(PASSWORD)
      .withCommand(['postgres', '-c', 'max_connections=300', '-c', 'fsync=off'])
      .start(),
    new GenericContainer('apache/kafka:4.3.1')
      .withExposedPorts({ container: 9092, host: port })
      .withEnvironment(kafkaEnvironment(port))
      .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
      .withStartupTimeout(120_000)
      .start(),
  ] as const;
  const [postgres, kafka] = await Promise.all(starting);
  return {
    addresses: {
      kind: 'containers',
      postgres: { host: postgres.getHost(), port: postgres.getPort(), user: 'postgres', password: PASSWORD },
      brokers: [`localhost:${port}`],
    },
    async stop() {
      await Promise.all([postgres.stop(), kafka.stop()]);
    },
  };
}

function kafkaEnvironment(port: number): Record<string, string> {
  return {
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
    KAFKA_LISTENERS: 'PLAINTEXT://0.0.0.0:9092,CONTROLLER://0.0.0.0:9093',
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://localhost:${port}`,
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
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
