import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres, freePorts } from '@millrace/embedded';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTING, watchDatabase } from './database-time.js';

/** A server of its own: what counts statements is loaded with it. */
describe('what the database did meanwhile', () => {
  const password = 'counted';
  let folder: string;
  let server: EmbeddedPostgres;
  let address: Readonly<{ host: string; port: number; user: string; password: string }>;

  beforeAll(async () => {
    const [port] = await freePorts(1);
    folder = await mkdtemp(join(tmpdir(), 'millrace-counted-'));
    address = { host: '127.0.0.1', port: port!, user: 'postgres', password };
    server = new EmbeddedPostgres({ folder, port: port!, password, settings: COUNTING });
    await server.start();
  });

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('names the statements of the work by their time, and what sessions waited for', async () => {
    const client = new pg.Client({ ...address, database: 'postgres' });
    await client.connect();
    await client.query('create database shop');
    await client.end();
    const { statements, waits } = await watchDatabase(address, async () => {
      const shop = new pg.Client({ ...address, database: 'shop' });
      await shop.connect();
      for (let times = 0; times < 3; times += 1) await shop.query('select  1 as quick');
      await shop.query('select\n pg_sleep(0.3)');
      await shop.end();
    });
    const of = (text: string) => statements.find(({ statement }) => statement.includes(text));
    expect(statements[0]!.statement).toBe('select pg_sleep($1)');
    expect(statements[0]).toMatchObject({ database: 'shop', calls: 1 });
    expect(statements[0]!.ms).toBeGreaterThanOrEqual(300);
    expect(of('as quick')).toMatchObject({ database: 'shop', calls: 3, rows: 3 });
    expect(waits.find(({ waitsFor }) => waitsFor === 'Timeout: PgSleep')).toMatchObject({ database: 'shop' });
  });
});
