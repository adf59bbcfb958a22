import { CreditApproved, CustomerChanged, CustomerCreated, type EventDefinition, ItemCreated, SalesOrderPlaced, ShipmentDispatched } from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import { MAX_EVENT_BYTES } from '@millrace/messaging';
import { eventually, type Foreign, ForeignProducer } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Company, type Order, problemOf, WAIT } from './company.js';
import { type OwnSuite, startSuite } from './own-suite.js';
import { Suite } from './suite.js';

/** Who takes an order that was placed. */
const TAKERS = ['finance.receivable', 'inventory.reservation'];
const ORDERS = SalesOrderPlaced.topic;

type Kept = Readonly<{
  sequence: number;
  place: string;
  headers: Record<string, string>;
  rawHeaders?: Record<string, string>;
  body?: string;
  errorCode?: string;
}>;

/** Rows 48 to 66 of the matrix of bad inputs: what may stand on the log, and must neither stop a consumer nor another stream. */
describe('a bad fact on the log', () => {
  let own: OwnSuite;
  let suite: Suite;
  let stranger: ForeignProducer;
  let company: Company;
  let customerId: string;

  beforeAll(async () => {
    // Of its own: what is sent here stays on the log, and no audit would be clean again.
    own = await startSuite({});
    suite = new Suite(own.home);
    stranger = new ForeignProducer(suite.brokerAdmin);
    company = await Company.found(suite, 'Bad facts');
    customerId = await company.customer();
    await company.sells({ sku: 'MUG', onHand: '1000', unitCost: '2.00', price: '5.00' });
    await company.order(customerId, { MUG: 1 }, { until: 'invoiced' });
  });

  afterAll(() => own?.stop());

  /** A fact as its own service would send it, but for what is changed. */
  function fact(definition: EventDefinition, data: object, changes: Partial<Foreign> & { sequence?: number | string } = {}): Foreign {
    const key = (data as Record<string, string>)[definition.keyField]!;
    const { sequence = 1, headers, ...rest } = changes;
    const envelope = {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: newId(),
      ce_type: definition.type,
      ce_source: `/millrace/${definition.service}`,
      ce_subject: key,
      ce_time: new Date().toISOString(),
      ce_company: company.companyId,
      ce_sequence: String(sequence),
    };
    return { key, value: Buffer.from(JSON.stringify(data)), ...rest, headers: { ...envelope, ...headers } };
  }
  const order = (salesOrderId = newId(), changes: object = {}) => ({ ...SalesOrderPlaced.example, salesOrderId, customerId, ...changes });
  const customer = (id = newId(), changes: object = {}) => ({ ...CustomerCreated.example, customerId: id, ...changes });
  /** An order placed, whose body is something else. */
  const orderWith = (value: Buffer | null) => fact(SalesOrderPlaced, order(), { value });
  const sent = async (definition: EventDefinition, record: Foreign) => {
    await stranger.send(definition.topic, record);
    return record;
  };

  async function flow(): Promise<Order> {
    const sold = await company.order(customerId, { MUG: 1 }, { until: 'invoiced' });
    expect([sold.status, sold.invoices.length]).toEqual(['shipped', 1]);
    return sold;
  }

  const parkedOf = async (key: string) => (await suite.kept('parked')).filter((each) => each.key === key);
  const keptOf = (consumer: string, topic: string, key: string): Promise<Kept[]> =>
    suite.administrator.list(`/v1/operations/${consumer.split('.')[0]}/kept-events?${new URLSearchParams({ consumer, topic, key })}`);

  /** Parked for this reason by all who take it, with all its bytes, while an order goes its way. */
  async function expectParked({ key, value, headers }: Foreign, errorCode: string, consumers: readonly string[] = TAKERS, topic = ORDERS): Promise<void> {
    await eventually(async () =>
      expect((await parkedOf(key!)).map((each) => `${each.consumer} ${each.errorCode}`).sort()).toEqual(consumers.map((each) => `${each} ${errorCode}`)),
    );
    for (const consumer of consumers) {
      const [kept] = await keptOf(consumer, topic, key!);
      expect(kept).toMatchObject({ headers, errorCode });
      expect(kept!.place).toMatch(new RegExp(`^${topic}/\\d@\\d+$`));
      expect(kept!.body).toBe(textOf(value));
    }
    await flow();
  }

  /** The same of a record that has no readable envelope: it is parked under its place. */
  async function expectUnreadable(record: Foreign): Promise<Kept> {
    const mark = String(record.headers.mark);
    const found = await eventually(async () => {
      const streams = (await suite.kept('parked')).filter(({ consumer, topic }) => consumer.endsWith('.unreadable') && topic === ORDERS);
      const kept = (await Promise.all(streams.map(({ consumer, topic, key }) => keptOf(consumer, topic, key)))).flat();
      const marked = kept.filter(({ headers }) => headers.mark === mark);
      expect(marked.map(({ errorCode }) => errorCode)).toEqual(TAKERS.map(() => 'envelope-broken'));
      return marked[0]!;
    });
    expect(found.body).toBe(textOf(record.value));
    await flow();
    return found;
  }

  const whole = Buffer.from(JSON.stringify(order()));

  it.each<[input: string, body: Buffer]>([
    ['no JSON', Buffer.from('{not json')],
    ['JSON that is cut off', whole.subarray(0, whole.length / 2)],
    ['a byte order mark before it', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), whole])],
    ['a zero byte before it', Buffer.concat([Buffer.from([0]), whole])],
    ['bytes that are no UTF-8', Buffer.concat([whole.subarray(0, -1), Buffer.from([0x22, 0xff, 0x22, 0x7d])])],
  ])('row 48: %s is parked, with its bytes', async (_input, body) => {
    await expectParked(await sent(SalesOrderPlaced, orderWith(body)), 'not-json');
  });

  it('row 49: no body at all is parked: no topic of facts is compacted', async () => {
    await expectParked(await sent(SalesOrderPlaced, orderWith(null)), 'tombstone');
  });

  it.each(['', '[]', '"text"', '7', 'null'])('row 50: the body %j is parked', async (body) => {
    await expectParked(await sent(SalesOrderPlaced, orderWith(Buffer.from(body))), 'not-json');
  });

  it('row 51: a type that nobody knows is skipped, counted, and named by the audit', async () => {
    const type = 'orders.sales-order-dreamt.v1';
    const record = await sent(SalesOrderPlaced, fact(SalesOrderPlaced, order(), { headers: { ce_type: type } }));
    await flow();
    await eventually(async () => expect(await suite.metric(/^events_unknown_type_total{.*dreamt/)).toBeGreaterThanOrEqual(TAKERS.length));
    expect(await parkedOf(record.key!)).toEqual([]);
    const { unsettled } = await suite.audit();
    expect(unsettled).toContainEqual({ kind: 'untaken', service: 'log', what: `${type} is known to no service`, count: 1 });
  });

  it('row 51: a newer version of a type that is taken is parked', async () => {
    const record = fact(SalesOrderPlaced, order(), { headers: { ce_type: 'orders.sales-order-placed.v9' } });
    await expectParked(await sent(SalesOrderPlaced, record), 'unsupported-version');
  });

  it('row 52: fields that nobody knows are no reason not to take a fact', async () => {
    const item = { ...ItemCreated.example, itemId: newId(), sku: `NEW-${newId().slice(-8).toUpperCase()}`, colour: { of: ['a', 'newer', 'version'] } };
    await sent(ItemCreated, fact(ItemCreated, item));
    const price = await company.post('/v1/prices', { sku: item.sku, unitPrice: '1.00', validFrom: company.today }); // Orders knows the item.
    expect(price).toMatchObject({ sku: item.sku });
    await flow();
  });

  it.each<[input: string, changes: object]>([
    ['a field that must be there is not', { customerId: undefined }],
    ['a field is of another type', { backdated: 'no' }],
    ['a field has a value that is none of those named', { policy: 'hope' }],
    ['a line is none', { lines: [null] }],
  ])('row 53: where %s it is parked', async (_input, changes) => {
    await expectParked(await sent(SalesOrderPlaced, fact(SalesOrderPlaced, order(newId(), changes))), 'contract-broken');
  });

  it.each<[input: string, headers: Foreign['headers']]>([
    ['without an id', { ce_id: '' }],
    ['with an id that is none', { ce_id: 'seven' }],
    ['without a type', { ce_type: '' }],
    ['with a type that is none', { ce_type: 'Sales Order Placed' }],
    ['with another service as its source', { ce_source: '/millrace/finance' }],
    ['with another subject than its key', { ce_subject: newId() }],
    ['with no sequence', { ce_sequence: '' }],
    ['with bytes in its envelope that are no text', { ce_actor: Buffer.from([0xc3, 0x28, 0x00]) }],
    ['with a header of its envelope twice', { ce_type: [SalesOrderPlaced.type, 'orders.sales-order-confirmed.v1'] }],
  ])('row 54: an envelope %s is parked as unreadable', async (_input, headers) => {
    const record = fact(SalesOrderPlaced, order(), { headers: { ...headers, mark: newId() } });
    const { rawHeaders } = await expectUnreadable(await sent(SalesOrderPlaced, record));
    const [name, value] = Object.entries(headers)[0]!;
    const odd = typeof value !== 'string';
    expect(rawHeaders?.[name]).toBe(
      odd
        ? [value]
            .flat()
            .map((each) => Buffer.from(each).toString('base64'))
            .join()
        : undefined,
    );
  });

  it('row 54: other headers may hold any bytes, and stand there twice', async () => {
    const id = newId();
    await sent(CustomerCreated, fact(CustomerCreated, customer(id), { headers: { trace: Buffer.from([0xff, 0xfe]), twice: ['a', 'b'] } }));
    await expectKnownToFinance(id);
  });

  it('row 55: a record without a key is parked as unreadable', async () => {
    await expectUnreadable(await sent(SalesOrderPlaced, fact(SalesOrderPlaced, order(), { key: null, headers: { mark: newId() } })));
  });

  it('row 55: a key that is not that of the body is parked', async () => {
    const key = newId();
    await expectParked(await sent(SalesOrderPlaced, fact(SalesOrderPlaced, order(), { key, headers: { ce_subject: key } })), 'key-mismatch');
  });

  it("row 55: a record in a partition that is not its key's is parked, and is not replayed", async () => {
    const salesOrderId = newId();
    const parked = async () => (await parkedOf(salesOrderId)).map(({ consumer, errorCode }) => `${consumer} ${errorCode}`).sort();
    await sent(SalesOrderPlaced, fact(SalesOrderPlaced, order(salesOrderId), { headers: { ce_type: 'orders.sales-order-dreamt.v1' } }));
    const { partition: own } = (await stranger.read(ORDERS)).find(({ key }) => key === salesOrderId)!;
    await sent(SalesOrderPlaced, { ...fact(SalesOrderPlaced, order(salesOrderId), { sequence: 2 }), partition: (own! + 1) % 3 });
    const expected = TAKERS.map((each) => `${each} key-mismatch`);
    await eventually(async () => expect(await parked()).toEqual(expected));
    await suite.replayParked('finance', 'finance.receivable');
    expect(await parked()).toEqual(expected);
    await flow();
  });

  it('row 56: an id that comes again with another body is ignored, and named by the audit', async () => {
    const sold = await flow();
    const first = (await stranger.read(ORDERS)).find(({ key, headers }) => key === sold.salesOrderId && headers.ce_type === SalesOrderPlaced.type)!;
    const data = JSON.parse(first.value!.toString()) as object;
    await stranger.send(ORDERS, { key: first.key, headers: first.headers, value: Buffer.from(JSON.stringify({ ...data, netTotal: '0.01' })) });
    await flow();
    expect(await parkedOf(sold.salesOrderId)).toEqual([]);
    expect(await company.api.get(`/v1/sales-orders/${sold.salesOrderId}`)).toMatchObject({ netTotal: sold.netTotal });
    expect(await differences()).toContainEqual(
      expect.objectContaining({ what: expect.stringContaining(first.headers.ce_id!), expected: 'the body that this id had before', found: 'another body' }),
    );
  });

  it('row 57: a gap in a stream stops nothing, and is named by the audit', async () => {
    const id = newId();
    await sent(CustomerCreated, fact(CustomerCreated, customer(id), { sequence: 3 }));
    await expectKnownToFinance(id);
    expect(await differences()).toContainEqual({ invariant: 'I11', what: `stream orders.customer ${id}`, expected: 'fact 1', found: 'a gap' });
  });

  it('row 57: a fact older than what was taken of its stream has no effect, and the audit misses it', async () => {
    const id = newId();
    await sent(CustomerCreated, fact(CustomerCreated, customer(id), { sequence: 2 }));
    await expectKnownToFinance(id);
    await sent(CustomerChanged, fact(CustomerChanged, customer(id, { name: 'Too late' }), { sequence: 1 }));
    expect(await differences()).toContainEqual({
      invariant: 'I11',
      what: `finance.customer-copy of orders.customer ${id}`,
      expected: '2 of 2 facts applied, 0 kept, 0 given up',
      found: '1 applied',
    });
  });

  it('row 57: a fact that comes again is ignored and counted', async () => {
    const sold = await flow();
    const known = (await stranger.read(ORDERS)).filter(({ key }) => key === sold.salesOrderId);
    const duplicates = () => suite.metric(/^events_total{.*outcome="duplicate"/);
    const before = await duplicates();
    await stranger.send(ORDERS, ...known.map(({ key, value, headers }) => ({ key, value, headers })));
    await eventually(async () => expect(await duplicates()).toBeGreaterThanOrEqual(before + known.length));
    expect(await company.api.get(`/v1/sales-orders/${sold.salesOrderId}`)).toEqual(await company.orderUntil(sold.salesOrderId, 'invoiced'));
  });

  it('row 57: what is there made once more, under another number, is parked and keeps nobody waiting', async () => {
    const sold = await flow();
    const first = (await stranger.read(ORDERS)).find(({ key, headers }) => key === sold.salesOrderId && headers.ce_type === SalesOrderPlaced.type);
    await stranger.send(ORDERS, { key: first!.key, value: first!.value, headers: { ...first!.headers, ce_id: newId(), ce_sequence: '90' } });
    await eventually(async () => expect((await parkedOf(sold.salesOrderId)).map(({ consumer }) => consumer).sort()).toEqual(TAKERS), 30_000);
    await flow();
  });

  it.each<[input: string, changes: Parameters<typeof fact>[2]]>([
    ['a sequence of 0', { sequence: 0 }],
    ['a sequence below 0', { sequence: -1 }],
    ['a version 0 of its type', { headers: { ce_type: `${SalesOrderPlaced.name}.v0` } }],
  ])('row 57: %s is parked as unreadable', async (_input, changes) => {
    const record = fact(SalesOrderPlaced, order(), { ...changes, headers: { ...changes?.headers, mark: newId() } });
    await expectUnreadable(await sent(SalesOrderPlaced, record));
  });

  it.each([
    ['1970', '1970-01-01T00:00:00.000Z'],
    ['2100', '2100-01-01T00:00:00.000Z'],
  ])('row 57: a fact of the year %s is taken: order is by sequence, never by time', async (year, time) => {
    const id = newId();
    // The broker itself refuses a record whose own time is more than an hour ahead.
    const timestamp = year === '1970' ? String(Date.parse(time)) : undefined;
    await sent(CustomerCreated, fact(CustomerCreated, customer(id), { timestamp, headers: { ce_time: time } }));
    await expectKnownToFinance(id);
  });

  it('row 58: a fact of a company that is not on the log is parked', async () => {
    const record = fact(SalesOrderPlaced, order(), { headers: { ce_company: newId() } });
    const copied = fact(ItemCreated, { ...ItemCreated.example, itemId: newId() }, { headers: { ce_company: newId() } });
    await sent(SalesOrderPlaced, record);
    await sent(ItemCreated, copied);
    await expectParked(record, 'company-unknown');
    await expectParked(copied, 'company-unknown', ['orders.item-copy'], ItemCreated.topic);
  });

  it('row 58: a fact of one company on a stream of another is parked', async () => {
    const other = await Company.found(suite, 'Other');
    const id = await company.customer('Not yours');
    await expectKnownToFinance(id);
    const record = fact(CustomerChanged, customer(id, { name: 'Taken over' }), { sequence: 2, headers: { ce_company: other.companyId } });
    await expectParked(await sent(CustomerChanged, record), 'company-mismatch', ['finance.customer-copy'], CustomerChanged.topic);
  });

  it('row 59: a body that is larger than any of ours may be is parked without being read', async () => {
    const padding = 'x'.repeat(MAX_EVENT_BYTES);
    const record = await sent(SalesOrderPlaced, fact(SalesOrderPlaced, { ...order(), padding }));
    await eventually(async () => expect((await parkedOf(record.key!)).map(({ errorCode }) => errorCode)).toEqual(TAKERS.map(() => 'event-too-large')));
    await flow();
  });

  it('row 59: an order of which more is to be told than a fact holds is refused at the door, and one that just fits goes its way', async () => {
    const sku = `WIDE-${'X'.repeat(35)}`;
    await company.post('/v1/items', { sku, name: '\uD55C'.repeat(200), kind: 'service' }); // Three bytes each: in an order every line carries it.
    await company.post('/v1/prices', { sku, unitPrice: '5.00', validFrom: company.today });
    const place = (lines: number) =>
      company.post<Order>(
        '/v1/sales-orders?until=decided',
        { customerId, lines: Array.from({ length: lines }, () => ({ sku, quantity: '1' })) },
        { headers: WAIT },
      );
    const before = await company.count('/v1/sales-orders');
    expect(await problemOf(place(5_000))).toMatchObject({ status: 422, code: 'document-too-large' });
    expect(await company.count('/v1/sales-orders')).toBe(before);
    const { salesOrderId } = await place(4_800);
    const told = (await stranger.read(ORDERS)).find(({ key }) => key === salesOrderId);
    expect(told!.value!.length).toBeGreaterThan(MAX_EVENT_BYTES * 0.98);
    await eventually(async () => expect(await company.orderUntil(salesOrderId, 'invoiced')).toMatchObject({ status: 'shipped' }), 120_000);
  }, 240_000);

  it.each(['snappy', 'lz4', 'zstd', 'gzip'] as const)('row 60: a batch that is packed with %s is unpacked by the broker and taken', async (codec) => {
    const ids = [newId(), newId(), newId()];
    await stranger.sendPacked(codec, CustomerCreated.topic, ...ids.map((id) => fact(CustomerCreated, customer(id))));
    for (const id of ids) await expectKnownToFinance(id);
    await flow();
  });

  it.each<[input: string, changes: object]>([
    ['a number', { netTotal: 15.3 }],
    ['finer than any amount', { netTotal: '15.30001' }],
    ['below zero', { netTotal: '-15.30' }],
    ['in a currency that is none', { currency: 'XXY' }],
  ])('row 61: money that is %s is parked', async (_input, changes) => {
    await expectParked(await sent(SalesOrderPlaced, fact(SalesOrderPlaced, order(newId(), changes))), 'contract-broken');
  });

  it("row 61: money in another currency than the company's is parked by who keeps its books", async () => {
    const record = await sent(SalesOrderPlaced, fact(SalesOrderPlaced, order(newId(), { currency: 'USD' })));
    await eventually(async () =>
      expect(await parkedOf(record.key!)).toContainEqual(expect.objectContaining({ consumer: 'finance.receivable', errorCode: 'currency-mismatch' })),
    );
    await flow();
  });

  it.each<[input: string, body: string]>([
    ['a list of a million elements', `{"salesOrderId":"${newId()}","lines":[${'0,'.repeat(999_999)}0]}`],
    ['lists ten thousand deep', `{"lines":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['objects ten thousand deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ])('row 62: %s is parked before it is parsed', async (_input, body) => {
    await expectParked(await sent(SalesOrderPlaced, orderWith(Buffer.from(body))), 'not-json');
  });

  it('row 63: a fact of what is not there yet waits, and is taken when that comes', async () => {
    const early = await sent(ShipmentDispatched, fact(ShipmentDispatched, { ...ShipmentDispatched.example, salesOrderId: newId() }));
    await eventually(async () =>
      expect((await suite.kept('waiting')).filter(({ key }) => key === early.key)).toMatchObject([{ consumer: 'finance.receivable' }]),
    );
    // Orders has its orders before anybody else: what it does not know can not be early.
    expect((await parkedOf(early.key!)).map(({ consumer }) => consumer)).toEqual(['orders.sales-order']);
    const companyId = newId();
    const item = { ...ItemCreated.example, itemId: newId(), sku: `EARLY-${newId().slice(-8).toUpperCase()}` };
    await sent(ItemCreated, fact(ItemCreated, item, { headers: { ce_company: companyId } }));
    await eventually(async () => expect((await suite.kept('waiting')).map(({ key }) => key)).toContain(item.itemId));
    await suite.administrator.post('/v1/companies', { companyId, name: `Late ${companyId}`, country: 'GB', timeZone: 'Europe/London', baseCurrency: 'GBP' });
    await eventually(async () => expect((await suite.kept('waiting')).map(({ key }) => key)).not.toContain(item.itemId));
    expect(await parkedOf(item.itemId)).toEqual([]);
    await company.api.forCompany(companyId).post('/v1/prices', { sku: item.sku, unitPrice: '1.00', validFrom: company.today });
    await flow();
  });

  it('row 64: what comes again after an order has ended changes nothing, and is counted', async () => {
    const sold = await flow();
    await company.pay(customerId, sold.invoices[0]!);
    const ended = await company.orderUntil(sold.salesOrderId, 'completed');
    expect(ended.status).toBe('completed');
    const answer = (await stranger.read(CreditApproved.topic)).find(({ key }) => key === sold.salesOrderId);
    const duplicates = () => suite.metric(/^events_total{.*consumer="orders.sales-order".*outcome="duplicate"/);
    const before = await duplicates();
    await stranger.send(CreditApproved.topic, { key: answer!.key, value: answer!.value, headers: answer!.headers });
    await stranger.send(CreditApproved.topic, { key: answer!.key, value: answer!.value, headers: { ...answer!.headers, ce_id: newId(), ce_sequence: '2' } });
    await eventually(async () => expect(await duplicates()).toBe(before + 1));
    await flow();
    expect(await company.api.get(`/v1/sales-orders/${sold.salesOrderId}`)).toMatchObject({ status: 'completed', lines: ended.lines, invoices: ended.invoices });
    expect(await parkedOf(sold.salesOrderId)).toEqual([]);
    expect(await differences()).toContainEqual(
      expect.objectContaining({ what: `stream ${CreditApproved.topic} ${sold.salesOrderId}`, expected: '1 facts, as published', found: '2 on the log' }),
    );
  });

  it('row 65: what a producer has taken back is not brought, and everything counts as read', async () => {
    const [given, taken] = [newId(), newId()];
    await stranger.sendAndAbort(CustomerCreated.topic, fact(CustomerCreated, customer(taken)), fact(CustomerCreated, customer(newId())));
    await sent(CustomerCreated, fact(CustomerCreated, customer(given)));
    await stranger.sendAndAbort(CustomerCreated.topic, fact(CustomerCreated, customer(taken)));
    await expectKnownToFinance(given);
    expect((await stranger.read(CustomerCreated.topic)).map(({ key }) => key)).not.toContain(taken);
    expect((await suite.audit()).drained).toBe(true);
    await expect(company.api.get(`/v1/credit-limits/${taken}`)).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it('and after all of them no process has died, and what was parked can be given up', async () => {
    await flow();
    expect(
      (await suite.processes()).map(({ name, restarts, ready }) => ({ name, restarts, ready })).filter(({ restarts, ready }) => restarts > 0 || !ready),
    ).toEqual([]);
    expect((await suite.kept('parked')).length).toBeGreaterThan(50);
    for (const service of ['orders', 'inventory', 'finance']) {
      await suite.administrator.post(`/v1/operations/${service}/discards/bulk`, { olderThanSeconds: 0, reason: 'made to be broken' });
    }
    expect(await suite.kept('parked')).toEqual([]);
    // The books are whole. What differs is the log, by what its owners never published.
    expect(new Set((await differences()).map(({ invariant }) => invariant))).toEqual(new Set(['I11']));
  });

  it('row 66: topics that get other partitions put out who publishes or reads them, with the reason', async () => {
    await stranger.repartition(ORDERS, 4);
    const refusal = 'topic orders.sales-order has 4 partitions, and had 3: facts of one key would lie in two of them, in no order; make the topic as it was';
    await eventually(async () => {
      const status = (await suite.processes()).filter(({ service }) => ['orders', 'inventory', 'finance', 'hr', 'identity'].includes(service));
      const [out, others] = [status.filter(({ ready }) => !ready), status.filter(({ ready }) => ready)];
      expect(out.map(({ service, reason }) => [service, reason])).toEqual(
        expect.arrayContaining(['orders', 'inventory', 'finance'].map((service) => [service, refusal])),
      );
      expect(others.map(({ service }) => service)).toEqual(expect.arrayContaining(['hr', 'identity']));
    }, 100_000);
  });

  async function differences() {
    const { findings } = await suite.audit();
    return findings.flatMap((each) => each.differences.map((difference) => ({ invariant: each.invariant, ...difference })));
  }

  /** Finance has taken the fact that a customer is there, and would not refuse a payment of it. */
  async function expectKnownToFinance(id: string): Promise<void> {
    await eventually(async () => expect(await company.api.get(`/v1/credit-limits/${id}`)).toMatchObject({ customerId: id }));
  }
});

function textOf(value: Buffer | null): string | undefined {
  if (value === null) return undefined;
  return Buffer.from(value.toString()).equals(value) ? value.toString() : value.toString('base64');
}
