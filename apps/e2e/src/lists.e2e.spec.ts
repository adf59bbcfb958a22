import { newId } from '@millrace/kernel';
import { ApiClient } from '@millrace/tools';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company } from './company.js';
import { Suite } from './suite.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Row = Readonly<Record<string, unknown>>;

/** A shop with three items, two customers and five orders, seen through every list. */
describe('lists', () => {
  let suite: Suite;
  let company: Company;
  let customers: string[];

  const list = <T = Row>(path: string) => company.api.get<{ data: T[]; next?: string }>(`/v1/${path}`);
  const column = async (path: string, field: string) => (await list(path)).data.map((row) => row[field]);
  const status = async (path: string, api = company.api) => {
    const answer = await api
      .send('GET', `/v1/${path}`, { authorization: `Bearer ${await api.accessToken()}` })
      .catch((error: { problem: Row }) => error.problem);
    return answer as { status: number; code: string; permission?: string; errors: { pointer: string; detail: string }[] };
  };

  beforeAll(async () => {
    suite = new Suite();
    company = await Company.found(suite, 'Lists');
    await company.sells(
      { sku: 'MUG', onHand: '100', unitCost: '1.28', price: '2.55' },
      { sku: 'CUP', onHand: '50', unitCost: '3', price: '10' },
      { sku: 'ENGRAVING', price: '4' },
    );
    customers = [await company.customer('Ada & Sons, Ltd'), await company.customer('=cmd|calc')];
    for (const [customer, lines] of [
      [0, { MUG: 1 }],
      [1, { MUG: 4, CUP: 1 }],
      [0, { CUP: 3 }],
      [1, { MUG: 1_000 }],
      [0, { ENGRAVING: 1 }],
    ] as const)
      await company.order(customers[customer]!, lines, { until: 'invoiced' });
  });

  it('are filtered by declared fields and operators, together with the parameters that were there before', async () => {
    expect(await column('sales-orders?filter[status]=rejected', 'netTotal')).toEqual(['2550.00']);
    expect(await column('sales-orders?filter[netTotal][gte]=10&filter[netTotal][lt]=2550&sort=netTotal', 'netTotal')).toEqual(['20.20', '30.00']);
    expect(await column(`sales-orders?customerId=${customers[0]}&filter[status][nin]=rejected,cancelled&sort=-netTotal`, 'netTotal')).toEqual([
      '30.00',
      '4.00',
      '2.55',
    ]);
    expect(await column(`customers?filter[name]=${encodeURIComponent('Ada & Sons, Ltd')}`, 'customerId')).toEqual([customers[0]]);
    expect(await column('customers?filter[name][contains]=SONS', 'customerId')).toEqual([customers[0]]);
    expect(await column('customers?filter[reference][null]=false', 'customerId')).toEqual([]);
    expect(await column('stock?filter[onHand][lt]=60&filter[sku][in]=MUG,CUP', 'sku')).toEqual(['CUP']);
    expect(await column('items?filter[kind]=service,stocked&filter[active]=true&sort=-sku', 'sku')).toEqual(['MUG', 'ENGRAVING', 'CUP']);
    expect(await column('customer-invoices?filter[paid]=false&sort=grossTotal', 'grossTotal')).toEqual(['3.06', '4.80', '24.24', '36.00']);
    expect(await column('open-items?filter[openAmount][gt]=5&sort=-openAmount', 'openAmount')).toEqual(['36.00', '24.24']);
    expect(await column(`open-items?asOf=${company.today}&filter[kind]=customer-invoice&sort=openAmount&limit=1`, 'openAmount')).toEqual(['3.06']);
    expect((await list(`journal-entries?filter[journal]=SAL&filter[postedOn][gte]=${company.today}`)).data).toHaveLength(4);
  });

  it.each(['sort=-netTotal', 'sort=status,-documentOn', 'sort=rejection,-netTotal', 'sort=-rejection', 'sort=overdue,-placedAt', ''])(
    'give each row once over all pages, in the order of %s',
    async (sort) => {
      const whole = (await list(`sales-orders?${sort}`)).data.map((row) => row.salesOrderId);
      const paged: unknown[] = [];
      for (let after = ''; ; ) {
        const page = await list(`sales-orders?${sort}&limit=2${after}`);
        paged.push(...page.data.map((row) => row.salesOrderId));
        if (page.next === undefined) break;
        after = `&after=${page.next}`;
      }
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(5);
    },
  );

  it('answer HEAD as they answer GET, without the rows', async () => {
    const answer = await company.api.call('HEAD', '/v1/sales-orders?filter[status]=rejected&sort=-netTotal&fields=number');
    expect([answer.status, answer.body]).toEqual([200, '']);
  });

  it('have cursors that hold in the order that they were made in, and in no other', async () => {
    const { next } = await list('sales-orders?limit=2&sort=-netTotal');
    expect(await status(`sales-orders?limit=2&sort=-netTotal&after=${next}`)).toMatchObject({ status: 200 });
    expect(await status(`sales-orders?limit=2&after=${next}`)).toMatchObject({ status: 400, code: 'cursor-invalid' });
  });

  it.each([
    ['sales-orders?filter[colour]=red', '/filter[colour]', 'the fields are salesOrderId, number'],
    ['sales-orders?filter[status]=lost', '/filter[status]', 'one of placed, confirmed'],
    ['sales-orders?filter[status][gte]=placed', '/filter[status][gte]', 'its operators are eq, ne, in, nin'],
    ['sales-orders?filter[netTotal][gte]=ten', '/filter[netTotal][gte]', 'is not a decimal'],
    ['sales-orders?filter[documentOn][lt]=2026-02-30', '/filter[documentOn][lt]', 'is not a calendar date'],
    ['sales-orders?filter[customerId]=1', '/filter[customerId]', 'is not a UUID'],
    ['sales-orders?filter[overdue]=maybe', '/filter[overdue]', 'true or false'],
    ['sales-orders?filter[status]=placed&filter[status]=shipped', '/filter[status]', 'must be given once'],
    ['sales-orders?filter=status', '/filter', 'must be written filter[FIELD]=VALUE'],
    ['sales-orders?sort=lines', '/sort', 'there is no field "lines" to sort by'],
    ['sales-orders?fields=lines', '/fields', 'there is no field "lines"'],
    ['sales-orders?expand=lines.item', '/expand', 'what can be expanded is customer'],
    ['stock?expand=location.warehouse.location.warehouse', '/expand', 'more than 3 steps deep'],
    ['employees?expand=manager', '/expand', 'there is nothing to expand here'],
    ['items?filter[sku]=', '/filter[sku]', 'a text of 1 to 200 characters'],
    ['companies?sort=name&filter[name][gt]=A', '/filter[name][gt]', 'has no operator gt'],
  ])('refuse %s and say what there is', async (path, pointer, detail) => {
    const api = path.startsWith('companies') ? suite.administrator : company.api;
    expect(await status(path, api)).toMatchObject({ status: 400, code: 'request-invalid', errors: [{ pointer, detail: expect.stringContaining(detail) }] });
  });

  it('show the fields that were asked for, as does a single document, whose ETag stays that of the whole', async () => {
    const { data } = await list('sales-orders?fields=number,netTotal&sort=netTotal&limit=1');
    expect(data).toEqual([{ number: expect.any(String), netTotal: '2.55' }]);
    const [id] = await column('sales-orders?sort=netTotal', 'salesOrderId');
    const answer = await company.api.call('GET', `/v1/sales-orders/${id as string}?fields=status,lines.sku,lines.quantity`);
    expect(answer).toMatchObject({
      body: { status: expect.any(String), lines: [{ sku: 'MUG', quantity: '1' }] },
      headers: { etag: expect.stringMatching(/^"\d+"$/) },
    });
    expect(Object.keys(answer.body as object)).toEqual(['status', 'lines']);
  });

  it('show in full what rows name, three steps deep', async () => {
    const { data } = await list('sales-orders?filter[status]=rejected&expand=customer&fields=netTotal');
    expect(data).toEqual([{ netTotal: '2550.00', customer: expect.objectContaining({ customerId: customers[1], name: '=cmd|calc' }) }]);
    const [id] = await column('sales-orders?filter[netTotal]=20.20', 'salesOrderId');
    const order = await company.api.get<{ lines: Row[]; customer: Row }>(`/v1/sales-orders/${id as string}?expand=lines.item,customer`);
    expect(order.lines.map((line) => line.item)).toEqual([expect.objectContaining({ sku: 'MUG', kind: 'stocked' }), expect.objectContaining({ sku: 'CUP' })]);
    const stock = await list('stock?expand=item,location.warehouse&fields=sku,location.code,location.warehouse.code&sort=sku');
    expect(stock.data).toEqual(
      ['CUP', 'MUG'].map((sku) => ({ sku, location: { code: 'STOCK', warehouse: { code: 'MAIN' } }, item: expect.objectContaining({ sku }) })),
    );

    const paymentOf = await company.order(customers[0]!, { MUG: 2 }, { until: 'invoiced' });
    await company.takeBack(paymentOf.salesOrderId, 1);
    const returns = await list('returns?expand=salesOrder.customer&fields=number,salesOrder.number,salesOrder.customer.name');
    expect(returns.data).toEqual([{ number: expect.any(String), salesOrder: { number: paymentOf.number, customer: { name: 'Ada & Sons, Ltd' } } }]);
  });

  it('show nothing behind a reference to who may not see it on its own', async () => {
    const email = `${newId()}@example.com`;
    await suite.administrator.post('/v1/users', {
      email,
      name: 'Clerk',
      password: 'a long sentence of my own',
      memberships: [{ companyId: company.companyId, role: 'warehouse' }],
    });
    const clerk = new ApiClient(suite.site.gateway, { email, password: 'a long sentence of my own' }).forCompany(company.companyId);
    expect(await status('sales-orders', clerk)).toMatchObject({ status: 200 });
    expect(await status('sales-orders?expand=customer', clerk)).toMatchObject({ status: 403, code: 'permission-missing', permission: 'orders.customer.view' });
    expect(await status('stock?expand=item,location.warehouse', clerk)).toMatchObject({ status: 200 });
  });

  it('are files of the columns that were asked for, in which nothing runs', async () => {
    const csv = await company.api.call<string>('GET', '/v1/customers?fields=name,country&sort=name', { headers: { accept: 'text/csv' } });
    expect(csv.body).toBe(`name,country\r\n'=cmd|calc,GB\r\n"Ada & Sons, Ltd",GB\r\n`);
    const reply = await fetch(
      `${suite.site.gateway}/v1/sales-orders?fields=number,netTotal,customer.name&expand=customer&sort=netTotal&filter[status][ne]=rejected`,
      {
        headers: { accept: XLSX, authorization: `Bearer ${await company.api.accessToken()}` },
      },
    );
    expect([reply.status, reply.headers.get('content-type'), reply.headers.get('content-disposition')]).toEqual([
      200,
      XLSX,
      'attachment; filename="sales-orders.xlsx"',
    ]);
    const { sheets } = await readXlsx(new Uint8Array(await reply.arrayBuffer()));
    expect(sheets[0]!.rows.slice(0, 3)).toEqual([
      ['number', 'netTotal', 'customer.name'],
      [expect.any(String), 2.55, 'Ada & Sons, Ltd'],
      [expect.any(String), 4, 'Ada & Sons, Ltd'],
    ]);
    expect(sheets[0]!.rows.flat()).toContain("'=cmd|calc");
  });
});
