import { newId } from '@millrace/kernel';
import { CommandBus, type CommandHandler, MessageStore, MESSAGING_MIGRATIONS } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import { createTestDatabase, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { DiscardEventHandler } from './discard-event.handler.js';
import { ReplayParkedHandler } from './replay-parked.handler.js';

const PARK = statement(`
  with stream as (
    insert into consumer_stream (consumer, topic, key, taken_sequence, state) values ('finance.receivable', 'orders.sales-order', $1, $2, 'parked'))
  insert into kept_event (consumer, topic, key, sequence, headers, body, kept_as, error_code)
  select 'finance.receivable', 'orders.sales-order', $1, n, '{"ce_id":"event","ce_type":"orders.sales-order-placed.v1"}', '', 'parked', 'poison'
  from generate_series(1, $2::int) n`);
const STATE = statement('select state from consumer_stream where key = $1');
const KEPT = statement('select sequence from kept_event where key = $1 order by sequence');
const ACTIONS = statement('select actor, action, reason, detail from operator_action where key = $1 order by at, id');

describe('repairing streams', () => {
  let test: TestDatabase;
  let bus: CommandBus;
  let key: string;

  beforeAll(async () => {
    test = await createTestDatabase(inject('servers'), 'finance', [], MESSAGING_MIGRATIONS);
    bus = new CommandBus(new MessageStore(test.database));
  });

  beforeEach(() => {
    key = newId();
  });

  afterAll(() => test.database.close());

  const stream = () => ({ consumer: 'finance.receivable', topic: 'orders.sales-order', key });
  const park = (events: number) => test.database.query(PARK, [key, events]);
  const kept = async () => (await test.database.query<{ sequence: number }>(KEPT, [key])).map(({ sequence }) => sequence);
  const state = async () => (await test.database.query<{ state: string }>(STATE, [key]))[0]!.state;
  const actions = () => test.database.query<{ action: string }>(ACTIONS, [key]);

  function run<Request, Loaded, Response>(handler: CommandHandler<Request, Loaded, Response>, request: Request, idempotencyKey = newId()) {
    const idempotency = { key: idempotencyKey, route: handler.name, bodyHash: Buffer.from('body') };
    return bus.run(handler, {
      companyId: null as unknown as string,
      actor: 'operator',
      correlationId: 'c-1',
      request,
      can: () => true,
      idempotency,
    });
  }
  const discard = (sequence: number, idempotencyKey?: string) =>
    run(new DiscardEventHandler(), { ...stream(), sequence, reason: 'entered by hand' }, idempotencyKey);
  const replay = (request: object = {}, idempotencyKey?: string) =>
    run(new ReplayParkedHandler(), { ...stream(), reason: 'mended', ...request }, idempotencyKey);

  it('gives the first kept event up, once for a key, and keeps who did it and why', async () => {
    await park(2);
    expect([await discard(1, 'key-1'), await discard(1, 'key-1')]).toMatchObject([{ replayed: false }, { replayed: true }]);
    expect([await kept(), await state()]).toEqual([[2], 'parked']);
    expect(await actions()).toMatchObject([
      { actor: 'operator', action: 'discard', reason: 'entered by hand', detail: { sequence: 1, eventId: 'event', errorCode: 'poison' } },
    ]);
  });

  it('lets the stream flow when the last is given up, also when all are at once', async () => {
    await park(3);
    const answers = await Promise.all([1, 2, 3].map((sequence) => discard(sequence)));
    expect(answers).toMatchObject([{ replayed: false }, { replayed: false }, { replayed: false }]);
    expect([await kept(), await state()]).toEqual([[], 'flowing']);
  });

  it('gives up none that is not the first of a parked stream', async () => {
    await park(2);
    expect(await discard(2)).toMatchObject({ code: 'event-not-first' });
    await discard(1);
    expect(await discard(1)).toMatchObject({ code: 'event-not-first' });
    await replay();
    expect(await discard(2)).toMatchObject({ code: 'event-not-first' });
    expect(await kept()).toEqual([2]);
  });

  it('sets parked streams waiting, once for a key', async () => {
    await park(1);
    const [first, again] = [await replay({}, 'key-2'), await replay({}, 'key-2')];
    expect(first).toMatchObject({ replayed: false, response: { streams: [{ ...stream(), companyId: null }] } });
    expect(again).toMatchObject({ replayed: true, response: { streams: [{ ...stream(), companyId: null }] } });
    expect([await state(), (await actions()).map(({ action }) => action)]).toEqual(['waiting', ['replay']]);
    expect(await replay()).toMatchObject({ response: { streams: [] } });
  });
});
