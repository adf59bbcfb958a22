import { type ServiceDefinition, CoreModule, createHttpApp, createLogger, Lifecycle, Metrics, readSettings, ServiceSettings } from '@millrace/chassis';
import type { ContractEvent } from '@millrace/contracts';
import { isRefusal, newId } from '@millrace/kernel';
import {
  type BrokerRecord,
  type Cause,
  classify,
  CommandBus,
  type CommandHandler,
  Consumption,
  envelopeOf,
  type EventHandlers,
  EventStrategy,
  EventVersions,
  MESSAGING_MIGRATIONS,
  MessageStore,
  type RecordFeed,
  type Report,
  streamName,
  type Surroundings,
  writtenAs,
} from '@millrace/messaging';
import { Database, statement } from '@millrace/persistence';
import type { INestApplication, Type } from '@nestjs/common';
import { createTestDatabase } from './test-database.js';
import type { ServerAddresses } from './servers.js';

/** One fact as a consumer's process takes it from the log. */
export type Told = Readonly<{ record: BrokerRecord; stream: string }>;

/**
 * A service on a database of its own, without a broker: a test hands it records in whatever groups and order it likes,
 * and they go through the same runner, receiver and drainer as in production.
 */
export class ServiceBench {
  readonly reports: Report[] = [];
  private readonly sequences = new Map<string, number>();

  private constructor(
    private readonly service: string,
    readonly app: INestApplication,
    readonly database: Database,
    private readonly handlers: EventHandlers,
  ) {}

  static async start(servers: ServerAddresses, definition: ServiceDefinition): Promise<ServiceBench> {
    const { name, mappings, migrations, module } = definition;
    const { database, settings } = await createTestDatabase(servers, name, mappings, [...MESSAGING_MIGRATIONS, ...migrations]);
    await database.close();
    const environment = {
      DATABASE_HOST: settings.host,
      DATABASE_PORT: String(settings.port),
      DATABASE_NAME: settings.database,
      DATABASE_USER: settings.user,
      DATABASE_PASSWORD: settings.password,
      KAFKA_BROKERS: 'none:1',
      JWKS_URL: 'http://none',
      NODE_ENV: 'test',
    };
    const logger = createLogger(name, 'silent');
    const [metrics, lifecycle] = [new Metrics(), new Lifecycle()];
    const core = CoreModule.forService({ service: name, settings: readSettings(ServiceSettings, environment), logger, metrics, lifecycle, mappings });
    const app = await createHttpApp({ imports: [core, module], logger, metrics, lifecycle });
    let handlers: EventHandlers = new Map();
    const host = { start: async (found: EventHandlers) => void (handlers = found), stop: async () => {} };
    app.connectMicroservice({ strategy: new EventStrategy(host) });
    await app.startAllMicroservices();
    return new ServiceBench(name, app, app.get(Database), handlers);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }

  /** Facts as their services publish them when nothing is configured, numbered in the order of their streams. */
  tell(companyId: string, ...events: readonly ContractEvent[]): Told[] {
    return this.tellIn(new EventVersions(), companyId, ...events);
  }

  /** The same with newer versions turned on. */
  tellIn(versions: EventVersions, companyId: string, ...events: readonly ContractEvent[]): Told[] {
    const cause: Cause = { companyId, actor: 'tester', correlationId: newId() };
    return events.map((event) => {
      const { definition, data } = event;
      const key = definition.keyOf(data);
      const stream = streamName({ topic: definition.topic, key });
      const sequence = (this.sequences.get(stream) ?? 0) + 1;
      this.sequences.set(stream, sequence);
      const { type, body } = writtenAs(event, versions.of(definition));
      const headers = { ...envelopeOf(event, cause, new Date(), type), ce_sequence: String(sequence) };
      return { stream, record: { topic: definition.topic, partition: 0, offset: '0', key, headers, value: Buffer.from(JSON.stringify(body)) } };
    });
  }

  /** Takes these records as one gathering: waves, groups, transactions, and who waited for them. */
  async take(told: readonly Told[]): Promise<void> {
    const { runner } = this.process(told);
    while (await runner.round());
  }

  /** Looks after streams that wait, as every process does now and then. */
  async sweep(): Promise<void> {
    await this.database.query(AGE_WAITERS);
    await this.process([]).drainer.sweep(100);
  }

  /** Carries out a write as a caller who may do everything. @throws Error when it is refused. */
  async command<Request, Loaded, Response>(handler: Type<CommandHandler<Request, Loaded, Response>>, companyId: string, request: Request): Promise<Response> {
    const command = { companyId, actor: 'tester', correlationId: newId(), request, can: () => true, limitsOn: () => ({}) };
    const answer = await this.app.get(CommandBus).run(this.app.get(handler), command);
    if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.detail}`);
    return answer.response;
  }

  /** What a query says of a company's rows in its column `what`. */
  async look(companyId: string, sql: string): Promise<string[]> {
    const rows = await this.database.transaction(companyId, (tx) => tx.query<{ what: string }>(statement(sql), []));
    return rows.map(({ what }) => what);
  }

  /** What is not flowing: kept because it is early or because it failed. */
  async unsettled(companyId: string): Promise<string[]> {
    const rows = await this.database.query<{ what: string }>(UNSETTLED, [companyId]);
    return rows.map(({ what }) => what);
  }

  /** The types that the service published in a company, each with how often. */
  async published(companyId: string): Promise<string[]> {
    const rows = await this.database.query<{ what: string }>(PUBLISHED, [companyId]);
    return rows.map(({ what }) => what);
  }

  private process(told: readonly Told[]): Consumption {
    const feed = new OneGathering(told.map(({ record }) => record));
    return new Consumption(this.service, new MessageStore(this.database), this.handlers, feed, this.surroundings());
  }

  private surroundings(): Surroundings {
    return { classify, backOff: () => new Promise((resolve) => setTimeout(resolve, 5)), report: (report) => this.reports.push(report) };
  }
}

const AGE_WAITERS = statement(`update consumer_stream set looked_at = now() - interval '1 minute' where state = 'waiting'`);
const UNSETTLED = statement(`
  select s.consumer || ' ' || s.topic || ' ' || s.state || coalesce(' ' || s.waits_for_type, '') || coalesce(' ' || k.error_message, '') as what
  from consumer_stream s left join kept_event k on k.consumer = s.consumer and k.topic = s.topic and k.key = s.key and k.kept_as = 'parked'
  where s.company_id = $1 and s.state <> 'flowing' order by 1`);
const PUBLISHED = statement(`
  select headers::jsonb ->> 'ce_type' || ' ' || count(*) as what from outbox where headers::jsonb ->> 'ce_company' = $1 group by headers::jsonb ->> 'ce_type' order by 1`);

/** Brings what it was given, once. */
class OneGathering implements RecordFeed {
  constructor(private records: BrokerRecord[]) {}

  async take(limit: number): Promise<BrokerRecord[]> {
    return this.records.splice(0, limit);
  }

  owns(): boolean {
    return true;
  }

  async done(): Promise<void> {}
}
