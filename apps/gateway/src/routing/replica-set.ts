import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Logger } from 'pino';
import { Replica } from './replica.js';

const DISCOVER_MS = 2_000;

/** The processes of one service: found by address or name, and chosen by how little they have to do. */
export class ReplicaSet {
  private readonly replicas = new Map<string, Replica>();
  private timer?: NodeJS.Timeout;
  /** Where each address led when it was last looked up with success. */
  private readonly places = new Map<string, readonly Place[]>();
  private turn = 0;

  constructor(
    readonly service: string,
    private readonly addresses: readonly string[],
    private readonly logger: Logger,
    private readonly resolve: Resolve = addressesOf,
  ) {}

  /** Finds the replicas and probes each once; goes on looking where an address is a name. */
  async open(): Promise<void> {
    await this.discover();
    if (this.addresses.every((address) => isFixed(new URL(address).hostname))) return;
    this.timer = setInterval(() => void this.discover(), DISCOVER_MS);
    this.timer.unref();
  }

  get readyCount(): number {
    return [...this.replicas.values()].filter((replica) => replica.ready).length;
  }

  /** The ready replica with the least under way, apart from those that were tried; the turn decides between equals. */
  choose(tried: readonly Replica[]): Replica | undefined {
    const all = [...this.replicas.values()];
    this.turn = (this.turn + 1) % Math.max(all.length, 1);
    let best: Replica | undefined;
    for (let at = 0; at < all.length; at++) {
      const each = all[(at + this.turn) % all.length]!;
      if (each.ready && !tried.includes(each) && (!best || each.load < best.load)) best = each;
    }
    return best;
  }

  close(): void {
    clearInterval(this.timer);
    for (const replica of this.replicas.values()) replica.close();
  }

  /** Looks every address up, takes in who is new and retires who is gone. */
  async discover(): Promise<void> {
    await Promise.all(this.addresses.map((address) => this.lookUp(address)));
    const found = new Map([...this.places.values()].flat().map((place) => [place.origin, place]));
    for (const [origin, replica] of this.replicas) {
      if (found.has(origin)) continue;
      this.replicas.delete(origin);
      replica.retire();
    }
    const added = [...found.values()].filter(({ origin }) => !this.replicas.has(origin));
    await Promise.all(added.map((place) => this.add(place)));
  }

  /** A name that cannot be looked up just now leads where it led before; whoever is gone from there fails its probes. */
  private async lookUp(address: string): Promise<void> {
    try {
      this.places.set(address, await placesOf(address, this.resolve));
    } catch (error) {
      this.logger.debug({ service: this.service, address, code: (error as { code?: string }).code }, 'name not found');
    }
  }

  private add({ origin, host }: Place): Promise<void> {
    const replica = new Replica(origin, host, (change) => this.logger.info({ service: this.service, origin }, `replica ${change}`));
    this.replicas.set(origin, replica);
    return replica.watch();
  }
}

type Place = Readonly<{ origin: string; host: string }>;

/** Every IP address behind a name. */
export type Resolve = (hostname: string) => Promise<readonly Readonly<{ address: string; family: number }>[]>;

const addressesOf: Resolve = (hostname) => lookup(hostname, { all: true });

const isFixed = (hostname: string) => isIP(hostname) !== 0 || hostname === 'localhost';

async function placesOf(address: string, resolve: Resolve): Promise<Place[]> {
  const { hostname, port, host, origin } = new URL(address);
  if (isFixed(hostname)) return [{ origin, host }];
  const found = await resolve(hostname);
  return found.map(({ address: ip, family }) => ({ origin: `http://${family === 6 ? `[${ip}]` : ip}:${port || 80}`, host }));
}
