import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync } from 'node:fs';
import type { KafkaOptions } from '@millrace/embedded';
import { parseFailpoints } from '@millrace/messaging';
import { type MailsServer, serveMails } from '../mails/mails-server.js';
import type { Home } from '../site/home.js';
import { takeLock } from '../site/lock.js';
import { nearest } from '../site/nearest.js';
import { ensureSecrets, type Secrets } from '../site/secrets.js';
import { removeState, type State, writeState } from '../site/state.js';
import { type Replicas, type ServiceName, SERVICES } from '../site/topology.js';
import { serveControls } from './control-server.js';
import { Keeper } from './keeper.js';
import type { Member, MemberStatus } from './member.js';
import { type Members, membersOf } from './members.js';
import { memoryOf } from './memory.js';
import type { Shape } from './node-member.js';
import { type ChosenPorts, choosePorts } from './ports.js';
import { consumersHere, prepareBroker, prepareDatabases, serversHere } from './prepare.js';
import { untilGatewayFinds, withReadiness } from './readiness.js';
import { ServerMember } from './server-member.js';

export type SupervisorOptions = Readonly<{
  home: Home;
  replicas: Replicas;
  /** Where the gateway must listen, `ANY_PORT` for any that is free; when absent, 8080 or another. */
  port?: number;
  /** Forgets all data of earlier runs first. */
  fresh?: boolean;
  onProgress: (what: string) => void;
  /** Somebody asked for the end. */
  onShutDown: () => void;
  /** Settings of the database beside ours, for tests and benchmarks. */
  postgres?: Readonly<Record<string, string>>;
  /** Of each topic, on a fresh home; three when absent. `KAFKA_PARTITIONS` goes before. */
  partitions?: number;
  /** Brokers of a cluster; one when absent. */
  brokers?: number;
  /** More doors to the broker, by names in capitals. */
  kafkaDoors?: KafkaOptions['doors'];
  /** Changes what processes are started with. */
  shape?: Shape;
}>;

/** Runs the whole suite on this machine: starts it in order, restarts what dies, stops it in order. */
export class Supervisor {
  private members?: Members;
  private mails?: MailsServer;
  private control?: { port: number; close: () => Promise<void> };
  private readonly controlSecret = randomBytes(24).toString('base64url');
  private secrets!: Secrets;
  private at!: ChosenPorts;
  private phase: State['phase'] = 'starting';
  private release?: () => void;
  private readonly keeper = new Keeper((what) => this.note(what));
  private readonly calledOff = new AbortController();
  private starting?: Promise<void>;
  private stopped?: Promise<void>;

  constructor(private readonly options: SupervisorOptions) {}

  /**
   * Starts everything; a `stop` meanwhile calls it off.
   *
   * @throws HomeInUse; StartFailed with what is missing. What was started by then is stopped again.
   */
  async start(): Promise<void> {
    const { home } = this.options;
    home.make();
    this.release = takeLock(home);
    try {
      this.starting = this.startAll();
      await this.starting;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  get url(): string {
    return `http://127.0.0.1:${this.at.ports.gateway}`;
  }

  get administrator(): Secrets['administrator'] {
    return this.secrets.administrator;
  }

  /** How often each process ended without being asked to. */
  get deaths(): ReadonlyMap<string, number> {
    return this.keeper.deaths;
  }

  status(): MemberStatus[] {
    return this.all.map((member) => ({
      name: member.name,
      service: member.kind,
      pid: member.pid ?? null,
      ready: member.ready,
      ...(member.ready ? {} : { reason: member.pid ? 'starting' : (this.keeper.lastDeath.get(member.name) ?? 'not started') }),
      restarts: this.keeper.deaths.get(member.name) ?? 0,
      port: member.port,
      memoryMiB: member.pid ? memoryOf(member.pid) : 0,
    }));
  }

  /**
   * Stops and starts every process of this name, one after the other. Failpoints hold for the processes started now;
   * should one die of them, it is started again without.
   *
   * @throws Error when nothing has this name, or a process did not come back at once.
   */
  async restart(name: string, failpoints?: string): Promise<void> {
    if (failpoints) parseFailpoints(failpoints);
    if (this.phase !== 'running') throw new Error(`Millrace is ${this.phase}: try again when it runs.`);
    const wanted = aliases[name] ?? name;
    const members = this.all.filter((member) => member.name === wanted || member.kind === wanted);
    const names = this.all.map((member) => member.name);
    if (members.length === 0) throw new Error(`There is no process named ${name}.${nearest(name, names)} The names are ${names.join(', ')}.`);
    if (failpoints && members.some((member) => member instanceof ServerMember || member.kind === 'gateway'))
      throw new Error('Failpoints are in the services, not in the broker, the database or the gateway.');
    await this.keeper.restart(members, failpoints);
  }

  /** Stops every process of these services, while all others run on. */
  async halt(kinds: readonly ServiceName[]): Promise<void> {
    await this.keeper.halt(this.of(kinds));
  }

  /** Starts them again and waits until the gateway has found them. */
  async resume(kinds: readonly ServiceName[]): Promise<void> {
    await this.keeper.resume(this.of(kinds));
    await this.untilFound();
  }

  /** The door first, then the services, which let what is under way end, then the servers. Only then is the home free. */
  stop(): Promise<void> {
    if (!this.release) return Promise.resolve(); // The home is somebody else's.
    return (this.stopped ??= this.stopAll().finally(this.release));
  }

  private of(kinds: readonly string[]): Member[] {
    return this.all.filter(({ kind }) => kinds.includes(kind));
  }

  private untilFound(): Promise<void> {
    const replicas = new Map(SERVICES.map((name) => [name, this.at.services[name].length]));
    return untilGatewayFinds(replicas, this.at.ports.gateway, this.calledOff.signal);
  }

  private get all(): Member[] {
    const { database, brokers, services, gateway } = this.members ?? {};
    return [database, ...(brokers ?? []), ...(services ?? []), gateway].filter((member) => member !== undefined);
  }

  private async startAll(): Promise<void> {
    const { home, fresh, replicas, port, brokers, onProgress } = this.options;
    if (fresh) home.erase();
    this.secrets = ensureSecrets(home, onProgress);
    this.at = await choosePorts(home, replicas, port, brokers);
    if (this.at.complaint) onProgress(this.at.complaint);
    this.members = membersOf({ ...this.options, at: this.at, secrets: this.secrets, onDeath: (member, how) => this.keeper.died(member, how) });
    this.mails = await serveMails({ smtpPort: this.at.ports.smtp, pagePort: this.at.ports.mails });
    this.control = await this.openControl();
    this.calledOff.signal.throwIfAborted();
    this.enter('starting');
    onProgress('starting PostgreSQL and Kafka');
    const parts = [this.startDatabase().then(() => this.startServices()), this.startBroker(), this.members.gateway.start()];
    try {
      await Promise.all(parts);
      await this.untilFound();
    } catch (error) {
      this.calledOff.abort();
      await this.stopMembers();
      await Promise.allSettled(parts);
      throw error;
    }
    this.calledOff.signal.throwIfAborted();
    this.enter('running');
  }

  private async startDatabase(): Promise<void> {
    await this.members!.database.start();
    await prepareDatabases(this.options.home, this.at.ports, this.secrets, this.options.onProgress, this.calledOff.signal);
  }

  private async startBroker(): Promise<void> {
    const [consumers] = await Promise.all([consumersHere(this.options.home), ...this.members!.brokers.map((broker) => broker.start())]);
    this.calledOff.signal.throwIfAborted();
    await prepareBroker(serversHere(this.at.ports, this.secrets, this.options.partitions), this.secrets, consumers);
  }

  private async startServices(): Promise<void> {
    this.calledOff.signal.throwIfAborted();
    this.options.onProgress('starting the services');
    await Promise.all(this.members!.services.map((member) => member.start()));
  }

  private async stopAll(): Promise<void> {
    this.keeper.end();
    this.calledOff.abort();
    if (this.control) this.enter('stopping');
    await this.stopMembers();
    await this.starting?.catch(() => {});
    await this.stopMembers(); // What a start that was called off had still begun.
    await this.mails?.close();
    await this.control?.close();
    removeState(this.options.home);
  }

  private async stopMembers(): Promise<void> {
    if (!this.members) return;
    const { gateway, services, brokers, database } = this.members;
    await gateway.stop();
    await Promise.all(services.map((member) => member.stop()));
    await Promise.all([...brokers, database].map((member) => member.stop()));
  }

  private openControl(): Promise<{ port: number; close: () => Promise<void> }> {
    const controls = {
      status: () => withReadiness(this.status()),
      restart: (name: string, failpoints?: string) => this.restart(name, failpoints),
      shutDown: this.options.onShutDown,
    };
    return serveControls(controls, this.controlSecret);
  }

  /** Other commands read it from the home. */
  private enter(phase: State['phase']): void {
    this.phase = phase;
    const control = { port: this.control!.port, secret: this.controlSecret };
    writeState(this.options.home, { phase, supervisor: process.pid, control, ports: this.at.ports });
  }

  /** A full disk must not end what starts again all that dies of it. */
  private note(what: string): void {
    const { logs, supervisorLog } = this.options.home;
    try {
      if (existsSync(logs)) appendFileSync(supervisorLog, `${new Date().toISOString()} ${what}\n`, { mode: 0o600 });
    } catch (error) {
      this.options.onProgress(`${what} (and the log cannot be written: ${(error as Error).message})`);
    }
  }
}

const aliases: Readonly<Record<string, string>> = { broker: 'kafka', database: 'postgres', postgresql: 'postgres' };
