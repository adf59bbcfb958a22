import { adminAt, ApiClient, type AuditReport, ControlClient, findSite, Home, keptStreams, readSecrets, readState, runAudit, type Site } from '@millrace/tools';
import { eventually, type KeptMail } from '@millrace/testing';
import pg from 'pg';
import { expect, inject } from 'vitest';

type ServiceName = keyof Site['databases'];
const SERVICES = new Set(['orders', 'inventory', 'finance', 'hr', 'identity']);

/** Where orders keeps its deadlines. */
const DEADLINES = {
  answer: 'sales_order set answer_due_at',
  'back-order': 'sales_order set back_order_due_at',
  payment: 'order_invoice set deadline_at',
  'answer on a return': 'sales_return set answer_due_at',
} as const;

/** The suite that the scenarios share, or one of a scenario's own, as its operator sees it. */
export class Suite {
  readonly site: Site;
  readonly administrator: ApiClient;
  private readonly control: ControlClient;

  constructor(private readonly home = new Home(inject('home'))) {
    this.site = findSite(home);
    this.administrator = new ApiClient(this.site.gateway, this.site.administrator);
    this.control = new ControlClient(readState(home)!);
  }

  processes() {
    return this.control.status();
  }

  /** The processes of a service, replicas too, by their ids. */
  async pids(service: string): Promise<number[]> {
    const fits = (name: string) => name === service || name.startsWith(`${service}-`);
    return (await this.processes()).filter(({ name, pid }) => fits(name) && pid !== null).map(({ pid }) => pid!);
  }

  async signal(service: string, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    for (const pid of await this.pids(service)) process.kill(pid, signal);
  }

  /** Runs something while every process of a service hangs. */
  async whileHung<T>(service: string, action: () => Promise<T>): Promise<T> {
    await this.signal(service, 'SIGSTOP');
    try {
      return await action();
    } finally {
      await this.signal(service, 'SIGCONT');
    }
  }

  async restart(service: string, failpoints?: string): Promise<void> {
    await this.control.restart(service, failpoints);
  }

  async untilReady(): Promise<void> {
    await eventually(async () => expect((await this.processes()).filter(({ ready }) => !ready).map(({ name }) => name)).toEqual([]), 60_000);
  }

  /** The sum of a figure over all processes, as their `/metrics` show it now. */
  async metric(pattern: RegExp): Promise<number> {
    const services = (await this.processes()).filter(({ service }) => SERVICES.has(service));
    const texts = await Promise.all(services.map(({ port }) => fetch(`http://127.0.0.1:${port}/metrics`).then((answer) => answer.text())));
    const lines = texts.flatMap((text) => text.split('\n')).filter((line) => pattern.test(line));
    return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
  }

  /** What would have gone out by mail to somebody, the newest first. */
  async mailsTo(address: string): Promise<KeptMail[]> {
    const answer = await fetch(`http://127.0.0.1:${readState(this.home)!.ports.mails}/mails`);
    return ((await answer.json()) as KeptMail[]).filter(({ to }) => to.includes(address));
  }

  /** The link in the newest of so many mails to somebody, once they are there. */
  async linkTo(address: string, mails = 1): Promise<string> {
    await eventually(async () => expect(await this.mailsTo(address)).toHaveLength(mails), 60_000);
    return /https?:\/\/\S+/.exec((await this.mailsTo(address))[0]!.text)![0];
  }

  kept(state: 'parked' | 'waiting', service?: string) {
    return keptStreams(this.administrator, state, { service });
  }

  /** Applies again what a service or one consumer has parked, as `millrace parked replay` does; counts streams. */
  async replayParked(service: string, consumer?: string): Promise<{ replayed: number; stillParked: number }> {
    return this.administrator.post(`/v1/operations/${service}/replays`, { all: true, consumer, reason: 'the fault is mended' });
  }

  /** Makes a deadline of a document end now: nobody can wait for days. */
  async letPass(deadline: keyof typeof DEADLINES, documentId: string): Promise<void> {
    await this.asOwner('orders', (client) => client.query(`update ${DEADLINES[deadline]} = now() where id = $1`, [documentId]));
  }

  /** Runs something while a statement holds its locks in a service's database, and tells it how many others wait for locks. */
  whileLocked<T>(service: ServiceName, statement: string, action: (waiting: () => Promise<number>) => Promise<T>): Promise<T> {
    const waiting = async (client: pg.Client) => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows[0]!.n;
    };
    return this.asOwner(service, async (client) => {
      await client.query('begin');
      await client.query(statement);
      return action(() => waiting(client)); // The end of the connection is the end of the lock.
    });
  }

  /** The broker as its administrator, who may do what no service may. */
  get brokerAdmin() {
    return adminAt(readState(this.home)!.ports, readSecrets(this.home)!);
  }

  audit(): Promise<AuditReport> {
    return runAudit(this.site);
  }

  /** Past every service, with all rights: for what no service does. */
  async asOwner<T>(service: ServiceName, action: (client: pg.Client) => Promise<T>): Promise<T> {
    const { port } = this.site.databases[service];
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: readSecrets(this.home)!.postgres, database: service });
    await client.connect();
    try {
      return await action(client);
    } finally {
      await client.end();
    }
  }
}

/** The books of every company agree with each other and with the log, and nothing is under way. */
export async function expectCleanAudit(suite: Suite): Promise<void> {
  const { clean, findings, unsettled } = await suite.audit();
  const differences = findings.flatMap((each) => each.differences.map((difference) => ({ invariant: each.invariant, ...difference })));
  expect({ differences, unsettled: clean ? [] : unsettled, clean }).toEqual({ differences: [], unsettled: [], clean: true });
}
