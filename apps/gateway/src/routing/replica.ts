import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';

const CONNECTIONS = 128;
const CONNECT_TIMEOUT_MS = 1_000;
/** Longer than the longest wait that a client may ask for. */
const ANSWER_TIMEOUT_MS = 75_000;
const PROBE_TIMEOUT_MS = 3_000;
/** A service that is asked to end goes on answering for two seconds (`DRAIN_SECONDS`): twice as long. */
const PROBE_MS = 1_000;
const PROBE_WHEN_DOWN_MS = 250;
/** A busy process may miss a probe; one that misses three in a row hangs. */
const SILENT_PROBES = 3;

export type ReplicaReport = (change: string) => void;

/** One process of a service, with its connections and what is known of its health. */
export class Replica {
  ready = false;
  /** Requests under way. */
  load = 0;
  pool: Pool;
  private silentProbes = 0;
  private readonly closing = new AbortController();

  constructor(
    readonly origin: string,
    readonly host: string,
    private readonly report: ReplicaReport,
  ) {
    this.pool = connect(origin);
  }

  /** Probes once, then again and again until it is closed. */
  async watch(): Promise<void> {
    await this.probe();
    void this.goOnProbing();
  }

  /** Nothing is sent there until a probe succeeds. */
  markDown(reason: string): void {
    if (!this.ready) return;
    this.ready = false;
    this.report(`out of rotation: ${reason}`);
  }

  /** Sends nothing there any more; what is under way is answered. */
  retire(): void {
    this.ready = false;
    this.closing.abort();
    void this.pool.close();
  }

  close(): void {
    this.closing.abort();
    void this.pool.destroy();
  }

  private async goOnProbing(): Promise<void> {
    const { signal } = this.closing;
    for (;;) {
      await sleep(this.ready ? PROBE_MS : PROBE_WHEN_DOWN_MS, undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted) return;
      await this.probe();
    }
  }

  private async probe(): Promise<void> {
    try {
      const { statusCode, body } = await this.pool.request({
        path: '/readyz',
        method: 'GET',
        headers: { host: this.host },
        signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
      });
      await body.dump();
      this.silentProbes = 0;
      if (statusCode === 200) this.markUp();
      else this.markDown('not ready');
    } catch (error) {
      if ((error as Error).name !== 'TimeoutError') this.markDown('not reachable');
      else if (++this.silentProbes >= SILENT_PROBES) this.cut();
    }
  }

  private markUp(): void {
    if (!this.ready) this.report('in rotation');
    this.ready = true;
  }

  /** Gives up what is under way on a process that hangs, so that it can be asked of another. */
  private cut(): void {
    this.markDown('does not answer');
    const hung = this.pool;
    this.pool = connect(this.origin);
    void hung.destroy(new Error('the replica does not answer'));
  }
}

function connect(origin: string): Pool {
  return new Pool(origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    connectTimeout: CONNECT_TIMEOUT_MS,
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: ANSWER_TIMEOUT_MS,
    keepAliveTimeout: 30_000,
  });
}
