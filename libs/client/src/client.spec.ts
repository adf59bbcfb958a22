import { describe, expect, it } from 'vitest';
import { type ClientOptions, createClient, pagesOf, ProblemError, unwrapped, untilArrived, writeQuery } from './index.js';

type Told = Readonly<{ method: string; path: string; body: string; key: string | null; token: string | null }>;

const json = (status: number, body: object, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers } });
const token = (accessToken: string, expiresIn = 900) => json(200, { accessToken, tokenType: 'Bearer', expiresIn, companies: [] });
const problem = (status: number, code: string) => json(status, { type: `/problems/${code}`, title: 'No', status, code, detail: 'No.' });

/** A client of a suite that gives these answers, one after the other, and what it was sent. */
function clientOf(answers: Response[], options: Partial<ClientOptions> = {}) {
  const told: Told[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    told.push({
      method: request.method,
      path: `${pathname}${decodeURIComponent(search)}`,
      body: await request.text(),
      key: request.headers.get('idempotency-key'),
      token: request.headers.get('authorization'),
    });
    return answers.shift()!;
  };
  return { told, client: createClient({ baseUrl: 'http://suite', login: 'anna@example.com', secret: 'x', fetch, ...options }) };
}

const body = { sku: 'MUG', name: 'Mug', kind: 'stocked' } as const;

describe('the client', () => {
  it('signs in once for calls that come at the same time, and again when the token is about to end', async () => {
    const { client, told } = clientOf([token('one', 61), json(200, { data: [] }), json(200, { data: [] })]);
    await Promise.all([client.GET('/v1/items'), client.GET('/v1/customers')]);
    expect(told.map((each) => [each.path, each.token])).toEqual([
      ['/v1/tokens', null],
      ['/v1/items', 'Bearer one'],
      ['/v1/customers', 'Bearer one'],
    ]);
    const short = clientOf([token('one', 60), json(200, { data: [] }), token('two'), json(200, { data: [] })]);
    await short.client.GET('/v1/items');
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
    await short.client.GET('/v1/items');
    expect(short.told.map((each) => each.token)).toEqual([null, 'Bearer one', null, 'Bearer two']);
  });

  it('signs in as a person or as an app, for the company that is named', async () => {
    const { client, told } = clientOf([token('one'), json(200, { data: [] })], { login: 'app-1', companyId: 'c-1' });
    await client.GET('/v1/items');
    expect(JSON.parse(told[0]!.body)).toEqual({ grantType: 'client-credentials', login: 'app-1', secret: 'x', companyId: 'c-1' });
  });

  it('tries to sign in again after that has failed', async () => {
    const { client, told } = clientOf([problem(401, 'sign-in-refused'), token('one'), json(200, { data: [] })]);
    await expect(client.GET('/v1/items')).rejects.toThrow('sign-in-refused');
    expect((await client.GET('/v1/items')).data).toEqual({ data: [] });
    expect(told).toHaveLength(3);
  });

  it('sends a write again with the same key and body while the suite cannot take it', async () => {
    const { client, told } = clientOf([token('one'), problem(503, 'service-unavailable'), problem(429, 'rate-limited'), json(201, { itemId: 'i' })]);
    expect((await client.POST('/v1/items', { body })).data).toEqual({ itemId: 'i' });
    const writes = told.slice(1);
    expect(new Set(writes.map(({ key }) => key)).size).toBe(1);
    expect(writes.map((each) => JSON.parse(each.body) as object)).toEqual([body, body, body]);
  });

  it('leaves a key of the caller alone, and gives each write one of its own else', async () => {
    const { client, told } = clientOf([token('one'), json(201, {}), json(201, {}), json(201, {})]);
    await client.POST('/v1/items', { body, params: { header: { 'Idempotency-Key': 'mine' } } });
    await client.POST('/v1/items', { body });
    await client.POST('/v1/items', { body });
    expect(told[1]!.key).toBe('mine');
    expect(new Set(told.slice(1).map(({ key }) => key)).size).toBe(3);
  });

  it('gives up at last, with what the suite said', async () => {
    const { client } = clientOf([token('one'), ...Array.from({ length: 5 }, () => problem(503, 'service-unavailable'))]);
    expect((await client.GET('/v1/items')).error).toMatchObject({ status: 503 });
  }, 15_000);

  it('goes on behind each page, and throws what is refused', async () => {
    const { client, told } = clientOf([token('one'), json(200, { data: [1, 2], next: 'a' }), json(200, { data: [3] }), problem(400, 'cursor-invalid')]);
    const rows = pagesOf((after) => client.GET('/v1/items', { params: { query: { after, sort: ['-sku'] } } }));
    const found: unknown[] = [];
    for await (const row of rows) found.push(row);
    expect([found, told.slice(1).map(({ path }) => path)]).toEqual([
      [1, 2, 3],
      ['/v1/items?sort=-sku', '/v1/items?after=a&sort=-sku'],
    ]);
    await expect(pagesOf((after) => client.GET('/v1/items', { params: { query: { after } } })).next()).rejects.toThrow(ProblemError);
  });

  it('repeats what has not arrived yet, and nothing else', async () => {
    const { client, told } = clientOf([token('one'), problem(422, 'item-unknown'), json(201, { sku: 'MUG' }), problem(422, 'item-unknown')]);
    const set = () => client.POST('/v1/prices', { body: { sku: 'MUG', unitPrice: '1', validFrom: '2026-01-01' } });
    expect(await untilArrived(set, 'item-unknown')).toEqual({ sku: 'MUG' });
    await expect(untilArrived(set, 'customer-unknown')).rejects.toThrow('item-unknown');
    expect(told).toHaveLength(4);
  });

  it('unwraps a document or throws its problem', async () => {
    const { client } = clientOf([token('one'), json(200, { sku: 'MUG' }), problem(404, 'not-found')]);
    const get = () => unwrapped(client.GET('/v1/items/{itemId}', { params: { path: { itemId: 'i' } } }));
    expect(await get()).toEqual({ sku: 'MUG' });
    await expect(get()).rejects.toMatchObject({ problem: { status: 404, code: 'not-found' } });
  });
});

describe('a query', () => {
  it.each([
    [{}, ''],
    [{ limit: '2', after: undefined }, 'limit=2'],
    [{ sort: ['-netTotal', 'number'], expand: ['customer'] }, 'sort=-netTotal,number&expand=customer'],
    [
      { filter: { status: ['placed', 'confirmed'], netTotal: { gte: '100', lt: 200 } } },
      'filter[status]=placed,confirmed&filter[netTotal][gte]=100&filter[netTotal][lt]=200',
    ],
    [{ filter: { name: 'Ada & Sons, Ltd', code: { in: ['A,B', 'C\\'] } } }, 'filter[name]=Ada & Sons, Ltd&filter[code][in]=A\\,B,C\\\\'],
  ])('%j is written as lists take it', (query, text) => {
    expect(writeQuery(query).split('&').map(decodeURIComponent).join('&')).toBe(text);
  });
});
