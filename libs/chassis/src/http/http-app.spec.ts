import { IsLines, IsName, IsQuantity } from '@millrace/contracts';
import { Refusal } from '@millrace/kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsArray, IsInt, IsOptional } from 'class-validator';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lifecycle } from '../lifecycle.js';
import { createLogger } from '../logger.js';
import { Metrics } from '../metrics.js';
import { assertEveryRouteHasAPolicy } from '../openapi/routes.js';
import { Caller, From, type Identity, Public, RequiresPermission, SignedIn } from './access.js';
import { AccessGuard } from './access.guard.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { BODY_LIMIT, useStrictBodies } from './body-parser.js';
import { ContractPipe } from './contract.pipe.js';
import { type CsvRow, CsvRows, TakesCsv } from './csv-file.js';
import { createHttpApp, fastifyOf } from './http-app.js';
import { ProblemException } from './problem.js';
import { cursorOf, limitOf, type Page, pageOf, PageQuery } from './pages.js';
import { Located, Returns } from './returns.js';
import { Seal } from './seal.js';
import { KeysUnavailable, type TokenVerifier } from './token-verifier.js';
import { XLSX_TYPE } from './xlsx-file.js';

const COMPANY = '0199a1b0-0000-7000-8000-000000000001';
const JSON_TYPE = { 'content-type': 'application/json' };

class LineDto {
  @IsQuantity() readonly quantity!: string;
}

class PartDto {
  @IsName() readonly name!: string;
  @IsLines(() => LineDto) readonly lines!: readonly LineDto[];
}

class WordDto {
  @IsName() readonly word!: string;
  @IsInt() readonly count!: number;
  @IsOptional() @IsArray() readonly tags?: readonly string[];
}

@Controller('parts')
class PartsController {
  @Get(':partId')
  @RequiresPermission('parts.part.view')
  show(@Param('partId') id: string, @From() caller: Caller): object {
    return { id, companyId: caller.companyId, version: 7 };
  }

  @Post()
  @Public()
  create(@Body() body: PartDto): object {
    return { replayed: true, response: body };
  }

  @Post('refusals')
  @Public()
  refuse(): object {
    throw ProblemException.of(new Refusal('stock-short', 'conflict', 'There is too little stock.'));
  }

  @Post('faults')
  @Public()
  fail(): object {
    throw new Error('password authentication failed');
  }

  @Post('orders')
  @Public()
  @HttpCode(202)
  @Located('/v1/parts/{partId}/orders/{number}')
  order(): object {
    return { replayed: false, response: { partId: COMPANY, number: 'A/1' } };
  }

  @Get('numbers')
  @RequiresPermission('parts.part.view')
  @Returns(200, { page: PartDto }, 'Numbers from 1 to 5')
  numbers(@Query() query: PageQuery): Page<number> {
    const [after = '0'] = cursorOf(query, 1) ?? [];
    const rows = [1, 2, 3, 4, 5].filter((number) => number > Number(after));
    return pageOf(
      rows,
      limitOf(query),
      (number) => number,
      (number) => [String(number)],
    );
  }

  @Get('words')
  @RequiresPermission('parts.part.view')
  @Returns(200, { page: WordDto }, 'Words')
  words(@Query() query: PageQuery): Page<WordDto> {
    const [after = '0'] = cursorOf(query, 1) ?? [];
    const rows: WordDto[] = [
      { word: '=1+1', count: 1 },
      { word: '@A', count: 2, tags: ['a', 'b'] },
      { word: '-5.00', count: 3 },
      { word: 'a, "b"\nc', count: 4 },
    ];
    return pageOf(
      rows.filter(({ count }) => count > Number(after)),
      limitOf(query),
      (row) => row,
      (row) => [String(row.count)],
    );
  }

  @Post('files')
  @Public()
  @TakesCsv(LineDto, 3)
  takeFile(@CsvRows() rows: readonly CsvRow<LineDto>[]): object {
    return { rows };
  }

  @Get()
  forgotten(): object {
    return {};
  }

  @Get(':partId/drawing')
  @RequiresPermission('parts.part.view')
  draw(): object {
    return {};
  }

  @Post('own')
  @SignedIn()
  own(@From() caller: Caller): object {
    return { subject: caller.subject };
  }

  @Post('companies')
  @RequiresPermission('parts.part.view', { company: false })
  everywhere(@From() caller: Caller): object {
    return { company: caller.companyOrNone };
  }
}

const identity: Identity = { subject: 'user-1', companyId: COMPANY, permissions: ['parts.*'], globalPermissions: [], session: 1, expiresAt: 0 };
const known: Record<string, Identity> = {
  good: identity,
  powerless: { ...identity, permissions: ['orders.*'] },
  nowhere: { ...identity, companyId: null, globalPermissions: ['parts.*'] },
  elsewhere: { ...identity, companyId: '0199a1b0-0000-7000-8000-000000000002' },
  everything: { ...identity, permissions: ['*'] },
};
const tokens = {
  verify: async (token: string) => {
    if (token === 'unsure') throw new KeysUnavailable();
    return known[token];
  },
} as TokenVerifier;

const rowsOf = async (workbook: Uint8Array) => (await readXlsx(workbook)).sheets[0]!.rows;

describe('the HTTP side of a service', () => {
  let app: NestFastifyApplication;
  const one = `/parts/${COMPANY}`;
  const get = (headers: Record<string, string>, url = one) => app.inject({ method: 'GET', url, headers });
  const post = (payload: string | Buffer, headers: Record<string, string> = JSON_TYPE, url = '/parts') => app.inject({ method: 'POST', url, payload, headers });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  beforeAll(async () => {
    app = await createHttpApp({
      imports: [{ module: class {}, controllers: [PartsController] }],
      logger: createLogger('test', 'silent'),
      metrics: new Metrics(),
      lifecycle: new Lifecycle(),
    });
    useStrictBodies(fastifyOf(app));
    app.useGlobalGuards(new AccessGuard(tokens));
    app.useGlobalPipes(new ContractPipe());
    app.useGlobalInterceptors(new AnswerInterceptor(new Seal('a secret of the service'), { expanded: async (documents) => documents }));
    await app.init();
  });

  afterAll(() => app.close());

  it('lets in who has the permission, for the company of the token', async () => {
    const answer = await get(bearer('good'));
    expect([answer.statusCode, answer.json()]).toEqual([200, { id: COMPANY, companyId: COMPANY, version: 7 }]);
  });

  it.each([
    ['no token', {}, 401, 'token-invalid'],
    ['a token that proves nothing', bearer('forged'), 401, 'token-invalid'],
    ['a password', { authorization: 'Basic dXNlcjpwYXNz' }, 401, 'token-invalid'],
    ['two tokens', { authorization: 'Bearer good, Bearer good' }, 401, 'token-invalid'],
    ['a token without the permission', bearer('powerless'), 403, 'permission-missing'],
    ['a token of no company', bearer('nowhere'), 403, 'company-required'],
    ['a token that cannot be checked', bearer('unsure'), 503, 'service-unavailable'],
  ])('refuses %s', async (_what, headers, status, code) => {
    const answer = await get(headers);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it('says how to come in, or when to come back', async () => {
    expect((await get({})).headers['www-authenticate']).toBe('Bearer realm="millrace"');
    expect((await get(bearer('unsure'))).headers['retry-after']).toBe('1');
  });

  it('asks for a company before the route is reached, whether it looks at the company or not', async () => {
    expect((await get(bearer('good'), `${one}/drawing`)).statusCode).toBe(200);
    expect((await get(bearer('nowhere'), `${one}/drawing`)).json()).toMatchObject({ status: 403, code: 'company-required' });
  });

  it('takes a token of no company where the route is about none', async () => {
    expect((await post('', bearer('nowhere'), '/parts/companies')).json()).toEqual({ company: null });
  });

  it('takes any valid token, and only one, where an account changes itself', async () => {
    expect((await post('', bearer('powerless'), '/parts/own')).json()).toEqual({ subject: 'user-1' });
    expect((await post('', {}, '/parts/own')).json()).toMatchObject({ status: 401, code: 'token-invalid' });
  });

  it('lets nobody do in every company what it may do in its own', async () => {
    const answer = await post('', bearer('everything'), '/parts/companies');
    expect(answer.json()).toMatchObject({ status: 403, code: 'permission-missing', detail: 'This needs the permission parts.part.view in every company.' });
  });

  it('lets nobody through a route without a policy, and would not start with one', async () => {
    expect((await get(bearer('good'), '/parts')).json()).toMatchObject({ status: 403, code: 'permission-missing' });
    expect(() => assertEveryRouteHasAPolicy(app)).toThrow('Routes without @RequiresPermission, @SignedIn or @Public: GET parts');
  });

  it('tells a refusal as a problem document with the id of the request', async () => {
    const answer = await post('{}', { ...JSON_TYPE, 'x-request-id': 'request-01' }, '/parts/refusals?x=1');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': 'request-01',
    });
    expect(answer.json()).toMatchObject({ type: '/problems/stock-short', status: 409, instance: '/parts/refusals', traceId: 'request-01' });
  });

  it.each(['short', 'a b c d e f', 'x'.repeat(65), '{"log":"line"}'])('makes an id of its own for a request that calls itself %s', async (given) => {
    expect((await get({ ...bearer('good'), 'x-request-id': given })).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says nothing of what broke inside', async () => {
    const answer = await post('{}', JSON_TYPE, '/parts/faults');
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'internal-error']);
    expect(answer.payload).not.toContain('password');
  });

  it('tells an unknown route as not there', async () => {
    expect((await get({}, '/nothing')).json()).toMatchObject({ status: 404, code: 'route-unknown' });
  });

  it.each(['17', COMPANY.toUpperCase(), `%20${COMPANY}`, '00000000-0000-0000-0000-000000000000', `${COMPANY}%00`])('refuses the id %s', async (id) => {
    expect((await get(bearer('good'), `/parts/${id}`)).json()).toMatchObject({ status: 400, code: 'request-invalid', errors: [{ pointer: '/partId' }] });
  });

  it.each([
    ['limit=1%00', '/limit'],
    ['colour=red', '/colour'],
    ['hasOwnProperty=1', '/hasOwnProperty'],
    ['limit=1&limit=%00', '/limit/1'],
    ['limit[]=1', '/limit[]'],
    ['%00=1', '/\u0000'],
  ])('refuses the query %s and points at it', async (query, pointer) => {
    expect((await get(bearer('good'), `/parts/numbers?${query}`)).json()).toMatchObject({ status: 400, code: 'request-invalid', errors: [{ pointer }] });
  });

  it('gives the version as an ETag, and no body to who has that version', async () => {
    expect((await get(bearer('good'))).headers.etag).toBe('"7"');
    const same = await get({ ...bearer('good'), 'if-none-match': '"7"' });
    expect([same.statusCode, same.payload, same.headers.etag]).toEqual([304, '', '"7"']);
    expect((await get({ ...bearer('good'), 'if-none-match': '"6"' })).statusCode).toBe(200);
  });

  it('gives the pages of a list, each by the cursor of the one before, to the company whose list it is', async () => {
    const page = async (after: string, token = 'good') => (await get(bearer(token), `/parts/numbers?limit=2${after}`)).json<Page<number> & { code: string }>();
    const first = await page('');
    const second = await page(`&after=${first.next}`);
    const last = await page(`&after=${second.next}`);
    expect([first.data, second.data, last]).toEqual([[1, 2], [3, 4], { data: [5] }]);
    expect((await page(`&after=${first.next}`, 'elsewhere')).code).toBe('cursor-invalid');
    const forged = Buffer.from('["; drop table"]').toString('base64url');
    for (const after of [forged, `${forged}.${first.next!.split('.')[1]}`, '', 'x']) expect((await page(`&after=${after}`)).code).toBe('cursor-invalid');
    expect((await page(`&after=${first.next}&after=${first.next}`)).code).toBe('request-invalid');
  });

  it.each([
    ['/parts/words?fields=word&limit=1', { data: [{ word: '=1+1' }], next: expect.any(String) }],
    ['/parts/words?fields=tags,tags&limit=2', { data: [{}, { tags: ['a', 'b'] }], next: expect.any(String) }],
  ])('shows of %s what was asked for', async (url, body) => {
    const answer = await get(bearer('good'), url);
    expect([answer.statusCode, answer.json()]).toEqual([200, body]);
  });

  it.each([
    ['fields=size', '/fields', 'there is no field "size"; the fields are word, count, tags'],
    ['fields=', '/fields', 'there is no field ""'],
    ['fields=word&fields=count', '/fields', 'must be given once'],
    ['expand=author', '/expand', 'there is nothing to expand here'],
    ['sort=word', '/sort', 'is not a field of this document'],
    ['filter[word]=A', '/filter[word]', 'is not a field of this document'],
  ])('refuses %s of a list that has none, and says what there is', async (query, pointer, detail) => {
    const answer = (await get(bearer('good'), `/parts/words?${query}`)).json();
    expect(answer).toMatchObject({ status: 400, code: 'request-invalid', errors: [{ pointer, detail: expect.stringContaining(detail) }] });
  });

  it('says where the document stands that an answer is about', async () => {
    const answer = await post('', {}, '/parts/orders');
    expect([answer.statusCode, answer.headers.location]).toEqual([202, `/v1/parts/${COMPANY}/orders/A%2F1`]);
  });

  it('takes a valid body and says that its answer was given before', async () => {
    const answer = await post('{"name":"Nut","lines":[{"quantity":"2"}]}', { 'content-type': 'application/json; charset=UTF-8' });
    expect([answer.statusCode, answer.headers['idempotency-replayed'], answer.json().name]).toEqual([201, 'true', 'Nut']);
  });

  it.each([
    ['an unknown field', '{"name":"Nut","lines":[{"quantity":"2"}],"price":"1"}', '/price'],
    ['an unknown field of a line', '{"name":"Nut","lines":[{"quantity":"2","price":"1"}]}', '/lines/0/price'],
    ['a field of another type', '{"name":"Nut","lines":[{"quantity":2}]}', '/lines/0/quantity'],
    ['an absent field', '{"lines":[{"quantity":"2"}]}', '/name'],
    ['no line', '{"name":"Nut","lines":[]}', '/lines'],
    ['a list for a document', '[]', ''],
    ['nothing for a document', 'null', ''],
    ['half a document', '{"name":', ''],
  ])('refuses %s and points at it', async (_what, body, pointer) => {
    const answer = await post(body);
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([400, pointer]);
  });

  it.each([
    ['text/plain', '{}'],
    ['application/json; charset=latin1', '{}'],
    ['application/x-www-form-urlencoded', 'a=1'],
    ['application/jsonp', '{}'],
  ])('refuses a body that is %s', async (type, body) => {
    expect((await post(body, { 'content-type': type })).json()).toMatchObject({ status: 415, code: 'media-type-unsupported' });
  });

  it.each(['gzip', 'br', 'deflate', 'identity, gzip', 'x'])('unpacks nothing: a body that is %s is refused before it is read', async (encoding) => {
    const answer = await post('{"name":"Nut","lines":[{"quantity":"2"}]}', { ...JSON_TYPE, 'content-encoding': encoding });
    expect(answer.json()).toMatchObject({ status: 415, code: 'encoding-unsupported' });
    expect(answer.headers['accept-encoding']).toBe('identity');
    expect((await post('{"name":"Nut","lines":[{"quantity":"2"}]}', { ...JSON_TYPE, 'content-encoding': 'identity' })).statusCode).toBe(201);
  });

  it.each(['limit=%E0%A4%A', 'limit=%ff', 'limit=%', 'after=%zz'])('refuses the query %s, which is not percent-encoded UTF-8', async (query) => {
    expect((await get(bearer('good'), `/parts/numbers?${query}`)).json()).toMatchObject({ status: 400, code: 'request-invalid' });
  });

  it('answers values that are understood and not taken with 422', async () => {
    const answer = await post('{"name":"Nut","lines":[{"quantity":"-2"}]}');
    expect(answer.json()).toMatchObject({ status: 422, code: 'value-refused', errors: [{ pointer: '/lines/0/quantity' }] });
  });

  describe('CSV', () => {
    const CSV_BODY = { 'content-type': 'text/csv' };
    const pageOfWords = (accept: string, query = '') => get({ ...bearer('good'), accept }, `/parts/words${query}`);

    it('is a list for who accepts it, with what a spreadsheet would run behind an apostrophe', async () => {
      const answer = await pageOfWords('text/csv');
      expect(answer.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8; header=present', vary: 'accept' });
      const rows = ['word,count,tags', "'=1+1,1,", '\'@A,2,"[""a"",""b""]"', '-5.00,3,', '"a, ""b""\nc",4,', ''];
      expect(answer.payload).toBe(rows.join('\r\n').replace(String.raw`\n`, '\n'));
      expect(answer.headers.link).toBeUndefined();
    });

    it('says where the next page is, and tells it the same way', async () => {
      const answer = await pageOfWords('text/csv', '?limit=3');
      const [, next] = /^<(.+)>; rel="next"$/.exec(String(answer.headers.link)) ?? [];
      expect((await get({ ...bearer('good'), accept: 'text/csv' }, next)).payload.split('\r\n')).toHaveLength(3);
    });

    it('has the columns that were asked for', async () => {
      expect((await pageOfWords('text/csv', '?fields=count,word&limit=1')).payload).toBe("count,word\r\n1,'=1+1\r\n");
    });

    it('is a workbook of the whole list for who accepts one, in which nothing runs and figures are figures', async () => {
      const answer = await pageOfWords(XLSX_TYPE);
      expect(answer.headers).toMatchObject({ 'content-type': XLSX_TYPE, 'content-disposition': 'attachment; filename="words.xlsx"', vary: 'accept' });
      expect(await rowsOf(answer.rawPayload)).toEqual([
        ['word', 'count', 'tags'],
        ["'=1+1", 1, null],
        ["'@A", 2, '["a","b"]'],
        ['-5.00', 3, null],
        ['a, "b"\nc', 4, null],
      ]);
    });

    it('is a workbook of one page where a limit is named, and of the columns that are', async () => {
      const answer = await pageOfWords(XLSX_TYPE, '?limit=1&fields=count');
      expect([await rowsOf(answer.rawPayload), answer.headers.link]).toEqual([
        [['count'], [1]],
        expect.stringMatching(/^<\/parts\/words\?limit=1&fields=count&after=.*>; rel="next"$/),
      ]);
    });

    it('refuses a workbook as it refuses any other page', async () => {
      expect((await pageOfWords(XLSX_TYPE, '?limit=0')).json()).toMatchObject({ status: 400, errors: [{ pointer: '/limit' }] });
      expect((await pageOfWords(XLSX_TYPE, '?fields=size')).json()).toMatchObject({ status: 400, errors: [{ pointer: '/fields' }] });
    });

    it.each(['application/json', '*/*', 'application/json, text/csv', 'text/html'])('is no list for who accepts %s', async (accept) => {
      expect((await pageOfWords(accept)).json()).toMatchObject({ data: [{ word: '=1+1' }, {}, {}, {}] });
    });

    it('is taken by a route that says so, and by no other', async () => {
      const answer = await post('\ufeffquantity\r\n2\r\n\r\n"3"', CSV_BODY, '/parts/files');
      expect([answer.statusCode, answer.json()]).toEqual([
        201,
        {
          rows: [
            { line: 2, fields: { quantity: '2' } },
            { line: 4, fields: { quantity: '3' } },
          ],
        },
      ]);
      expect((await post('quantity\n2', CSV_BODY)).json()).toMatchObject({ status: 415, code: 'media-type-unsupported' });
      expect((await post('{}', JSON_TYPE, '/parts/files')).json()).toMatchObject({ status: 415, detail: 'Send the body as text/csv in UTF-8.' });
      expect((await post('', {}, '/parts/files')).json()).toMatchObject({ status: 415 });
    });

    it.each([
      ['no row', 'quantity\n', [{ pointer: '', detail: 'has no row below a header' }]],
      ['an unknown column', 'quantity,colour\n2,red', [{ pointer: '/1', detail: 'has no column "colour" to take: the columns are quantity' }]],
      ['a column twice', 'quantity,quantity\n2,2', [{ pointer: '/1', detail: 'names the column quantity twice' }]],
      ['ragged rows', 'quantity\n2\n2,3\n2', [{ pointer: '/3', detail: 'has 2 cells, and the header 1' }]],
      ['an open quote', 'quantity\n"2', [{ pointer: '/2', detail: 'quote not closed' }]],
      ['a quote in the middle', 'quantity\n2"2"', [{ pointer: '/2', detail: 'invalid opening quote' }]],
      ['a control character', 'quantity\n2\u0000', [{ pointer: '/2/quantity', detail: 'must not contain control characters or broken Unicode' }]],
      [
        'cells that break a rule',
        'quantity\n2\n-2\nx',
        [expect.objectContaining({ pointer: '/3/quantity' }), expect.objectContaining({ pointer: '/4/quantity' })],
      ],
    ])('is refused with %s, line by line', async (_what, body, errors) => {
      expect((await post(body, CSV_BODY, '/parts/files')).json()).toMatchObject({ status: 422, code: 'csv-refused', errors });
    });

    it('is refused in another encoding, and with too many rows', async () => {
      for (const body of [Buffer.from('\ufeffquantity\n2', 'utf16le'), Buffer.from([0x71, 0xe9])])
        expect((await post(body, CSV_BODY, '/parts/files')).json()).toMatchObject({ status: 422, errors: [{ pointer: '', detail: 'is not UTF-8' }] });
      expect((await post('quantity\n1\n2\n3\n4', CSV_BODY, '/parts/files')).json()).toMatchObject({ status: 413, code: 'body-too-large' });
    });
  });

  it('takes a body of the limit and refuses one byte more', async () => {
    const frame = '{"name":""}'.length;
    const body = (size: number) => `{"name":"${'x'.repeat(size - frame)}"}`;
    expect((await post(body(BODY_LIMIT))).json().code).toBe('request-invalid');
    expect((await post(body(BODY_LIMIT + 1))).json()).toMatchObject({ status: 413, code: 'body-too-large' });
  });
});
