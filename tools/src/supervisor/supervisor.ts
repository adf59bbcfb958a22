import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, EmbeddedKafka, EmbeddedPostgres, freePorts, isPortFree, sizeOf } from '@millrace/embedded';
import { type Home, ROOT } from '../site/home.js';
import { ensureSecrets, type Secrets } from '../site/secrets.js';
import { type Ports, removeState, writeState } from '../site/state.js';
import { type ProcessKind, processName, type Replicas, SERVICES } from '../site/topology.js';
import { serveControls } from './control-server.js';
import { environmentOf, type ServicePorts } from './environment.js';
import type { Member, MemberStatus } from './member.js';
import { memoryOf } from './memory.js';
import { NodeMember } from './node-member.js';
import { prepareDatabases, prepareTopics, serversHere } from './prepare.js';
import { ServerMember } from './server-member.js';

const GATEWAY_PORT = 8_080;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const RESTART_FIRST_MS = 200;
const RESTART_LONGEST_MS = 5_000;

export type SupervisorOptions = Readonly<{
  home: Home;
  replicas: Replicas;
  onProgress: (what: string) => void;
  /** Somebody asked for the end. */
  onShutDown: () => void;
  /** Settings of the database beside ours, for tests and benchmarks. */
  postgres?: Readonly<Record<string, string>>;
}>;

/** Runs the whole suite on this machine: starts it in order, restarts what dies, stops it in order. */
export class Supervisor {
  private readonly servers: ServerMember[] = [];
  private readonly services: NodeMember[] = [];
  private gateway?: NodeMember;
  private control?: { close: () => Promise<void> };
  private secrets!: Secrets;
  private ports!: Ports;
  private stopping = false;
  private readonly waits = new Map<string, number>();
  /** How often each process ended without being asked to. */
  readonly deaths = new Map<string, number>();

  constructor(private readonly options: SupervisorOptions) {}

  /** @throws StartFailed with what is missing; what was started by then is stopped again. */
  async start(): Promise<void> {
    const { home, onProgress } = this.options;
    home.make();
    this.secrets = ensureSecrets(home);
    this.ports = await this.choosePorts();
    const servicePorts = await this.chooseServicePorts();
    try {
      await this.startServers();
      onProgress('starting the services');
      this.addServices(servicePorts);
      await Promise.all(this.services.map((member) => member.start()));
      await this.gateway!.start();
      await this.openControl();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  get url(): string {
    return `http://127.0.0.1:${this.ports.gateway}`;
  }

  get administrator(): Secrets['administrator'] {
    return this.secrets.administrator;
  }

  status(): MemberStatus[] {
    return this.members.map((member) => ({
      name: member.name,
      pid: member.pid ?? null,
      ready: member.ready,
      port: member.port,
      memoryMiB: member.pid ? memoryOf(member.pid) : 0,
    }));
  }

  /**
   * Stops and starts every process of this name, one after the other. Failpoints hold for the processes started now;
   * should one die of them, it is started again without.
   *
   * @throws Error when nothing has this name.
   */
  async restart(name: string, failpoints?: string): Promise<void> {
    const wanted = aliases[name] ?? name;
    const members = this.members.filter((member) => member.name === wanted || (member.kind === wanted && wanted !== 'gateway'));
    if (members.length === 0) throw new Error(`There is no process named ${name}: ${this.members.map((member) => member.name).join(', ')}.`);
    if (failpoints && members.some((member) => member instanceof ServerMember || member.kind === 'gateway'))
      throw new Error('Failpoints are in the services, not in the broker, the database or the gateway.');
    for (const member of members) {
      try {
        await member.stop();
        await member.start(failpoints);
        this.note(`${member.name} restarted${failpoints ? ` with ${failpoints}` : ''}`);
      } catch (error) {
        if (!failpoints) throw error; // A failpoint may well end it while it starts.
        this.revive(member, (error as Error).message.split('\n')[0]!);
      }
    }
  }

  /** The door first, then the services, which let what is under way end, then the servers. */
  async stop(): Promise<void> {
    this.stopping = true;
    removeState(this.options.home);
    await this.control?.close();
    await this.gateway?.stop();
    await Promise.all(this.services.map((member) => member.stop()));
    await Promise.all(this.servers.map((member) => member.stop()));
  }

  private get members(): Member[] {
    return [...this.servers, ...this.services, ...(this.gateway ? [this.gateway] : [])];
  }

  private async startServers(): Promise<void> {
    const { home, onProgress } = this.options;
    const { postgres: port, kafka: kafkaPort, kafkaController: controllerPort } = this.ports;
    const postgres = new EmbeddedPostgres({ folder: home.path('postgres'), port, password: this.secrets.postgres, settings: this.options.postgres });
    const kafka = new EmbeddedKafka({ folder: home.path('kafka'), cache: join(ROOT, '.cache'), port: kafkaPort, controllerPort, onProgress });
    const [database, broker] = [
      new ServerMember('postgres', port, home.path('postgres', 'postgres.log'), postgres, (member, how) => this.revive(member, how)),
      new ServerMember('kafka', kafkaPort, home.path('kafka', 'kafka.log'), kafka, (member, how) => this.revive(member, how)),
    ];
    this.servers.push(database, broker);
    onProgress('starting PostgreSQL and Kafka');
    const results = await Promise.allSettled([
      database.start().then(() => prepareDatabases(home, this.ports, this.secrets, onProgress)),
      broker.start().then(() => prepareTopics(serversHere(this.ports, this.secrets))),
    ]);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  private addServices(servicePorts: ServicePorts): void {
    for (const kind of SERVICES) {
      for (const [index, port] of servicePorts[kind].entries()) this.services.push(this.nodeMember(kind, processName(kind, index + 1), port, servicePorts));
    }
    this.gateway = this.nodeMember('gateway', 'gateway', this.ports.gateway, servicePorts);
  }

  private nodeMember(kind: ProcessKind, name: string, port: number, servicePorts: ServicePorts): NodeMember {
    const logFile = join(this.options.home.logs, `${name}.log`);
    if (sizeOf(logFile) > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
    const env = environmentOf(kind, this.ports, servicePorts, this.secrets);
    return new NodeMember({
      name,
      kind,
      port,
      script: join(ROOT, 'apps', kind, 'dist/src/main.js'),
      env,
      logFile,
      onDeath: (member, how) => this.revive(member, how),
    });
  }

  /** Starts again what died: soon the first time, later when it keeps dying. */
  private revive(member: Member, how: string): void {
    if (this.stopping) return;
    this.deaths.set(member.name, (this.deaths.get(member.name) ?? 0) + 1);
    const wait = this.waits.get(member.name) ?? RESTART_FIRST_MS;
    this.waits.set(member.name, Math.min(wait * 2, RESTART_LONGEST_MS));
    this.note(`${member.name} died (${how}); starting it again`);
    void sleep(wait)
      .then(() => (this.stopping || member.pid ? undefined : member.start()))
      .then(
        () => setTimeout(() => this.waits.delete(member.name), RESTART_LONGEST_MS).unref(),
        (error: unknown) => this.revive(member, (error as Error).message.split('\n')[0]!),
      );
  }

  private async openControl(): Promise<void> {
    const secret = randomBytes(24).toString('base64url');
    const controls = {
      status: () => this.status(),
      restart: (name: string, failpoints?: string) => this.restart(name, failpoints),
      shutDown: this.options.onShutDown,
    };
    const control = await serveControls(controls, secret);
    this.control = control;
    const { pid } = process;
    const [command, at] = [commandOf(pid), { port: control.port, secret }];
    writeState(this.options.home, { supervisor: pid, command, startedAt: Date.now(), control: at, ports: this.ports });
  }

  /** The same ports as last time where they are still free. */
  private async choosePorts(): Promise<Ports> {
    const known = this.options.home.read<Ports>('ports.json');
    const wanted = Number(process.env.MILLRACE_PORT ?? known?.gateway ?? GATEWAY_PORT);
    const spare = await freePorts(4);
    const pick = async (port: number | undefined, at: number) => (port !== undefined && (await isPortFree(port)) ? port : spare[at]!);
    if (process.env.MILLRACE_PORT && !(await isPortFree(wanted))) throw new Error(`Port ${wanted} (MILLRACE_PORT) is taken.`);
    const ports = {
      gateway: await pick(wanted, 0),
      postgres: await pick(known?.postgres, 1),
      kafka: await pick(known?.kafka, 2),
      kafkaController: await pick(known?.kafkaController, 3),
    };
    this.options.home.write('ports.json', ports);
    return ports;
  }

  private async chooseServicePorts(): Promise<ServicePorts> {
    const counts = SERVICES.map((name) => this.options.replicas[name] ?? 1);
    const ports = await freePorts(counts.reduce((sum, count) => sum + count, 0));
    return Object.fromEntries(SERVICES.map((name, at) => [name, ports.splice(0, counts[at])])) as unknown as ServicePorts;
  }

  private note(what: string): void {
    const file = join(this.options.home.logs, 'supervisor.log');
    if (existsSync(this.options.home.logs)) appendFileSync(file, `${new Date().toISOString()} ${what}\n`, { mode: 0o600 });
  }
}

const aliases: Readonly<Record<string, string>> = { broker: 'kafka', database: 'postgres', postgresql: 'postgres' };
