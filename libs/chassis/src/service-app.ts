import 'reflect-metadata';
import { armFailpoints, type EventHandlers, EventStrategy, MessagingRuntime, MESSAGING_MIGRATIONS } from '@millrace/messaging';
import { Database, type Mapping, migrate, type NamedMigration } from '@millrace/persistence';
import type { INestApplication, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { TrailNotes } from './audit-trail/trail-notes.js';
import { CoreModule, databaseSettings } from './core.module.js';
import { AccessGuard } from './http/access.guard.js';
import { AnswerInterceptor } from './http/answer.interceptor.js';
import { useStrictBodies } from './http/body-parser.js';
import { ContractPipe } from './http/contract.pipe.js';
import { drainAndClose } from './http/drain.js';
import { createHttpApp, fastifyOf, INTERNAL_PATHS } from './http/http-app.js';
import { NoBodyGuard } from './http/no-body.guard.js';
import { Seal } from './http/seal.js';
import { TokenVerifier } from './http/token-verifier.js';
import { Lifecycle } from './lifecycle.js';
import { ListReader } from './lists/list-reader.js';
import { createLogger } from './logger.js';
import { Metrics } from './metrics.js';
import { openApiOf } from './openapi/openapi-document.js';
import { assertEveryRouteHasAPolicy } from './openapi/routes.js';
import { type Running, runMain, serveUntilAsked } from './process.js';
import { assertMigrated } from './schema.js';
import { readSettings, ServiceSettings, SettingsFault } from './settings.js';

export type ServiceDefinition = Readonly<{
  /** Name of the service: of its database, its group and the first part of its topics. */
  name: string;
  /** All its slices. */
  module: Type<object>;
  mappings: readonly Mapping[];
  migrations: readonly NamedMigration[];
}>;

/** A consumer of a service, for who asks what takes which fact. */
export type ConsumerDescription = Readonly<{ name: string; types: readonly string[] }>;

export type RunningService = Running & Readonly<{ app: INestApplication }>;

/**
 * The main program of a service: `serve` (when nothing is named), `migrate`, `openapi`, which prints its part of the API
 * document, or `consumers`, which prints which facts it takes.
 */
export function runService(definition: ServiceDefinition, [command = 'serve']: readonly string[] = process.argv.slice(2)): Promise<void> {
  return runMain(definition.name, async () => {
    if (command === 'openapi' || command === 'consumers') {
      const description = command === 'openapi' ? await describeService(definition) : await describeConsumers(definition);
      process.stdout.write(`${JSON.stringify(description, null, 1)}\n`);
      return;
    }
    const settings = readSettings(ServiceSettings);
    if (command === 'migrate') {
      const ran = await migrateService(definition, settings);
      process.stdout.write(`${definition.name}: ${ran.length === 0 ? 'up to date' : `ran ${ran.join(', ')}`}\n`);
      return;
    }
    armFailpoints(settings.FAILPOINTS);
    const logger = createLogger(definition.name, settings.LOG_LEVEL);
    serveUntilAsked(await startService(definition, settings, logger), logger);
  });
}

/** Brings a service's database to the newest schema, as the schema's owner. */
export function migrateService(definition: ServiceDefinition, settings: ServiceSettings): Promise<string[]> {
  const password = settings.DATABASE_OWNER_PASSWORD;
  if (!password) throw new SettingsFault('Set DATABASE_OWNER_PASSWORD (or DATABASE_OWNER_PASSWORD_FILE) to migrate.');
  const owner = { ...databaseSettings(definition.name, settings), user: `${settings.DATABASE_USER}_owner`, password };
  return migrate(owner, migrationsOf(definition));
}

const migrationsOf = ({ migrations }: ServiceDefinition) => [...MESSAGING_MIGRATIONS, ...migrations];

/** Starts a service in this process. */
export async function startService(definition: ServiceDefinition, settings: ServiceSettings, logger: Logger): Promise<RunningService> {
  const app = await createApp(definition, settings, logger);
  const runtime = app.get(MessagingRuntime);
  const strategy = new EventStrategy(runtime);
  app.connectMicroservice({ strategy }, { inheritAppConfig: true });
  assertEveryRouteHasAPolicy(app);
  await assertMigrated(
    app.get(Database),
    definition.name,
    migrationsOf(definition).map(({ name }) => name),
  );
  await app.startAllMicroservices();
  await app.listen({ port: settings.PORT, host: settings.HOST });
  const stop = async () => {
    await drainAndClose(app, app.get(Lifecycle), settings.DRAIN_SECONDS); // HTTP first, then the transport, which lets events under way end.
    app.get(TokenVerifier).close();
    await app.get(Database).close();
  };
  return { app, url: await app.getUrl(), stop };
}

async function createApp(definition: ServiceDefinition, settings: ServiceSettings, logger: Logger): Promise<NestFastifyApplication> {
  const [metrics, lifecycle] = [new Metrics(), new Lifecycle()];
  const core = CoreModule.forService({ service: definition.name, settings, logger, metrics, lifecycle, mappings: definition.mappings });
  const app: NestFastifyApplication = await createHttpApp({
    imports: [core, definition.module],
    logger,
    metrics,
    lifecycle,
    onProblem: (problem, request) => app.get(TrailNotes).refused(problem, request),
  });
  useStrictBodies(fastifyOf(app));
  app.setGlobalPrefix('v1', { exclude: INTERNAL_PATHS });
  app.useGlobalGuards(new AccessGuard(app.get(TokenVerifier)), new NoBodyGuard());
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalInterceptors(new AnswerInterceptor(app.get(Seal), app.get(ListReader)));
  return app;
}

/** The service's part of the API document, from its controllers. */
async function describeService(definition: ServiceDefinition): Promise<object> {
  const app = await createIdleApp(definition);
  await app.init();
  const document = await openApiOf(app, definition.name);
  app.get(TokenVerifier).close();
  return document;
}

/** The consumers that a start would run, each with the types of facts that it takes. */
async function describeConsumers(definition: ServiceDefinition): Promise<ConsumerDescription[]> {
  const app = await createIdleApp(definition);
  let found: EventHandlers = new Map();
  const host = { start: async (handlers: EventHandlers) => void (found = handlers), stop: async () => {} };
  app.connectMicroservice({ strategy: new EventStrategy(host) });
  await app.startAllMicroservices();
  app.get(TokenVerifier).close();
  return [...found.values()].map(({ name, types }) => ({ name, types: [...types] }));
}

/** An app whose parts can be looked at; it reaches no server. */
function createIdleApp(definition: ServiceDefinition): Promise<NestFastifyApplication> {
  const nowhere = {
    DATABASE_HOST: 'none',
    DATABASE_NAME: 'none',
    DATABASE_USER: 'none',
    DATABASE_PASSWORD: 'none',
    KAFKA_BROKERS: 'none:1',
    JWKS_URL: 'http://none',
  };
  return createApp(definition, readSettings(ServiceSettings, nowhere), createLogger(definition.name, 'silent'));
}
