import { newId } from '@millrace/kernel';
import { CommandBus, type CommandHandler, MessageStore, MESSAGING_MIGRATIONS } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import { createTestDatabase, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { DiscardEventHandler } from './discard-event.handler.js';
import { DiscardParkedHandler } from './discard-parked.handler.js';
import { ReleaseStreamHandler } from './held-streams.js';
import { ReplayParkedHandler } from './replay-parked.handler.js';

const PARK = statement(`
  with stream as (
    insert into consumer_stream (consumer, topic, key, taken_sequence, state) values ('finance.receivable', 'orders.sales-order', $1, $2, 'parked'))
  insert into kept_event (consumer, topic, key, sequence, headers, body, kept_as, error_code)
  select 'finance.receivable', 'orders.sales-order', $1, n, '{"ce_id":"event","ce_type":"orders.sales-order-placed.v1"}', '', 'parked', 'poison'
  from generate_series(1, $2::int) n`);
const PARK_FOR = statement(`
  with stream as (
    insert into consumer_stream (consumer, topic, key, taken_sequence, state, state_since) values ($1, 'orders.sales-order', $2, 2, 'parked', now() - interval '2 hours'))
  insert into kept_event (consumer, topic, key, sequence, headers, body, kept_as, error_code)
  select $1, 'orders.sales-order', $2, n, '{}', '', case n when 1 then 'parked' else 'behind' end, case n when 1 then $3 end from generate_series(1, 2) n`);
const HOLD = statement(
  `insert into held_stream (topic, key, sequence, code, message) values ('finance.payment', $1, 3, 'RefusedByBroker', 'MESSAGE_TOO_LARGE')`,
);
const HELD = statement('select topic from held_stream where key = $1');
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

  const here = { consumers: new Set(['finance.receivable']) };
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
      limitsOn: () => ({}),
      idempotency,
    });
  }
  const discard = (sequence: number, idempotencyKey?: string) =>
    run(new DiscardEventHandler(), { ...stream(), sequence, reason: 'entered by hand' }, idempotencyKey);
  const replay = (request: object = {}, idempotencyKey?: string) =>
    run(new ReplayParkedHandler(here), { ...stream(), reason: 'mended', ...request }, idempotencyKey);

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

  const parkFor = (consumer: string, name: string, cause: string) => test.database.query(PARK_FOR, [consumer, name, cause]);
  const keptOf = async (name: string) => (await test.database.query<{ sequence: number }>(KEPT, [name])).map(({ sequence }) => sequence);
  const stateOf = async (name: string) => (await test.database.query<{ state: string }>(STATE, [name]))[0]!.state;

  it('gives up what streams are parked for by its cause, and sets what is behind it waiting', async () => {
    const [broken, other, young] = [newId(), newId(), newId()];
    await parkFor('finance.receivable', broken, 'not-json');
    await parkFor('finance.receivable', other, 'contract-broken');
    await parkFor('finance.receivable', young, 'not-json');
    await test.database.query(statement(`update consumer_stream set state_since = now() where key = '${young}'`));
    const answer = await run(new DiscardParkedHandler(here), { cause: 'not-json', olderThanSeconds: 3_600, reason: 'a producer of ours was broken' });
    expect(answer).toMatchObject({ response: { discarded: 1 } });
    expect([await keptOf(broken), await stateOf(broken)]).toEqual([[2], 'waiting']);
    expect([await keptOf(other), await keptOf(young)]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('leaves parked what no consumer takes, and gives it up when that is asked for', async () => {
    const stray = newId();
    await parkFor('finance.unreadable', stray, 'envelope-broken');
    const filter = { consumer: 'finance.unreadable', reason: 'nobody reads it' };
    expect(await run(new ReplayParkedHandler(here), filter)).toMatchObject({ response: { streams: [] } });
    expect(await stateOf(stray)).toBe('parked');
    await run(new DiscardParkedHandler(here), filter);
    expect([await keptOf(stray), await stateOf(stray)]).toEqual([[2], 'parked']);
    await run(new DiscardParkedHandler(here), filter);
    expect([await keptOf(stray), await stateOf(stray)]).toEqual([[], 'flowing']);
  });

  it('publishes a held stream again, with who did it and why', async () => {
    await test.database.query(HOLD, [key]);
    const release = () => run(new ReleaseStreamHandler(), { topic: 'finance.payment', key, reason: 'the broker takes more now' });
    expect(await release()).toMatchObject({ replayed: false });
    expect(await test.database.query(HELD, [key])).toEqual([]);
    expect(await actions()).toMatchObject([{ action: 'release', detail: { sequence: 3, message: 'MESSAGE_TOO_LARGE' } }]);
    expect(await release()).toMatchObject({ code: 'stream-not-held' });
  });
});
