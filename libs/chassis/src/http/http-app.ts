import { failpoint } from '@millrace/messaging';
import { type DynamicModule, type INestApplication, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Lifecycle } from '../lifecycle.js';
import { nestLogger } from '../logger.js';
import type { Metrics } from '../metrics.js';
import { BODY_LIMIT } from './body-parser.js';
import { type OnProblem, ProblemFilter } from './problem.filter.js';
import { answerParserError, answerRouterError } from './protocol-errors.js';
import { headRefused } from './request-head.js';
import { requestId } from './request-id.js';

/** Paths outside the API: for supervisors, and for those who verify tokens. */
export const INTERNAL_PATHS = ['healthz', 'readyz', 'metrics', '.well-known/jwks.json', '.well-known/ended-sessions.json'];

export type HttpOptions = Readonly<{
  imports: readonly (Type<object> | DynamicModule)[];
  logger: Logger;
  metrics: Metrics;
  lifecycle: Lifecycle;
  /** Addresses of the proxies in front, whose word on the client's address is taken. */
  trustProxy?: string;
  timeouts?: Timeouts;
  onProblem?: OnProblem;
}>;

/** How long a client may take to send a request: its headers, and all of it. */
export type Timeouts = Readonly<{ headersSeconds: number; requestSeconds: number }>;

const TIMEOUTS: Timeouts = { headersSeconds: 60, requestSeconds: 90 };
/** How often connections are looked at for being too slow. */
const LOOK_MS = 1_000;

/** A Nest application on Fastify as every process of the suite has it: request ids, time limits, problem documents, metrics. */
export async function createHttpApp({
  imports,
  logger,
  metrics,
  lifecycle,
  trustProxy,
  timeouts = TIMEOUTS,
  onProblem,
}: HttpOptions): Promise<NestFastifyApplication> {
  @Module({ imports: [...imports] })
  class RootModule {}

  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: requestId,
    requestTimeout: timeouts.requestSeconds * 1_000,
    http: { headersTimeout: timeouts.headersSeconds * 1_000, connectionsCheckingInterval: LOOK_MS, requireHostHeader: false }, // Node would answer without a word.
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false, // What comes on an open connection is answered like any other, and that connection closed.
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerRouterError,
    clientErrorHandler: answerParserError,
    trustProxy: trustProxy?.split(',') ?? false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(RootModule, adapter, { logger: nestLogger(logger), bodyParser: false, abortOnError: false });
  addHooks(fastifyOf(app), metrics, lifecycle);
  app.useGlobalFilters(new ProblemFilter(logger, onProblem));
  return app;
}

export function fastifyOf(app: INestApplication): FastifyInstance {
  return app.getHttpAdapter().getInstance() as FastifyInstance;
}

function addHooks(fastify: FastifyInstance, metrics: Metrics, lifecycle: Lifecycle): void {
  fastify.addHook('onRequest', (request, _reply, done) => done(headRefused(request.raw)));
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.observeRequest(request.method, request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime / 1_000);
    if (request.method !== 'GET') failpoint.now('http.after-reply');
    done();
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    if (lifecycle.draining) void reply.header('connection', 'close');
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done();
  });
}
