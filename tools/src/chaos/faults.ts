import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@millrace/kernel';
import { readLog } from '@millrace/messaging';
import { NotHit, type Rig } from './rig.js';

/** Breaks something, proves that it is broken, and mends it. @returns what was seen of it. @throws NotHit */
type Inject = (rig: Rig) => Promise<string>;

export type Fault = Readonly<{ id: string; name: string; title: string; inject: Inject } | { id: string; name: string; title: string; whyNot: string }>;

const fault = (id: string, name: string, title: string, inject: Inject): Fault => ({ id, name, title, inject });
const missing = (id: string, name: string, title: string, whyNot: string): Fault => ({ id, name, title, whyNot });

const DUPLICATES = /^events_total\{.*outcome="duplicate"/;
const RETRIES = /^events_total\{.*outcome="retried"/;
const FAILPOINT_HITS = /^failpoint_hits\{/;
const CONSUMERS = ['inventory', 'orders', 'finance', 'hr'];

/** Every fault of the matrix, those that cannot be injected on one machine too, with the reason. */
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
    return `${(await rig.metric(['inventory', 'finance'], DUPLICATES)) - before} facts sent twice`;
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
  missing('F11', 'broker-quorum', 'one and two of three brokers are lost', 'the suite on one machine has one broker'),
  fault('F12', 'database-restart', 'PostgreSQL is restarted and killed, and every connection cut', async (rig) => {
    await rig.supervisor.restart('postgres');
    await killAndReturn(rig, 'postgres');
    return `${await terminate(rig, 'postgres', 'true')} connections cut`;
  }),
  fault('F13', 'database-slow', 'a session holds every stock row', async (rig) =>
    rig.database('inventory', async (client) => {
      await client.query('begin; select count(*) from (select 1 from stock_level order by company_id, item_id, location_id for update) held');
      const waiting = countDuring(rig, 30, async () => {
        const { rows } = await client.query<{ n: number }>('select count(*)::int as n from pg_locks where not granted');
        return rows[0]!.n;
      });
      const most = await waiting;
      await client.query('rollback');
      if (most === 0) throw new NotHit('nobody waited for the rows');
      return `${most} waited at once`;
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
  missing('F22', 'partition', 'the network between processes is cut', 'needs network namespaces: one machine, one loopback'),
  missing('F23', 'flaky-network', 'packets are lost, connections reset', 'needs a proxy before broker and database'),
  missing('F24', 'clock-skew', 'clocks differ by an hour', 'needs a library that shifts the clock of one process'),
  missing('F25', 'disk-full', 'the disk of broker or database is full', 'needs a file system of its own to fill'),
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
    if ((await ask(30_000)).status !== 202) throw new Error('the order was not taken in the end');
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
  missing('F30', 'rolling-upgrade', 'two versions run side by side', 'there is one version yet; contracts are compared by npm test'),
  fault('F31', 'burst', 'a burst of orders for little stock', async (rig) => {
    const count = Math.max(100, 10_000 * rig.factor);
    const sku = `BURST-${newId().slice(-6)}`;
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
  missing('F34', 'not-provisioned', 'a topic or a schema is missing at the start', 'the suite provisions both before any service starts'),
  missing('F35', 'rebuild-live', 'a copy is built anew from the first fact beside live traffic', 'there is no rebuild yet'),
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
      const { rows } = await client.query<{ entry_id: string; line_no: number }>(
        'select entry_id, line_no from journal_line where debit > 0 order by entry_id limit 1',
      );
      if (rows.length === 0) throw new NotHit('nothing was posted yet');
      const change = (by: string) =>
        client.query(`update journal_line set debit = debit + ${by} where entry_id = $1 and line_no = $2`, [rows[0]!.entry_id, rows[0]!.line_no]);
      await client.query(`set session_replication_role = replica`);
      await change('0.01');
      const { findings } = await rig.audit(5);
      await change('-0.01');
      const named = findings.flatMap(({ differences }) => differences).filter(({ what }) => what.includes(rows[0]!.entry_id)).length;
      if (named === 0) throw new Error('the audit did not name the entry');
      return 'the audit named the entry';
    }),
  ),
];

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
