import type { ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asProperties, type BrokerSecrets, CLIENT_DOOR, INTERNAL_DOOR, loginSettings, securitySettings } from './broker-security.js';
import { commandOf, isRunning, run, sizeOf, startServer, StartFailed, stopProcess, tied, waitUntilReady } from './child.js';

export type KafkaOptions = Readonly<{
  /** Made when missing; holds the log segments and the server's own log. */
  folder: string;
  /** Where the jars are kept, shared by all runs on this machine. */
  cache: string;
  /** Where clients come in, by SCRAM-SHA-512. */
  port: number;
  /** Where brokers and their administrator come in, by PLAIN. */
  internalPort: number;
  controllerPort: number;
  secrets: BrokerSecrets;
  heapMiB?: number;
  /** Of a cluster of several: which one this is, and where all their controllers are. */
  node?: Readonly<{ id: number; clusterId: string; controllerPorts: readonly number[] }>;
  /** More doors to it, by names in capitals: where it listens, and where clients of that door are told to come. */
  doors?: Readonly<Record<string, Readonly<{ port: number; advertisedPort: number }>>>;
  /** Told when something takes long. */
  onProgress?: (what: string) => void;
}>;

const NEEDED_JAVA = 17;

/** A real Apache Kafka of one node, from Maven's artifacts on this machine's JDK, on loopback only. */
export class EmbeddedKafka {
  private child?: ChildProcess;
  private archive?: string;

  constructor(private readonly options: KafkaOptions) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** @throws StartFailed with what is missing, or the end of the log; nothing is left running then, nor when the signal calls it off. */
  async start(signal?: AbortSignal): Promise<void> {
    const { folder, heapMiB = 512 } = this.options;
    await requireJava(signal);
    const jars = await this.jars(signal);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const properties = join(folder, 'server.properties');
    const pidFile = join(folder, 'kafka.pid');
    const logFile = join(folder, 'kafka.log');
    await stopLeftOver(pidFile);
    writeFileSync(properties, '', { mode: 0o600 });
    chmodSync(properties, 0o600); // Others could read that of a broker from before it had secrets.
    writeFileSync(properties, this.properties());
    const classPath = ['-cp', join(jars, '*')];
    if (!existsSync(join(folder, 'data', 'meta.properties'))) await this.format(classPath, properties, signal);
    const logConfig = fileURLToPath(new URL('kafka/log4j2.yaml', packageFolder()));
    const flags = [
      '-Xms256m',
      `-Xmx${heapMiB}m`,
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-Djava.awt.headless=true',
      `-Dlog4j2.configurationFile=${logConfig}`,
    ];
    this.archive = join(dirname(jars), 'classes.jsa');
    const sharing = existsSync(this.archive) ? [`-XX:SharedArchiveFile=${this.archive}`, '-Xshare:auto'] : [`-XX:ArchiveClassesAtExit=${this.archive}.new`];
    const from = sizeOf(logFile);
    const args = [...flags, ...sharing, '-Xlog:cds=off', '-Xlog:cds+dynamic=off', ...classPath, 'kafka.Kafka', properties];
    signal?.throwIfAborted();
    this.child = startServer({ ...tied('TERM', { command: 'java', args }), logFile });
    writeFileSync(pidFile, String(this.child.pid));
    const ready = async () => readFileSync(logFile).subarray(from).includes('Kafka Server started');
    try {
      await waitUntilReady('Kafka', this.child, logFile, ready, 120_000, signal);
    } catch (error) {
      this.archive = undefined;
      await this.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    if (this.child?.pid && this.isRunning) await stopProcess(this.child.pid, 'SIGTERM', 20_000);
    this.child = undefined;
    // The classes of a whole run make the next start quicker; those of one that was called off would not.
    if (this.archive && existsSync(`${this.archive}.new`)) renameSync(`${this.archive}.new`, this.archive);
    this.archive = undefined;
  }

  private async format(classPath: readonly string[], properties: string, signal?: AbortSignal): Promise<void> {
    this.options.onProgress?.('formatting the storage of Kafka');
    const tool = ['kafka.tools.StorageTool', 'format', '-t', this.options.node?.clusterId ?? newClusterId(), '-c', properties];
    const { ok, output } = await run(tied('TERM', { command: 'java', args: ['-Xmx256m', '-XX:TieredStopAtLevel=1', ...classPath, ...tool] }), signal);
    if (!ok) throw new StartFailed(`Kafka's storage could not be formatted: ${output}`);
  }

  /** The folder of the jars, fetched once for each version of the list. */
  private async jars(signal?: AbortSignal): Promise<string> {
    const pom = fileURLToPath(new URL('kafka/pom.xml', packageFolder()));
    const version = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
    const folder = join(this.options.cache, `kafka-${version}`);
    const jars = join(folder, 'jars');
    if (existsSync(jars)) return jars;
    await requireMaven(signal);
    this.options.onProgress?.('fetching Apache Kafka with Maven (44 MB, once)');
    mkdirSync(this.options.cache, { recursive: true });
    const work = mkdtempSync(join(this.options.cache, 'fetch-'));
    try {
      cpSync(pom, join(work, 'pom.xml'));
      const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${join(work, 'jars')}`];
      const { ok, output } = await run({ command: 'mvn', args: ['-B', '-q', '-f', join(work, 'pom.xml'), ...goal] }, signal);
      if (!ok) throw new StartFailed(`Maven could not fetch Apache Kafka:\n${output.slice(-2_000)}`);
      rmSync(folder, { recursive: true, force: true });
      renameSync(work, folder);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
    return jars;
  }

  private properties(): string {
    const { folder, port, internalPort, controllerPort, secrets, node = { id: 1, controllerPorts: [controllerPort] }, doors = {} } = this.options;
    const others = Object.entries(doors);
    const names = Object.keys(doors);
    const own = [at(CLIENT_DOOR, port), at(INTERNAL_DOOR, internalPort)];
    const copies = node.controllerPorts.length;
    const inSync = Math.ceil((copies + 1) / 2);
    const settings = {
      'process.roles': 'broker,controller',
      'node.id': node.id,
      'controller.quorum.voters': node.controllerPorts.map((where, index) => `${index + 1}@127.0.0.1:${where}`).join(),
      listeners: [...own, at('CONTROLLER', controllerPort), ...others.map(([name, door]) => at(name, door.port))].join(),
      'advertised.listeners': [...own, ...others.map(([name, door]) => at(name, door.advertisedPort))].join(),
      ...securitySettings(names),
      ...loginSettings(secrets, names),
      'auto.create.topics.enable': false,
      'min.insync.replicas': inSync,
      'offsets.topic.replication.factor': copies,
      'offsets.topic.num.partitions': 1,
      'offsets.retention.minutes': 2_147_483_647,
      'transaction.state.log.replication.factor': copies,
      'transaction.state.log.min.isr': inSync,
      'transaction.state.log.num.partitions': 1,
      'share.coordinator.state.topic.replication.factor': copies,
      'share.coordinator.state.topic.min.isr': inSync,
      'group.initial.rebalance.delay.ms': 0,
      'group.min.session.timeout.ms': 1_000,
      'message.max.bytes': 8_388_608,
      'replica.fetch.max.bytes': 8_388_608,
      'num.network.threads': 2,
      'num.io.threads': 2,
      'log.cleaner.dedupe.buffer.size': 2_097_152,
      'log.dirs': join(folder, 'data'),
    };
    return asProperties(settings);
  }
}

const at = (name: string, port: number) => `${name}://127.0.0.1:${port}`;

/** Works from `src` and from `dist/src`. */
function packageFolder(): URL {
  const here = new URL('../', import.meta.url);
  return existsSync(new URL('kafka/pom.xml', here)) ? here : new URL('../', here);
}

/** For `node` of several brokers of one cluster. It never begins with `-`, which Kafka's tool would take for an option. */
export const newClusterId = (): string => randomBytes(16).toString('base64url').replace(/^-/, 'A');

async function stopLeftOver(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  if (pid > 1 && isRunning(pid) && commandOf(pid).includes(dirname(pidFile))) await stopProcess(pid, 'SIGTERM', 20_000);
}

async function requireJava(signal?: AbortSignal): Promise<void> {
  const { ok, output } = await run({ command: 'java', args: ['-version'] }, signal);
  const major = Number(/version "(?:1\.)?(\d+)/.exec(output)?.[1] ?? 0);
  if (!ok || major < NEEDED_JAVA) {
    throw new StartFailed(
      `Apache Kafka needs Java ${NEEDED_JAVA} or newer; ${ok ? `this is Java ${major}` : 'there is no "java" here'}. Install a JDK (Debian: apt-get install openjdk-17-jdk-headless), or use docker compose up.`,
    );
  }
}

async function requireMaven(signal?: AbortSignal): Promise<void> {
  if (!(await run({ command: 'mvn', args: ['-v'] }, signal)).ok) {
    throw new StartFailed('Maven is needed once, to fetch Apache Kafka. Install it (Debian: apt-get install maven), or use docker compose up.');
  }
}
