import { randomBytes } from 'node:crypto';
import {
  type ContractEvent,
  CreditNotePosted,
  CreditNotePostedV1,
  type CreditNotePostedV2,
  EventDefinition,
  eventDefinitions,
  type ReceivedEvent,
  ReturnAuthorised,
} from '@millrace/contracts';
import { isRefusal, newId } from '@millrace/kernel';
import { defineEntity, Migration, p, statement } from '@millrace/persistence';
import { createTestDatabase, eventually, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type EventHandler, EventVersions, kafkaClient, MESSAGING_MIGRATIONS, MessagingRuntime, provisionTopics, type UnitOfWork } from './index.js';

const COMPANY = newId();
const cause = { companyId: COMPANY, actor: 'tester', correlationId: 'c-1' };
const { name, topic } = CreditNotePosted;

/** The event as a program of before knows it, which was built before there was a second version. */
const BEFORE = new EventDefinition({
  type: name,
  version: 1,
  topic,
  key: 'creditNoteId',
  data: CreditNotePostedV1,
  example: CreditNotePosted.find(1)!.example as CreditNotePostedV1,
});
const KNOWN_BEFORE = new Map([...eventDefinitions(), [name, BEFORE as EventDefinition]]);

class CreditCopy {
  companyId!: string;
  key!: string;
  told!: string;
}

const CreditCopySchema = defineEntity({
  class: CreditCopy,
  tableName: 'credit_copy',
  properties: { companyId: p.uuid().primary(), key: p.text().primary(), told: p.text() },
});

class CreditCopyTable extends Migration {
  override up(): void {
    this.addSql('create table credit_copy (company_id uuid, key text, told text not null, primary key (company_id, key))');
  }
}

const MISSING = statement(`insert into credit_copy (company_id, key, told) select $1, k, '' from unnest($2::text[]) k order by k on conflict do nothing`);
const LOCK = statement('select * from credit_copy where company_id = $1 and key = any($2) order by key for update');
const EXISTING = statement('select key from credit_copy where company_id = $1 and key = any($2)');

/** Notes of each credit note what was told of it, in order, once its return is known. */
class CreditCopies implements EventHandler<UnitOfWork> {
  readonly name: string;
  readonly types = new Set([ReturnAuthorised.name, name]);
  readonly copies = [CreditCopy];

  constructor(service: string) {
    this.name = `${service}.credit-copy`;
  }

  async load(events: readonly ReceivedEvent[], tx: UnitOfWork): Promise<Map<string, CreditCopy>> {
    const returnIds = events.map((event) => (event.data as CreditNotePostedV2).returnId);
    const known = new Set((await tx.query<{ key: string }>(EXISTING, [COMPANY, returnIds])).map(({ key }) => key));
    for (const [at, event] of events.entries()) if (event.topic === topic && !known.has(returnIds[at]!)) tx.waitFor(event, ReturnAuthorised, returnIds[at]!);
    const keys = [...new Set(events.filter((event) => !tx.needOf(event)).map(({ key }) => key))];
    tx.send(MISSING, [COMPANY, keys]);
    const table = tx.table(CreditCopy);
    const rows = (await tx.query(LOCK, [COMPANY, keys])).map((row) => table.read(row as Record<string, unknown>));
    tx.beforeCommit(() => table.update(tx, rows, 'told'));
    return new Map(rows.map((row) => [row.key, row]));
  }

  handle({ key, type, data }: ReceivedEvent, loaded: unknown): void {
    const copy = (loaded as Map<string, CreditCopy>).get(key)!;
    const { grossTotal, onAccount = 'not told' } = data as Partial<CreditNotePostedV2>;
    if (grossTotal) copy.told = [copy.told, `${type.slice(-2)} ${grossTotal}: ${onAccount}`].filter(Boolean).join(', ');
  }
}

describe('producers and consumers of two versions that run together', () => {
  const prefix = `t${randomBytes(4).toString('hex')}.`;
  const running: MessagingRuntime[] = [];
  const databases: TestDatabase[] = [];
  /** Three programs of the producing service: of before, released with nothing configured, and with version 2 turned on. */
  let before: MessagingRuntime;
  let released: MessagingRuntime;
  let turnedOn: MessagingRuntime;
  let alpha: TestDatabase;
  let returnId: string;

  const kafka = () => ({ ...inject('servers').kafka, clientId: 'test', prefix });
  const runtime = (service: string, { database }: TestDatabase, more: { versions?: EventVersions; known?: typeof KNOWN_BEFORE } = {}) => {
    const made = new MessagingRuntime(
      { service, kafka: kafka(), ...more },
      database,
      () => {},
      () => {},
    );
    running.push(made);
    return made;
  };
  const consumerDatabase = async (service: string) => {
    const migrations = [...MESSAGING_MIGRATIONS, { name: '2', class: CreditCopyTable }];
    const made = await createTestDatabase(inject('servers'), service, [CreditCopySchema], migrations);
    databases.push(made);
    return made;
  };
  const consume = async (service: string, database: TestDatabase, known?: typeof KNOWN_BEFORE) => {
    const [started, copies] = [runtime(service, database, { known }), new CreditCopies(service)];
    await started.start(new Map([[copies.name, copies]]));
    return started;
  };
  const tell = (producer: MessagingRuntime, event: ContractEvent) => producer.store.transaction(COMPANY, async (tx) => tx.publish(event, cause));
  const authorise = (id: string) => tell(released, ReturnAuthorised.of({ ...ReturnAuthorised.example, returnId: id }));

  const credit = (creditNoteId: string, grossTotal: string, ofReturn = returnId) => {
    const parts = { settledTotal: '1.00', refundTotal: '0.00', creditNoteId, grossTotal, returnId: ofReturn };
    const onAccount = (Number(grossTotal) - 1).toFixed(2);
    return { v1: BEFORE.of({ ...BEFORE.example, ...parts }), now: CreditNotePosted.of({ ...CreditNotePosted.example, ...parts, onAccount }) };
  };
  const toldTo = async ({ database }: TestDatabase, key: string) =>
    (await database.query<CreditCopy>(statement(`select told from credit_copy where key = '${key}'`)))[0]?.told;
  const stateAt = async ({ database }: TestDatabase, key: string) =>
    (await database.query<{ state: string }>(statement(`select state from consumer_stream where topic = '${topic}' and key = '${key}'`)))[0]?.state;
  const kept = async ({ database }: TestDatabase, key: string) =>
    database.query<{ type: string; kept_as: string; error_code: string | null }>(
      statement(`select headers::jsonb ->> 'ce_type' as type, kept_as, error_code from kept_event where key = '${key}' order by sequence`),
    );
  const written = async (key: string) => {
    const sql = statement(`select right(headers::jsonb ->> 'ce_type', 2) as version from outbox where key = '${key}' order by sequence`);
    return (await alpha.database.query<{ version: string }>(sql)).map(({ version }) => version);
  };

  beforeAll(async () => {
    alpha = await createTestDatabase(inject('servers'), 'alpha', [], MESSAGING_MIGRATIONS);
    databases.push(alpha);
    await provisionTopics(
      kafkaClient(kafka(), () => {}),
      [topic, ReturnAuthorised.topic],
      { defaultPartitions: 3, replicationFactor: 1, prefix },
    );
    before = runtime('alpha', alpha);
    released = runtime('alpha', alpha);
    turnedOn = runtime('alpha', alpha, { versions: new EventVersions(new Map([[name, 2]])) });
    for (const each of [before, released, turnedOn]) await each.start(new Map());
    returnId = newId();
    await authorise(returnId);
  });

  afterAll(async () => {
    for (const each of running.toReversed()) await each.stop();
    for (const { database } of databases) await database.close();
  });

  describe('a consumer of the newest version', () => {
    let beta: TestDatabase;
    let receiver: MessagingRuntime;

    beforeAll(async () => {
      beta = await consumerDatabase('beta');
      receiver = await consume('beta', beta);
    });

    it('applies what old and new programs write to one stream, in order, as if all were new', async () => {
      const id = newId();
      await tell(before, credit(id, '5.00').v1);
      await tell(turnedOn, credit(id, '6.00').now);
      await tell(released, credit(id, '7.00').now);
      await tell(before, credit(id, '8.00').v1);
      await tell(turnedOn, credit(id, '9.00').now);
      expect(await written(id)).toEqual(['v1', 'v2', 'v1', 'v1', 'v2']);
      await eventually(async () => expect(await toldTo(beta, id)).toBe('v2 5.00: 4.00, v2 6.00: 5.00, v2 7.00: 6.00, v2 8.00: 7.00, v2 9.00: 8.00'));
    });

    it('applies all of it when they write at the same time', async () => {
      const ids = Array.from({ length: 12 }, newId);
      const wishes = ids.flatMap((id) => [tell(before, credit(id, '5.00').v1), tell(released, credit(id, '5.00').now), tell(turnedOn, credit(id, '5.00').now)]);
      await Promise.all(wishes);
      await eventually(async () => {
        for (const id of ids) expect(await toldTo(beta, id)).toBe('v2 5.00: 4.00, v2 5.00: 4.00, v2 5.00: 4.00');
      });
      for (const id of ids) expect((await written(id)).toSorted()).toEqual(['v1', 'v1', 'v2']);
    });

    it('reads what had to wait when its turn comes, in whichever version it was kept', async () => {
      const [id, later] = [newId(), newId()];
      await tell(before, credit(id, '5.00', later).v1);
      await tell(turnedOn, credit(id, '6.00', later).now);
      await eventually(async () => {
        expect(await stateAt(beta, id)).toBe('waiting');
        expect((await kept(beta, id)).map(({ type }) => type)).toEqual([`${name}.v1`, `${name}.v2`]);
      });
      await authorise(later);
      await eventually(async () => expect(await toldTo(beta, id)).toBe('v2 5.00: 4.00, v2 6.00: 5.00'));
      expect(await kept(beta, id)).toEqual([]);
    });

    it('builds the same copy again from a log with both', async () => {
      const { rebuilds } = receiver;
      const wish = { consumer: 'beta.credit-copy', accept: false, actor: 'tester', reason: 'to be sure' };
      const id = await beta.database.transaction(null, async (tx) => rebuilds.writeDown(tx, wish, await rebuilds.underWayOf(tx, [wish.consumer])));
      if (isRefusal(id)) throw new Error(id.detail);
      rebuilds.carryOut(id, wish);
      await eventually(async () => expect(await rebuilds.show(id)).toMatchObject({ state: 'equal', differences: [] }));
      expect((await rebuilds.show(id))!.compared).toBeGreaterThanOrEqual(15);
    });
  });

  describe('a consumer that was built before the second version', () => {
    it('works with a released producer until that turns the new version on, parks it then, and takes it once it is upgraded', async () => {
      const gamma = await consumerDatabase('gamma');
      const old = await consume('gamma', gamma, KNOWN_BEFORE);
      const [id, other] = [newId(), newId()];
      await tell(released, credit(id, '5.00').now);
      await eventually(async () => expect(await toldTo(gamma, id)).toBe('v1 5.00: not told'));

      await tell(turnedOn, credit(id, '6.00').now);
      await tell(released, credit(id, '7.00').now);
      await tell(released, credit(other, '8.00').now);
      await eventually(async () => {
        expect(await kept(gamma, id)).toEqual([
          { type: `${name}.v2`, kept_as: 'parked', error_code: 'unsupported-version' },
          { type: `${name}.v1`, kept_as: 'behind', error_code: null },
        ]);
        expect(await toldTo(gamma, other)).toBe('v1 8.00: not told');
      });
      expect(await stateAt(gamma, id)).toBe('parked');

      await old.stop();
      const upgraded = await consume('gamma', gamma);
      await gamma.database.query(statement(`update consumer_stream set state = 'waiting' where topic = '${topic}' and key = '${id}'`));
      await upgraded.drain({ consumer: 'gamma.credit-copy', companyId: COMPANY, topic, key: id });
      expect(await toldTo(gamma, id)).toBe('v1 5.00: not told, v2 6.00: 5.00, v2 7.00: 6.00');
      expect(await stateAt(gamma, id)).toBe('flowing');
      await tell(turnedOn, credit(id, '9.00').now);
      await eventually(async () => expect(await toldTo(gamma, id)).toMatch(/, v2 9\.00: 8\.00$/));
    });
  });
});
