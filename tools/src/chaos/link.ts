import { createConnection, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Which way bytes go: to the server that is asked, or back from it. */
export type Direction = 'there' | 'back';

/** What is wrong with a wire; nothing when all is absent. */
export type Trouble = Readonly<{
  /** Nothing goes this way, and TCP keeps it for later: a partition, or half of one. */
  silent?: readonly Direction[];
  /** Open connections are reset and new ones refused. */
  cut?: boolean;
  /** Every packet takes so long each way. */
  delayMs?: number;
  /** So many of a hundred packets have to be sent again, which TCP does after a while. */
  lossPercent?: number;
  bytesPerSecond?: number;
}>;

const RETRANSMISSION_MS = 300;

/** A wire between two processes of this machine that can be put in trouble: a TCP proxy on loopback. */
export class Link {
  private trouble: Trouble = {};
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private waiters: (() => void)[] = [];
  /** Packets that met the trouble of the moment. */
  hits = 0;

  private constructor(
    private readonly server: Server,
    private readonly targetPort: number,
  ) {
    server.on('connection', (client) => this.join(client));
  }

  static async open(targetPort: number, port = 0): Promise<Link> {
    const server = createServer({ allowHalfOpen: false, noDelay: true });
    const link = new Link(server, targetPort);
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
    return link;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** From now on; what was held back goes on as soon as nothing keeps it. */
  disturb(trouble: Trouble): void {
    this.trouble = trouble;
    this.hits = 0;
    if (trouble.cut) this.reset();
    this.wake();
  }

  heal(): void {
    this.disturb({});
  }

  /** Resets every open connection; new ones are taken. */
  reset(): void {
    for (const pair of this.pairs) {
      this.hits += 1;
      for (const socket of pair) socket.resetAndDestroy();
    }
  }

  async close(): Promise<void> {
    this.reset();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    if (this.trouble.cut) {
      this.hits += 1;
      client.resetAndDestroy();
      return;
    }
    const server = createConnection({ port: this.targetPort, host: '127.0.0.1', noDelay: true });
    const pair = [client, server] as const;
    this.pairs.add(pair);
    for (const socket of pair) {
      socket.on('error', () => {});
      socket.once('close', () => {
        this.pairs.delete(pair);
        for (const each of pair) each.destroy();
        this.wake();
      });
    }
    void this.carry(client, server, 'there');
    void this.carry(server, client, 'back');
  }

  /** One direction of a connection: what is read is written in order, each packet after what the wire does to it. */
  private async carry(from: Socket, to: Socket, direction: Direction): Promise<void> {
    try {
      for await (const packet of from as AsyncIterable<Buffer>) {
        await this.suffer(packet, direction, to);
        if (!to.destroyed && !to.write(packet)) await new Promise((resolve) => to.once('drain', resolve).once('close', resolve));
      }
      to.end();
    } catch {
      to.destroy(); // One end is gone, and so the other.
    }
  }

  private async suffer(packet: Buffer, direction: Direction, to: Socket): Promise<void> {
    if (this.trouble.silent?.includes(direction)) this.hits += 1;
    while (this.trouble.silent?.includes(direction) && !to.destroyed) await new Promise<void>((resolve) => this.waiters.push(resolve));
    const { delayMs = 0, lossPercent = 0, bytesPerSecond } = this.trouble;
    const lost = Math.random() * 100 < lossPercent;
    const ms = delayMs + (lost ? RETRANSMISSION_MS : 0) + (bytesPerSecond ? (packet.length / bytesPerSecond) * 1_000 : 0);
    if (ms === 0) return;
    this.hits += 1;
    await sleep(ms);
  }

  private wake(): void {
    const { waiters } = this;
    this.waiters = [];
    for (const resume of waiters) resume();
  }
}
