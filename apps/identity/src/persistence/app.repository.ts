import { Database, defineEntity, p, statement } from '@millrace/persistence';
import type { UnitOfWork } from '@millrace/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { App } from '../domain/app.js';
import { secretUsed } from './secret-use.js';

export const AppSchema = defineEntity({
  class: App,
  tableName: 'app',
  properties: {
    id: p.uuid().primary(),
    clientId: p.text(),
    name: p.text(),
    redirectUris: p.json().$type<string[]>(),
    signOutUris: p.json().$type<string[]>(),
    deviceFlow: p.boolean(),
    trusted: p.boolean(),
    secretHash: p.text().nullable(),
    previousSecretHash: p.text().nullable(),
    previousSecretUntil: p.datetime().nullable(),
    secretUsedAt: p.datetime().nullable(),
    previousSecretUsedAt: p.datetime().nullable(),
    active: p.boolean(),
    createdAt: p.datetime(),
    version: p.integer(),
  },
});

const BY_CLIENT_ID = statement('select * from app where client_id = $1');
const PAGE = statement('select * from app where client_id > $1 order by client_id limit $2');
const LOCK = statement('select * from app where id = any($1::uuid[]) order by id for update');
const CHANGING = [
  'name',
  'redirectUris',
  'signOutUris',
  'trusted',
  'secretHash',
  'previousSecretHash',
  'previousSecretUntil',
  'secretUsedAt',
  'previousSecretUsedAt',
  'active',
  'version',
] as const;
const SECRET_USED = secretUsed('app');

@Injectable()
export class AppRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async byClientId(clientId: string): Promise<App | undefined> {
    const [row] = await this.database.query<Record<string, unknown>>(BY_CLIENT_ID, [clientId]);
    return row && this.database.table(App).read(row);
  }

  async page(afterClientId: string, limit: number): Promise<App[]> {
    const rows = await this.database.query<Record<string, unknown>>(PAGE, [afterClientId, limit]);
    return rows.map((row) => this.database.table(App).read(row));
  }

  /** That a secret was used, of which this is the hash. */
  async secretUsed(appId: string, hash: string): Promise<void> {
    await this.database.query(SECRET_USED, [appId, hash]);
  }

  /** What is changed of them is written before the commit. */
  async lock(tx: UnitOfWork, ids: readonly string[]): Promise<ReadonlyMap<string, App>> {
    const table = tx.table(App);
    const apps = (await tx.query<Record<string, unknown>>(LOCK, [ids])).map((row) => table.read(row));
    tx.beforeCommit(() => table.update(tx, apps, ...CHANGING));
    return new Map(apps.map((app) => [app.id, app]));
  }
}
