import { Clock, SystemClock } from '@millrace/kernel';
import {
  CommandBus,
  DocumentChanges,
  type EventVersions,
  kafkaLogin,
  MessagingRuntime,
  parseEventVersions,
  PermanentError,
  type Wait,
} from '@millrace/messaging';
import { Database, type Mapping } from '@millrace/persistence';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { auditTrailController } from './audit-trail/audit-trail.controller.js';
import { TrailKeeper } from './audit-trail/trail-keeper.js';
import { TrailLines } from './audit-trail/trail-lines.js';
import { TrailNotes } from './audit-trail/trail-notes.js';
import { HealthController } from './health/health.controller.js';
import { Commands } from './http/commands.js';
import { Seal } from './http/seal.js';
import { TokenVerifier } from './http/token-verifier.js';
import { Waiting } from './http/waiting.js';
import { Lifecycle } from './lifecycle.js';
import { ListReader } from './lists/list-reader.js';
import { LOGGER } from './logger.js';
import { Metrics } from './metrics.js';
import { DiscardEventHandler } from './operations/discard-event.handler.js';
import { Copies, RebuildCopyHandler } from './operations/copies.js';
import { DiscardParkedHandler } from './operations/discard-parked.handler.js';
import { HeldStreams, ReleaseStreamHandler } from './operations/held-streams.js';
import { KeptEvents } from './operations/kept-events.js';
import { operationsController } from './operations/operations.controller.js';
import { ReplayParkedHandler } from './operations/replay-parked.handler.js';
import { type ServiceSettings, SettingsFault } from './settings.js';
import { tokenRulesOf } from './token-settings.js';

/** One look at the database serves all figures of a scrape. */
const LOOK_KEPT_MS = 1_000;

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
    const versions = versionsOf(service, settings);
    const behind = versions.behind(service);
    if (behind.length > 0) logger.info({ behind }, 'events are written in older versions until EVENT_VERSIONS names newer ones');
    const runtime = new MessagingRuntime(
      { service, kafka: kafkaSettings(service, settings), versions },
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
      { provide: TokenVerifier, useValue: new TokenVerifier(settings.JWKS_URL, settings.TOKEN_ISSUER, tokenRulesOf(settings)) },
      { provide: Seal, useValue: new Seal(settings.SEAL_SECRET ?? settings.DATABASE_PASSWORD) },
      { provide: Lifecycle, useValue: lifecycle },
    ];
    const handlers = [ReplayParkedHandler, DiscardEventHandler, DiscardParkedHandler, ReleaseStreamHandler, RebuildCopyHandler];
    const classes = [Commands, ListReader, Waiting, KeptEvents, HeldStreams, Copies, TrailNotes, TrailKeeper, TrailLines, ...handlers];
    return {
      module: CoreModule,
      controllers: [HealthController, operationsController(service), auditTrailController(service)],
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
  const [brokers, ssl] = [settings.KAFKA_BROKERS.split(','), settings.KAFKA_SSL || undefined];
  return {
    brokers,
    clientId: service,
    prefix: settings.KAFKA_PREFIX,
    ssl,
    driver: settings.KAFKA_DRIVER,
    sasl: loginOf(settings, brokers, ssl),
  };
}

function loginOf({ KAFKA_USERNAME: username, KAFKA_PASSWORD: password, KAFKA_SASL_MECHANISM: mechanism }: ServiceSettings, brokers: string[], ssl?: boolean) {
  try {
    return kafkaLogin({ username, password, mechanism, brokers, ssl });
  } catch (error) {
    throw new SettingsFault((error as Error).message);
  }
}

function versionsOf(service: string, { EVENT_VERSIONS }: ServiceSettings): EventVersions {
  try {
    return parseEventVersions(EVENT_VERSIONS, service);
  } catch (error) {
    throw new SettingsFault(`EVENT_VERSIONS: ${(error as Error).message}`);
  }
}

function addGauges(metrics: Metrics, database: Database, runtime: MessagingRuntime): void {
  metrics.gauge('database_connections_in_use', 'Connections of this process that are in use.', () => database.load.inUse);
  metrics.gauge('database_connections_waited_for', 'Requests that wait for a connection.', () => database.load.waiting);
  metrics.gauge('outbox_shards_owned', 'Shards of the outbox that this process publishes.', () => runtime.health.shards);
  metrics.gauge('consumer_lag_records', 'Records of its partitions that this process has yet to deal with.', () => runtime.lag);
  addWaits(metrics, runtime);
  metrics.gauge('consumer_blocked', '1 when something on the log keeps this process from reading on.', () => (runtime.health.blocked ? 1 : 0));
  metrics.gauge('messaging_refused', '1 when topics are not as they were and nothing is published or consumed.', () => (runtime.health.refusal ? 1 : 0));
  metrics.gauge('consumer_group_joined', '1 when this process is a member of its consumer group.', () => (runtime.health.consuming ? 1 : 0));
}

/** Figures of what is kept for later, from one look for all of them; a database that is away leaves them at nothing. */
function addWaits(metrics: Metrics, runtime: MessagingRuntime): void {
  let look: Promise<readonly Wait[]> | undefined;
  const find = async (what: string) => {
    look ??= runtime.waits().catch(() => []);
    setTimeout(() => (look = undefined), LOOK_KEPT_MS).unref();
    return (await look).find((each) => each.what === what);
  };
  const count = (what: string) => async () => (await find(what))?.count ?? 0;
  const age = (what: string) => async () => Math.max(0, (Date.now() - Date.parse((await find(what))?.since ?? new Date().toISOString())) / 1_000);
  metrics.gauge('outbox_unpublished', 'Facts of this service that the broker does not have yet.', count('facts to publish'));
  metrics.gauge('outbox_oldest_age_seconds', 'Age of the oldest of them.', age('facts to publish'));
  metrics.gauge('streams_parked', 'Streams of this service that are parked.', count('streams parked'));
  metrics.gauge('streams_waiting', 'Streams of this service that wait for a fact.', count('streams waiting'));
  metrics.gauge('streams_waiting_oldest_age_seconds', 'For how long the oldest of them has waited.', age('streams waiting'));
  metrics.gauge('streams_held', 'Streams of this service whose facts the broker refuses.', count('streams held by the broker'));
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
