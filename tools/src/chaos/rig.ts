import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@millrace/kernel';
import { type KafkaClient, kafkaClient, type RebuildRun, withAdmin } from '@millrace/messaging';
import pg from 'pg';
import { ApiClient } from '../api/api-client.js';
import { runAudit } from '../audit/audit.js';
import type { AuditReport } from '../audit/finding.js';
import { keptStreams } from '../commands/parked.js';
import { readSecrets } from '../site/secrets.js';
import { readState } from '../site/state.js';
import { adminAt } from '../supervisor/prepare.js';
import { siteIn, type Site } from '../site/site.js';
import type { Home } from '../site/home.js';
import type { ServiceName } from '../site/topology.js';
import type { Supervisor } from '../supervisor/supervisor.js';
import type { Ground } from './ground.js';
import type { Trouble } from './link.js';
import type { Network, Wire } from './network.js';
import { Outsider } from './outsider.js';
import type { Traffic } from './traffic.js';

/** A fault did not happen as it was meant to: the run proves nothing of it. */
export class NotHit extends Error {}

const LOOK_MS = 50;

type Question = readonly [what: string, sql: string];
const UNTOLD: Question = ['facts to tell', 'select count(*)::int as n from outbox where published_at is null and recorded_at < $1'];
const UNANSWERED: Question = ['orders without an answer', `select count(*)::int as n from sales_order where status = 'placed' and placed_at < $1`];
const UNINVOICED: Question = [
  'shipments without an invoice',
  'select count(*)::int as n from sales_order where shipments > invoices_posted and placed_at < $1',
];

/** The suite under test, as the one who breaks it sees it. */
export class Rig {
  readonly site: Site;
  readonly administrator: ApiClient;
  /** As who reads the log. */
  readonly kafka: KafkaClient;
  /** As the broker's administrator: what no service may do, such as writing a topic of others. */
  private readonly brokerAdmin: KafkaClient;
  private readonly postgres: string;

  constructor(
    readonly supervisor: Supervisor,
    readonly ground: Ground,
    home: Home,
    /** One for durations and counts as the matrix has them; less for shorter runs. */
    readonly factor: number,
  ) {
    this.site = siteIn(home);
    this.administrator = new ApiClient(this.site.gateway, this.site.administrator);
    const secrets = readSecrets(home)!;
    this.kafka = kafkaClient({ ...this.site.kafka, clientId: 'chaos' }, () => {});
    this.brokerAdmin = kafkaClient({ ...adminAt(readState(home)!.ports, secrets), clientId: 'chaos' }, () => {});
    this.postgres = secrets.postgres;
  }

  traffic!: Traffic;
  api!: ApiClient;

  /** Milliseconds of a duration that the matrix gives in seconds, at least one second. */
  scaled(seconds: number): number {
    return Math.max(1_000, seconds * 1_000 * this.factor);
  }

  pids(service: string): { name: string; pid: number }[] {
    const fits = (name: string) => name === service || name.startsWith(`${service}-`);
    return this.supervisor.status().flatMap(({ name, pid }) => (fits(name) && pid !== null ? [{ name, pid }] : []));
  }

  /** @throws NotHit when there is no such process. */
  signal(service: string, signal: NodeJS.Signals, at = 0): number {
    const found = this.pids(service)[at];
    if (!found) throw new NotHit(`no process of ${service} runs`);
    process.kill(found.pid, signal);
    return found.pid;
  }

  deathsOf(service: string): number {
    return [...this.supervisor.deaths].filter(([name]) => name === service || name.startsWith(`${service}-`)).reduce((sum, [, count]) => sum + count, 0);
  }

  /**
   * Arms a failpoint in the last process of a service, or in all of them where any may be the one who gets there, and
   * waits until one has died of it. What died is started again without it.
   */
  async dieAt(service: ServiceName, failpoint: string, provoke?: () => Promise<unknown>): Promise<void> {
    const before = this.deathsOf(service);
    const armed = failpoint.startsWith('relay.') ? service : this.pids(service).at(-1)!.name;
    await this.supervisor.restart(armed, failpoint);
    const provoked = provoke?.().catch(() => {});
    try {
      await this.until(() => this.deathsOf(service) > before, 60_000, `${service} did not die at ${failpoint}`);
    } catch (error) {
      await this.disarm(armed);
      throw error;
    }
    await provoked;
    await this.allReady();
    if (armed === service && this.pids(service).length > 1) await this.disarm(service);
  }

  /** @throws NotHit where the suite stands on several brokers: there the wires are not ours. */
  get network(): Network {
    if (!this.ground.network) throw new NotHit('this suite has no wires to break');
    return this.ground.network;
  }

  /** Puts a wire in trouble for a while, proves that something met it, and mends it. @returns how many packets met it. */
  async troubled(wire: Wire, trouble: Trouble, ms: number): Promise<number> {
    const { network } = this;
    network.disturb(wire, trouble);
    try {
      await Promise.all([sleep(ms), this.traffic.order()]);
      const hits = network.hits(wire);
      if (hits === 0) throw new NotHit(`nothing went over ${wire}`);
      return hits;
    } finally {
      network.heal();
    }
  }

  /** Starts a process again, or all of a service, without failpoints. */
  async disarm(name: string): Promise<void> {
    await this.supervisor.restart(name);
  }

  async allReady(): Promise<void> {
    await this.until(() => this.supervisor.status().every(({ ready, pid }) => ready && pid !== null), 120_000, 'not every process came back');
  }

  /** @throws NotHit with the complaint when it does not come true in time. */
  async until(condition: () => boolean | Promise<boolean>, withinMs: number, complaint: string): Promise<void> {
    for (const end = Date.now() + withinMs; ; await sleep(LOOK_MS)) {
      if (await condition()) return;
      if (Date.now() > end) throw new NotHit(complaint);
    }
  }

  /** The sum of a figure over the processes of some services, as their `/metrics` show it now. */
  async metric(services: readonly string[], pattern: RegExp): Promise<number> {
    const members = this.supervisor.status().filter(({ name }) => services.some((service) => name === service || name.startsWith(`${service}-`)));
    const texts = await Promise.all(
      members.map(({ port }) =>
        fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(5_000) })
          .then((answer) => answer.text())
          .catch(() => ''),
      ),
    );
    const lines = texts.flatMap((text) => text.split('\n')).filter((line) => pattern.test(line));
    return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
  }

  /** Runs statements as the superuser on a connection of their own. */
  async database<T>(database: ServiceName | 'postgres', work: (client: pg.Client) => Promise<T>): Promise<T> {
    const { host, port } = this.site.databases.orders;
    const client = new pg.Client({ host, port, database, user: 'postgres', password: this.postgres });
    client.on('error', () => {}); // The server may be what is broken.
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => {});
    }
  }

  /**
   * Waits until all that was under way at a moment is through: every fact told, every order answered, every shipment
   * invoiced.
   *
   * @throws NotHit
   */
  async drained(before: Date, withinMs: number): Promise<void> {
    for (const service of ['orders', 'inventory', 'finance', 'hr'] as const)
      await this.database(service, async (client) => {
        for (const [what, sql] of service === 'orders' ? [UNTOLD, UNANSWERED, UNINVOICED] : [UNTOLD])
          await this.until(
            async () => (await client.query<{ n: number }>(sql, [before])).rows[0]!.n === 0,
            withinMs,
            `${service} still has ${what} from before it was mended`,
          );
      });
  }

  kept(state: 'parked' | 'waiting') {
    return keptStreams(this.administrator, state);
  }

  async replayParked(service: ServiceName): Promise<void> {
    await this.administrator.post(`/v1/operations/${service}/replays`, { all: true, reason: 'chaos: the fault is mended' });
  }

  /** Gives up everything that is kept of a stream. */
  async discard(key: string): Promise<number> {
    let count = 0;
    for (
      let found = (await this.kept('parked')).filter((each) => each.key === key);
      found.length > 0;
      found = (await this.kept('parked')).filter((each) => each.key === key)
    ) {
      for (const { consumer, topic, firstSequence: sequence } of found) {
        const service = consumer.slice(0, consumer.indexOf('.'));
        await this.administrator.post(`/v1/operations/${service}/discards`, { consumer, topic, key, sequence, reason: 'chaos: it was made to be broken' });
        count += 1;
      }
    }
    return count;
  }

  /** Keys of streams that no service ever told anything on: chaos did. */
  readonly foreignKeys = new Set<string>();

  /** Sends records past every service, as a foreign producer would. */
  async produce(topic: string, messages: readonly { key: string; value: Buffer | null; headers: Record<string, string> }[]): Promise<void> {
    const producer = this.brokerAdmin.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    try {
      await producer.send({ topic, messages: [...messages] });
    } finally {
      await producer.disconnect();
    }
  }

  /** Another checkout with a build. */
  previous?: string;

  /** A database with the service's right to come in, and nothing in it. @returns its name. */
  async makeEmptyDatabase(): Promise<string> {
    const name = `void_${newId().slice(-8)}`;
    await this.database('postgres', (client) => client.query(`create database ${name}`));
    return name;
  }

  /** One more process of a service, outside the supervisor, with some settings of its own. */
  startBeside(service: ServiceName, settings: NodeJS.ProcessEnv): Promise<Outsider> {
    const { script, env } = this.ground.launches.get(service)!;
    return Outsider.start(script, { ...env, ...settings });
  }

  topics(): Promise<string[]> {
    return withAdmin(this.brokerAdmin, (admin) => admin.listTopics());
  }

  /** Builds a copy again and waits for what it finds. */
  async rebuild(consumer: string): Promise<RebuildRun> {
    const path = `/v1/operations/${consumer.slice(0, consumer.indexOf('.'))}/rebuilds`;
    const { rebuildId } = await this.administrator.post<{ rebuildId: string }>(path, { consumer, reason: 'chaos: is it what the facts say?' });
    for (const end = Date.now() + 60_000; ; await sleep(LOOK_MS)) {
      const run = await this.administrator.get<RebuildRun>(`${path}/${rebuildId}`);
      if (run.state !== 'running') return run;
      if (Date.now() > end) throw new Error(`the rebuild of ${consumer} did not end`);
    }
  }

  audit(waitSeconds: number): Promise<AuditReport> {
    return runAudit(this.site, { waitSeconds });
  }

  /** Whether a process is stopped, as `/proc` says. */
  isStopped(pid: number): boolean {
    return /^State:\s+T/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  }

  async close(): Promise<void> {
    await Promise.all([this.administrator.close(), this.api?.close()]);
  }
}
