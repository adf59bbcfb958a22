import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@millrace/kernel';
import { TokenIssuer } from '@millrace/testing';
import { Home } from '@millrace/tools';
import { exportSPKI, generateKeyPair, importJWK } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { Desk } from './bad-inputs.js';
import { exchange, expectProblem, knock, type Reply, SideDoor } from './door.js';
import { Suite } from './suite.js';

const ORDERS = '/v1/sales-orders';
const INVALID = { status: 400, code: 'request-invalid' } as const;
const TOKEN_INVALID = { status: 401, code: 'token-invalid' } as const;
const MINUTE_LIMIT = 40;

/** Bad inputs, each by its number in the list of them: docs/adr/0018-bad-input.md. */
describe('a request that is not as it should be', () => {
  const suite = new Suite();
  let desk: Desk;
  let issuer: TokenIssuer;
  /** Believes tokens of our own making, and no others. */
  let foreign: SideDoor;
  /** Lets nobody ask often. */
  let narrow: SideDoor;
  /** Waits for nobody. */
  let impatient: SideDoor;

  beforeAll(async () => {
    [desk, issuer] = [await Desk.open(suite, 'Bad requests'), await TokenIssuer.start()];
    foreign = await SideDoor.open(suite, { JWKS_URL: issuer.jwksUrl });
    narrow = await SideDoor.open(suite, {
      RATE_LIMIT_PER_MINUTE: `${MINUTE_LIMIT}`,
      ANONYMOUS_LIMIT_PER_MINUTE: '5',
    });
    impatient = await SideDoor.open(suite, { HEADERS_TIMEOUT_SECONDS: '1', REQUEST_TIMEOUT_SECONDS: '2' });
  });
  beforeEach(() => desk.note());
  afterEach(() => desk.expectNothingWritten());
  afterAll(async () => {
    await Promise.all([foreign.close(), narrow.close(), impatient.close()]);
    await issuer.stop();
    await desk.expectCleanAudit();
  });

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const raw = (lines: readonly string[], url = desk.url, body = '') => exchange(url, [`${lines.join('\r\n')}\r\n\r\n${body}`], { limitMs: 5_000 });
  /** The only answer, after which the connection was closed. */
  async function onlyReply(lines: readonly string[], url = desk.url, body = ''): Promise<Reply> {
    const { replies, closed } = await raw(lines, url, body);
    expect({ lines: lines.map((line) => line.slice(0, 80)), closed, replies: replies.length }).toMatchObject({ closed: true, replies: 1 });
    return replies[0]!;
  }

  describe('37 token', () => {
    const look = (headers: Record<string, string>, url = foreign.url) => knock(`${url}${ORDERS}`, { headers });
    const now = () => Math.floor(Date.now() / 1_000);

    function expectStopped(reply: Reply, of: string): void {
      expectProblem(reply, TOKEN_INVALID, of);
      expect(reply.headers['www-authenticate']).toBe('Bearer realm="millrace"');
    }

    it('37 a good one, so that the bad ones are refused for what is wrong with them', async () => {
      const reply = await look(bearer(await issuer.sign({ company: desk.company.companyId, permissions: ['*'] })));
      // The door lets it in; the service behind, which believes identity alone, does not.
      expectProblem(reply, TOKEN_INVALID);
      const powerless = await look(bearer(await issuer.sign({ company: desk.company.companyId, permissions: [] })));
      expectProblem(powerless, { status: 403, code: 'permission-missing' });
    });

    it('37 none, and what is no bearer token', async () => {
      const token = await desk.company.api.accessToken();
      const odd = [
        '',
        'Bearer',
        'Bearer ',
        `Basic ${Buffer.from('a:b').toString('base64')}`,
        `Bearer  ${token}`,
        `Bearer ${token} ${token}`,
        `Bearer "${token}"`,
        token,
        'Bearer nonsense',
        'Bearer a.b.c',
        `Bearer ${'a'.repeat(9_000)}`,
      ];
      for (const authorization of odd) expectStopped(await look({ authorization }, desk.url), authorization);
      expectStopped(await knock(`${desk.url}${ORDERS}?access_token=${token}`), 'in the query');
    });

    // Without the permission a valid token is answered 403: a 401 is the verdict on the token itself.
    it('37 expired, not yet valid, wrong aud, wrong iss, without what it must have', async () => {
      const claims: Record<string, object> = {
        expired: { exp: now() - 60 },
        'not yet valid': { nbf: now() + 600 },
        'for another audience': { aud: 'another' },
        'by another issuer': { iss: 'another' },
        'without end': { exp: undefined },
        'without subject': { sub: undefined },
        'without audience': { aud: undefined },
      };
      expectProblem(await look(bearer(await issuer.sign({ permissions: [] }))), { status: 403 });
      for (const [of, each] of Object.entries(claims)) expectStopped(await look(bearer(await issuer.sign({ permissions: [], ...each }))), of);
    });

    it('37 alg none, HS256 with the public key, unknown kid, another key, changed claims', async () => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const good = await issuer.sign({ permissions: [] });
      const [head, , signature] = good.split('.') as [string, string, string];
      const claims = { iss: 'millrace', aud: 'millrace', sub: 'user-1', iat: now(), exp: now() + 900, permissions: ['*'] };
      const publicPem = await exportSPKI((await importJWK(issuer.publicJwk, 'EdDSA')) as Awaited<ReturnType<typeof generateKeyPair>>['publicKey']);
      const { privateKey: stranger } = await generateKeyPair('EdDSA');
      const forged: Record<string, string> = {
        'alg none': `${part({ alg: 'none', typ: 'at+jwt' })}.${part(claims)}.`,
        'alg None': `${part({ alg: 'None', typ: 'at+jwt' })}.${part(claims)}.`,
        'alg none with a signature': `${part({ alg: 'none', typ: 'at+jwt' })}.${part(claims)}.${signature}`,
        'HS256 with the public key': await issuer.sign(claims, { alg: 'HS256' }, new TextEncoder().encode(publicPem)),
        'unknown kid': await issuer.sign(claims, { kid: 'unknown' }),
        'another key': await issuer.sign(claims, {}, stranger),
        'changed claims': `${head}.${part(claims)}.${signature}`,
        'a key of its own in the header': await issuer.sign(claims, { kid: 'mine', jku: 'http://127.0.0.1:1/jwks.json' }, stranger),
      };
      for (const [of, token] of Object.entries(forged)) expectStopped(await look(bearer(token)), of);
      expect(issuer.asked).toBeLessThan(5); // Unknown keys are no way to make us ask again and again.
    });

    it('37 ID token as access token', async () => {
      for (const typ of ['JWT', 'id_token', 'at+jwt+x']) expectStopped(await look(bearer(await issuer.sign({ permissions: [] }, { typ }))), typ);
    });

    it('37 two Authorization headers', async () => {
      const line = `authorization: Bearer ${await desk.company.api.accessToken()}`;
      const head = [`GET ${ORDERS} HTTP/1.1`, 'host: gateway', 'connection: close'];
      expect((await onlyReply([...head, line])).status).toBe(200);
      expectStopped(await onlyReply([...head, line, line]), 'twice');
      expectStopped(await onlyReply([...head, line, 'Authorization: Bearer other']), 'two kinds');
    });
  });

  it('38 valid token, missing permission: 403, and in the log', async () => {
    const [email, password] = [`auditor-${newId()}@example.com`, newId()];
    const { accountId } = await suite.administrator.post<{ accountId: string }>('/v1/users', {
      email,
      name: 'auditor',
      password,
      memberships: [{ companyId: desk.company.companyId, role: 'auditor' }],
    });
    const signedIn = await knock(`${desk.url}/v1/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grantType: 'password', login: email, secret: password, companyId: desk.company.companyId }),
    });
    const headers = { ...bearer(String(signedIn.json().accessToken)), 'idempotency-key': newId(), 'content-type': 'application/json' };
    const reply = await knock(`${desk.url}${ORDERS}`, { method: 'POST', headers, body: JSON.stringify(desk.order()) });
    expectProblem(reply, { status: 403, code: 'permission-missing' });
    const log = readFileSync(join(new Home(inject('home')).logs, 'gateway.log'), 'utf8');
    const denied = log.split('\n').filter((line) => line.includes(String(reply.json().traceId)));
    expect(denied.map((line) => JSON.parse(line) as object)).toMatchObject([
      { msg: 'access denied', problem: 'permission-missing', permission: 'orders.sales-order.place', subject: accountId },
    ]);
  });

  it('39 x-user-id, x-tenant-id, x-forwarded-for: ignored', async () => {
    const stranger = await Desk.open(suite, 'Spoofed');
    const claims = [
      'x-user-id',
      'x-user',
      'x-subject',
      'x-tenant-id',
      'x-company-id',
      'x-permissions',
      'x-role',
      'x-original-url',
      'x-http-method-override',
      'x-forwarded-user',
      'forwarded',
    ];
    const spoofed = Object.fromEntries(claims.map((name) => [name, stranger.company.companyId]));
    const [plain, with_] = [await desk.send('/v1/customers'), await desk.send('/v1/customers', { headers: spoofed })];
    expect([with_.status, with_.json()]).toEqual([200, plain.json()]);
    expectProblem(await knock(`${desk.url}${ORDERS}`, { headers: spoofed }), TOKEN_INVALID);
    const guess = (at: number) =>
      knock(`${narrow.url}${ORDERS}`, { headers: { 'x-forwarded-for': `10.0.0.${at}`, forwarded: `for=10.0.0.${at}`, 'x-real-ip': `10.0.0.${at}` } });
    const statuses: number[] = [];
    for (let at = 0; at < 7; at += 1) statuses.push((await guess(at)).status);
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });

  it('40 unsupported method, TRACE', async () => {
    const replyTo = (method: string) => onlyReply([`${method} ${ORDERS} HTTP/1.1`, 'host: gateway', 'connection: close', 'x-secret: echo me not']);
    for (const method of ['DELETE', 'PUT', 'TRACE', 'PROPFIND', 'PURGE', 'OPTIONS']) {
      const reply = await replyTo(method);
      expectProblem(reply, { status: 405, code: 'method-not-allowed' }, method);
      expect(reply.headers.allow).toBe('POST, GET, HEAD');
      expect(reply.text).not.toContain('echo me not');
    }
    expectProblem(await replyTo('TRACK'), INVALID, 'a method that HTTP does not know');
    for (const lines of [
      ['CONNECT internal:80 HTTP/1.1', 'host: internal:80'],
      ['get /v1/items HTTP/1.1', 'host: gateway'],
    ]) {
      const { replies, closed } = await raw(lines);
      expect(closed).toBe(true);
      for (const reply of replies) expectProblem(reply, { status: [400, 405] }, lines[0]);
    }
  });

  it('41 header of 20 kB, 10,000 query parameters, huge path, %E0%A4%A', async () => {
    const authorization = `authorization: Bearer ${await desk.company.api.accessToken()}`;
    const get = (target: string, ...headers: string[]) =>
      onlyReply([`GET ${target} HTTP/1.1`, 'host: gateway', 'connection: close', authorization, ...headers]);
    expectProblem(await get(ORDERS, `x-large: ${'x'.repeat(20_000)}`), { status: 431, code: 'header-too-large' });
    expectProblem(await get(ORDERS, ...Array.from({ length: 3_000 }, (_, at) => `x-${at}: 1`)), { status: 431, code: 'header-too-large' });
    const many = (count: number) => `${ORDERS}?${Array.from({ length: count }, (_, at) => `p${at}=1`).join('&')}`;
    expectProblem(await get(many(1_500)), INVALID);
    expectProblem(await get(`${ORDERS}?${'status=placed&'.repeat(700)}`), INVALID);
    expectProblem(await get(many(10_000)), { status: 414, code: 'target-too-long' });
    expectProblem(await get(`/${'x'.repeat(20_000)}`), { status: 414, code: 'target-too-long' });
    expectProblem(await get(`/v1/items/${'x'.repeat(300)}`), { status: 414 });
    for (const path of ['/v1/items/%E0%A4%A', '/v1/items/%', '/v1/items/%zz', '/v1/%c0%ae%c0%ae/items']) expectProblem(await get(path), INVALID, path);
    for (const query of ['name=%E0%A4%A', 'name=%ff', 'name=%']) expectProblem(await get(`/v1/items?${query}`), INVALID, query);
    for (const path of ['/v1/items/../sales-orders', '/v1/%2e%2e/healthz', '//v1/items', '/v1/items/%2f..%2f..', '/v1;a=b/items', '/V1/ITEMS', '/v1/items/'])
      expectProblem(await get(path), { status: [400, 404] }, path);
  });

  it('42 Content-Length with Transfer-Encoding, bare LF, folded header', async () => {
    const post = [`POST ${ORDERS} HTTP/1.1`, 'host: gateway', 'content-type: application/json'];
    const smuggled = `0\r\n\r\nGET ${ORDERS} HTTP/1.1\r\nhost: gateway\r\n\r\n`;
    const heads: Record<string, readonly string[]> = {
      'both lengths': [...post, `content-length: ${smuggled.length}`, 'transfer-encoding: chunked'],
      'both lengths, the other way round': [...post, 'transfer-encoding: chunked', 'content-length: 4'],
      'two lengths': [...post, 'content-length: 4', 'content-length: 5'],
      'a list of lengths': [...post, 'content-length: 4, 5'],
      'a negative length': [...post, 'content-length: -4'],
      'a length in other digits': [...post, 'content-length: 0x4'],
      'a length with a sign': [...post, 'content-length: +4'],
      'two encodings': [...post, 'transfer-encoding: chunked', 'transfer-encoding: identity'],
      'an encoding in disguise': [...post, 'transfer-encoding: xchunked'],
      'an encoding before a colon with a space': [...post, 'transfer-encoding : chunked'],
      'a folded header': [...post, 'x-folded: a', ' b', 'content-length: 0'],
      'a header without a name': [...post, ': nothing', 'content-length: 0'],
      'a NUL in a header': [...post, 'x-nul: a\u0000b', 'content-length: 0'],
      'a bare CR in a header': [...post, 'x-cr: a\rb', 'content-length: 0'],
      'no host': [`GET ${ORDERS} HTTP/1.1`],
      'two hosts': [`GET ${ORDERS} HTTP/1.1`, 'host: a', 'host: b'],
      'a version that is none': [`GET ${ORDERS} HTTP/9.9`, 'host: gateway'],
    };
    for (const [of, head] of Object.entries(heads)) {
      const { replies, closed } = await raw(head, desk.url, head.some((line) => /length|encoding/.test(line)) ? smuggled : '');
      expect({ of, closed, replies: replies.length }).toEqual({ of, closed: true, replies: 1 });
      expectProblem(replies[0]!, INVALID, of);
    }
    for (const bytes of [`GET ${ORDERS} HTTP/1.1\nhost: gateway\n\n`, `GET ${ORDERS} HTTP/1.1\r\nhost: gateway\nx-a: b\r\n\r\n`]) {
      const { replies, closed } = await exchange(desk.url, [bytes], { limitMs: 5_000 });
      expect({ bytes, closed, replies: replies.length }).toEqual({ bytes, closed: true, replies: 1 });
      expectProblem(replies[0]!, INVALID, bytes);
    }
  });

  it('43 Slowloris, trickled body', async () => {
    const head = [`POST ${ORDERS} HTTP/1.1\r\n`, 'host: gateway\r\n', ...Array.from({ length: 40 }, (_, at) => `x-${at}: 1\r\n`)];
    const slow = await exchange(impatient.url, head, { everyMs: 200, limitMs: 8_000 });
    expectTimeout(slow, 1_000);
    const silent = await exchange(impatient.url, [head[0]!], { limitMs: 8_000 });
    expectTimeout(silent, 1_000);
    const token = await desk.company.api.accessToken();
    const body = [
      `${head[0]!}host: gateway\r\nauthorization: Bearer ${token}\r\nidempotency-key: ${newId()}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
    ];
    const trickle = await exchange(impatient.url, [...body, ...Array.from({ length: 40 }, () => ' ')], { everyMs: 200, limitMs: 8_000 });
    expectTimeout(trickle, 2_000);
  });

  function expectTimeout({ replies, closed, ms }: Awaited<ReturnType<typeof exchange>>, afterMs: number): void {
    expect(closed).toBe(true);
    expect(ms).toBeGreaterThanOrEqual(afterMs - 50);
    expect(ms).toBeLessThan(afterMs + 2_500);
    expectProblem(replies[0]!, { status: 408, code: 'request-timeout' });
  }

  it('44 1,000 requests at once of one user: 429 with Retry-After, and others go on', async () => {
    const [noisy, quiet] = [await desk.signedIn('auditor'), await desk.signedIn('auditor')];
    const [loud, calm] = [bearer(await noisy.accessToken()), bearer(await quiet.accessToken())];
    const replies = await Promise.all(Array.from({ length: 1_000 }, () => knock(`${narrow.url}${ORDERS}?limit=1`, { headers: loud })));
    const refused = replies.filter(({ status }) => status !== 200);
    expect(replies.length - refused.length).toBe(MINUTE_LIMIT);
    for (const reply of refused) {
      expectProblem(reply, { status: 429, code: 'rate-limit-exceeded' });
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect((await knock(`${narrow.url}${ORDERS}?limit=1`, { headers: calm })).status).toBe(200);
    await Promise.all([noisy.close(), quiet.close()]);
  });
});
