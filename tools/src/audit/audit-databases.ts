import pg from 'pg';
import type { Site } from '../site/site.js';
import { SERVICES, type ServiceName } from '../site/topology.js';

const CONNECTIONS = 3;

/** The databases of all services, each through its read-only role. */
export class AuditDatabases {
  private readonly pools: ReadonlyMap<ServiceName, pg.Pool>;

  constructor(site: Site) {
    this.pools = new Map(
      SERVICES.map((name) => {
        const pool = new pg.Pool({
          ...site.databases[name],
          max: CONNECTIONS,
          options: '-c default_transaction_read_only=on -c timezone=UTC',
          application_name: 'audit',
        });
        pool.on('error', () => {}); // A lost connection is told by the query that needs it.
        return [name, pool];
      }),
    );
  }

  async query<Row extends object>(service: ServiceName, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pools.get(service)!.query<Row>(sql, [...values])).rows;
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }
}
