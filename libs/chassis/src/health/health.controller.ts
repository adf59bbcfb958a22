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
   * It can take requests: the database answers, the topics are as they were, and nothing is shutting down. Without the broker
   * it is degraded and not unready: orders are taken, and told when it is back.
   */
  @Get('readyz')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const database = await this.database.query(PING).then(
      () => true,
      () => false,
    );
    const { health } = this.messaging;
    const whyNot = this.lifecycle.draining ? 'draining' : database ? health.refusal : 'database unreachable';
    await reply.status(whyNot ? 503 : 200).send({ status: whyNot ?? stateOf(health), database, messaging: health });
  }

  @Get('metrics')
  async figures(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('content-type', this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}

function stateOf({ consuming, publishing, blocked }: MessagingHealth): string {
  if (blocked) return `degraded: ${blocked}`;
  return consuming && publishing ? 'ready' : 'degraded: the broker is away';
}
