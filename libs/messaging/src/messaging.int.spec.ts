import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ContractEvent,
  CreditApproved,
  PaymentReceived,
  type ReceivedEvent,
  SalesOrderCompleted,
  SalesOrderConfirmed,
  SalesOrderPlaced,
  ShipmentDispatched,
} from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import { defineEntity, Migration, p, statement } from '@millrace/persistence';
import { createTestDatabase, eventually, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  armFailpoints,
  type EventHandler,
  failpointHits,
  KAFKA_DRIVERS,
  kafkaClient,
  MAX_EVENT_BYTES,
  MessageStore,
  type MessagingRuntime as Runtime,
  MessagingRuntime,
  MESSAGING_MIGRATIONS,
  PermanentError,
  provisionTopics,
  type Report,
  SHARDS,
  type UnitOfWork,
  withAdmin,
} from './index.js';

const COMPANY = newId();
const TOPICS = ['orders.sales-order', 'inventory.shipment'];
const cause = { companyId: COMPANY, actor: 'tester', correlationId: 'c-1' };

class Tally {
  companyId!: string;
  key!: string;
  applied!: string;
  version!: number;
}

const TallySchema = defineEntity({
  class: Tally,
  tableName: 'tally',
  properties: {
    companyId: p.uuid().primary(),
    key: p.text().primary(),
    applied: p.text(),
    version: p.integer(),
  },
});

class TallyTable extends Migration {
  override up(): void {
    this.addSql('create table tally (company_id uuid, key text, applied text not null, version int not null, primary key (company_id, key))');
  }
}

const MISSING = statement(
  `insert into tally (company_id, key, applied, version) select $1, k, '', 0 from unnest($2::text[]) k order by k on conflict do nothing`,
);
const LOCK = statement('select * from tally where company_id = $1 and key = any($2) order by key for update');
const EXISTING = statement('select key from tally where company_id = $1 and key = any($2)');

/** Notes what was applied to each order; what it does on the way is up to the test. */
class TallyConsumer implements EventHandler<UnitOfWork> {
  readonly name = 'beta.tally';
  readonly types = new Set([SalesOrderPlaced.name, SalesOrderConfirmed.name, ShipmentDispatched.name]);
  onEvent: (event: ReceivedEvent, tx: UnitOfWork) => void = () => {};

  async load(events: readonly ReceivedEvent[], tx: UnitOfWork): Promise<Map<string, Tally>> {
    const shipments = events.filter((event) => event.type === ShipmentDispatched.type).map((event) => event.key);
    const known = await tx.query<{ key: string }>(EXISTING, [COMPANY, shipments]);
    for (const event of events) {
      if (event.type !== ShipmentDispatched.type || known.some((row) => row.key === event.key)) continue;
      tx.waitFor(event, SalesOrderPlaced, event.key);
    }
    const keys = [...new Set(events.filter((event) => !tx.needOf(event)).map((event) => event.key))];
    tx.send(MISSING, [COMPANY, keys]);
    const table = tx.table(Tally);
    const rows = (await tx.query(LOCK, [COMPANY, keys])).map((row) => table.read(row as Record<string, unknown>));
    tx.beforeCommit(() => table.update(tx, rows, 'applied', 'version'));
    return new Map(rows.map((row) => [row.key, row]));
  }

  handle(event: ReceivedEvent, loaded: unknown, tx: UnitOfWork): void {
    this.onEvent(event, tx);
    const tally = (loaded as Map<string, Tally>).get(event.key)!;
    const short = event.type.split('.')[1]!.replace('sales-order-', '').replace('shipment-', '');
    tally.applied = `${tally.applied} ${short}`.trim();
    tally.version += 1;
    tx.touch(event.key);
  }
}

const placed = (salesOrderId: string): ContractEvent => SalesOrderPlaced.of({ ...SalesOrderPlaced.example, salesOrderId });
const confirmed = (salesOrderId: string): ContractEvent => SalesOrderConfirmed.of({ salesOrderId });
const dispatched = (salesOrderId: string): ContractEvent => ShipmentDispatched.of({ ...ShipmentDispatched.example, salesOrderId });

describe.each(KAFKA_DRIVERS)('messaging on PostgreSQL and Kafka by %s', (driver) => {
  const prefix = `t${randomBytes(4).toString('hex')}.`;
  const reports: Report[] = [];
  const consumer = new TallyConsumer();
  let alpha: TestDatabase;
  let beta: TestDatabase;
  let producer: Runtime;
  let receiver: Runtime;

  const kafka = () => ({ ...inject('servers').kafka, clientId: 'test', prefix, driver });
  const runtime = (service: string, database: TestDatabase) =>
    new MessagingRuntime(
      { service, kafka: kafka() },
      database.database,
      () => {},
      (report) => reports.push(report),
    );
  const startReceiver = async () => {
    const started = runtime('beta', beta);
    await started.start(new Map([[consumer.name, consumer]]));
    return started;
  };
  const tell = (...events: ContractEvent[]) =>
    producer.store.transaction(COMPANY, async (tx) => {
      for (const event of events) tx.publish(event, cause);
    });
  const applied = async (key: string) => (await beta.database.query<Tally>(statement(`select applied from tally where key = '${key}'`)))[0]?.applied;
  const streamState = async (key: string) =>
    (await beta.database.query<{ state: string }>(statement(`select state from consumer_stream where key = '${key}' and state <> 'flowing'`)))[0]?.state ??
    'flowing';
  const held = async (key: string) =>
    (await alpha.database.query<{ code: string; message: string }>(statement(`select code, message from held_stream where key = '${key}'`)))[0];
  const raw = async (topic: string, key: string | Buffer, headers: Record<string, string>, value: string | null) => {
    const client = kafkaClient(kafka(), () => {}).producer();
    await client.connect();
    await client.send({ topic: `${prefix}${topic}`, messages: [{ key, headers, value }] });
    await client.disconnect();
  };
  const envelope = (key: string, type: string, sequence: number) => ({
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: newId(),
    ce_type: type,
    ce_source: '/millrace/orders',
    ce_subject: key,
    ce_time: new Date().toISOString(),
    ce_company: COMPANY,
    ce_sequence: String(sequence),
  });

  beforeAll(async () => {
    const servers = inject('servers');
    alpha = await createTestDatabase(servers, 'alpha', [], MESSAGING_MIGRATIONS);
    beta = await createTestDatabase(servers, 'beta', [TallySchema], [...MESSAGING_MIGRATIONS, { name: '2', class: TallyTable }]);
    await provisionTopics(
      kafkaClient(kafka(), () => {}),
      TOPICS,
      { defaultPartitions: 3, replicationFactor: 1, prefix },
    );
    producer = runtime('alpha', alpha);
    await producer.start(new Map());
    receiver = await startReceiver();
  });

  afterAll(async () => {
    armFailpoints(undefined);
    await receiver.stop();
    await producer.stop();
    await alpha.database.close();
    await beta.database.close();
  });

  it('applies the facts of a stream in order, told in one transaction or in several', async () => {
    const [one, two] = [newId(), newId()];
    await tell(placed(one), placed(two), confirmed(one));
    await tell(confirmed(two));
    await eventually(async () => {
      expect(await applied(one)).toBe('placed confirmed');
      expect(await applied(two)).toBe('placed confirmed');
    });
  });

  it('numbers a stream without gap when many transactions write to it at once', async () => {
    const key = newId();
    await Promise.all(Array.from({ length: 20 }, () => tell(confirmed(key))));
    const rows = await alpha.database.query<{ sequence: number }>(statement(`select sequence from outbox where key = '${key}' order by sequence`));
    expect(rows.map((row) => row.sequence)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    await eventually(async () => expect((await applied(key))?.split(' ')).toHaveLength(20));
  });

  it('keeps a fact that comes before what it belongs to, and those behind it, and applies them when that is there', async () => {
    const key = newId();
    await tell(dispatched(key), dispatched(key));
    await eventually(async () => expect(await streamState(key)).toBe('waiting'));
    await tell(placed(key));
    await eventually(async () => expect(await applied(key)).toBe('placed dispatched dispatched'));
    expect(await streamState(key)).toBe('flowing');
  });

  it('applies a fact once that the log brings again and again', async () => {
    const key = newId();
    const headers = envelope(key, SalesOrderPlaced.type, 1);
    const body = JSON.stringify({ ...SalesOrderPlaced.example, salesOrderId: key });
    await Promise.all([1, 2, 3, 4, 5].map(() => raw('orders.sales-order', key, headers, body)));
    await raw('orders.sales-order', key, envelope(key, SalesOrderConfirmed.type, 2), JSON.stringify({ salesOrderId: key }));
    await eventually(async () => expect(await applied(key)).toBe('placed confirmed'));
  });

  it('loses nothing and repeats nothing when the relay dies between sending and marking', async () => {
    const key = newId();
    armFailpoints('relay.after-publish=throw@1');
    await tell(placed(key));
    await eventually(async () => expect(await applied(key)).toBe('placed'));
    await tell(confirmed(key));
    await eventually(async () => expect(await applied(key)).toBe('placed confirmed'));
    armFailpoints(undefined);
    expect(reports.some((report) => report.kind === 'duplicate')).toBe(true);
  });

  it('applies an event once whose transaction failed before its commit', async () => {
    const key = newId();
    armFailpoints('consume.before-commit=throw:40001@1');
    await tell(placed(key), confirmed(key));
    await eventually(async () => expect(await applied(key)).toBe('placed confirmed'));
    armFailpoints(undefined);
  });

  it('goes on with the same events when a round fails between two of its commits', async () => {
    const key = newId();
    armFailpoints('consume.after-commit=throw@1');
    await tell(placed(key), confirmed(key), confirmed(key));
    await eventually(async () => expect(await applied(key)).toBe('placed confirmed confirmed'));
    expect(failpointHits().get('consume.after-commit')).toBeGreaterThan(0);
    armFailpoints(undefined);
  });

  it('counts what it applied, and not what it keeps', async () => {
    const [flowing, waiting] = [newId(), newId()];
    const count = async (key: string) =>
      (await beta.database.query<{ n: number }>(statement(`select applied_count as n from consumer_stream where key = '${key}' order by topic`))).map(
        ({ n }) => n,
      );
    await tell(placed(flowing), confirmed(flowing), dispatched(waiting), dispatched(waiting));
    await eventually(async () => {
      expect(await count(flowing)).toEqual([2]);
      expect(await count(waiting)).toEqual([0]);
    });
    await tell(placed(waiting));
    await eventually(async () => expect(await count(waiting)).toEqual([2, 1]));
  });

  it('keeps a record whose key is no text byte for byte, and goes on', async () => {
    const [key, after] = [Buffer.from([0, 0, 0, 1]), newId()];
    await raw('orders.sales-order', key, {}, 'hello');
    await tell(placed(after));
    await eventually(async () => {
      const kept = await beta.database.query<{ record_key: Buffer }>(statement(`select record_key from kept_event where record_key = '\\x00000001'`));
      expect(kept).toHaveLength(1);
      expect(await applied(after)).toBe('placed');
    });
  });

  it('parks an event that can never be applied and what follows it, lets all others through, and drains in order after the fix', async () => {
    const [bad, good] = [newId(), newId()];
    consumer.onEvent = (event) => {
      if (event.key === bad && event.type === SalesOrderConfirmed.type) throw new PermanentError('poison', 'poison');
    };
    await tell(placed(bad), confirmed(bad), confirmed(bad), placed(good), confirmed(good));
    await eventually(async () => {
      expect(await streamState(bad)).toBe('parked');
      expect(await applied(good)).toBe('placed confirmed');
    });
    expect(await applied(bad)).toBe('placed');
    await tell(confirmed(bad));
    await eventually(async () => {
      const [row] = await beta.database.query<{ n: number }>(statement(`select count(*) as n from kept_event where key = '${bad}'`));
      expect(row!.n).toBe(3);
    });

    consumer.onEvent = () => {};
    await beta.database.query(statement(`update consumer_stream set state = 'waiting' where key = '${bad}'`));
    await receiver.drain({ consumer: consumer.name, companyId: COMPANY, topic: 'orders.sales-order', key: bad });
    expect(await applied(bad)).toBe('placed confirmed confirmed confirmed');
    expect(await streamState(bad)).toBe('flowing');
  });

  it('parks what breaks its contract, byte for byte, and skips a type that nobody takes', async () => {
    const [notJson, broken, newer, unknown] = [newId(), newId(), newId(), newId()];
    await raw('orders.sales-order', notJson, envelope(notJson, SalesOrderPlaced.type, 1), '{"salesOrderId":');
    await raw('orders.sales-order', broken, envelope(broken, SalesOrderPlaced.type, 1), JSON.stringify({ salesOrderId: broken }));
    await raw('orders.sales-order', newer, envelope(newer, `${SalesOrderPlaced.name}.v9`, 1), '{}');
    await raw('orders.sales-order', unknown, envelope(unknown, 'orders.sales-order-admired.v1', 1), '{}');
    await raw('orders.sales-order', unknown, envelope(unknown, SalesOrderCompleted.type, 2), '{}');
    await raw('orders.sales-order', 'no envelope', {}, 'hello');
    await eventually(async () => {
      for (const key of [notJson, broken, newer]) expect(await streamState(key)).toBe('parked');
      expect(reports.filter((report) => report.kind === 'unknown-type').map((report) => report.type)).toEqual(
        expect.arrayContaining(['orders.sales-order-admired.v1', SalesOrderCompleted.type]),
      );
      const kept = await beta.database.query<{ error_code: string; body: Buffer; consumer: string }>(
        statement(
          `select error_code, body, consumer from kept_event where key in ('${notJson}', '${broken}', '${newer}') or record_key = convert_to('no envelope', 'UTF8') order by error_code`,
        ),
      );
      expect(kept.map((row) => row.error_code)).toEqual(['contract-broken', 'envelope-broken', 'not-json', 'unsupported-version']);
      expect(kept[2]!.body.toString()).toBe('{"salesOrderId":');
    });
    expect(await streamState(unknown)).toBe('flowing');
  });

  it('tries an unknown error a few times before it parks, and a transient one without end', async () => {
    const [flaky, hopeless] = [newId(), newId()];
    const tries = { flaky: 0, hopeless: 0 };
    consumer.onEvent = (event) => {
      if (event.key === flaky && (tries.flaky += 1) <= 8) throw Object.assign(new Error('serialization'), { code: '40001' });
      if (event.key === hopeless && (tries.hopeless += 1)) throw new Error('who knows');
    };
    await tell(placed(flaky), placed(hopeless));
    await eventually(async () => {
      expect(await applied(flaky)).toBe('placed');
      expect(await streamState(hopeless)).toBe('parked');
    });
    consumer.onEvent = () => {};
    expect(tries.hopeless).toBeGreaterThanOrEqual(5);
  });

  it('lets another replica take the shards over and the group rebalance, without loss or repetition', async () => {
    const keys = Array.from({ length: 60 }, newId);
    const second = await startReceiver();
    const relay = runtime('alpha', alpha);
    await relay.start(new Map());
    const telling = Promise.all(
      keys.map(async (key, index) => {
        await sleep(index * 5);
        await tell(placed(key));
        await tell(confirmed(key));
      }),
    );
    await sleep(100);
    await receiver.stop();
    await telling;
    receiver = second;
    // A member that leaves while the group is forming holds it up until the broker gives it up: 30 s and its session's 10.
    await eventually(async () => {
      for (const key of keys) expect(await applied(key)).toBe('placed confirmed');
    }, 90_000);
    await relay.stop();
  }, 120_000);

  it('holds the stream of a fact that the broker refuses, and lets the topics go on that it has', async () => {
    const [tooLarge, noTopic, fine] = [newId(), newId(), newId()];
    const create = (topic: string, bytes: string) =>
      withAdmin(
        kafkaClient(kafka(), () => {}),
        (admin) =>
          admin.createTopics({ topics: [{ topic: `${prefix}${topic}`, configEntries: [{ name: 'max.message.bytes', value: bytes }] }], waitForLeaders: true }),
      );
    await create('finance.payment', '500');
    await tell(
      PaymentReceived.of({ ...PaymentReceived.example, paymentId: tooLarge }),
      CreditApproved.of({ ...CreditApproved.example, salesOrderId: noTopic }),
      placed(fine),
    );
    await eventually(async () => {
      expect(await applied(fine)).toBe('placed');
      expect((await held(tooLarge))?.message).toMatch(/MESSAGE_TOO_LARGE/);
    });
    expect(await held(noTopic)).toBeUndefined();
    await create('finance.credit-check', '8388608');
    await eventually(async () => {
      const [row] = await alpha.database.query<{ n: number }>(statement(`select count(*) as n from outbox where key = '${noTopic}' and published_at is null`));
      expect(row!.n).toBe(0);
    }, 30_000);
  });

  it('sends a backlog of large facts in parts that the broker takes', async () => {
    const gamma = await createTestDatabase(inject('servers'), 'alpha', [], MESSAGING_MIGRATIONS);
    const store = new MessageStore(gamma.database);
    const [line] = SalesOrderPlaced.example.lines;
    const lines = Array.from({ length: 5_000 }, (_, index) => ({ ...line!, lineNo: index + 1 }));
    await store.transaction(COMPANY, async (tx) => {
      for (let n = 0; n < 8; n += 1) tx.publish(SalesOrderPlaced.of({ ...SalesOrderPlaced.example, salesOrderId: newId(), lines }), cause);
    });
    const { rows, more } = await store.unpublished(
      Array.from({ length: SHARDS }, (_, shard) => shard),
      1_000,
      [],
    );
    expect(more).toBe(true);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.reduce((sum, { record }) => sum + record.value!.length, 0)).toBeLessThan(2 * MAX_EVENT_BYTES);
    await gamma.database.close();
  });

  it('lets replicas that start at the same moment make the partitions of the outbox', async () => {
    const fresh = await createTestDatabase(inject('servers'), 'alpha', [], MESSAGING_MIGRATIONS);
    const make = statement(`select outbox_make_partitions((now() at time zone 'utc')::date + 5)`);
    await Promise.all(Array.from({ length: 8 }, () => fresh.database.query(make)));
    const [row] = await fresh.database.query<{ n: number }>(statement(`select count(*) as n from pg_inherits where inhparent = 'outbox'::regclass`));
    expect(row!.n).toBe(7);
    await fresh.database.close();
  });

  it('wakes whoever waits for a document that an event changed', async () => {
    const key = newId();
    const woken = new Promise<string>((resolve) => receiver.changes.watch(key, () => resolve('woken')));
    await tell(placed(key));
    expect(await woken).toBe('woken');
    expect(await applied(key)).toBe('placed');
  });
});
