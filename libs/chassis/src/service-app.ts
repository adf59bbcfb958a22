import 'reflect-metadata';
import { armFailpoints, EventStrategy, MessagingRuntime, MessagingTables } from '@millrace/messaging';
import { Database, type Mapping, migrate, type NamedMigration } from '@millrace/persistence';
import { type INestApplication, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { CoreModule, databaseSettings } from './core.module.js';
import { Lifecycle } from './health/health.controller.js';
import { AccessGuard } from './http/access.guard.js';
import { AnswerInterceptor } from './http/answer.interceptor.js';
import { BODY_LIMIT, useStrictJson } from './http/body-parser.js';
import { ContractPipe } from './http/contract.pipe.js';
import { ProblemFilter } from './http/problem.filter.js';
import { requestId } from './http/request-id.js';
import { TokenVerifier } from './http/token-verifier.js';
import { createLogger, nestLogger } from './logger.js';
import { Metrics } from './metrics.js';
import { openApiOf } from './openapi/openapi-document.js';
import { assertEveryRouteHasAPolicy } from './openapi/routes.js';
import { readSettings, ServiceSettings, SettingsFault } from './settings.js';

export type ServiceDefinition = Readonly<{
  /** Name of the service: of its database, its group and the first part of its topics. */
  name: string;
  /** All its slices. */
  module: Type<object>;
  mappings: readonly Mapping[];
  migrations: readonly NamedMigration[];
}>;

export type RunningService = Readonly<{ app: INestApplication; url: string; stop: () => Promise<void> }>;

/** Paths outside the API: for supervisors, and for those who verify tokens. */
export const INTERNAL_PATHS = ['healthz', 'readyz', 'metrics', '.well-known/jwks.json'];

const DRAIN_LIMIT_MS = 15_000;

/**
 * The main program of a service: `serve` (when nothing is named), `migrate`, or `openapi`, which prints its part of the
 * API document.
 */
export async function runService(definition: ServiceDefinition, [command = 'serve']: readonly string[] = process.argv.slice(2)): Promise<void> {
  try {
    if (command === 'openapi') {
      process.stdout.write(`${JSON.stringify(await describeService(definition), null, 1)}\n`);
      return;
    }
    const settings = readSettings(ServiceSettings);
    if (command === 'migrate') {
      const ran = await migrateService(definition, settings);
      process.stdout.write(`${definition.name}: ${ran.length === 0 ? 'up to date' : `ran ${ran.join(', ')}`}\n`);
      return;
    }
    await serve(definition, settings);
  } catch (error) {
    const message = error instanceof SettingsFault ? error.message : (error as Error).stack;
    process.stderr.write(`${definition.name}: ${message}\n`);
    process.exitCode = 1;
    setTimeout(() => process.exit(1), 100).unref();
  }
}

async function serve(definition: ServiceDefinition, settings: ServiceSettings): Promise<void> {
  armFailpoints(settings.FAILPOINTS);
  const logger = createLogger(definition.name, settings.LOG_LEVEL);
  const running = await startService(definition, settings, logger);
  logger.info({ url: running.url }, 'ready');
  let ending = false;
  const end = (reason: string) => {
    if (ending) return;
    ending = true;
    logger.info({ reason }, 'stopping');
    setTimeout(() => process.exit(1), DRAIN_LIMIT_MS).unref();
    void running.stop().then(() => process.exit(0), () => process.exit(1));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(signal));
  process.on('disconnect', () => end('the supervisor is gone'));
  process.send?.('ready');
}

/** Brings a service's database to the newest schema, as the schema's owner. */
export function migrateService(definition: ServiceDefinition, settings: ServiceSettings): Promise<string[]> {
  const password = settings.DATABASE_OWNER_PASSWORD;
  if (!password) throw new SettingsFault('Set DATABASE_OWNER_PASSWORD (or DATABASE_OWNER_PASSWORD_FILE) to migrate.');
  const owner = { ...databaseSettings(definition.name, settings), user: `${settings.DATABASE_USER}_owner`, password };
  return migrate(owner, [{ name: '00000000000000-messaging', class: MessagingTables }, ...definition.migrations]);
}

/** Starts a service in this process. */
export async function startService(definition: ServiceDefinition, settings: ServiceSettings, logger: Logger): Promise<RunningService> {
  const app = await createApp(definition, settings, logger);
  const runtime = app.get(MessagingRuntime);
  const strategy = new EventStrategy(runtime);
  app.connectMicroservice({ strategy }, { inheritAppConfig: true });
  assertEveryRouteHasAPolicy(app);
  await app.startAllMicroservices();
  await app.listen({ port: settings.PORT, host: settings.HOST });
  const stop = async () => {
    app.get(Lifecycle).draining = true;
    app.get(TokenVerifier).close();
    await app.close(); // HTTP first, then the transport, which lets events under way end.
    await app.get(Database).close();
  };
  return { app, url: await app.getUrl(), stop };
}

async function createApp(definition: ServiceDefinition, settings: ServiceSettings, logger: Logger): Promise<NestFastifyApplication> {
  @Module({ imports: [CoreModule.forService({ service: definition.name, settings, logger, mappings: definition.mappings }), definition.module] })
  class ServiceModule {}

  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: requestId,
    requestTimeout: 90_000,
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ServiceModule, adapter, { logger: nestLogger(logger), bodyParser: false, abortOnError: false });
  const fastify = adapter.getInstance();
  useStrictJson(fastify as never);
  const metrics = app.get(Metrics);
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.observeRequest(request.method, request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime / 1_000);
    done();
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    void reply.headers({ 'x-request-id': String(request.id), 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    done();
  });
  app.setGlobalPrefix('v1', { exclude: INTERNAL_PATHS });
  app.useGlobalGuards(new AccessGuard(app.get(TokenVerifier)));
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalInterceptors(new AnswerInterceptor());
  app.useGlobalFilters(new ProblemFilter(logger));
  return app;
}

/** The service's part of the API document, from its controllers; nothing is started. */
async function describeService(definition: ServiceDefinition): Promise<object> {
  const nowhere = { DATABASE_HOST: 'none', DATABASE_NAME: 'none', DATABASE_USER: 'none', DATABASE_PASSWORD: 'none', KAFKA_BROKERS: 'none:1', JWKS_URL: 'http://none' };
  const settings = readSettings(ServiceSettings, nowhere);
  const app = await createApp(definition, settings, createLogger(definition.name, 'silent'));
  await app.init();
  const document = await openApiOf(app, definition.name);
  app.get(TokenVerifier).close();
  return document;
}
