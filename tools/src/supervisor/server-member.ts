import type { EmbeddedKafka, EmbeddedPostgres } from '@millrace/embedded';
import { Interrupted, type Member } from './member.js';

const WATCH_MS = 250;

/** The database or the broker under the supervisor. */
export class ServerMember implements Member {
  ready = false;
  private starting?: AbortController;
  private watching?: NodeJS.Timeout;

  constructor(
    readonly name: string,
    readonly kind: string,
    readonly port: number,
    readonly logFile: string,
    private readonly server: Pick<EmbeddedPostgres | EmbeddedKafka, 'start' | 'stop' | 'pid' | 'isRunning'>,
    private readonly onDeath: (member: ServerMember, how: string) => void,
  ) {}

  get pid(): number | undefined {
    return this.server.isRunning ? this.server.pid : undefined;
  }

  async start(): Promise<void> {
    const starting = (this.starting = new AbortController());
    try {
      await this.server.start(starting.signal);
    } catch (error) {
      throw starting.signal.aborted ? new Interrupted(`${this.name} was stopped while it started`) : error;
    }
    this.ready = true;
    this.watching = setInterval(() => this.watch(), WATCH_MS);
  }

  async stop(): Promise<void> {
    this.starting?.abort();
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
