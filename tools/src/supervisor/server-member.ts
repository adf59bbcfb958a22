import type { EmbeddedKafka, EmbeddedPostgres } from '@millrace/embedded';
import type { Member } from './member.js';

const WATCH_MS = 250;

/** The database or the broker under the supervisor. */
export class ServerMember implements Member {
  ready = false;
  private watching?: NodeJS.Timeout;

  constructor(
    readonly name: string,
    readonly port: number,
    readonly logFile: string,
    private readonly server: EmbeddedPostgres | EmbeddedKafka,
    private readonly onDeath: (member: ServerMember, how: string) => void,
  ) {}

  get kind(): string {
    return this.name;
  }

  get pid(): number | undefined {
    return this.server.isRunning ? this.server.pid : undefined;
  }

  async start(): Promise<void> {
    await this.server.start();
    this.ready = true;
    this.watching = setInterval(() => this.watch(), WATCH_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.watching);
    this.ready = false;
    await this.server.stop();
  }

  private watch(): void {
    if (this.server.isRunning) return;
    clearInterval(this.watching);
    this.ready = false;
    this.onDeath(this, 'ended');
  }
}
