import { type MessagingHealth, MessagingRuntime } from '@millrace/messaging';
import { Database, statement } from '@millrace/persistence';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.js';
import { Lifecycle } from '../lifecycle.js';
import { Metrics } from '../metrics.js';

const PING = statement('select 1');

/** For supervisors and load balancers; not reachable through the gateway. */
@Public()
@Controller()
export class HealthController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MessagingRuntime) private readonly messaging: MessagingRuntime,
    private readonly lifecycle: Lifecycle,
    private readonly metrics: Metrics,
  ) {}

  /** The process is alive. */
  @Get('healthz')
  alive(): { status: string } {
    return { status: 'alive' };
  }

  /**
   * It can take requests: the database answers and nothing is shutting down. Without the broker it is degraded and not
   * unready: orders are taken, and told when it is back.
   */
  @Get('readyz')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const database = await this.database.query(PING).then(
      () => true,
      () => false,
    );
    const ready = database && !this.lifecycle.draining;
    const { health } = this.messaging;
    await reply.status(ready ? 200 : 503).send({ status: ready ? stateOf(health) : this.whyNot(), database, messaging: health });
  }

  private whyNot(): string {
    return this.lifecycle.draining ? 'draining' : 'database unreachable';
  }

  @Get('metrics')
  async figures(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('content-type', this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}

function stateOf({ consuming, publishing }: MessagingHealth): string {
  return consuming && publishing ? 'ready' : 'degraded: the broker is away';
}
