import { randomBytes } from 'node:crypto';
import { type ContractEvent, type EventOf, ItemChanged, ItemCreated, type ReceivedEvent } from '@millrace/contracts';
import { isRefusal, newId, type Refusal } from '@millrace/kernel';
import { defineEntity, Migration, p, statement } from '@millrace/persistence';
import { createTestDatabase, eventually, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type EventHandler, kafkaClient, MESSAGING_MIGRATIONS, MessagingRuntime, provisionTopics, type RebuildRun, type UnitOfWork } from '../index.js';

const COMPANY = newId();
const cause = { companyId: COMPANY, actor: 'tester', correlationId: 'c-1' };

class NameCopy {
  companyId!: string;
  itemId!: string;
  name!: string;
  sequence!: number;
}

const NameCopySchema = defineEntity({
  class: NameCopy,
  tableName: 'name_copy',
  properties: { companyId: p.uuid().primary(), itemId: p.uuid().primary(), name: p.text(), sequence: p.integer() },
});

class NameCopyTable extends Migration {
  override up(): void {
    this.addSql('create table name_copy (company_id uuid, item_id uuid, name text not null, sequence int not null, primary key (company_id, item_id))');
  }
}

/** The name of each item, as its newest fact tells it. */
class NameCopies implements EventHandler<UnitOfWork> {
  readonly name = 'beta.name-copy';
  readonly types = new Set([ItemCreated.name, ItemChanged.name]);
  readonly copies = [NameCopy];
  refuse = false;

  async load(_events: readonly ReceivedEvent[], tx: UnitOfWork): Promise<NameCopy[]> {
    const rows: NameCopy[] = [];
    tx.beforeCommit(() => tx.table(NameCopy).upsertNewer(tx, rows, 'sequence'));
    return rows;
  }

  handle(event: ReceivedEvent, rows: unknown): void {
    const { itemId, name } = (event as EventOf<typeof ItemCreated>).data;
    (rows as NameCopy[]).push(Object.assign(new NameCopy(), { companyId: event.companyId, itemId, name, sequence: event.sequence }));
  }
}

const created = (itemId: string): ContractEvent => ItemCreated.of({ ...ItemCreated.example, itemId });
const renamed = (itemId: string, name: string): ContractEvent => ItemChanged.of({ ...ItemChanged.example, itemId, name });

describe('a copy built again from the first fact', () => {
  const prefix = `t${randomBytes(4).toString('hex')}.`;
  let alpha: TestDatabase;
  let beta: TestDatabase;
  let producer: MessagingRuntime;
  let receiver: MessagingRuntime;

  const runtime = (service: string, { database }: TestDatabase) =>
    new MessagingRuntime(
      { service, kafka: { ...inject('servers').kafka, clientId: 'test', prefix } },
      database,
      () => {},
      () => {},
    );
  const tell = (...events: ContractEvent[]) =>
    producer.store.transaction(COMPANY, async (tx) => {
      for (const event of events) tx.publish(event, cause);
    });
  const names = async () =>
    new Map(
      (await beta.database.query<{ item_id: string; name: string }>(statement('select item_id, name from name_copy'))).map((row) => [row.item_id, row.name]),
    );
  const begin = async (consumer: string, accept = false): Promise<string | Refusal> => {
    const { rebuilds } = receiver;
    const wish = { consumer, accept, actor: 'tester', reason: 'to be sure' };
    const id = await beta.database.transaction(null, async (tx) => rebuilds.writeDown(tx, wish, await rebuilds.underWayOf(tx, [consumer])));
    if (!isRefusal(id)) rebuilds.carryOut(id, wish);
    return id;
  };
  const rebuilt = async (accept = false): Promise<RebuildRun> => {
    const id = await begin('beta.name-copy', accept);
    if (isRefusal(id)) throw new Error(id.detail);
    return eventually(async () => {
      const run = await receiver.rebuilds.show(id);
      expect(run?.state).not.toBe('running');
      return run!;
    });
  };

  beforeAll(async () => {
    const servers = inject('servers');
    alpha = await createTestDatabase(servers, 'alpha', [], MESSAGING_MIGRATIONS);
    beta = await createTestDatabase(servers, 'beta', [NameCopySchema], [...MESSAGING_MIGRATIONS, { name: '1', class: NameCopyTable }]);
    const kafka = kafkaClient({ ...servers.kafka, clientId: 'test', prefix }, () => {});
    await provisionTopics(kafka, ['inventory.item'], { defaultPartitions: 3, replicationFactor: 1, prefix });
    producer = runtime('alpha', alpha);
    await producer.start(new Map());
    receiver = runtime('beta', beta);
    const copies = new NameCopies();
    await receiver.start(new Map([[copies.name, copies]]));
  });

  afterAll(async () => {
    await receiver.stop();
    await producer.stop();
    await alpha.database.close();
    await beta.database.close();
  });

  let items: string[];
  beforeEach(async () => {
    items = Array.from({ length: 20 }, newId);
    await tell(...items.map(created), ...items.map((itemId) => renamed(itemId, `Item ${itemId.slice(-4)}`)));
    await eventually(async () => {
      const there = await names();
      if (items.some((itemId) => !there.get(itemId)?.startsWith('Item '))) throw new Error('the copies are not there yet');
    });
  });

  it('is equal to the live one while facts go on, and leaves nothing behind', async () => {
    let told = 0;
    const telling = (async () => {
      for (; told < 50; told += 1) await tell(renamed(items[told % 20]!, `Item again ${told}`));
    })();
    const run = await rebuilt();
    await telling;
    expect(run).toMatchObject({ state: 'equal', differences: [] });
    expect(run.compared).toBeGreaterThanOrEqual(20);
    expect(run.facts).toBeGreaterThanOrEqual(40);
    const left = await beta.database.query(
      statement(
        `select key from consumer_stream where consumer like '%~rebuild' union all select relname from pg_class where relname = 'name_copy' and relnamespace = 'rebuild'::regnamespace`,
      ),
    );
    expect(left).toEqual([]);
  });

  it('shows what differs from the facts and leaves it, or puts it right when that is wished', async () => {
    const before = await names();
    const [changed, lost] = items as [string, string];
    const invented = newId();
    await beta.database.query(statement(`update name_copy set name = 'Forged' where item_id = '${changed}'`));
    await beta.database.query(statement(`delete from name_copy where item_id = '${lost}'`));
    await beta.database.query(statement(`insert into name_copy values ('${COMPANY}', '${invented}', 'Invented', 1)`));

    const seen = await rebuilt();
    expect(seen.state).toBe('different');
    expect(new Map(seen.differences.map(({ key, found }) => [key, found]))).toEqual(
      new Map([
        [changed, 'other in name'],
        [lost, 'missing'],
        [invented, 'not told by any fact'],
      ]),
    );
    expect((await names()).get(changed)).toBe('Forged');

    expect((await rebuilt(true)).state).toBe('switched');
    expect(await names()).toEqual(before);
    await tell(renamed(changed, 'Item later'));
    await eventually(async () => expect((await names()).get(changed)).toBe('Item later'));
  });

  it('is refused for what is no copy, and while another one runs', async () => {
    expect(await begin('beta.other')).toMatchObject({ code: 'consumer-not-rebuildable' });
    const id = (await begin('beta.name-copy')) as string;
    expect(await begin('beta.name-copy')).toMatchObject({ code: 'rebuild-under-way' });
    await eventually(async () => expect((await receiver.rebuilds.show(id))?.state).toBe('equal'));
  });
});
