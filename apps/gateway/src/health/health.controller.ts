import { Lifecycle, Metrics, Public } from '@millrace/chassis';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { REPLICA_SETS } from '../tokens.js';
import type { ReplicaSet } from '../routing/replica-set.js';

/** For supervisors and load balancers. */
@Public()
@Controller()
export class HealthController {
  constructor(
    @Inject(REPLICA_SETS) private readonly services: ReadonlyMap<string, ReplicaSet>,
    private readonly lifecycle: Lifecycle,
    private readonly metrics: Metrics,
  ) {}

  @Get('healthz')
  alive(): { status: string } {
    return { status: 'alive' };
  }

  /** The door is open as soon as people can sign in; a service that is away is told, and refused route by route. */
  @Get('readyz')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const replicas = Object.fromEntries([...this.services].map(([name, set]) => [name, set.readyCount]));
    const ready = !this.lifecycle.draining && replicas.identity! > 0;
    await reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : this.lifecycle.draining ? 'draining' : 'identity is away', replicas });
  }

  @Get('metrics')
  async figures(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('content-type', this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}
