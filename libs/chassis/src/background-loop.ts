import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';

const INTERVAL_MS = 1_000;

/**
 * Work that a process does again and again from its start to its end: a round, a second of rest, the next round.
 *
 * A round that fails is told with the words given and tried again. It never keeps the process alive.
 */
export abstract class BackgroundLoop implements OnApplicationBootstrap, OnModuleDestroy {
  /** A long round ends early when this is set. */
  protected stopping = false;
  private timer?: NodeJS.Timeout;

  constructor(
    protected readonly logger: Logger,
    private readonly failure: string,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  onModuleDestroy(): void {
    this.stopping = true;
    clearTimeout(this.timer);
  }

  protected abstract round(): Promise<unknown>;

  private schedule(): void {
    if (this.stopping) return;
    this.timer = setTimeout(() => {
      void this.round()
        .catch((error: unknown) => this.logger.warn({ error: String(error) }, this.failure))
        .finally(() => this.schedule());
    }, INTERVAL_MS);
    this.timer.unref();
  }
}
