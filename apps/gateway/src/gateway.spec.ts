import { connect } from 'node:net';
import { BODY_LIMIT, createLogger, PROTOCOL_ROUTES, readSettings, type Running } from '@millrace/chassis';
import { StubService, TokenIssuer } from '@millrace/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGateway } from './gateway.js';
import { GatewaySettings } from './gateway-settings.js';
import { readApiDocument, routesOfDocument } from './routing/api-document.js';

const ID = '0199a1b0-0000-7000-8000-000000000041';
const METRICS_TOKEN = 'a token for the figures';
const OUR_PAGE = 'https://console.example';
const SERVICES = ['identity', 'inventory', 'orders', 'finance', 'hr'];

describe('the gateway', () => {
  let issuer: TokenIssuer;
  let stubs: ReadonlyMap<string, StubService>;
  let gateway: Running;
  let narrow: Running;
  let called: Running;
  let token: string;

  beforeAll(async () => {
    issuer = await TokenIssuer.start();
    stubs = new Map(await Promise.all(SERVICES.map(async (name) => [name, await StubService.start(name)] as const)));
    token = await issuer.sign({ company: ID, permissions: ['*'], globalPermissions: ['*'] });
    gateway = await start({});
    narrow = await start({ RATE_LIMIT_PER_MINUTE: '2', ANONYMOUS_LIMIT_PER_MINUTE: '2', METRICS_TOKEN });
    called = await start({ CORS_ORIGINS: `${OUR_PAGE},http://localhost:5173`, HSTS_SECONDS: '31536000' });
  });

  beforeEach(() => {
    for (const stub of stubs.values()) stub.arrived.length = 0;
  });

  afterAll(async () => {
    await Promise.all([gateway.stop(), narrow.stop(), called.stop()]);
    await Promise.all([issuer.stop(), ...[...stubs.values()].map((stub) => stub.kill())]);
  });

  function start(limits: Record<string, string>): Promise<Running> {
    const urls = Object.fromEntries([...stubs].map(([name, { url }]) => [`${name.toUpperCase()}_URLS`, url]));
    const settings = readSettings(GatewaySettings, { ...urls, ...limits, PORT: '0', DRAIN_SECONDS: '0', HOST: '127.0.0.1', JWKS_URL: issuer.jwksUrl });
    return startGateway(settings, createLogger('gateway', 'silent'));
  }

  const ask = (path: string, init: RequestInit = {}, door = gateway) => fetch(`${door.url}${path}`, init);
  /** What comes back for these lines, until the connection is closed. */
  async function raw(...lines: string[]): Promise<{ status: number; headers: string; body: string }> {
    const { port, hostname } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    const [headers = '', body = ''] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n');
    return { status: Number(headers.split(' ')[1]), headers: `${headers}\r\n`, body };
  }
  const authorised = (headers: Record<string, string> = {}) => ({ authorization: `Bearer ${token}`, ...headers });
  const problemOf = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    return [answer.status, ((await answer.json()) as { code: string }).code];
  };
  const arrivedAnywhere = () => [...stubs.values()].flatMap(({ arrived }) => arrived);

  describe('routing', () => {
    it.each(routesOfDocument(readApiDocument()).map(({ method, url, service }) => [method, url, service]))(
      'sends %s %s to %s',
      async (method, url, service) => {
        const path = `${url.replace(/:\w+/g, ID)}?after=a%20b`;
        const answer = await ask(path, { method, headers: authorised() });
        expect(await answer.json()).toEqual({ name: service, method, url: path });
      },
    );

    it('sends those who verify tokens to identity, without a token', async () => {
      expect(await (await ask('/.well-known/jwks.json')).json()).toMatchObject({ name: 'identity' });
    });

    it.each(PROTOCOL_ROUTES.map(({ method, url }) => [method, url.replace(':uid', 'a-sign-in')]))(
      'sends %s %s of a sign-in to identity, with its cookies',
      async (method, path) => {
        const identity = stubs.get('identity')!;
        const { answer } = identity;
        identity.answer = (response) =>
          response.writeHead(303, { location: 'https://shop.example/back', 'set-cookie': ['a=1', 'b=2'], 'content-security-policy': 'its own' }).end();
        const headers = {
          cookie: 'a=0',
          origin: 'https://shop.example',
          'x-forwarded-host': 'evil.example',
          ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        };
        const seen = await ask(path, { method, headers, redirect: 'manual', ...(method === 'POST' ? { body: 'a=b' } : {}) });
        identity.answer = answer;
        expect([seen.status, seen.headers.get('location'), seen.headers.getSetCookie()]).toEqual([303, 'https://shop.example/back', ['a=1', 'b=2']]);
        expect(seen.headers.get('content-security-policy')).toBe('its own');
        expect(identity.arrived.at(-1)).toMatchObject({
          method,
          url: path,
          body: method === 'POST' ? 'a=b' : '',
          headers: { cookie: 'a=0', origin: 'https://shop.example' },
        });
        expect(identity.arrived.at(-1)!.headers).not.toHaveProperty('x-forwarded-host');
      },
    );

    it('keeps cookies to itself on every other route', async () => {
      await ask('/v1/items', { headers: authorised({ cookie: 'millrace=1' }) });
      expect(arrivedAnywhere().map(({ headers }) => headers.cookie)).toEqual([undefined]);
    });

    it.each(['/v1/nothing', '/v2/items', '/healthz/../v1/nothing', '/v1/items/a/b'])('knows no route %s', async (path) => {
      expect(await problemOf(await ask(path, { headers: authorised() }))).toEqual([404, 'route-unknown']);
    });

    it('names the methods of a route to who uses another', async () => {
      const answer = await ask('/v1/items', { method: 'DELETE', headers: authorised() });
      expect(answer.headers.get('allow')).toBe('POST, GET, HEAD');
      expect(await problemOf(answer)).toEqual([405, 'method-not-allowed']);
    });

    it.each([
      ['PROPFIND', '/v1/items', 'POST, GET, HEAD'],
      ['QUERY', '/v1/items', 'POST, GET, HEAD'],
      ['TRACE', '/v1/items', 'POST, GET, HEAD'],
      ['HEAD', '/v1/tokens', 'POST'],
      ['PURGE', '/v1/tokens', 'POST'],
    ])('answers %s to %s with the methods that there are', async (method, path, allow) => {
      const { status, headers } = await raw(`${method} ${path} HTTP/1.1`, 'host: gateway', 'connection: close');
      expect([status, headers]).toEqual([405, expect.stringContaining(`allow: ${allow}\r\n`)]);
    });

    it('passes HEAD on where there is something to get', async () => {
      expect((await ask('/v1/items', { method: 'HEAD', headers: authorised() })).status).toBe(200);
      expect(arrivedAnywhere().map(({ method }) => method)).toEqual(['HEAD']);
    });

    it.each([
      ['a path that is not UTF-8', 400, 'request-invalid', ['GET /v1/items/%E0%A4%A HTTP/1.1', 'host: gateway', 'connection: close']],
      ['a part of a path that is too long', 414, 'request-invalid', [`GET /v1/items/${'x'.repeat(300)} HTTP/1.1`, 'host: gateway', 'connection: close']],
      ['headers of 20 kB', 431, 'header-too-large', ['GET /v1/items HTTP/1.1', 'host: gateway', `x-large: ${'x'.repeat(20_000)}`]],
      ['a path of 20 kB', 414, 'target-too-long', [`GET /${'x'.repeat(20_000)} HTTP/1.1`, 'host: gateway']],
      ['ten thousand parameters', 414, 'target-too-long', [`GET /v1/items?${'limit=1&'.repeat(10_000)} HTTP/1.1`, 'host: gateway']],
      ['a packed body', 415, 'encoding-unsupported', ['POST /v1/tokens HTTP/1.1', 'host: gateway', 'content-encoding: gzip', 'content-length: 900000']],
      ['two lengths', 400, 'request-invalid', ['POST /v1/tokens HTTP/1.1', 'host: gateway', 'content-length: 2', 'transfer-encoding: chunked']],
      ['a folded header', 400, 'request-invalid', ['GET /v1/items HTTP/1.1', 'host: gateway', 'x-folded: a', ' b', 'x:']],
      ['no HTTP', 400, 'request-invalid', ['hello']],
    ])('answers %s with a problem, and closes the connection', async (_what, status, code, lines) => {
      const answer = await raw(...lines);
      expect([answer.status, answer.headers]).toEqual([status, expect.stringContaining('content-type: application/problem+json; charset=utf-8\r\n')]);
      expect(JSON.parse(answer.body)).toMatchObject({ status, code, type: `/problems/${code}` });
      expect(arrivedAnywhere()).toEqual([]);
    });

    it('shows its figures to who has their token, and to nobody when there is none', async () => {
      const figures = async (door: Running, headers: Record<string, string> = {}) => (await ask('/metrics', { headers }, door)).status;
      expect(await (await ask('/metrics', { headers: bearer(METRICS_TOKEN) }, narrow)).text()).toContain('gateway_requests_in_flight');
      expect([await figures(narrow), await figures(narrow, bearer('another')), await figures(narrow, authorised())]).toEqual([404, 404, 404]);
      expect([await figures(gateway), await figures(gateway, bearer('undefined')), await figures(gateway, authorised())]).toEqual([404, 404, 404]);
    });

    it('keeps the health and figures of a service inside', async () => {
      expect(await (await ask('/readyz')).json()).toMatchObject({ status: 'ready', replicas: { identity: 1, orders: 1 } });
      expect(arrivedAnywhere()).toEqual([]);
    });
  });

  describe('what a service is told', () => {
    it('is the body to the byte, and the headers that a client may send', async () => {
      const said = {
        'content-type': 'application/json',
        accept: 'application/json',
        'if-match': '"3"',
        'if-none-match': '"4"',
        'idempotency-key': 'key-1',
        prefer: 'wait=1',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      };
      const body = '{ "sku" : "Ä", "sku": 1.50 }';
      await ask('/v1/items', { method: 'POST', headers: authorised({ ...said, 'x-request-id': 'request-01' }), body });
      const [arrived] = stubs.get('inventory')!.arrived;
      expect(arrived!.body).toBe(body);
      expect(arrived!.headers).toMatchObject({ ...said, authorization: `Bearer ${token}`, 'x-request-id': 'request-01' });
    });

    it('is nothing of who a client says that it is', async () => {
      const claims = ['x-user', 'x-company-id', 'x-forwarded-for', 'x-forwarded-host', 'x-original-url', 'forwarded', 'cookie', 'x-http-method-override'];
      await ask('/v1/items', { headers: authorised(Object.fromEntries(claims.map((name) => [name, 'admin']))) });
      const [arrived] = stubs.get('inventory')!.arrived;
      expect(Object.keys(arrived!.headers).filter((name) => claims.includes(name))).toEqual([]);
      expect(arrived!.headers.host).toBe(new URL(stubs.get('inventory')!.url).host);
    });

    it('is where a request came from, as the gateway saw it', async () => {
      await ask('/v1/tokens', { method: 'POST', headers: { 'x-client-address': '203.0.113.9', 'x-forwarded-for': '203.0.113.9' } });
      expect(stubs.get('identity')!.arrived[0]!.headers['x-client-address']).toBe('127.0.0.1');
    });

    it('comes back as it was answered, under the id of the request, without what is between neighbours', async () => {
      stubs.get('hr')!.answer = (response) => {
        response.writeHead(418, { etag: '"9"', 'x-request-id': 'of-the-service', 'keep-alive': 'timeout=77', 'content-type': 'text/plain' }).end('tea');
      };
      const answer = await ask('/v1/employees', { headers: authorised({ 'x-request-id': 'request-02' }) });
      expect([answer.status, await answer.text(), answer.headers.get('etag'), answer.headers.get('content-type')]).toEqual([418, 'tea', '"9"', 'text/plain']);
      expect(answer.headers.get('x-request-id')).toBe('request-02');
      expect(answer.headers.get('keep-alive')).not.toBe('timeout=77');
    });
  });

  describe('what a browser is told', () => {
    const NOTHING_RUNS = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";
    const headersOf = async (path: string, init: RequestInit = {}, door = gateway) => Object.fromEntries((await ask(path, init, door)).headers);
    const preflight = (origin: string, door = called) =>
      headersOf(
        '/v1/items',
        { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' } },
        door,
      );

    it.each([
      ['an answer', '/v1/items', () => authorised()],
      ['a refusal', '/v1/items', () => ({})],
      ['a route that is not there', '/v1/nothing', () => ({})],
      ['a method that is not there', '/v1/tokens', () => ({})],
    ])('is not to keep, frame, sniff or run %s', async (_what, path, headers) => {
      const told = await headersOf(path, { headers: headers() });
      expect(told).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': NOTHING_RUNS,
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      });
      for (const name of ['server', 'x-powered-by', 'strict-transport-security', 'access-control-allow-origin']) expect(told).not.toHaveProperty(name);
    });

    it('is no product and no version, and whatever a service says of itself stays inside', async () => {
      stubs.get('hr')!.answer = (response) => response.writeHead(200, { server: 'Backend/1.2', 'x-powered-by': 'Backend' }).end('{}');
      const told = await headersOf('/v1/employees', { headers: authorised() });
      expect([told.server, told['x-powered-by']]).toEqual([undefined, undefined]);
      expect(JSON.stringify(Object.entries(await headersOf('/reference')))).not.toMatch(/fastify|nest|node|express/i);
    });

    it('lets the reference run its own scripts and no others, in no frame', async () => {
      const policy = (await headersOf('/reference'))['content-security-policy'];
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
    });

    it.each(['above-approval-limit', 'self-approval', 'code-required', 'code-wrong', 'second-factor-demanded', 'company-not-ready', 'item-unknown'])(
      'explains %s on a page of its own, which the list of all problems leads to',
      async (code) => {
        const pageOf = (path: string) => ask(path).then((reply) => reply.text());
        expect(await pageOf('/problems')).toContain(`<a href="/problems/${code}">`);
        expect(await pageOf(`/problems/${code}`)).not.toContain('A refusal of the business');
      },
    );

    it('is to come over TLS alone when the configuration says so', async () => {
      expect((await headersOf('/v1/items', {}, called))['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    });

    it.each([OUR_PAGE, 'http://localhost:5173'])('lets pages of %s call it', async (origin) => {
      const asked = await preflight(origin);
      expect(asked).toMatchObject({ 'access-control-allow-origin': origin, 'access-control-max-age': '600' });
      expect(asked['access-control-allow-headers']).toContain('idempotency-key');
      const answer = await headersOf('/v1/items', { headers: authorised({ origin }) }, called);
      expect(answer).toMatchObject({ 'access-control-allow-origin': origin, vary: 'Origin' });
      expect(answer['access-control-expose-headers']).toContain('etag');
      expect(answer).not.toHaveProperty('access-control-allow-credentials');
    });

    it.each(['https://console.example.evil.example', 'https://evil.example', 'http://console.example', 'https://console.example:444', 'null'])(
      'lets no page of %s call it',
      async (origin) => {
        for (const told of [await preflight(origin), await headersOf('/v1/items', { headers: authorised({ origin }) }, called)]) {
          expect(told['access-control-allow-origin']).toBeUndefined();
        }
      },
    );

    it('lets no page of any other origin call it when none is named', async () => {
      expect(await preflight(OUR_PAGE, gateway)).not.toHaveProperty('access-control-allow-origin');
      expect((await ask('/v1/items', { method: 'OPTIONS', headers: { origin: OUR_PAGE } })).status).toBe(405);
    });

    it.each(['*', 'https://*.example', 'https://console.example/', 'console.example', 'https://a.example https://b.example'])(
      'is not configured by %s',
      async (origins) => {
        expect(() => start({ CORS_ORIGINS: origins })).toThrow('CORS_ORIGINS must be a list');
      },
    );
  });

  describe('paths and framing that mean two things', () => {
    const authorization = () => `authorization: Bearer ${token}`;

    it.each([
      ['//v1/items', 404],
      ['/v1//items', 404],
      ['/v1/./items', 404],
      ['/v1/nothing/../items', 404],
      ['/v1/%2e%2e/v1/items', 404],
      ['/%2e%2e/%2e%2e/etc/passwd', 404],
      ['/v1%2fitems', 404],
      ['/v1/items%2f..%2fcompanies', 404],
      ['/v1/items%00', 404],
      ['/v1/items;/companies', 404],
      ['/V1/ITEMS', 404],
      ['/reference/ui/..%2f..%2f..%2f..%2fpackage.json', 404],
      ['/reference/ui/%2e%2e/%2e%2e/package.json', 403],
      ['/reference/ui/..\\..\\package.json', 403],
      ['http://elsewhere.example/v1/nothing', 404],
    ])('does not take %s for a route', async (path, status) => {
      const answer = await raw(`GET ${path} HTTP/1.1`, 'host: gateway', 'connection: close', authorization());
      expect([answer.status, arrivedAnywhere()]).toEqual([status, []]);
    });

    it('sends what names a host itself to the service of the route, and to no such host', async () => {
      await raw('GET http://elsewhere.example/v1/companies?limit=1 HTTP/1.1', 'host: gateway', 'connection: close', authorization());
      expect([arrivedAnywhere().map(({ url }) => url), stubs.get('identity')!.arrived.length]).toEqual([['/v1/companies?limit=1'], 1]);
    });

    it('passes an id that looks like a path on as it came, and never as another path', async () => {
      await raw('GET /v1/items/..%2fcompanies HTTP/1.1', 'host: gateway', 'connection: close', authorization());
      await raw('GET /v1/items/%2e%2e HTTP/1.1', 'host: gateway', 'connection: close', authorization());
      await raw('GET /v1/items/ HTTP/1.1', 'host: gateway', 'connection: close', authorization());
      expect(arrivedAnywhere().map(({ url }) => url)).toEqual(['/v1/items/..%2fcompanies', '/v1/items/%2e%2e', '/v1/items/']);
    });

    it.each([
      ['a length and chunks', ['content-length: 6', 'transfer-encoding: chunked']],
      ['chunks and a length', ['transfer-encoding: chunked', 'content-length: 6']],
      ['two lengths', ['content-length: 5', 'content-length: 6']],
      ['a list of lengths', ['content-length: 5, 6']],
      ['a length with a sign', ['content-length: +5']],
      ['chunks under another name', ['transfer-encoding: xchunked']],
      ['chunks twice', ['transfer-encoding: chunked', 'transfer-encoding: identity']],
      ['a space before the colon', ['transfer-encoding : chunked']],
    ])('answers %s with 400 and nothing that was behind it', async (_what, framing) => {
      const behind = ['', '0', '', 'GET /v1/companies HTTP/1.1', 'host: gateway', authorization()];
      const answer = await raw('POST /v1/items HTTP/1.1', 'host: gateway', authorization(), 'content-type: application/json', ...framing, ...behind);
      expect([answer.status, answer.headers.match(/HTTP\/1\.1/g)?.length, arrivedAnywhere()]).toEqual([400, 1, []]);
    });

    it.each(['x-http-method-override', 'x-method-override', 'x-original-url', 'x-rewrite-url', 'x-forwarded-prefix'])('pays no heed to %s', async (name) => {
      await raw('GET /v1/items HTTP/1.1', 'host: gateway', 'connection: close', authorization(), `${name}: DELETE`);
      expect(arrivedAnywhere().map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /v1/items']);
    });
  });

  describe('refusing early', () => {
    const FAR_AWAY = { iss: 'millrace', company: ID, permissions: ['*'] };

    it.each<[string, () => Promise<Record<string, string>>, number, string]>([
      ['no token', async () => ({}), 401, 'token-invalid'],
      ['an expired token', async () => bearer(await issuer.sign({ ...FAR_AWAY, exp: 1_000_000 })), 401, 'token-invalid'],
      ['a token for another audience', async () => bearer(await issuer.sign({ ...FAR_AWAY, aud: 'another' })), 401, 'token-invalid'],
      ['a token with another signature', async () => bearer(`${token.slice(0, token.lastIndexOf('.'))}.${'A'.repeat(86)}`), 401, 'token-invalid'],
      ['a token without the permission', async () => bearer(await issuer.sign({ ...FAR_AWAY, permissions: ['orders.*'] })), 403, 'permission-missing'],
    ])('answers %s itself', async (_what, headers, status, code) => {
      expect(await problemOf(await ask('/v1/items', { headers: await headers() }))).toEqual([status, code]);
      expect(arrivedAnywhere()).toEqual([]);
    });

    it('keeps what is about every company from who may do everything in one', async () => {
      const headers = bearer(await issuer.sign({ company: ID, permissions: ['*'] }));
      for (const path of ['/v1/companies', '/v1/operations/hr/streams', '/v1/operations/hr/kept-events', '/v1/signing-keys/rotations']) {
        expect(await problemOf(await ask(path, { method: path.endsWith('rotations') ? 'POST' : 'GET', headers }))).toEqual([403, 'permission-missing']);
      }
      expect((await ask('/v1/users', { headers })).status).toBe(200);
      expect(arrivedAnywhere().map(({ url }) => url)).toEqual(['/v1/users']);
    });

    it('takes no token from a request that brings two', async () => {
      const bearerLine = `authorization: Bearer ${token}`;
      const one = await raw('GET /v1/items HTTP/1.1', 'host: gateway', 'connection: close', bearerLine);
      const two = await raw('GET /v1/items HTTP/1.1', 'host: gateway', 'connection: close', bearerLine, bearerLine);
      expect([one.status, two.status, (JSON.parse(two.body) as { code: string }).code]).toEqual([200, 401, 'token-invalid']);
    });

    it('turns strangers away by their headers, and reads no body of theirs', async () => {
      const post = ['POST /v1/items HTTP/1.1', 'host: gateway', 'content-type: application/json', `content-length: ${BODY_LIMIT}`];
      const { status, headers } = await raw(...post); // Which never sends a byte of its body.
      expect([status, headers]).toEqual([401, expect.stringContaining('connection: close\r\n')]);
    });

    it('reads 16 kB of who is about to sign in, and not a byte more', async () => {
      const post = (size: number) => ask('/v1/tokens', { method: 'POST', headers: { 'content-type': 'application/json' }, body: 'x'.repeat(size) });
      expect((await post(16_384)).status).toBe(200);
      expect(await problemOf(await post(16_385))).toEqual([413, 'body-too-large']);
    });

    it('takes a body of the limit and refuses one byte more', async () => {
      const post = (size: number) => ask('/v1/items', { method: 'POST', headers: authorised({ 'content-type': 'application/json' }), body: 'x'.repeat(size) });
      expect((await post(BODY_LIMIT)).status).toBe(200);
      expect(await problemOf(await post(BODY_LIMIT + 1))).toEqual([413, 'body-too-large']);
      expect(arrivedAnywhere()).toHaveLength(1);
    });

    it('lets a subject ask as often as it may in a minute, whatever another asks', async () => {
      const of = async (sub: string) => ({ headers: bearer(await issuer.sign({ sub, permissions: ['*'] })) });
      const left = (answer: Response) => [answer.status, answer.headers.get('ratelimit-policy'), /r=[0-9]+/.exec(answer.headers.get('ratelimit') ?? '')?.[0]];
      for (const [sub, rest] of [
        ['anna', 'r=1'],
        ['anna', 'r=0'],
        ['ben', 'r=1'],
      ] as const)
        expect(left(await ask('/v1/items', await of(sub), narrow))).toEqual([200, '"subject";q=2;w=60', rest]);
      const over = await ask('/v1/items', await of('anna'), narrow);
      expect(left(over)).toEqual([429, '"subject";q=2;w=60', 'r=0']);
      expect(over.headers.get('ratelimit')).toMatch(/^"subject";r=0;t=[1-9][0-9]?$/);
      expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await problemOf(over)).toEqual([429, 'rate-limit-exceeded']);
      expect((await ask('/v1/items', await of('ben'), narrow)).status).toBe(200);
      expect(arrivedAnywhere()).toHaveLength(4);
    });

    it('lets an account with a limit of its own ask more or less often than others', async () => {
      const of = async (sub: string, requestsPerMinute: number) => ({ headers: bearer(await issuer.sign({ sub, permissions: ['*'], requestsPerMinute })) });
      for (let at = 0; at < 5; at++) expect((await ask('/v1/items', await of('bench', 5), narrow)).status).toBe(200);
      expect(await problemOf(await ask('/v1/items', await of('bench', 5), narrow))).toEqual([429, 'rate-limit-exceeded']);
      expect((await ask('/v1/items', await of('slow', 1), narrow)).status).toBe(200);
      expect(await problemOf(await ask('/v1/items', await of('slow', 1), narrow))).toEqual([429, 'rate-limit-exceeded']);
    });

    it('asks for a token where an account changes itself, and for no permission', async () => {
      expect(await problemOf(await ask('/v1/password-changes', { method: 'POST' }))).toEqual([401, 'token-invalid']);
      expect((await ask('/v1/password-changes', { method: 'POST', headers: bearer(await issuer.sign({ permissions: [] })) })).status).toBe(200);
    });

    it('counts sign-ins and guesses of one address together, and lets who has a token in', async () => {
      expect((await ask('/v1/tokens', { method: 'POST' }, narrow)).status).toBe(200);
      expect((await ask('/v1/items', { headers: bearer('guess') }, narrow)).status).toBe(401);
      expect(await problemOf(await ask('/v1/tokens', { method: 'POST' }, narrow))).toEqual([429, 'rate-limit-exceeded']);
      expect(await problemOf(await ask('/v1/items', { headers: bearer('guess') }, narrow))).toEqual([429, 'rate-limit-exceeded']);
      expect((await ask('/v1/items', { headers: authorised() }, narrow)).status).toBe(200);
    });
  });

  const bearer = (value: string) => ({ authorization: `Bearer ${value}` });
});
