import { newId } from '@millrace/kernel';
import { ApiClient, ApiError, type ApiProblem } from '@millrace/tools';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company, problemOf } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

/** Valid alone: two such lines are more than any fact can tell. */
const TOO_MANY = { sku: 'MUG', quantity: '999999999' };
const JSON_BODY = { 'content-type': 'application/json' };

describe('a request that cannot be served', () => {
  const suite = new Suite();
  let company: Company;
  let customerId: string;
  let written: number;

  beforeAll(async () => {
    company = await Company.found(suite, 'Bad requests');
    customerId = await company.customer();
    await company.sells({ sku: 'MUG', onHand: '10', unitCost: '2.00', price: '5.00' });
    await company.order(customerId, { MUG: 1 }, { until: 'invoiced' });
    written = await company.count('/v1/sales-orders');
  });

  async function expectNothingWritten(): Promise<void> {
    expect(await company.count('/v1/sales-orders')).toBe(written);
    await expectCleanAudit(suite);
  }

  /** The problem of one attempt with these bytes and headers, as they are. */
  async function send(body: string, headers: Record<string, string> = {}, path = '/v1/sales-orders'): Promise<ApiProblem> {
    const authorization = `Bearer ${await company.api.accessToken()}`;
    const sent = { authorization, 'idempotency-key': newId(), ...JSON_BODY, ...headers };
    const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ''));
    return (await problemOf(company.api.send('POST', path, given, body))) as ApiProblem;
  }

  const order = (changes: object) => JSON.stringify({ customerId, lines: [{ sku: 'MUG', quantity: '1' }], ...changes });
  const line = (changes: object) => order({ lines: [{ sku: 'MUG', quantity: '1', ...changes }] });

  it('names the field and the rule when an order breaks one', async () => {
    const cases: [body: string, status: number, code: string, pointer?: string][] = [
      [order({ lines: [] }), 400, 'request-invalid', '/lines'],
      [line({ quantity: '-1' }), 422, 'value-refused', '/lines/0/quantity'],
      [line({ quantity: '0' }), 422, 'value-refused', '/lines/0/quantity'],
      [line({ quantity: '1e3' }), 400, 'request-invalid', '/lines/0/quantity'],
      [line({ quantity: '1234567890123456.123456789' }), 422, 'value-refused', '/lines/0/quantity'],
      [line({ quantity: 1 }), 400, 'request-invalid', '/lines/0/quantity'],
      [order({ colour: 'red' }), 400, 'request-invalid', '/colour'],
      [line({ colour: 'red' }), 400, 'request-invalid', '/lines/0/colour'],
      [order({ customerId: 'me' }), 400, 'request-invalid', '/customerId'],
      [order({ customerId: newId() }), 422, 'customer-unknown'],
      [order({ warehouseId: newId() }), 422, 'warehouse-unknown'],
      [line({ quantity: '0.0000001' }), 422, 'value-refused', '/lines/0/quantity'],
      [line({ quantity: '99999999999' }), 422, 'value-refused', '/lines/0/quantity'],
      [order({ lines: [TOO_MANY, TOO_MANY] }), 422, 'quantity-too-large'],
      [order({ lines: [{ sku: 'MUG', quantity: '999999', unitPrice: '9999999' }] }), 422, 'amount-too-large'],
      [line({ sku: 'NO-SUCH-ITEM' }), 422, 'item-unknown'],
      [line({ unit: 'BX' }), 422, 'unit-unknown'],
    ];
    for (const [body, status, code, pointer] of cases) {
      const problem = await send(body);
      expect({ body, ...problem }).toMatchObject({ body, status, code, ...(pointer ? { errors: [{ pointer }] } : {}) });
      expect(problem.detail).not.toBe('');
    }
    await expectNothingWritten();
  });

  it('names what is wrong with a return that no order is named for, and with a stock document', async () => {
    const back = (changes: object, lines: object) =>
      JSON.stringify({ customerId, lines: [{ sku: 'MUG', quantity: '1', unitPrice: '1', unitCost: '1', ...lines }], ...changes });
    const stock = (changes: object, lines: object) =>
      JSON.stringify({ kind: 'purchase', lines: [{ sku: 'MUG', quantity: '1', unitCost: '1', ...lines }], ...changes });
    const cases: [path: string, body: string, code: string][] = [
      ['/v1/returns', back({ warehouseId: newId() }, {}), 'warehouse-unknown'],
      ['/v1/returns', back({}, { unitCost: undefined }), 'cost-missing'],
      ['/v1/returns', back({}, { quantity: '999999', unitPrice: '9999999' }), 'amount-too-large'],
      ['/v1/receipts', stock({ warehouseId: newId() }, {}), 'warehouse-unknown'],
      ['/v1/receipts', stock({}, { quantity: '999999999' }), 'quantity-too-large'],
      ['/v1/receipts', stock({}, { quantity: '999999', unitCost: '99999999' }), 'amount-too-large'],
    ];
    for (const [path, body, code] of cases) expect({ path, body, ...(await send(body, {}, path)) }).toMatchObject({ path, body, status: 422, code });
    expect(await company.count('/v1/returns')).toBe(0);
    await expectNothingWritten();
  });

  it('says what is wrong with a body that is no JSON document', async () => {
    expect(await send('{"customerId": ')).toMatchObject({ status: 400, code: 'request-invalid' });
    expect(await send(`${order({}).slice(0, -1)},"customerId":"twice"}`)).toMatchObject({ status: 400 });
    expect(await send('a=b', { 'content-type': 'text/plain' })).toMatchObject({ status: 415, code: 'media-type-unsupported' });
    expect(await send(`"${'x'.repeat(2 * 1024 * 1024)}"`)).toMatchObject({ status: 413, code: 'body-too-large' });
    expect(await send(order({}), { 'idempotency-key': '' })).toMatchObject({ status: 400, code: 'idempotency-key-required' });
    await expectNothingWritten();
  });

  it('names the place when a path or a query holds what neither may', async () => {
    const get = (path: string) => problemOf(company.api.get(path, { retryForMs: 0 }));
    for (const [path, pointer] of [
      ['/v1/items?name=%00', '/name'],
      ['/v1/items?isPrototypeOf=1', '/isPrototypeOf'],
      ['/v1/sales-orders?status=toString', '/status'],
      ['/v1/sales-orders/00000000-0000-0000-0000-000000000000', '/salesOrderId'],
      ['/v1/sales-orders/me', '/salesOrderId'],
      [`/v1/sales-orders/${newId().toUpperCase()}`, '/salesOrderId'],
    ] as const) {
      expect({ path, ...(await get(path)) }).toMatchObject({ path, status: 400, code: 'request-invalid', errors: [{ pointer }] });
    }
    const stream = `consumer=finance.receivable&topic=orders.sales-order&key=%00`;
    expect(await problemOf(suite.administrator.get(`/v1/operations/finance/kept-events?${stream}`))).toMatchObject({
      status: 400,
      errors: [{ pointer: '/key' }],
    });
    expect(await get(`/v1/sales-orders?after=${Buffer.from('["x"]').toString('base64url')}`)).toMatchObject({ status: 400, code: 'cursor-invalid' });
    await expectNothingWritten();
  });

  it('is refused without a token that is ours, valid and of this company', async () => {
    const token = await company.api.accessToken();
    const [head, claims, signature] = token.split('.') as [string, string, string];
    const other = Buffer.from(JSON.stringify({ ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object), company: newId() })).toString(
      'base64url',
    );
    const unsigned = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${claims}.`;
    for (const forged of ['nonsense', `${head}.${other}.${signature}`, unsigned]) {
      expect(await send(order({}), { authorization: `Bearer ${forged}` })).toMatchObject({ status: 401, code: 'token-invalid' });
    }
    expect(await send(order({}), { authorization: '' })).toMatchObject({ status: 401 });
    await expectNothingWritten();
  });

  it('finds nothing of another company, and writes nothing there', async () => {
    const stranger = await Company.found(suite, 'Strangers');
    const { data } = await company.api.get<{ data: { salesOrderId: string }[] }>('/v1/sales-orders');
    const { salesOrderId } = data[0]!;
    expect(await problemOf(stranger.api.get(`/v1/sales-orders/${salesOrderId}`))).toMatchObject({ status: 404, code: 'not-found' });
    expect(await problemOf(stranger.cancel(salesOrderId))).toMatchObject({ status: 404, code: 'not-found' });
    expect(await problemOf(stranger.api.post('/v1/sales-orders', JSON.parse(order({}))))).toMatchObject({ status: 422, code: 'customer-unknown' });
    await expectNothingWritten();
  });

  it('needs the permission for what it does, for a price of its own and for a past date too', async () => {
    const roles = await suite.administrator.get<{ code: string }[]>('/v1/roles');
    expect(roles.map(({ code }) => code)).toEqual(expect.arrayContaining(['administrator', 'auditor', 'sales']));
    const auditor = await signedIn('auditor');
    expect(await problemOf(auditor.post('/v1/sales-orders', JSON.parse(order({}))))).toMatchObject({ status: 403, code: 'permission-missing' });
    const sales = await signedIn('sales');
    expect(await problemOf(sales.post('/v1/sales-orders', JSON.parse(line({ unitPrice: '1.00' }))))).toMatchObject({ status: 403, code: 'price-forbidden' });
    expect(await problemOf(sales.post('/v1/sales-orders', JSON.parse(order({ documentOn: '2020-01-31' }))))).toMatchObject({
      status: 403,
      code: 'backdate-forbidden',
    });
    expect(await problemOf(sales.post('/v1/journal-entries', {}))).toMatchObject({ status: 403, code: 'permission-missing' });
    await Promise.all([auditor.close(), sales.close()]);
    await expectNothingWritten();
  });

  async function signedIn(role: string): Promise<ApiClient> {
    const [email, password] = [`${role}-${newId()}@example.com`, newId()];
    await suite.administrator.post('/v1/users', { email, name: role, password, memberships: [{ companyId: company.companyId, role }] });
    return new ApiClient(suite.site.gateway, { email, password }, company.companyId);
  }

  it('does not change what has changed since it was read', async () => {
    const path = `/v1/customers/${customerId}`;
    const { headers } = await company.api.call('GET', path);
    const change = (name: string) => company.api.call('PATCH', path, { body: { name }, headers: { 'if-match': headers.etag! } });
    await change('Harbour Café Ltd');
    expect(await problemOf(change('Somebody else'))).toMatchObject({ status: 412, code: 'version-stale' });
    expect(await problemOf(company.api.call('PATCH', path, { body: { name: 'Nobody' } }))).toMatchObject({ status: 428 });
    expect(await company.api.get(path)).toMatchObject({ name: 'Harbour Café Ltd' });
    await company.api.call('PATCH', path, { body: { name: 'Whatever it was' }, headers: { 'if-match': '*' } });
    expect(await company.api.get(path)).toMatchObject({ name: 'Whatever it was' });
    await expectNothingWritten();
  });

  it('posts nothing into a closed period, and nothing that does not balance', async () => {
    const entry = (postedOn: string, credit: string) => ({
      postedOn,
      description: 'Rent',
      lines: [
        { account: '1000', credit },
        { account: '3100', debit: '700.00' },
      ],
    });
    expect(await problemOf(company.post('/v1/journal-entries', entry(company.today, '699.99')))).toMatchObject({ status: 422, code: 'entry-unbalanced' });
    const periods = await company.api.get<{ periodId: string; startsOn: string; endsOn: string }[]>('/v1/accounting-periods');
    const [first] = periods;
    await company.post(`/v1/accounting-periods/${first!.periodId}/closing`, undefined);
    expect(await problemOf(company.post('/v1/journal-entries', entry(first!.startsOn, '700.00')))).toMatchObject({ status: 409, code: 'period-closed' });
    expect(await company.count('/v1/journal-entries?journal=GEN')).toBe(0);
    await expectNothingWritten();
  });

  it('is told which routes and methods there are', async () => {
    expect(await problemOf(company.api.get('/v1/unicorns'))).toMatchObject({ status: 404, code: 'route-unknown' });
    const refused = await company.api.call('DELETE', '/v1/sales-orders').catch((error: unknown) => error);
    expect((refused as ApiError).problem).toMatchObject({ status: 405, code: 'method-not-allowed' });
  });
});
