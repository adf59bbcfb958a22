import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@millrace/kernel';
import { eventDefinitions } from '@millrace/contracts';
import { readLog } from '@millrace/messaging';
import { CaseIndex } from '../trace/business-case.js';
import type { Trouble } from './link.js';
import type { Wire } from './network.js';
import { NotHit, type Rig } from './rig.js';

/** Breaks something, proves that it is broken, and mends it. @returns what was seen of it. @throws NotHit */
type Inject = (rig: Rig) => Promise<string>;

/** What a fault needs of the ground that the suite stands on. */
export type Needs = Readonly<{
  /** Brokers of a cluster, and so a suite of its own. */
  brokers?: number;
  /** A file system of its own, which only root can mount. */
  disk?: boolean;
  /** Another checkout with a build, `--previous`. */
  previous?: boolean;
}>;

export type Fault = Readonly<{ id: string; name: string; title: string; inject: Inject; needs: Needs }>;

const fault = (id: string, name: string, title: string, inject: Inject, needs: Needs = {}): Fault => ({ id, name, title, inject, needs });

const DUPLICATES = /^events_total\{.*outcome="duplicate"/;
const RETRIES = /^events_total\{.*outcome="retried"/;
const FAILPOINT_HITS = /^failpoint_hits\{/;
const HOUR_MS = 3_600_000;
const CONSUMERS = ['inventory', 'orders', 'finance', 'hr'];

/** Every fault of the matrix, and those that last: a service that is away, one replica of each. */
export const FAULTS: readonly Fault[] = [
  fault('F1', 'orders-crash', 'orders dies before the transaction, after the commit, after the answer', async (rig) => {
    for (const point of ['http.before-transaction=kill@2', 'http.after-commit=kill@2', 'http.after-reply=kill@2'])
      await rig.dieAt('orders', point, () => Promise.all(Array.from({ length: 8 }, () => rig.traffic.order())));
    return 'died at 3 points';
  }),
  fault('F2', 'inventory-crash', 'inventory dies after decoding, before and after the commit', (rig) => dieConsuming(rig, 'inventory')),
  fault('F3', 'finance-crash', 'finance dies after decoding, before and after the commit', (rig) => dieConsuming(rig, 'finance')),
  fault('F4', 'hr-crash', 'hr dies while payroll is posted and paid', async (rig) => {
    await rig.dieAt('hr', 'consume.before-commit=kill', () => rig.traffic.payroll());
    await rig.dieAt('hr', 'consume.after-commit=kill', () => rig.traffic.payroll());
    return 'died at 2 points';
  }),
  fault('F5', 'gateway-crash', 'the gateway is killed under load', (rig) => killAndReturn(rig, 'gateway')),
  fault('F6', 'relay-crash', 'the relay dies between the broker and its mark', async (rig) => {
    const before = await rig.metric(['inventory', 'finance'], DUPLICATES);
    await rig.dieAt('orders', 'relay.after-publish=kill');
    await rig.until(async () => (await rig.metric(['inventory', 'finance'], DUPLICATES)) > before, 45_000, 'nothing was sent twice');
    return `${(await rig.metric(['inventory', 'finance'], DUPLICATES)) - before} facts sent twice; ${await traceOfRepeated(rig)}`;
  }),
  fault('F7', 'relay-takeover', 'the owner of the shards dies, and the lock connections are cut', async (rig) => {
    await killAndReturn(rig, 'orders');
    const cut = await terminate(rig, 'orders', `state = 'idle' or query like '%advisory%'`);
    if (cut === 0) throw new NotHit('no connection was cut');
    return `${cut} connections cut`;
  }),
  fault('F8', 'zombie', 'a replica stops for a while and comes back', (rig) => hang(rig, 'orders', 60)),
  fault('F9', 'broker-restart', 'the broker is restarted, and killed', async (rig) => {
    await rig.supervisor.restart('kafka');
    return killAndReturn(rig, 'kafka');
  }),
  fault('F10', 'broker-down', 'the broker hangs while orders come in', async (rig) => {
    const before = rig.traffic.history.of('order', 'done').length;
    const said = await hang(rig, 'kafka', 300, async () => {
      await Promise.all(Array.from({ length: 5 }, () => rig.traffic.order()));
    });
    const taken = rig.traffic.history.of('order', 'done').length - before;
    if (taken < 5) throw new NotHit(`only ${taken} orders were taken meanwhile`);
    return `${said}, ${taken} orders taken`;
  }),
  fault(
    'F11',
    'broker-quorum',
    'one of three brokers is lost, then two',
    async (rig) => {
      const stopped = [rig.signal('kafka', 'SIGSTOP', 1)];
      try {
        if (!(await rig.traffic.probe(60_000))) throw new Error('with two of three brokers nothing went on');
        stopped.push(rig.signal('kafka', 'SIGSTOP', 2));
        const before = rig.traffic.history.of('order', 'done').length;
        await Promise.all([...Array.from({ length: 5 }, () => rig.traffic.order()), sleep(rig.scaled(60))]);
        const taken = rig.traffic.history.of('order', 'done').length - before;
        if (taken < 5) throw new Error(`with one of three brokers only ${taken} orders were taken`);
        return `one lost: all went on; two lost: ${taken} orders taken and told later`;
      } finally {
        for (const pid of stopped) process.kill(pid, 'SIGCONT');
      }
    },
    { brokers: 3 },
  ),
  fault('F12', 'database-restart', 'PostgreSQL is restarted and killed, and every connection cut', async (rig) => {
    await rig.supervisor.restart('postgres');
    await killAndReturn(rig, 'postgres');
    return `${await terminate(rig, 'postgres', 'true')} connections cut`;
  }),
  fault('F13', 'database-slow', 'a session holds every stock row, and every packet takes half a second more', async (rig) =>
    rig.database('inventory', async (client) => {
      await client.query('begin; select count(*) from (select 1 from stock_level order by company_id, item_id, location_id for update) held');
      const waiting = countDuring(rig, 30, async () => {
        const { rows } = await client.query<{ n: number }>('select count(*)::int as n from pg_locks where not granted');
        return rows[0]!.n;
      });
      const most = await waiting;
      await client.query('rollback');
      if (most === 0) throw new NotHit('nobody waited for the rows');
      const slow = await rig.troubled('inventory>postgres', { delayMs: 500 }, rig.scaled(30));
      return `${most} waited at once; ${slow} packets took half a second more`;
    }),
  ),
  fault('F14', 'duplicates', 'every record of the log comes again, twice', async (rig) => {
    const before = await rig.metric(CONSUMERS, DUPLICATES);
    const sent = (await sendAgain(rig, 'orders.sales-order')) + (await sendAgain(rig, 'inventory.shipment')) + (await sendAgain(rig, 'orders.sales-order'));
    await rig.until(async () => (await rig.metric(CONSUMERS, DUPLICATES)) >= before + sent / 2, 60_000, 'the repeats were not taken');
    return `${sent} records sent again`;
  }),
  fault('F15', 'out-of-order', 'the first fact of a stream comes after the later ones', async (rig) => {
    const before = await rig.metric(CONSUMERS, DUPLICATES);
    const sent = await sendAgain(rig, 'finance.customer-invoice', (sequence) => sequence === 1);
    await rig.until(async () => (await rig.metric(CONSUMERS, DUPLICATES)) > before, 30_000, 'the early facts were not taken');
    return `${sent} first facts sent late`;
  }),
  fault('F16', 'poison', 'what is no JSON, has no body, or is of a type that nobody knows', async (rig) => {
    const key = newId();
    const bodies = [Buffer.from('{not json'), null, Buffer.from(JSON.stringify({ padding: 'x'.repeat(1_000_000) }))];
    await rig.produce(
      'orders.sales-order',
      bodies.map((value, index) => foreign(rig, key, index + 1, value)),
    );
    await rig.produce('orders.sales-order', [foreign(rig, key, 4, Buffer.from('{}'), 'orders.sales-order-dreamt.v1')]);
    return parkedThenDiscarded(rig, key);
  }),
  fault('F17', 'always-throws', 'a consumer always throws on one order', async (rig) => {
    const id = newId();
    await rig.supervisor.restart('finance', `consumer.handle[${id}]=throw:poison`);
    await rig.traffic.order(id);
    await rig.until(async () => (await rig.kept('parked')).some((each) => each.key === id), 30_000, 'the order was not parked');
    if (!(await rig.traffic.probe(30_000))) throw new NotHit('other orders did not flow');
    await rig.disarm('finance');
    await rig.replayParked('finance');
    return 'parked, the others flowed, replayed';
  }),
  fault('F18', 'transient-errors', 'three of ten commits fail as transactions that collide do', (rig) =>
    disturb(rig, 'inventory', 'consume.before-commit=throw:40001%30', 30, RETRIES),
  ),
  fault('F19', 'slow-consumer', 'every group takes two seconds', (rig) => disturb(rig, 'inventory', 'consume.before-commit=delay:2000', 30)),
  fault('F20', 'slower-than-session', 'one group takes longer than the broker waits for a member', (rig) =>
    disturb(rig, 'finance', 'consume.before-commit=delay:25000@1', 28),
  ),
  fault('F21', 'rebalance', 'members come and go', async (rig) => {
    const end = Date.now() + rig.scaled(120);
    let rounds = 0;
    for (; Date.now() < end; rounds++) {
      rig.signal('inventory', 'SIGTERM', rounds % 2);
      await sleep(1_500);
      await rig.allReady();
    }
    return `${rounds} rebalances`;
  }),
  fault('F22', 'partition', 'wires are silent: to the broker, to the database, to a service, and one way only', async (rig) => {
    const deaths = () => [...rig.supervisor.deaths.values()].reduce((sum, each) => sum + each, 0);
    const before = deaths();
    const both = ['there', 'back'] as const;
    const parts: [Wire, Trouble][] = [
      ['inventory>kafka', { silent: both }],
      ['finance>postgres', { silent: both }],
      ['gateway>orders', { silent: both }],
      ['orders>kafka', { silent: ['back'] }],
      ['orders>postgres', { silent: ['there'] }],
    ];
    let hits = 0;
    for (const [wire, trouble] of parts) {
      hits += await rig.troubled(wire, trouble, rig.scaled(40));
      if (!(await rig.traffic.probe(60_000))) throw new Error(`after ${wire} was silent nothing went on`);
    }
    if (deaths() > before) throw new Error('a process had to be started again');
    return `5 wires, ${hits} packets held back, nobody started again`;
  }),
  fault('F23', 'flaky-network', 'packets are lost, connections reset, a wire is slow, another is open at one end only', async (rig) => {
    const lost =
      (await rig.troubled('finance>kafka', { lossPercent: 5 }, rig.scaled(30))) + (await rig.troubled('orders>postgres', { lossPercent: 5 }, rig.scaled(30)));
    for (const wire of ['inventory>kafka', 'inventory>postgres', 'gateway>finance', 'orders>postgres'] as const) {
      for (let round = 0; round < 5; round++) {
        rig.network.reset(wire);
        await sleep(200);
      }
    }
    const slow = await rig.troubled('finance>kafka', { bytesPerSecond: 8_000 }, rig.scaled(30));
    const half = await rig.troubled('gateway>orders', { silent: ['back'] }, rig.scaled(30));
    return `${lost} packets sent again, 20 resets, ${slow} at 64 kbit/s, ${half} answers held back`;
  }),
  fault('F24', 'clock-skew', 'the clocks of finance and inventory are an hour off, and jump back', async (rig) => {
    const silent = async () => {
      const { data } = await rig.api.get<{ data: { silentSince?: string }[] }>('/v1/sales-orders?limit=50');
      return data.filter(({ silentSince }) => silentSince !== undefined).length;
    };
    try {
      rig.ground.skew.set('finance', HOUR_MS).set('inventory', -HOUR_MS);
      for (const service of ['finance', 'inventory'] as const) await rig.supervisor.restart(service);
      if (!(await rig.traffic.probe(60_000))) throw new Error('with clocks an hour off nothing went on');
      await sleep(rig.scaled(60));
    } finally {
      rig.ground.skew.clear();
      for (const service of ['finance', 'inventory'] as const) await rig.disarm(service);
    }
    if ((await silent()) > 0) throw new Error('an answer was called late by a clock that is wrong');
    return 'an hour ahead and an hour behind, no deadline fired';
  }),
  fault(
    'F25',
    'disk-full',
    'the disk of broker and database is full',
    async (rig) => {
      const before = rig.deathsOf('postgres') + rig.deathsOf('kafka');
      const refused = () => rig.traffic.history.calls.filter(({ outcome }) => outcome === 'unknown').length;
      const asked = refused();
      const size = rig.ground.fillDisk();
      try {
        await Promise.all([rig.traffic.impatientOrder(), sleep(rig.scaled(120))]);
        await rig.until(() => rig.deathsOf('postgres') + rig.deathsOf('kafka') > before || refused() > asked, 60_000, 'nobody noticed');
      } finally {
        rig.ground.freeDisk();
      }
      await rig.until(() => rig.supervisor.status().every(({ ready, pid }) => ready && pid !== null), 120_000, 'not every process came back');
      return `${size} MiB filled; ${rig.deathsOf('postgres') + rig.deathsOf('kafka') - before} ends of a server`;
    },
    { disk: true },
  ),
  fault('F26', 'no-descriptors', 'a process may open no more files or sockets', async (rig) => {
    const [target] = rig.pids('orders');
    const limit = (count: string) => spawnSync('prlimit', ['--pid', String(target!.pid), `--nofile=${count}`]).status === 0;
    if (!limit('20:4096')) throw new NotHit('prlimit is not there');
    await sleep(rig.scaled(20));
    limit('4096:4096');
    return `${target!.name} had 20`;
  }),
  fault('F27', 'double-click', 'twenty times the same order at once, then another body under its key', async (rig) => {
    const id = newId();
    const body = rig.traffic.wishOf(id, rig.traffic.anyCustomer, [[rig.traffic.anyItem, 1]], 'back-order');
    const answers = await Promise.all(Array.from({ length: 20 }, () => rig.api.post<{ salesOrderId: string }>('/v1/sales-orders', body, { key: id })));
    if (new Set(answers.map(({ salesOrderId }) => salesOrderId)).size !== 1) throw new Error('the same request made several orders');
    const other = rig.traffic.wishOf(id, rig.traffic.anyCustomer, [[rig.traffic.anyItem, 2]], 'back-order');
    const refusal = await rig.api.post('/v1/sales-orders', other, { key: id }).then(() => 'nothing', String);
    if (!refusal.includes('idempotency-key-reused')) throw new Error(`another body under the same key was answered with ${refusal}`);
    return '20 answers, 1 order';
  }),
  fault('F28', 'impatient-client', 'a client gives up after a millisecond and asks again', async (rig) => {
    const id = newId();
    const token = await rig.api.accessToken();
    const body = JSON.stringify(rig.traffic.wishOf(id, rig.traffic.anyCustomer, [[rig.traffic.anyItem, 1]], 'back-order'));
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': id, 'content-type': 'application/json' };
    const ask = (ms: number) => fetch(`${rig.site.gateway}/v1/sales-orders`, { method: 'POST', headers, body, signal: AbortSignal.timeout(ms) });
    let givenUp = 0;
    for (let attempt = 0; attempt < 5; attempt++) await ask(1).catch(() => (givenUp += 1));
    if (givenUp === 0) throw new NotHit('every answer came within a millisecond');
    await rig.until(async () => (await ask(30_000)).status === 202, 30_000, 'the order was not taken in the end'); // 409 while one of them is in hand.
    return `gave up ${givenUp} times, 1 order`;
  }),
  fault('F29', 'foreign-contract', 'a producer breaks the contract, and one is newer', async (rig) => {
    const key = newId();
    await rig.produce('orders.sales-order', [
      foreign(rig, key, 1, Buffer.from(JSON.stringify({ salesOrderId: key, number: 7 }))),
      foreign(rig, key, 2, Buffer.from('{}'), 'orders.sales-order-placed.v9'),
    ]);
    return parkedThenDiscarded(rig, key);
  }),
  fault(
    'F30',
    'rolling-upgrade',
    'an older build runs beside this one',
    async (rig) => {
      const older = ['orders-2', 'inventory-2', 'finance-2'];
      try {
        for (const name of older) rig.ground.builds.set(name, rig.previous!);
        for (const name of older) await rig.supervisor.restart(name);
        for (const name of older) if (!rig.ground.launches.get(name)!.script.startsWith(rig.previous!)) throw new NotHit(`${name} runs this build`);
        if (!(await rig.traffic.probe(60_000))) throw new Error('with two versions side by side nothing went on');
        await sleep(rig.scaled(120));
      } finally {
        rig.ground.builds.clear();
      }
      for (const name of older) await rig.supervisor.restart(name);
      return `${older.join(', ')} ran the older build, then this one`;
    },
    { previous: true },
  ),
  fault('F31', 'burst', 'a burst of orders for little stock', async (rig) => {
    const count = Math.max(100, 10_000 * rig.factor);
    const sku = `BURST-${newId().slice(-6).toUpperCase()}`;
    await rig.api.post('/v1/items', { sku, name: sku, kind: 'stocked' });
    await rig.api.post('/v1/receipts', { kind: 'purchase', lines: [{ sku, quantity: '50', unitCost: '1.00' }] });
    await sleep(1_000);
    await rig.api.post('/v1/prices', { sku, unitPrice: '2.00', validFrom: '2020-01-01' });
    const decided = await Promise.all(
      Array.from({ length: count }, async () => {
        const body = rig.traffic.wishOf(newId(), rig.traffic.anyCustomer, [[sku, 1]]);
        return rig.api.post<{ status: string }>('/v1/sales-orders?until=decided', body, { headers: { prefer: 'wait=50' } });
      }),
    );
    const sold = decided.filter(({ status }) => status !== 'rejected').length;
    if (sold !== 50) throw new Error(`50 pieces were there, and ${sold} of ${count} orders got one`);
    return `${count} orders for 50 pieces: ${sold} sold`;
  }),
  fault('F32', 'late-answer', 'the answer of finance comes after the order was cancelled', async (rig) => {
    await rig.supervisor.restart('finance', 'consume.before-commit=delay:2000');
    const id = newId();
    await rig.traffic.order(id);
    await rig.api.post(`/v1/sales-orders/${id}/cancellation`, undefined);
    await rig.disarm('finance');
    const { status } = await rig.api.get<{ status: string }>(`/v1/sales-orders/${id}`);
    if (status !== 'cancelled') throw new Error(`the order is ${status}`);
    return 'cancelled first, answered later';
  }),
  fault('F33', 'sigterm', 'processes are asked to end in the middle of everything', async (rig) => {
    const rounds = Math.max(6, Math.round(50 * rig.factor));
    for (let round = 0; round < rounds; round++) {
      const service = ['orders', 'inventory', 'finance', 'hr', 'identity'][round % 5]!;
      const before = rig.deathsOf(service);
      rig.signal(service, 'SIGTERM');
      await rig.until(() => rig.deathsOf(service) > before, 20_000, `${service} did not end within 20 s`);
      await rig.allReady();
    }
    return `${rounds} ends, each within 20 s`;
  }),
  fault('F34', 'not-provisioned', 'a process starts without its schema, and one without its topics', async (rig) => {
    const bare = await rig.startBeside('orders', { DATABASE_NAME: await rig.makeEmptyDatabase() });
    const said = await bare.until(/has no schema/, 60_000);
    if (bare.isReady || !said) throw new Error(`without its schema it did not say what to do: ${bare.lastWords}`);
    await bare.stop();
    const topics = async () => (await rig.topics()).length;
    const [before, deaf] = [await topics(), await rig.startBeside('orders', { KAFKA_PREFIX: 'void.' })];
    await deaf.untilAnswers(60_000);
    await sleep(rig.scaled(60));
    const { status } = await deaf.readiness();
    await deaf.stop();
    if (!/degraded/.test(status)) throw new Error(`without its topics it says that it is ${status}`);
    if ((await topics()) !== before) throw new Error('a topic was made that nobody asked for');
    return `said what is missing, then "${status}"; no topic was made`;
  }),
  fault('F35', 'rebuild-live', 'copies are built anew from the first fact beside live traffic', async (rig) => {
    const before = await rig.metric(CONSUMERS, /^outbox_published_total/);
    const runs = await Promise.all(['orders.item-copy', 'finance.customer-copy', 'orders.company-copy'].map((consumer) => rig.rebuild(consumer)));
    const wrong = runs.filter(({ state }) => state !== 'equal');
    if (wrong.length > 0) throw new Error(`a copy is ${wrong[0]!.state}: ${JSON.stringify(wrong[0]!.differences).slice(0, 200)}`);
    const told = (await rig.metric(CONSUMERS, /^outbox_published_total/)) - before;
    return `${runs.reduce((sum, { facts }) => sum + facts, 0)} facts applied again, ${runs.reduce((sum, { compared }) => sum + compared, 0)} rows equal, ${told} facts told meanwhile`;
  }),
  fault('F36', 'identity-down', 'identity hangs, and its key is rotated', async (rig) => {
    const before = rig.traffic.history.of('order', 'done').length;
    const said = await hang(rig, 'identity', 30, async () => {
      await Promise.all(Array.from({ length: 5 }, () => rig.traffic.order()));
    });
    if (rig.traffic.history.of('order', 'done').length - before < 5) throw new Error('orders were not taken with the keys that are known');
    await rig.administrator.post('/v1/signing-keys/rotations', undefined);
    return `${said}, key rotated`;
  }),
  fault('F37', 'idle-transaction', 'a forgotten transaction holds the number series', async (rig) =>
    rig.database('orders', async (client) => {
      await client.query('begin; lock table number_series in share row exclusive mode');
      const most = await countDuring(rig, 60, async () => {
        const { rows } = await client.query<{ n: number }>('select count(*)::int as n from pg_locks where not granted');
        return rows[0]!.n;
      });
      await client.query('rollback');
      if (most === 0) throw new NotHit('nobody waited for it');
      return `${most} waited at once`;
    }),
  ),
  fault('F38', 'tampering', 'somebody changes a posted line in the database', async (rig) =>
    rig.database('finance', async (client) => {
      const { rows } = await client.query<{ entry_id: string; line_no: number; name: string }>(
        `select l.entry_id, l.line_no, 'entry ' || e.journal || ' ' || e.number || ' ' as name from journal_line l
         join journal_entry e on e.company_id = l.company_id and e.id = l.entry_id where l.debit > 0 order by l.entry_id limit 1`,
      );
      if (rows.length === 0) throw new NotHit('nothing was posted yet');
      const change = (by: string) =>
        client.query(`update journal_line set debit = debit + ${by} where entry_id = $1 and line_no = $2`, [rows[0]!.entry_id, rows[0]!.line_no]);
      await client.query(`set session_replication_role = replica`);
      await change('0.01');
      const { findings } = await rig.audit(5);
      await change('-0.01');
      const named = findings.flatMap(({ differences }) => differences).filter(({ what }) => what.startsWith(rows[0]!.name)).length;
      if (named === 0) throw new Error('the audit did not name the entry');
      return `the audit named ${rows[0]!.name.trim()} ${named} times`;
    }),
  ),
  fault('X1', 'finance-hung', 'all of finance hangs for five minutes while orders come in', (rig) => hangWhileOrdering(rig, ['finance'])),
  fault('X2', 'inventory-hung', 'all of inventory hangs for five minutes while orders come in', (rig) => hangWhileOrdering(rig, ['inventory'])),
  fault('X3', 'replicas-hung', 'one replica of every service hangs for five minutes while orders come in', (rig) =>
    hangWhileOrdering(rig, ['orders-2', 'inventory-2', 'finance-2']),
  ),
];

/** Follows an order that has a fact on the log twice. @throws Error when what followed from it is there twice too. */
async function traceOfRepeated(rig: Rig): Promise<string> {
  const index = new CaseIndex();
  const topics = [...new Set([...eventDefinitions().values()].map(({ topic }) => topic))];
  await readLog(rig.kafka, topics, '', (record) => index.add(record));
  const order = index.repeated.find(
    (key) => index.ordersOf(key).length > 0 && index.follow(key).some(({ places, topic }) => places.length > 1 && topic === 'orders.sales-order'),
  );
  if (!order) throw new NotHit('no order has a fact on the log twice');
  const steps = index.follow(order);
  const again = steps.filter(({ places }) => places.length > 1);
  for (const { id, type } of again) {
    const effects = steps.filter(({ causationId }) => causationId === id).map((step) => `${step.type} of ${step.key}`);
    if (new Set(effects).size < effects.length) throw new Error(`${type} of ${order} had an effect twice: ${effects.join(', ')}`);
  }
  return `order ${order} traced: ${steps.length} facts, ${again.length} of them sent again, each with one effect`;
}

async function dieConsuming(rig: Rig, service: 'inventory' | 'finance'): Promise<string> {
  for (const point of ['consume.after-decode', 'consume.before-commit', 'consume.after-commit']) await rig.dieAt(service, `${point}=kill@2`);
  return 'died at 3 points';
}

async function killAndReturn(rig: Rig, name: string): Promise<string> {
  const before = rig.deathsOf(name);
  rig.signal(name, 'SIGKILL');
  await rig.until(() => rig.deathsOf(name) > before, 10_000, `${name} did not die`);
  await rig.allReady();
  return 'killed and started again';
}

/** Every order is taken while processes hang, at the rate of the traffic. @throws NotHit, Error when an order was not taken. */
async function hangWhileOrdering(rig: Rig, names: readonly string[]): Promise<string> {
  const found = names.flatMap((name) => rig.pids(name));
  if (found.length === 0) throw new NotHit(`no process of ${names.join(', ')} runs`);
  const [taken, unknown] = [rig.traffic.history.of('order', 'done').length, rig.traffic.history.of('order', 'unknown').length];
  for (const { pid } of found) process.kill(pid, 'SIGSTOP');
  try {
    await rig.until(() => found.every(({ pid }) => rig.isStopped(pid)), 2_000, 'they did not stop');
    await Promise.all([sleep(rig.scaled(300)), rig.traffic.order()]);
  } finally {
    for (const { pid } of found) process.kill(pid, 'SIGCONT');
  }
  const more = rig.traffic.history.of('order', 'unknown').length - unknown;
  if (more > 0) throw new Error(`${more} orders were not taken meanwhile`);
  return `hung for ${(rig.scaled(300) / 1_000).toFixed(0)} s, ${rig.traffic.history.of('order', 'done').length - taken} orders taken`;
}

/** Stops a process, proves it, does something meanwhile, and lets it go on. */
async function hang(rig: Rig, name: string, seconds: number, meanwhile: () => Promise<void> = async () => {}): Promise<string> {
  const pid = rig.signal(name, 'SIGSTOP');
  try {
    await rig.until(() => rig.isStopped(pid), 2_000, `${name} did not stop`);
    await Promise.all([meanwhile(), sleep(rig.scaled(seconds))]);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  return `hung for ${(rig.scaled(seconds) / 1_000).toFixed(0)} s`;
}

/** Arms a failpoint that does not kill, for a while, and proves that it was reached. */
async function disturb(rig: Rig, service: 'inventory' | 'finance', failpoint: string, seconds: number, sign = FAILPOINT_HITS): Promise<string> {
  await rig.supervisor.restart(service, failpoint);
  await Promise.all([sleep(rig.scaled(seconds)), rig.traffic.order()]);
  const hits = await rig.metric([service], sign);
  await rig.disarm(service);
  if (hits === 0) throw new NotHit(`${service} never reached ${failpoint}`);
  const parked = await rig.kept('parked');
  if (parked.length > 0) throw new Error(`${parked.length} streams were parked for an error that passes`);
  return `reached ${hits} times`;
}

/** The highest figure that was seen during a time. */
async function countDuring(rig: Rig, seconds: number, look: () => Promise<number>): Promise<number> {
  let most = 0;
  for (const end = Date.now() + rig.scaled(seconds); Date.now() < end; await sleep(250)) most = Math.max(most, await look());
  return most;
}

async function terminate(rig: Rig, role: string, condition: string): Promise<number> {
  const who = role === 'postgres' ? `usename <> 'postgres'` : `usename = '${role}'`;
  return rig.database('postgres', async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(pg_terminate_backend(pid))::int as n from pg_stat_activity where ${who} and (${condition})`,
    );
    return rows[0]!.n;
  });
}

/** Sends records of a topic once more, as a broker or a relay may. */
async function sendAgain(rig: Rig, topic: string, wanted: (sequence: number) => boolean = () => true): Promise<number> {
  const found: { key: string; value: Buffer | null; headers: Record<string, string> }[] = [];
  await readLog(rig.kafka, [topic], '', ({ key, value, headers }) => {
    if (key !== null && wanted(Number(headers.ce_sequence))) found.push({ key, value, headers: { ...headers } });
  });
  if (found.length === 0) throw new NotHit(`there is nothing on ${topic}`);
  const last = found.slice(-500);
  await rig.produce(topic, last);
  return last.length;
}

function foreign(rig: Rig, key: string, sequence: number, value: Buffer | null, type = 'orders.sales-order-placed.v1') {
  rig.foreignKeys.add(key);
  const headers = {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: newId(),
    ce_type: type,
    ce_source: '/millrace/orders',
    ce_subject: key,
    ce_time: new Date().toISOString(),
    ce_sequence: String(sequence),
    ce_company: rig.traffic.companyId,
  };
  return { key, value, headers };
}

async function parkedThenDiscarded(rig: Rig, key: string): Promise<string> {
  await rig.until(async () => (await rig.kept('parked')).filter((each) => each.key === key).length >= 2, 30_000, 'it was not parked by those who read it');
  if (!(await rig.traffic.probe(30_000))) throw new NotHit('other orders did not flow');
  return `parked, the others flowed, ${await rig.discard(key)} discarded`;
}
