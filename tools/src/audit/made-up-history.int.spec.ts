import { SalesOrderCompleted, SalesOrderConfirmed, SalesOrderPlaced } from '@millrace/contracts';
import { MESSAGING_MIGRATIONS } from '@millrace/messaging';
import { createTestDatabase, type TestDatabase } from '@millrace/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Site } from '../site/site.js';
import { SERVICES } from '../site/topology.js';
import { AuditDatabases } from './audit-databases.js';
import { checkPublished, checkTaken } from './effects.js';
import { LogIndex } from './log-index.js';
import { factsOf, MARKER, readMadeUp, takenOf } from './made-up-history.js';

const { topic } = SalesOrderPlaced;
const TYPES = [SalesOrderPlaced, SalesOrderConfirmed, SalesOrderCompleted].map(({ name }) => name);
const CONSUMER = 'inventory.reservation';

/** Three streams that were made up, `a1` to `a3`; a consumer takes the first two facts of each. */
const MADE_UP = `
  truncate event_stream, consumer_stream;
  insert into event_stream select '${topic}', 'a' || n, 3 from generate_series(1, 3) n;
  insert into consumer_stream (consumer, topic, key, taken_sequence, applied_count) select '${CONSUMER}', '${topic}', 'a' || n, 2, 2 from generate_series(1, 3) n`;

describe('a history that was made up', () => {
  let [marked, other]: (TestDatabase | undefined)[] = [];
  let audited: AuditDatabases;
  let owner: pg.Client;

  beforeAll(async () => {
    marked = await createTestDatabase(inject('servers'), 'marked', [], MESSAGING_MIGRATIONS);
    other = await createTestDatabase(inject('servers'), 'unmarked', [], MESSAGING_MIGRATIONS);
    const databases = Object.fromEntries(SERVICES.map((name) => [name, (name === 'orders' ? marked! : other!).audit]));
    audited = new AuditDatabases({ databases } as unknown as Site);
    owner = new pg.Client({ ...inject('servers').postgres, database: marked.owner.database });
    await owner.connect();
    await owner.query(MARKER);
    await owner.query('grant select on made_up_history to marked_audit');
    await owner.query(`insert into made_up_history values ('${topic}', 'a1', 'a3', 3, $1)`, [TYPES]);
    await owner.query(`insert into consumer_subscription (consumer, type) select '${CONSUMER}', unnest($1::text[])`, [TYPES.slice(0, 2)]);
  });
  afterAll(async () => {
    await owner.end();
    await audited.close();
    await Promise.all([marked?.database.close(), other?.database.close()]);
  });
  beforeEach(() => owner.query(MADE_UP));

  /** What the audit says of streams and of what was taken of them, with nothing at all on the log. */
  async function found(): Promise<string[][]> {
    const history = await readMadeUp(audited);
    const published = await checkPublished(audited, 'orders', new LogIndex(), new Set(), history);
    const { finding: taken } = await checkTaken(audited, 'orders', new LogIndex(), history);
    return [published, taken].map(({ differences }) => differences.map((each) => `${each.what}: ${each.expected} | ${each.found}`));
  }

  it('is counted from its marker, and nothing of it is missed on the log', async () => {
    expect(await found()).toEqual([[], []]);
    expect(factsOf(await readMadeUp(audited))).toBe(9);
  });

  it('is told of where a stream has another number of facts, or is not there', async () => {
    await owner.query(`update event_stream set last_sequence = 2 where key = 'a2'; delete from event_stream where key = 'a3'`);
    expect(await found()).toEqual([[`made-up streams of ${topic}: 3 of them, 3 facts | 2 of them, 1 so, a2 not`], []]);
  });

  it.each([
    ['has not taken all', 'taken_sequence = 1'],
    ['has applied some twice', 'applied_count = 3'],
    ['has halted', `state = 'parked'`],
  ])('is told of where a consumer %s', async (_what, wrong) => {
    await owner.query(`update consumer_stream set ${wrong} where key = 'a1'`);
    expect(await found()).toEqual([[], [`${CONSUMER} of made-up streams of ${topic}: 3 of them, fact 2 taken | 3 of them, 2 so, a1 not`]]);
  });

  it('excuses no other stream', async () => {
    await owner.query(`insert into event_stream values ('${topic}', 'a4', 1)`);
    expect(await found()).toEqual([[`stream ${topic} a4: 1 facts, as published | 0 on the log`], []]);
  });

  it.each([
    [TYPES, 3, 3],
    [TYPES.slice(1, 2), 2, 1],
    [[TYPES[0]!, TYPES[2]!], 3, 2],
    [[], 0, 0],
  ])('gives a consumer of %j its last fact', (wanted, taken, applied) => {
    expect(takenOf(TYPES, new Set(wanted))).toEqual({ taken, applied });
  });
});
