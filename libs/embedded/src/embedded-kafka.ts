import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRunning, sizeOf, startServer, StartFailed, stopProcess, waitUntilReady } from './child.js';
import { commandOf } from './embedded-postgres.js';

export type KafkaOptions = Readonly<{
  /** Made when missing; holds the log segments and the server's own log. */
  folder: string;
  /** Where the jars are kept, shared by all runs on this machine. */
  cache: string;
  port: number;
  controllerPort: number;
  heapMiB?: number;
  /** Told when something takes long. */
  onProgress?: (what: string) => void;
}>;

const NEEDED_JAVA = 17;

/** A real Apache Kafka of one node, from Maven's artifacts on this machine's JDK, on loopback only. */
export class EmbeddedKafka {
  private child?: ChildProcess;

  constructor(private readonly options: KafkaOptions) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** @throws StartFailed with what is missing and how to get it, or with the end of the server's log. */
  async start(): Promise<void> {
    const { folder, heapMiB = 512 } = this.options;
    requireJava();
    const jars = await this.jars();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const properties = join(folder, 'server.properties');
    const pidFile = join(folder, 'kafka.pid');
    const logFile = join(folder, 'kafka.log');
    await stopLeftOver(pidFile);
    writeFileSync(properties, this.properties());
    const classPath = ['-cp', join(jars, '*')];
    if (!existsSync(join(folder, 'data', 'meta.properties'))) {
      this.options.onProgress?.('formatting the storage of Kafka');
      const format = spawnSync(
        'java',
        ['-Xmx256m', '-XX:TieredStopAtLevel=1', ...classPath, 'kafka.tools.StorageTool', 'format', '-t', clusterId(), '-c', properties],
        { encoding: 'utf8' },
      );
      if (format.status !== 0) throw new StartFailed(`Kafka's storage could not be formatted: ${format.stderr || format.stdout}`);
    }
    const logConfig = fileURLToPath(new URL('kafka/log4j2.yaml', packageFolder()));
    const flags = [
      '-Xms256m',
      `-Xmx${heapMiB}m`,
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-Djava.awt.headless=true',
      `-Dlog4j2.configurationFile=${logConfig}`,
    ];
    const archive = join(dirname(jars), 'classes.jsa');
    const sharing = existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`, '-Xshare:auto'] : [`-XX:ArchiveClassesAtExit=${archive}`];
    const from = sizeOf(logFile);
    const java = ['java', ...flags, ...sharing, '-Xlog:cds=off', '-Xlog:cds+dynamic=off', ...classPath, 'kafka.Kafka', properties];
    const tied = spawnSync('setpriv', ['--version']).status === 0 ? ['setpriv', '--pdeathsig', 'TERM', ...java] : java;
    this.child = startServer({ command: tied[0]!, args: tied.slice(1), logFile });
    writeFileSync(pidFile, String(this.child.pid));
    await waitUntilReady('Kafka', this.child, logFile, async () => readFileSync(logFile).subarray(from).includes('Kafka Server started'), 120_000);
  }

  async stop(): Promise<void> {
    if (this.child?.pid && this.isRunning) await stopProcess(this.child.pid, 'SIGTERM', 20_000);
    this.child = undefined;
  }

  /** The folder of the jars, fetched once for each version of the list. */
  private async jars(): Promise<string> {
    const pom = fileURLToPath(new URL('kafka/pom.xml', packageFolder()));
    const version = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
    const folder = join(this.options.cache, `kafka-${version}`);
    const jars = join(folder, 'jars');
    if (existsSync(jars)) return jars;
    requireMaven();
    this.options.onProgress?.('fetching Apache Kafka with Maven (44 MB, once)');
    mkdirSync(this.options.cache, { recursive: true });
    const work = mkdtempSync(join(this.options.cache, 'fetch-'));
    try {
      cpSync(pom, join(work, 'pom.xml'));
      await maven([
        '-B',
        '-q',
        '-f',
        join(work, 'pom.xml'),
        'dependency:copy-dependencies',
        '-DincludeScope=runtime',
        `-DoutputDirectory=${join(work, 'jars')}`,
      ]);
      rmSync(folder, { recursive: true, force: true });
      renameSync(work, folder);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
    return jars;
  }

  private properties(): string {
    const { folder, port, controllerPort } = this.options;
    const settings = {
      'process.roles': 'broker,controller',
      'node.id': 1,
      'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
      listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
      'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
      'controller.listener.names': 'CONTROLLER',
      'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
      'inter.broker.listener.name': 'PLAINTEXT',
      'auto.create.topics.enable': false,
      'offsets.topic.replication.factor': 1,
      'offsets.topic.num.partitions': 1,
      'offsets.retention.minutes': 2_147_483_647,
      'transaction.state.log.replication.factor': 1,
      'transaction.state.log.min.isr': 1,
      'transaction.state.log.num.partitions': 1,
      'share.coordinator.state.topic.replication.factor': 1,
      'share.coordinator.state.topic.min.isr': 1,
      'group.initial.rebalance.delay.ms': 0,
      'group.min.session.timeout.ms': 1_000,
      'message.max.bytes': 8_388_608,
      'replica.fetch.max.bytes': 8_388_608,
      'num.network.threads': 2,
      'num.io.threads': 2,
      'log.cleaner.dedupe.buffer.size': 2_097_152,
      'log.dirs': join(folder, 'data'),
    };
    return Object.entries(settings)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n');
  }
}

/** Works from `src` and from `dist/src`. */
function packageFolder(): URL {
  const here = new URL('../', import.meta.url);
  return existsSync(new URL('kafka/pom.xml', here)) ? here : new URL('../', here);
}

const clusterId = () => randomBytes(16).toString('base64url');

async function stopLeftOver(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  if (pid > 1 && isRunning(pid) && commandOf(pid).includes(dirname(pidFile))) await stopProcess(pid, 'SIGTERM', 20_000);
}

function requireJava(): void {
  const { status, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const major = Number(/version "(?:1\.)?(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
  if (status !== 0 || major < NEEDED_JAVA) {
    throw new StartFailed(
      `Apache Kafka needs Java ${NEEDED_JAVA} or newer; ${status === 0 ? `this is Java ${major}` : 'there is no "java" here'}. Install a JDK (Debian: apt-get install openjdk-17-jdk-headless), or use docker compose up.`,
    );
  }
}

function requireMaven(): void {
  if (spawnSync('mvn', ['-v']).status !== 0) {
    throw new StartFailed('Maven is needed once, to fetch Apache Kafka. Install it (Debian: apt-get install maven), or use docker compose up.');
  }
}

async function maven(args: readonly string[]): Promise<void> {
  const child = spawn('mvn', [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new StartFailed(`Maven could not fetch Apache Kafka:\n${output.slice(-2_000)}`);
}
