import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Logger } from 'pino';
import { Replica } from './replica.js';

const DISCOVER_MS = 2_000;

/** The processes of one service: found by address or name, and chosen by how little they have to do. */
export class ReplicaSet {
  private readonly replicas = new Map<string, Replica>();
  private timer?: NodeJS.Timeout;
  private turn = 0;

  constructor(
    readonly service: string,
    private readonly addresses: readonly string[],
    private readonly logger: Logger,
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

  private async discover(): Promise<void> {
    const found = new Map((await Promise.all(this.addresses.map(placesOf))).flat().map((place) => [place.origin, place]));
    for (const [origin, replica] of this.replicas) {
      if (found.has(origin)) continue;
      this.replicas.delete(origin);
      replica.close();
    }
    const added = [...found.values()].filter(({ origin }) => !this.replicas.has(origin));
    await Promise.all(added.map((place) => this.add(place)));
  }

  private add({ origin, host }: Place): Promise<void> {
    const replica = new Replica(origin, host, (change) => this.logger.info({ service: this.service, origin }, `replica ${change}`));
    this.replicas.set(origin, replica);
    return replica.watch();
  }
}

type Place = Readonly<{ origin: string; host: string }>;

const isFixed = (hostname: string) => isIP(hostname) !== 0 || hostname === 'localhost';

/** Every address behind a name; none while nobody knows the name. */
async function placesOf(address: string): Promise<Place[]> {
  const { hostname, port, host, origin } = new URL(address);
  if (isFixed(hostname)) return [{ origin, host }];
  const found = await lookup(hostname, { all: true }).catch(() => []);
  return found.map(({ address: ip, family }) => ({ origin: `http://${family === 6 ? `[${ip}]` : ip}:${port || 80}`, host }));
}
