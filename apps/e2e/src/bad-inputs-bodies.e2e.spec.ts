import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Desk, expectNotShown, expectRefused } from './bad-inputs.js';
import { exchange, expectProblem } from './door.js';
import { Suite } from './suite.js';

const ORDERS = '/v1/sales-orders';
const INVALID = { status: 400, code: 'request-invalid' } as const;
const UNSUPPORTED = { status: 415, code: 'media-type-unsupported' } as const;
const TOO_LARGE = { status: 413, code: 'body-too-large' } as const;
const TWO_MIB = 2 * 1024 * 1024;

/** Bad inputs, each by its number in the list of them: docs/adr/0018-bad-input.md. */
describe('a body that cannot be taken', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(new Suite(), 'Bad bodies');
  });
  beforeEach(() => desk.note());
  afterEach(() => desk.expectNothingWritten());
  afterAll(() => desk.expectCleanAudit());

  const text = (changes: object = {}, line: object = {}) => JSON.stringify(desk.order(changes, line));
  /** The order as text with this in the place of its reference. */
  const referring = (literal: string) => text({ reference: '@' }).replace('"@"', literal);

  it('1 malformed JSON', () =>
    expectRefused(desk, ORDERS, ['{"customerId": ', "{'a':1}", '{"a":1,}', '[1', '{"a":01}', '{"a":1} {}', '// no', '{"a":"\n"}'], INVALID));

  it('2 empty body, null, string, number', () => expectRefused(desk, ORDERS, ['', ' ', 'null', '"text"', '1', 'true'], INVALID));

  it('3 array instead of object', () => expectRefused(desk, ORDERS, [`[${text()}]`, '[]'], INVALID));

  it('4 unknown property', async () => {
    await expectRefused(desk, ORDERS, [text({ colour: 'red' })], { ...INVALID, pointer: '/colour' });
    await expectRefused(desk, ORDERS, [text({}, { colour: 'red' })], { ...INVALID, pointer: '/lines/0/colour' });
    await expectRefused(desk, ORDERS, [text({ id: 'mine', companyId: 'mine', status: 'completed' })], INVALID);
  });

  it('5 __proto__, constructor.prototype', async () => {
    const with_ = (member: string) => text().replace('{', `{${member},`);
    const polluting = ['"__proto__":{"admin":true}', '"\\u005f_proto__":{"admin":true}', '"constructor":{"prototype":{"admin":true}}', '"prototype":{}'];
    await expectRefused(desk, ORDERS, [...polluting.map(with_), text().replace('[{', '[{"__proto__":{"admin":true},')], INVALID);
  });

  it('6 nesting 20,000 deep', async () => {
    const deep = [`${'['.repeat(20_000)}${']'.repeat(20_000)}`, `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, '['.repeat(20_000)];
    await expectRefused(desk, ORDERS, [...deep, text({ reference: 'x' }).replace('"x"', deep[0]!)], INVALID);
  });

  it('7 body over the limit, with its length and without', async () => {
    await expectRefused(desk, ORDERS, [`"${'x'.repeat(TWO_MIB)}"`], TOO_LARGE);
    const megabytes = function* () {
      for (let at = 0; at < 3; at += 1) yield 'x'.repeat(1024 * 1024);
    };
    expectProblem(await desk.send(ORDERS, { method: 'POST', body: Readable.from(megabytes()) }), TOO_LARGE);
  });

  it('8 wrong or missing Content-Type', async () => {
    for (const type of [
      '',
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonx',
      'text/csv',
      'nonsense',
    ])
      expectProblem(await desk.post(ORDERS, text(), { 'content-type': type }), UNSUPPORTED, type);
  });

  it('9 charset=utf-7', async () => {
    for (const charset of ['utf-7', 'utf-16', 'iso-8859-1', '"utf-7"', 'utf-8; charset=utf-7'])
      expectProblem(await desk.post(ORDERS, text(), { 'content-type': `application/json; charset=${charset}` }), UNSUPPORTED, charset);
  });

  it('10 invalid UTF-8 bytes', () => {
    const [before, after] = referring('"@"').split('@') as [string, string];
    const bytes = [[0xc3, 0x28], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xff], [0xf0, 0x9f, 0x98]];
    return expectRefused(
      desk,
      ORDERS,
      bytes.map((each) => Buffer.concat([Buffer.from(before), Buffer.from(each), Buffer.from(after)])),
      INVALID,
    );
  });

  it('11 duplicate keys', () =>
    expectRefused(
      desk,
      ORDERS,
      [text().replace('{', '{"customerId":"other",'), text().replace('{', '{"customer\\u0049d":"other",'), text().replace('[{', '[{"quantity":"100",')],
      INVALID,
    ));

  it('12 NUL in text', async () => {
    await expectRefused(desk, ORDERS, [referring('"a\\u0000b"')], { ...INVALID, pointer: '/reference' });
    await expectRefused(desk, ORDERS, [referring('"a\u0000b"')], INVALID);
    await expectRefused(desk, '/v1/customers', ['{"name":"\\u0000","country":"GB"}'], { ...INVALID, pointer: '/name' });
    await expectNotShown(desk, ['/v1/items?name=%00', '/v1/customers?reference=a%00'], INVALID);
  });

  it('13 lone surrogate', async () => {
    await expectRefused(desk, ORDERS, ['"\\ud800"', '"\\udc00"', '"a\\ud83d"', '"\\ude00\\ud83d"'].map(referring), { ...INVALID, pointer: '/reference' });
  });

  it('19 more lines than a document has, more rows than a bulk has', async () => {
    const lines = (count: number) => Array.from({ length: count }, () => ({ sku: 'MUG', quantity: '1' }));
    await expectRefused(desk, ORDERS, [desk.order({ lines: lines(5_001) }), `{"lines":[${'1,'.repeat(200_000)}1]}`], TOO_LARGE);
    const items = Array.from({ length: 1_001 }, (_, at) => ({ sku: `BULK-${at}`, name: 'bulk', kind: 'stocked' }));
    await expectRefused(desk, '/v1/items/bulk', [{ items }], { status: 422, code: 'value-refused', pointer: '/items' });
  });

  it('20 nested array where an object is expected', () =>
    expectRefused(
      desk,
      ORDERS,
      [text({ lines: [[{ sku: 'MUG', quantity: '1' }]] }), text({ lines: [[]] }), text({ customerId: [desk.customerId] }), text({}, { sku: ['MUG'] })],
      INVALID,
    ));

  it('21 lines: null in it, sparse, object instead of array', () =>
    expectRefused(
      desk,
      ORDERS,
      [
        text({ lines: [null] }),
        text().replace(/\[.*\]/, '[,]'),
        text({ lines: { 0: { sku: 'MUG', quantity: '1' } } }),
        text({ lines: { length: 1 } }),
        text({ lines: null }),
        text({ lines: 'MUG' }),
      ],
      INVALID,
    ));

  it('35 zip bomb, gzip ratio, broken gzip: nothing is ever unpacked', async () => {
    const encoded = { status: 415, code: 'encoding-unsupported' } as const;
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, 0x20));
    expect(bomb.length).toBeLessThan(64 * 1024);
    for (const [body, encoding] of [
      [bomb, 'gzip'],
      [gzipSync(text()), 'gzip'],
      [Buffer.from(text()), 'gzip'],
      [Buffer.from(text()), 'br'],
      [Buffer.from(text()), 'identity, gzip'],
    ] as const) {
      const reply = await desk.post(ORDERS, body, { 'content-encoding': encoding });
      expectProblem(reply, encoded, encoding);
      expect(reply.headers['accept-encoding']).toBe('identity');
    }
    expectProblem(await desk.post(ORDERS, bomb), INVALID, 'compressed, and not saying so');
  });

  it('35 zip bomb from a stranger: refused by its headers', async () => {
    const head = ['POST /v1/tokens HTTP/1.1', 'host: gateway', 'content-type: application/json', 'content-encoding: gzip', 'content-length: 10000', '', ''];
    const { replies } = await exchange(desk.url, [head.join('\r\n')], { limitMs: 2_000 });
    expectProblem(replies[0]!, { status: 415, code: 'encoding-unsupported' });
  });
});
