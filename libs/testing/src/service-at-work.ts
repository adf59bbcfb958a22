import { randomBytes } from 'node:crypto';
import { createLogger, readSettings, type RunningService, type ServiceDefinition, ServiceSettings, startService } from '@millrace/chassis';
import { freePorts } from '@millrace/embedded';
import { MESSAGING_MIGRATIONS } from '@millrace/messaging';
import { Database } from '@millrace/persistence';
import { createTestDatabase } from './test-database.js';
import type { ServerAddresses } from './servers.js';

/** A service as it runs in production, with all that stands before its routes, on a database of its own. */
export class ServiceAtWork {
  private constructor(
    readonly url: string,
    readonly database: Database,
    private readonly running: RunningService,
  ) {}

  /**
   * @param environmentOf What the service finds in its environment beside what every service has, by its own address.
   */
  static async start(servers: ServerAddresses, definition: ServiceDefinition, environmentOf: (url: string) => Record<string, string>): Promise<ServiceAtWork> {
    const { name, mappings, migrations } = definition;
    const { database, settings } = await createTestDatabase(servers, name, mappings, [...MESSAGING_MIGRATIONS, ...migrations]);
    const [port] = (await freePorts(1)) as [number];
    const url = `http://127.0.0.1:${port}`;
    Object.assign(process.env, environmentOf(url)); // Where a module looks for settings of its own.
    const environment = {
      DATABASE_HOST: settings.host,
      DATABASE_PORT: String(settings.port),
      DATABASE_NAME: settings.database,
      DATABASE_USER: settings.user,
      DATABASE_PASSWORD: settings.password,
      KAFKA_BROKERS: servers.kafka.brokers.join(','),
      KAFKA_USERNAME: servers.kafka.sasl!.username,
      KAFKA_PASSWORD: servers.kafka.sasl!.password,
      KAFKA_PREFIX: `${randomBytes(4).toString('hex')}.`,
      JWKS_URL: `${url}/.well-known/jwks.json`,
      HOST: '127.0.0.1',
      PORT: String(port),
      DRAIN_SECONDS: '0',
      NODE_ENV: 'test',
    };
    const running = await startService(definition, readSettings(ServiceSettings, environment), createLogger(name, process.env.TEST_LOG ?? 'silent'));
    return new ServiceAtWork(url, database, running);
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await this.database.close();
  }
}
