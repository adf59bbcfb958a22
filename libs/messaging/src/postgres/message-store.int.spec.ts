import { newId } from '@millrace/kernel';
import { statement } from '@millrace/persistence';
import { createTestDatabase, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { MESSAGING_MIGRATIONS } from '../index.js';
import type { OutboxRow } from '../protocol/ports.js';
import { MessageStore } from './message-store.js';

/** What is asked for by a list, of which PostgreSQL thinks that its length matters. */
const SEQUENCES = statement(
  'select last_sequence from event_stream s join unnest($1::text[], $2::text[]) as k(topic, key) on s.topic = k.topic and s.key = k.key',
);
const PLANS = statement('select generic_plans::int as kept, custom_plans::int as made from pg_prepared_statements where statement like $1');

describe('a transaction of work', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase(inject('servers'), 'planner', [], MESSAGING_MIGRATIONS);
  });

  afterAll(() => test.database.close());

  it('plans a statement once for all lists, and leaves the connection as it was', async () => {
    const database = test.database;
    for (const companyId of [newId(), null, newId()]) {
      await new MessageStore(database).transaction(companyId, async (tx) => tx.query(SEQUENCES, [['a.topic'], [newId()]]));
    }
    expect(await database.query(PLANS, [SEQUENCES.text])).toEqual([{ kept: 3, made: 0 }]);
    await database.transaction(newId(), (tx) => tx.query(SEQUENCES, [['a.topic'], [newId()]]));
    expect(await database.query(PLANS, [SEQUENCES.text])).toEqual([{ kept: 3, made: 1 }]);
  });

  it('plans once how facts are marked as published', async () => {
    const row = { recordedOn: '2026-11-02', id: newId(), shard: 0, record: { topic: 'a.topic', key: newId(), headers: '', body: '' }, sequence: 1 };
    for (const rows of [[row], [row, row], [row]]) await new MessageStore(test.database).markPublished(rows as unknown as OutboxRow[]);
    expect(await test.database.query(PLANS, ['%update outbox%set published_at%'])).toEqual([{ kept: 3, made: 0 }]);
  });
});
