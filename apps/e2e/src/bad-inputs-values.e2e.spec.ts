import { newId } from '@millrace/kernel';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Desk, expectNotShown, expectRefused } from './bad-inputs.js';
import { Company } from './company.js';
import { expectProblem, type Reply } from './door.js';
import { Suite } from './suite.js';

const ORDERS = '/v1/sales-orders';
const INVALID = { status: 400, code: 'request-invalid' } as const;
const REFUSED = { status: 422, code: 'value-refused' } as const;
const NOT_FOUND = { status: 404, code: 'not-found' } as const;

/** Bad inputs, each by its number in the list of them: docs/adr/0018-bad-input.md. */
describe('a value that cannot be taken', () => {
  const suite = new Suite();
  let desk: Desk;
  let stranger: Desk;

  beforeAll(async () => {
    [desk, stranger] = [await Desk.open(suite, 'Bad values'), await Desk.open(suite, 'Strange values')];
  });
  beforeEach(() => desk.note());
  afterEach(() => desk.expectNothingWritten());
  afterAll(() => desk.expectCleanAudit());

  const lines = (...each: object[]) => each.map((line) => desk.order({}, line));
  const entry = (amount: unknown, changes: object = {}) => ({
    description: 'Rent',
    lines: [
      { account: '1000', credit: amount },
      { account: '3100', debit: amount },
    ],
    ...changes,
  });

  it('14 RTL override, zero-width, homoglyph in a SKU', async () => {
    const skus = [
      'MUG\u202e1',
      'MUG\u2066',
      'MUG\u200b',
      'MU\u200dG',
      '\ufeffMUG',
      'M\u00adUG',
      '\u041cUG',
      'ＭＵＧ',
      'MÜG',
      'mug',
      ' MUG',
      'M'.repeat(41),
      '',
    ];
    await expectRefused(
      desk,
      '/v1/items',
      skus.map((sku) => ({ sku, name: 'Mug', kind: 'stocked' })),
      { ...REFUSED, pointer: '/sku' },
    );
    await expectRefused(desk, ORDERS, lines(...skus.map((sku) => ({ sku }))), { ...REFUSED, pointer: '/lines/0/sku' });
    await expectRefused(
      desk,
      '/v1/warehouses',
      ['NO\u202eRTH', 'N\u041eRTH'].map((code) => ({ code, name: 'North' })),
      { ...REFUSED, pointer: '/code' },
    );
    const logins = ['b\u202eoss@example.com', 'b\u043ess@example.com', 'boss@ex\u0430mple.com', 'bo\u200bss@example.com'];
    const user = { name: 'Boss', password: newId(), memberships: [] };
    await expectRefused(
      desk,
      '/v1/users',
      logins.map((email) => ({ ...user, email })),
      { ...INVALID, pointer: '/email' },
    );
  });

  it('15 amount as JSON number, 9007199254740993', async () => {
    await expectRefused(desk, ORDERS, lines({ quantity: 1 }), { ...INVALID, pointer: '/lines/0/quantity' });
    await expectRefused(desk, ORDERS, lines({ unitPrice: 2.5 }), { ...INVALID, pointer: '/lines/0/unitPrice' });
    const amounts = ['9007199254740993', '1.10', '1e2', '1E400'];
    await expectRefused(
      desk,
      '/v1/payments',
      amounts.map((amount) => `{"customerId":"${desk.customerId}","amount":${amount}}`),
      { ...INVALID, pointer: '/amount' },
    );
  });

  it('16 1e400, NaN, -0, 0x10, 1,000, full-width digits', async () => {
    const texts = [
      '1e400',
      '1e3',
      'NaN',
      'Infinity',
      '-0',
      '-0.0',
      '0x10',
      '0b1',
      '1,000',
      '1,5',
      '1_000',
      '１２',
      '١٢',
      '+1',
      '01',
      '.5',
      '1.',
      ' 1',
      '1 ',
      '',
      '--1',
      '1/2',
      '€1',
    ];
    await expectRefused(desk, ORDERS, lines(...texts.map((quantity) => ({ quantity }))), { ...INVALID, pointer: '/lines/0/quantity' });
    await expectRefused(desk, ORDERS, lines(...texts.map((unitPrice) => ({ unitPrice }))), { ...INVALID, pointer: '/lines/0/unitPrice' });
    await expectRefused(
      desk,
      '/v1/payments',
      texts.map((amount) => ({ customerId: desk.customerId, amount })),
      { ...INVALID, pointer: '/amount' },
    );
    for (const path of ['/v1/opening-receivables', '/v1/bad-debts'])
      await expectRefused(
        desk,
        path,
        texts.map((amount) => ({ customerId: desk.customerId, amount, reason: 'Old books' })),
        { ...INVALID, pointer: '/amount' },
      );
  });

  it('17 too many decimals for the currency', async () => {
    const tooFine = { status: 422, code: 'amount-too-fine' } as const;
    await expectRefused(desk, '/v1/journal-entries', [entry('1.005'), entry('0.001')], tooFine);
    await expectRefused(desk, '/v1/payments', [{ customerId: desk.customerId, amount: '1.005' }], tooFine);
    await expectRefused(desk, '/v1/payments', [{ customerId: desk.customerId, amount: '1.00501' }], REFUSED);
    const yen = await Company.found(suite, 'Yen', 'JP', 'JPY');
    await expect(yen.post('/v1/journal-entries', entry('1.5'))).rejects.toMatchObject({ problem: { ...tooFine, currency: 'JPY' } });
    expect(await yen.post('/v1/journal-entries', entry('2'))).toMatchObject({ lines: [{ credit: '2' }, { debit: '2' }] });
  });

  it('18 negative, zero, beyond the limit: quantity and price', async () => {
    const quantities = ['-1', '0', '0.000', '-0.5', '1000000000', '99999999999', '1.0000001', '9'.repeat(400)];
    await expectRefused(desk, ORDERS, lines(...quantities.map((quantity) => ({ quantity }))), { ...REFUSED, pointer: '/lines/0/quantity' });
    await expectRefused(desk, ORDERS, lines(...['-1', '-0.01', '1000000000', '0.0000001'].map((unitPrice) => ({ unitPrice }))), {
      ...REFUSED,
      pointer: '/lines/0/unitPrice',
    });
    await expectRefused(
      desk,
      '/v1/prices',
      ['-1', '1000000000'].map((unitPrice) => ({ sku: 'MUG', unitPrice, validFrom: desk.company.today })),
      REFUSED,
    );
    await expectRefused(
      desk,
      '/v1/payments',
      ['-1.00', '0', '0.00', '99999999999999'].map((amount) => ({ customerId: desk.customerId, amount })),
      REFUSED,
    );
    await expectRefused(desk, '/v1/receipts', [{ kind: 'purchase', lines: [{ sku: 'MUG', quantity: '-5', unitCost: '1' }] }], {
      ...REFUSED,
      pointer: '/lines/0/quantity',
    });
    const mixed = desk.order({ colour: 'red' }, { quantity: '-1' });
    await expectRefused(desk, ORDERS, [mixed], INVALID);
  });

  it('22 enum in other case, unknown, and names of the prototype', async () => {
    const values = ['Refuse', 'REFUSE', ' refuse', 'never', '', 'toString', '__proto__', 'constructor', 'hasOwnProperty', 1, null, true, ['refuse']];
    await expectRefused(
      desk,
      ORDERS,
      values.filter((policy) => policy !== null).map((policy) => desk.order({ policy })),
      { ...INVALID, pointer: '/policy' },
    );
    await expectRefused(
      desk,
      '/v1/items',
      values.map((kind) => ({ sku: 'CUP', name: 'Cup', kind })),
      { ...INVALID, pointer: '/kind' },
    );
    await expectNotShown(
      desk,
      ['Placed', 'toString', 'constructor', '__proto__', ''].map((status) => `${ORDERS}?status=${status}`),
      INVALID,
    );
  });

  it('23 dates that are none, and dates of other ages', async () => {
    const dates = [
      '2026-02-30',
      '2026-13-01',
      '2026-2-3',
      '20260203',
      '03/02/2026',
      '2026-02-03T00:00:00',
      '2026-02-03T00:00:00Z',
      '0000-01-01',
      '0001-01-01',
      '1899-12-31',
      '3000-01-01',
      '10000-01-01',
      '+010000-01-01',
      '-000001-01-01',
      'today',
      '',
      20260203,
    ];
    await expectRefused(
      desk,
      ORDERS,
      dates.map((documentOn) => desk.order({ documentOn })),
      { ...INVALID, pointer: '/documentOn' },
    );
    await expectRefused(desk, ORDERS, [desk.order({ documentOn: '2999-12-31' })], { status: 422, code: 'date-in-future' });
    await expectRefused(desk, '/v1/journal-entries', [entry('1.00', { postedOn: '2999-12-31' })], { status: 422, code: 'date-in-future' });
    await expectRefused(desk, '/v1/journal-entries', [entry('1.00', { postedOn: '1900-01-01' })], { status: [409, 422], code: 'fiscal-year-missing' });
    await expectNotShown(
      desk,
      ['2026-02-30', '0000-01-01', '10000-01-01', ''].map((asOf) => `/v1/trial-balance?asOf=${asOf}`),
      INVALID,
    );
  });

  it('24 id that is no UUID, nil, of no version, padded', async () => {
    const id = newId();
    const ids = [
      'me',
      '1',
      '',
      '00000000-0000-0000-0000-000000000000',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
      `${id.slice(0, 14)}0${id.slice(15)}`,
      `${id.slice(0, 14)}9${id.slice(15)}`,
    ];
    const shapes = [`${id} `, ` ${id}`, `{${id}}`, `urn:uuid:${id}`, id.toUpperCase(), id.replaceAll('-', ''), `${id}0`, `${id}\n`];
    const [texts, other] = [
      [...ids, ...shapes],
      [1, null, {}, [id]],
    ];
    await expectRefused(
      desk,
      ORDERS,
      [...texts, ...other].map((customerId) => desk.order({ customerId })),
      { ...INVALID, pointer: '/customerId' },
    );
    const paths = texts.filter((each) => each !== '').map((each) => `${ORDERS}/${encodeURIComponent(each)}`);
    await expectNotShown(desk, paths, { ...INVALID, pointer: '/salesOrderId' });
    await expectNotShown(desk, [`/v1/journal-entries?sourceId=${ids[3]}`], INVALID);
  });

  it('25 id of another tenant', async () => {
    const [order] = await stranger.company.api.list<{ salesOrderId: string }>(ORDERS);
    const [item] = await stranger.company.api.list<{ itemId: string }>('/v1/items');
    const [invoice] = await stranger.company.api.list<{ customerInvoiceId: string }>('/v1/customer-invoices');
    const theirs: [path: string, id: string][] = [
      ['sales-orders', order!.salesOrderId],
      ['items', item!.itemId],
      ['customers', stranger.customerId],
      ['customer-invoices', invoice!.customerInvoiceId],
    ];
    for (const [path, id] of theirs) {
      const [known, unknown] = await inTurn([`/v1/${path}/${id}`, `/v1/${path}/${newId()}`]);
      for (const { reply } of [known!, unknown!]) expectProblem(reply, NOT_FOUND, path);
      expect(told(known!.reply)).toEqual(told(unknown!.reply));
      const ratio = known!.ms / unknown!.ms;
      expect({ path, apart: ratio > 3 || ratio < 1 / 3 }).toEqual({ path, apart: false });
    }
    const before = await stranger.company.api.get(`/v1/customers/${stranger.customerId}`);
    expectProblem(
      await desk.send(`/v1/customers/${stranger.customerId}`, { method: 'PATCH', body: '{"name":"Ours"}', headers: { 'if-match': '*' } }),
      NOT_FOUND,
    );
    await expectRefused(desk, `${ORDERS}/${order!.salesOrderId}/cancellation`, [''], NOT_FOUND, { 'content-type': '' });
    await expectRefused(desk, ORDERS, [{ ...desk.order(), customerId: stranger.customerId }], { status: 422, code: 'customer-unknown' });
    expect(await stranger.company.api.get(`/v1/customers/${stranger.customerId}`)).toEqual(before);
  });

  /** The answers and the middle times of many, in turn, so that what else the machine does slows both. */
  async function inTurn(paths: readonly string[]): Promise<{ reply: Reply; ms: number }[]> {
    const runs = paths.map((path) => ({ path, times: [] as number[], reply: undefined as Reply | undefined }));
    for (let at = 0; at < 15; at += 1) {
      for (const run of runs) {
        const start = performance.now();
        run.reply = await desk.send(run.path);
        run.times.push(performance.now() - start);
      }
    }
    return runs.map(({ reply, times }) => ({ reply: reply!, ms: times.sort((a, b) => a - b)[7]! }));
  }

  /** All but what names the request itself. */
  function told(reply: Reply): object {
    const { instance: _instance, traceId: _traceId, ...rest } = reply.json();
    return { ...rest, headers: Object.keys(reply.headers).sort() };
  }

  it('26 closed accounting period', async () => {
    const [first] = await stranger.company.api.get<{ periodId: string; startsOn: string }[]>('/v1/accounting-periods');
    await stranger.company.post(`/v1/accounting-periods/${first!.periodId}/closing`, undefined);
    const before = await stranger.company.count('/v1/journal-entries');
    await expectRefused(stranger, '/v1/journal-entries', [entry('1.00', { postedOn: first!.startsOn })], { status: 409, code: 'period-closed' });
    expect(await stranger.company.count('/v1/journal-entries')).toBe(before);
  });

  it('27 stale If-Match, and none', async () => {
    const path = `/v1/customers/${desk.customerId}`;
    const change = (headers: Record<string, string>) => desk.send(path, { method: 'PATCH', body: '{"name":"Somebody else"}', headers });
    const before = await desk.company.api.get<{ version: number }>(path);
    for (const seen of [`"${before.version + 1}"`, '"0"', '"-1"', 'nonsense', '""', String(before.version + 1), `"${before.version}", "9"`])
      expectProblem(await change({ 'if-match': seen }), { status: 412, code: 'version-stale' }, seen);
    expectProblem(await change({}), { status: 428, code: 'precondition-required' });
    expect(await desk.company.api.get(path)).toEqual(before);
  });

  it('28 missing Idempotency-Key, reused, too long, not ASCII', async () => {
    const unusable = { status: 400, code: 'idempotency-key-required' } as const;
    for (const key of ['', 'k'.repeat(256), 'ké', 'a b', '\t'].map((each) => Buffer.from(each, 'utf8').toString('latin1')))
      expectProblem(await desk.post(ORDERS, desk.order(), { 'idempotency-key': key }), unusable, key);
    const taken = { 'idempotency-key': newId() }; // A refusal is not kept: what is wrong is told again, whatever comes.
    await expectRefused(
      desk,
      '/v1/items',
      ['Mug', 'Another mug'].map((name) => ({ sku: 'MUG', name, kind: 'stocked' })),
      { status: 409, code: 'item-exists' },
      taken,
    );
  });

  it('29 limit out of range, empty, twice, as a list', async () => {
    const limits = [
      'limit=1000000000',
      'limit=1e9',
      'limit=201',
      'limit=0',
      'limit=-1',
      'limit=',
      'limit=10&limit=10',
      'limit[]=10',
      'limit[0]=10',
      'limit=1.5',
      'limit=%2010',
      'limit=null',
      'limit=٣',
    ];
    for (const list of [ORDERS, '/v1/items', '/v1/journal-entries', '/v1/users', '/v1/employees'])
      await expectNotShown(
        desk,
        limits.map((limit) => `${list}?${limit}`),
        INVALID,
      );
  });

  it('30 operators in a filter, unknown sort field', async () => {
    const queries = [
      'filter[$ne]=',
      'filter=1',
      'status[$ne]=placed',
      'status[]=placed',
      '$where=1',
      'sort=unknown',
      'sort=createdAt;drop',
      'order_by=1',
      'status={"$gt":""}',
      'customerId[$gt]=',
      'name[contains]=x',
      'isPrototypeOf=1',
    ];
    for (const list of [ORDERS, '/v1/items', '/v1/customers', '/v1/stock'])
      await expectNotShown(
        desk,
        queries.map((query) => `${list}?${encodeURI(query)}`),
        INVALID,
      );
  });

  it('31 cursor tampered with, of another tenant, of another list', async () => {
    const { next } = await desk.company.api.get<{ next: string }>('/v1/items?limit=1');
    const { next: theirs } = await stranger.company.api.get<{ next: string }>('/v1/items?limit=1');
    const [place, mark] = next.split('.') as [string, string];
    const forged = `${Buffer.from('["A"]').toString('base64url')}.${mark}`;
    const injected = `${Buffer.from(`["' or 1=1 --"]`).toString('base64url')}.${mark}`;
    const cursors = [
      forged,
      injected,
      place,
      `${place}.`,
      `.${mark}`,
      `${place}.${mark.slice(0, -1)}`,
      `${next}A`,
      next.toLowerCase(),
      theirs,
      'nonsense',
      '',
      '%FF',
    ];
    await expectNotShown(
      desk,
      cursors.slice(0, -1).map((each) => `/v1/items?after=${encodeURIComponent(each)}`),
      { status: 400, code: 'cursor-invalid' },
    );
    await expectNotShown(desk, [`/v1/prices?after=${next}`], { status: 400, code: 'cursor-invalid' });
    await expectNotShown(desk, [`/v1/items?after=${'a'.repeat(2_001)}`], { status: 400, code: 'cursor-invalid' });
    expect((await desk.send(`/v1/items?limit=1&after=${next}`)).status).toBe(200);
  });

  it('36 address to call back: none is taken from anybody', async () => {
    const document = (await desk.send('/openapi.json')).json() as unknown as Document;
    const named = Object.entries(document.components.schemas).filter(([name]) => requestSchemas(document).has(name));
    expect(named.length).toBeGreaterThan(40);
    const fields = named.flatMap(([name, schema]) => Object.entries(schema.properties ?? {}).map(([field, each]) => ({ name, field, each })));
    const suspect = fields.filter(
      ({ field, each }) => /ur[il]$|^ur[il]|href|link|callback|webhook|host|endpoint/i.test(field) || /ur[il]|hostname|ip/.test(each.format ?? ''),
    );
    expect(suspect).toEqual([]);
    const parameters = Object.values(document.paths).flatMap((each) => Object.values(each).flatMap((operation) => operation.parameters ?? []));
    expect(
      parameters.filter(({ name, schema }) => /ur[il]$|callback|webhook|host|redirect/i.test(name) || /ur[il]|hostname/.test(schema?.format ?? '')),
    ).toEqual([]);
    await expectRefused(desk, '/v1/customers', [{ name: 'Hook', country: 'GB', webhookUrl: 'http://169.254.169.254/latest' }], {
      ...INVALID,
      pointer: '/webhookUrl',
    });
  });
});

type Schema = Readonly<{ format?: string; properties?: Readonly<Record<string, Schema>> }>;
type Operation = Readonly<{ requestBody?: object; parameters?: readonly { name: string; schema?: Schema }[] }>;
type Document = Readonly<{ paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } }>;

/** Every schema that a request's body holds, nested ones too. */
function requestSchemas({ paths, components }: Document): Set<string> {
  const namesIn = (value: unknown) => [...JSON.stringify(value ?? {}).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name!);
  const found = new Set<string>();
  const queue = Object.values(paths).flatMap((each) => Object.values(each).flatMap(({ requestBody }) => namesIn(requestBody)));
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (!found.has(name)) queue.push(...namesIn(components.schemas[name]));
    found.add(name);
  }
  return found;
}

/** What is taken, though it looks as if it meant harm. */
describe('a value that is taken as it is', () => {
  const suite = new Suite();
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(suite, 'Odd values');
  });
  afterAll(() => desk.expectCleanAudit());

  it('14 name in another form: kept as NFC', async () => {
    const { itemId } = await desk.company.post<{ itemId: string }>('/v1/items', { sku: 'CAFE', name: 'Cafe\u0301 \u212b', kind: 'service' });
    expect(await desk.company.api.get(`/v1/items/${itemId}`)).toMatchObject({ name: 'Café Å' });
    const found = await desk.company.api.list<{ itemId: string }>(`/v1/items?name=${encodeURIComponent('Cafe\u0301')}`);
    expect(found.map((each) => each.itemId)).toEqual([itemId]);
  });

  it('19 a document of 5,000 lines', async () => {
    const lines = Array.from({ length: 5_000 }, () => ({ sku: 'ADVICE', quantity: '1' }));
    const reply = await desk.post('/v1/sales-orders', { customerId: desk.customerId, lines });
    expect(reply.status).toBe(202);
    expect(reply.json()).toMatchObject({ netTotal: '400000.00' });
  });

  it('28 Idempotency-Key reused, and in flight', async () => {
    const key = newId();
    const named = (name: string) => desk.post('/v1/customers', { name, country: 'GB' }, { 'idempotency-key': key });
    expect((await named('First')).status).toBe(201);
    expectProblem(await named('Second'), { status: 422, code: 'idempotency-key-reused' });
    const before = await desk.company.count('/v1/sales-orders');
    const order = () => desk.post('/v1/sales-orders', desk.order(), { 'idempotency-key': `${key}2` });
    let first: Promise<Reply> | undefined;
    await suite.whileLocked('orders', 'lock table sales_order in share mode', async (waiting) => {
      first = order();
      await expect.poll(waiting).toBeGreaterThan(0);
      expectProblem(await order(), { status: 409, code: 'idempotency-key-in-flight' });
    });
    expect((await first)?.status).toBe(202);
    expect((await order()).headers['idempotency-replayed']).toBe('true');
    expect(await desk.company.count('/v1/sales-orders')).toBe(before + 1);
  });

  const payloads = [
    `'; drop table item; --`,
    `' or '1'='1`,
    '*)(uid=*))(|(uid=*',
    '{{7*7}}${7*7}<%= 7*7 %>#{7*7}',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '../../etc/passwd',
    '%0d%0aSet-Cookie: admin=1',
    'two\nlines',
    '$(reboot) `id` | cat',
    '{"$gt":""}',
    '\\u0000 \\x00 %00 %s %n',
    'null',
    '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>',
    '𝕌𝕟𝕚 👩‍👩‍👧 שלום',
  ];

  it('32 SQL, LDAP, template and markup in every text', async () => {
    const { company, customerId } = desk;
    for (const [at, text] of payloads.entries()) {
      const { itemId } = await company.post<{ itemId: string }>('/v1/items', { sku: `TEXT-${at}`, name: text, kind: 'service' });
      await expectText(`/v1/items/${itemId}`, { name: text });
      const customer = { name: text, country: 'GB', address: text, reference: `${text} ${at}` };
      const made = await company.post<{ customerId: string }>('/v1/customers', customer);
      await expectText(`/v1/customers/${made.customerId}`, customer);
      const listed = await company.api.list<{ customerId: string }>(`/v1/customers?reference=${encodeURIComponent(customer.reference)}`);
      expect(listed.map((each) => each.customerId)).toEqual([made.customerId]);
      const found = await company.api.list<{ itemId: string }>(`/v1/items?name=${encodeURIComponent(text)}`);
      expect({ text, found: found.map((each) => each.itemId) }).toEqual({ text, found: expect.arrayContaining([itemId]) as string[] });
      const order = await company.post<{ salesOrderId: string }>('/v1/sales-orders', {
        customerId,
        reference: text,
        lines: [{ sku: 'ADVICE', quantity: '1', description: text }],
      });
      await expectText(`/v1/sales-orders/${order.salesOrderId}`, { reference: text, lines: [expect.objectContaining({ description: text })] });
      const { employeeId } = await company.post<{ employeeId: string }>('/v1/employees', { name: text });
      expect(await company.api.list('/v1/employees')).toContainEqual(expect.objectContaining({ employeeId, name: text }));
    }
    expect(await company.count('/v1/items')).toBeGreaterThan(payloads.length);
    expectProblem(await desk.post('/v1/customers', { name: 'a\r\nSet-Cookie: b', country: 'GB' }), { ...INVALID, pointer: '/name' });
  });

  async function expectText(path: string, fields: object): Promise<void> {
    const reply = await desk.send(path);
    expect([reply.status, reply.headers['content-type'], reply.headers['x-content-type-options']]).toEqual([200, 'application/json; charset=utf-8', 'nosniff']);
    expect(reply.json()).toMatchObject(fields);
  }

  it('33 cells that a spreadsheet would run: kept as they are, disarmed where lists are exported', async () => {
    const names = ["=cmd|' /C calc'!A0", '@SUM(1+1)', '+1+1', '-2+3', '\t=1+1', '＝1+1', ' =1', 'plain, "quoted"\nand broken'];
    for (const [at, name] of names.entries()) await desk.company.post('/v1/items', { sku: `CELL-${at}`, name, kind: 'service' });
    const kept = await desk.company.api.list<{ sku: string; name: string }>('/v1/items');
    expect(kept.filter(({ sku }) => sku.startsWith('CELL-')).map(({ name }) => name)).toEqual(names);
    const reply = await desk.send('/v1/items?limit=200', { headers: { accept: 'text/csv' } });
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    const rows = recordsOf(reply.text).filter(({ sku }) => sku!.startsWith('CELL-'));
    expect(rows.map(({ name }) => name)).toEqual([`'=cmd|' /C calc'!A0`, `'@SUM(1+1)`, `'+1+1`, `'-2+3`, `'\t=1+1`, `'＝1+1`, `' =1`, names[7]]);
    const { lines } = { lines: recordsOf((await desk.send('/v1/open-items', { headers: { accept: 'text/csv' } })).text) };
    for (const { openAmount } of lines) expect(openAmount).toMatch(/^-?[0-9.]+$/);
  });

  const FILE = 'text/csv';
  const IMPORT = '/v1/items/import';

  it('34 CSV with BOM, wrong delimiter, ragged rows, open quotes, UTF-16, too many rows', async () => {
    const before = await desk.company.count('/v1/items');
    const head = 'sku,name,kind\r\n';
    const many = `${head}${Array.from({ length: 1_001 }, (_, at) => `MANY-${at},Many,stocked`).join('\n')}`;
    const cases: [body: string | Buffer, status: number, code: string, pointer?: string][] = [
      [`${head.replaceAll(',', ';')}IMP-1;One;stocked\n`, 422, 'csv-refused', '/1'],
      [`${head}IMP-1,One,stocked\nIMP-2,Two\n`, 422, 'csv-refused', '/3'],
      [`${head}IMP-1,One,stocked\nIMP-2,Two,stocked,more\n`, 422, 'csv-refused', '/3'],
      [`${head}IMP-1,"One,stocked\n`, 422, 'csv-refused'],
      [`${head}IMP-1,O"ne,stocked\n`, 422, 'csv-refused'],
      [Buffer.from(`\ufeff${head}IMP-1,One,stocked\n`, 'utf16le'), 422, 'csv-refused'],
      [Buffer.concat([Buffer.from(`${head}IMP-1,`), Buffer.from([0xe9]), Buffer.from(',stocked\n')]), 422, 'csv-refused'],
      [`sku,name,kind,sku\nIMP-1,One,stocked,IMP-2\n`, 422, 'csv-refused', '/1'],
      [`sku,name,kind,colour\nIMP-1,One,stocked,red\n`, 422, 'csv-refused', '/1'],
      [`sku,name\nIMP-1,One\n`, 422, 'csv-refused', '/1'],
      [head, 422, 'csv-refused'],
      ['', 422, 'csv-refused'],
      [`${head}IMP-1,One,stocked\nimp-2,Two,stocked\nIMP-3,,stocked\nIMP-4,Four,toString\n`, 422, 'csv-refused', '/3/sku'],
      [`${head}IMP-1,One,stocked\nIMP-1,Again,stocked\n`, 422, 'csv-refused', '/3/sku'],
      [`${head}IMP-1,One,stocked\nMUG,There already,stocked\n`, 422, 'csv-refused', '/3/sku'],
      [`${head}IMP-1,"a\u0000b",stocked\n`, 422, 'csv-refused', '/2/name'],
      [many, 413, 'body-too-large'],
      [`${head}${'X,Y,stocked\n'.repeat(250_000)}`, 413, 'body-too-large'],
    ];
    for (const [body, status, code, pointer] of cases) {
      expectProblem(await desk.post(IMPORT, body, { 'content-type': FILE }), { status, code, pointer }, String(body).slice(0, 60));
    }
    expectProblem(await desk.post(IMPORT, '[]'), { status: 415, code: 'media-type-unsupported' });
    expectProblem(await desk.post(IMPORT, head, { 'content-type': 'text/csv; charset=utf-16' }), { status: 415, code: 'media-type-unsupported' });
    expect(await desk.company.count('/v1/items')).toBe(before);
    const good = `\ufeff${head}IMP-1,"One, of two",stocked\r\nIMP-2,Zwo,service\r\n`;
    const key = newId();
    for (const replayed of [undefined, 'true']) {
      const reply = await desk.post(IMPORT, good, { 'content-type': FILE, 'idempotency-key': key });
      expect([reply.status, reply.json(), reply.headers['idempotency-replayed']]).toEqual([201, { created: 2 }, replayed]);
    }
    expect(await desk.company.count('/v1/items')).toBe(before + 2);
    const racing = ['A', 'B'].map((name) => `${head}RACE-${name},Own,stocked\nRACE,${name},stocked\n`);
    const replies = await Promise.all(racing.map((file) => desk.post(IMPORT, file, { 'content-type': FILE })));
    const [winner, loser] = replies.sort((a, b) => a.status - b.status) as [Reply, Reply];
    expect([winner.status, winner.json()]).toEqual([201, { created: 2 }]);
    expectProblem(loser, { status: [409, 422] });
    expect(await desk.company.count('/v1/items')).toBe(before + 4);
    expect(await desk.company.api.list('/v1/items?sku=IMP-1')).toMatchObject([{ name: 'One, of two', kind: 'stocked', unit: 'PCE' }]);
  });

  it('45 lines of a fraction of the smallest coin: each line is rounded, and all totals agree', async () => {
    const { company, customerId } = await Desk.open(suite, 'Fractions');
    const place = async (unitPrice: string, count: number) => {
      const lines = Array.from({ length: count }, () => ({ sku: 'ADVICE', quantity: '1', unitPrice }));
      return company.post<{ salesOrderId: string; netTotal: string; invoices: { grossTotal: string }[] }>(
        '/v1/sales-orders?until=invoiced',
        { customerId, lines },
        { headers: { prefer: 'wait=60' } },
      );
    };
    const before = await company.balances();
    expect(await place('0.004', 5_000)).toMatchObject({ netTotal: '0.00', invoices: [{ grossTotal: '0.00' }] });
    expect(await company.balances()).toEqual(before);
    const { salesOrderId, netTotal, invoices } = await place('0.005', 2_000);
    expect([netTotal, invoices[0]?.grossTotal]).toEqual(['20.00', '24.00']);
    const order = await company.api.get<{ lines: { netAmount: string }[] }>(`/v1/sales-orders/${salesOrderId}`);
    expect(order.lines.reduce((sum, { netAmount }) => sum + Number(netAmount) * 100, 0)).toBe(2_000);
    const after = await company.balances();
    expect((Number(after['Trade receivables'] ?? 0) - Number(before['Trade receivables'] ?? 0)).toFixed(2)).toBe('24.00');
  });

  it('46 approval of what one made oneself, and roles given to oneself', async () => {
    const month = desk.company.today.slice(0, 7);
    const { employeeId } = await desk.company.post<{ employeeId: string }>('/v1/employees', { name: 'Robin Hall' });
    await desk.company.post(`/v1/employees/${employeeId}/contracts`, { validFrom: `${month}-01`, monthlyGross: '2600.00' });
    await desk.company.post('/v1/payroll-rules', { validFrom: `${month}-01`, taxRate: '0.18', employeeSocialRate: '0.08', employerSocialRate: '0.12' });
    const [maker, checker] = [await desk.signedIn('hr'), await desk.signedIn('hr')];
    const { payrollRunId } = await maker.post<{ payrollRunId: string }>('/v1/payroll-runs', { month });
    const path = `/v1/payroll-runs/${payrollRunId}`;
    await expect(maker.post(`${path}/approval`, undefined)).rejects.toMatchObject({ problem: { status: 422, code: 'self-approval' } });
    expect(await maker.get(path)).toMatchObject({ state: 'draft' });
    expect(await checker.post(`${path}/approval?until=posted`, undefined, { headers: { prefer: 'wait=30' } })).toMatchObject({ state: 'posted' });
    const administrator = await desk.signedIn('administrator');
    const { data } = await administrator.get<{ data: { accountId: string; name: string }[] }>('/v1/users?limit=200');
    const self = data.find(({ name }) => name === 'administrator')!;
    const change = administrator.call('PUT', `/v1/users/${self.accountId}/memberships`, {
      body: { memberships: [{ companyId: desk.company.companyId, role: 'hr' }] },
      headers: { 'if-match': '*' },
    });
    await expect(change).rejects.toMatchObject({ problem: { status: 409, code: 'own-account' } });
    await Promise.all([maker, checker, administrator].map((client) => client.close()));
  });

  it('47 deletion of master data that documents name: there is none, it is deactivated', async () => {
    const { company, customerId } = desk;
    const [mug] = await company.api.list<{ itemId: string }>('/v1/items?sku=MUG');
    const [warehouse] = await company.api.get<{ warehouseId: string }[]>('/v1/warehouses');
    for (const path of [`items/${mug!.itemId}`, `customers/${customerId}`, 'items', 'warehouses', 'ledger-accounts', 'employees'])
      expectProblem(await desk.send(`/v1/${path}`, { method: 'DELETE', headers: { 'content-type': '' } }), { status: 405, code: 'method-not-allowed' }, path);
    expect(warehouse).toBeDefined();
    const placed = await company.order(customerId, { MUG: 1 }, { until: 'invoiced' });
    await company.api.call('PATCH', `/v1/items/${mug!.itemId}`, { body: { active: false }, headers: { 'if-match': '*' } });
    await company.api.call('PATCH', `/v1/customers/${customerId}`, { body: { active: false }, headers: { 'if-match': '*' } });
    expect(await company.orderUntil(placed.salesOrderId, 'invoiced')).toMatchObject({ lines: [{ sku: 'MUG' }] });
    expectProblem(await desk.post('/v1/sales-orders', desk.order()), { status: 422, code: 'customer-inactive' });
    expect(await company.api.get(`/v1/items/${mug!.itemId}`)).toMatchObject({ active: false });
  });
});

/** A CSV file by the names of its columns. */
function recordsOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true, relax_column_count: false }) as Record<string, string>[];
}
