import { createHash, timingSafeEqual } from 'node:crypto';
import { Lifecycle, Metrics, ProblemException, Public } from '@millrace/chassis';
import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { METRICS_TOKEN, REPLICA_SETS } from '../tokens.js';
import type { ReplicaSet } from '../routing/replica-set.js';

/** For supervisors and load balancers. */
@Public()
@Controller()
export class HealthController {
  constructor(
    @Inject(REPLICA_SETS) private readonly services: ReadonlyMap<string, ReplicaSet>,
    private readonly lifecycle: Lifecycle,
    private readonly metrics: Metrics,
    @Inject(METRICS_TOKEN) private readonly token: string | undefined,
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

  /** This port is open to the world: figures are there for who has their token, and for nobody when there is none. */
  @Get('metrics')
  async figures(@Headers('authorization') authorization: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    if (!this.token || !isSame(authorization ?? '', `Bearer ${this.token}`)) throw new ProblemException(404, 'route-unknown', 'There is no such route.');
    await reply.header('content-type', this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}

function isSame(text: string, other: string): boolean {
  const [one, two] = [text, other].map((each) => createHash('sha256').update(each).digest()) as [Buffer, Buffer];
  return timingSafeEqual(one, two);
}
