import { Clock, SystemClock } from '@millrace/kernel';
import { CommandBus, DocumentChanges, MessagingRuntime, PermanentError } from '@millrace/messaging';
import { Database, type Mapping } from '@millrace/persistence';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { HealthController } from './health/health.controller.js';
import { Commands } from './http/commands.js';
import { Seal } from './http/seal.js';
import { TokenVerifier } from './http/token-verifier.js';
import { Waiting } from './http/waiting.js';
import { Lifecycle } from './lifecycle.js';
import { LOGGER } from './logger.js';
import { Metrics } from './metrics.js';
import { DiscardEventHandler } from './operations/discard-event.handler.js';
import { KeptEvents } from './operations/kept-events.js';
import { operationsController } from './operations/operations.controller.js';
import { ReplayParkedHandler } from './operations/replay-parked.handler.js';
import type { ServiceSettings } from './settings.js';

export type CoreOptions = Readonly<{
  service: string;
  settings: ServiceSettings;
  logger: Logger;
  metrics: Metrics;
  lifecycle: Lifecycle;
  mappings: readonly Mapping[];
}>;

/** What every service is given: its database, its events, its clock, and the ways in. */
@Global()
@Module({})
export class CoreModule {
  static forService({ service, settings, logger, metrics, lifecycle, mappings }: CoreOptions): DynamicModule {
    const database = Database.open(databaseSettings(service, settings), mappings);
    const runtime = new MessagingRuntime(
      { service, kafka: kafkaSettings(service, settings) },
      database,
      (level, message, fields) => logger[level](fields, message),
      (report) => {
        metrics.observe(report);
        logReport(logger, report);
      },
    );
    addGauges(metrics, database, runtime);
    const values = [
      { provide: LOGGER, useValue: logger },
      { provide: Metrics, useValue: metrics },
      { provide: Database, useValue: database },
      { provide: MessagingRuntime, useValue: runtime },
      { provide: DocumentChanges, useValue: runtime.changes },
      { provide: CommandBus, useValue: new CommandBus(runtime.store) },
      { provide: Clock, useClass: SystemClock },
      { provide: TokenVerifier, useValue: new TokenVerifier(settings.JWKS_URL, settings.TOKEN_ISSUER) },
      { provide: Seal, useValue: new Seal(settings.SEAL_SECRET ?? settings.DATABASE_PASSWORD) },
      { provide: Lifecycle, useValue: lifecycle },
    ];
    const classes = [Commands, Waiting, KeptEvents, ReplayParkedHandler, DiscardEventHandler];
    return {
      module: CoreModule,
      controllers: [HealthController, operationsController(service)],
      providers: [...values, ...classes],
      exports: [...values.map(({ provide }) => provide), ...classes],
    };
  }
}

export function databaseSettings(service: string, settings: ServiceSettings) {
  return {
    host: settings.DATABASE_HOST,
    port: settings.DATABASE_PORT,
    database: settings.DATABASE_NAME,
    user: settings.DATABASE_USER,
    password: settings.DATABASE_PASSWORD,
    poolSize: settings.DATABASE_POOL,
    applicationName: service,
  };
}

export function kafkaSettings(service: string, settings: ServiceSettings) {
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = settings;
  return {
    brokers: settings.KAFKA_BROKERS.split(','),
    clientId: service,
    prefix: settings.KAFKA_PREFIX,
    ssl: settings.KAFKA_SSL || undefined,
    sasl: username && password ? { username, password } : undefined,
  };
}

function addGauges(metrics: Metrics, database: Database, runtime: MessagingRuntime): void {
  metrics.gauge('database_connections_in_use', 'Connections of this process that are in use.', () => database.load.inUse);
  metrics.gauge('database_connections_waited_for', 'Requests that wait for a connection.', () => database.load.waiting);
  metrics.gauge('outbox_shards_owned', 'Shards of the outbox that this process publishes.', () => runtime.health.shards);
  metrics.gauge('consumer_group_joined', '1 when this process is a member of its consumer group.', () => (runtime.health.consuming ? 1 : 0));
}

type Report = Parameters<Metrics['observe']>[0];

function logReport(logger: Logger, report: Report): void {
  switch (report.kind) {
    case 'parked':
      logger.error({ ...report.stream, sequence: report.sequence, failure: report.failure }, 'event parked');
      break;
    case 'stream-held':
      logger.error({ topic: report.topic, key: report.key, failure: report.failure }, 'the broker refuses an event: its stream is held');
      break;
    case 'retry':
    case 'group-split':
      if (!(report.error instanceof PermanentError)) logger.warn({ consumer: report.consumer, error: String(report.error) }, `event ${report.kind}`);
      break;
    case 'publish-failed':
      logger.warn({ error: String(report.error) }, 'events could not be published, trying again');
      break;
    default:
      logger.trace(report, 'event');
  }
}
