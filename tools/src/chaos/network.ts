import { freePorts } from '@millrace/embedded';
import { SERVICES, type ServiceName } from '../site/topology.js';
import type { Launch, Shape } from '../supervisor/node-member.js';
import { Link, type Trouble } from './link.js';

type Door = Readonly<{ port: number; advertisedPort: number }>;

/** Who asks whom: `finance>kafka`, `orders>postgres`, `gateway>inventory`. */
export type Wire = `${string}>${string}`;

/** Every wire between the processes of a suite on this machine, so that each can be put in trouble by itself. */
export class Network {
  private readonly links = new Map<string, Link>();

  private constructor(
    /** The broker tells each service to come through a door of its own, behind which is that service's wire. */
    readonly kafkaDoors: Readonly<Record<string, Door>>,
    private readonly doorPorts: Readonly<Record<ServiceName, number>>,
  ) {}

  static async open(): Promise<Network> {
    const ports = await freePorts(SERVICES.length);
    const doors: [string, Door][] = [];
    const links: [Wire, Link][] = [];
    for (const [index, service] of SERVICES.entries()) {
      const link = await Link.open(ports[index]!);
      links.push([`${service}>kafka`, link]);
      doors.push([service.toUpperCase(), { port: ports[index]!, advertisedPort: link.port }]);
    }
    const doorPorts = Object.fromEntries(links.map(([wire, link]) => [wire.slice(0, wire.indexOf('>')), link.port]));
    const network = new Network(Object.fromEntries(doors), doorPorts as Record<ServiceName, number>);
    for (const [wire, link] of links) network.links.set(`${wire} `, link);
    return network;
  }

  /** Leads a process to its own end of each wire. */
  readonly shape: Shape = async ({ kind }, { script, env }) => {
    const changed: NodeJS.ProcessEnv = { ...env };
    if (env.DATABASE_PORT) changed.DATABASE_PORT = String(await this.through(`${kind}>postgres`, Number(env.DATABASE_PORT)));
    if (kind !== 'gateway') changed.KAFKA_BROKERS = `127.0.0.1:${this.doorPorts[kind]}`;
    for (const service of kind === 'gateway' ? SERVICES : []) {
      const name = `${service.toUpperCase()}_URLS`;
      const urls = (env[name] ?? '').split(',').map(async (url) => `http://127.0.0.1:${await this.through(`gateway>${service}`, Number(new URL(url).port))}`);
      changed[name] = (await Promise.all(urls)).join(',');
    }
    return { script, env: changed } satisfies Launch;
  };

  disturb(wire: Wire, trouble: Trouble): void {
    for (const link of this.of(wire)) link.disturb(trouble);
  }

  reset(wire: Wire): void {
    for (const link of this.of(wire)) link.reset();
  }

  /** Packets that met the trouble of a wire since it began. */
  hits(wire: Wire): number {
    return this.of(wire).reduce((sum, { hits }) => sum + hits, 0);
  }

  heal(): void {
    for (const link of this.links.values()) link.heal();
  }

  async close(): Promise<void> {
    await Promise.all([...this.links.values()].map((link) => link.close()));
  }

  private of(wire: Wire): Link[] {
    return [...this.links].filter(([name]) => name.startsWith(`${wire} `)).map(([, link]) => link);
  }

  private async through(wire: Wire, targetPort: number): Promise<number> {
    const name = `${wire} ${targetPort}`;
    const link = this.links.get(name) ?? (await Link.open(targetPort));
    this.links.set(name, link);
    return link.port;
  }
}
