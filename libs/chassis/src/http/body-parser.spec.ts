import { describe, expect, it } from 'vitest';
import { parseBody } from './body-parser.js';

const parse = (text: string) => parseBody(Buffer.from(text));
const invalid = (detail: string, pointer = '') => expect.objectContaining({ status: 400, code: 'request-invalid', members: { errors: [{ pointer, detail }] } });

describe('taking a body apart', () => {
  it('gives what was sent', () => {
    expect(parse('{"name":"Café 😀\\n\\tblue","lines":[{"quantity":"1.50"}],"note":null}')).toEqual({
      name: 'Café 😀\n\tblue',
      lines: [{ quantity: '1.50' }],
      note: null,
    });
  });

  it.each(['', '{', '{"a":1,}', "{'a':1}", 'NaN', '{"a":1}{', '\ufeff{}', '{"a'])('refuses %j, which is not JSON', (text) => {
    expect(() => parse(text)).toThrow(invalid('the body is not valid JSON'));
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(() => parseBody(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toThrow(invalid('the body is not UTF-8'));
  });

  it('refuses a key twice in one object, however it is written, and takes it in two', () => {
    expect(() => parse('{"a":1,"\\u0061":2}')).toThrow(invalid('the body names the key "a" twice'));
    expect(parse('[{"a":1},{"a":2}]')).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'isPrototypeOf', 'toString', '\\u005f_proto__'])('refuses a key named %s', (key) => {
    expect(() => parse(`{"${key}":{}}`)).toThrow(expect.objectContaining({ code: 'request-invalid', detail: expect.stringContaining('must not have a key') }));
  });

  it('takes 32 levels and refuses 33, also of a text that would exhaust the stack', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parse(nested(32))).toBeDefined();
    for (const depth of [33, 500_000]) expect(() => parse(nested(depth))).toThrow(invalid('the body is nested more than 32 deep'));
  });

  it.each(['\\u0000', '\\u001b', '\\u0085', '\\ud800'])('refuses text with %s and says where it is', (character) => {
    const detail = 'must not contain control characters or broken Unicode';
    expect(() => parse(`{"lines":[{"note":"a${character}"}]}`)).toThrow(invalid(detail, '/lines/0/note'));
  });

  it('leaves characters that turn the direction of a text to the rule of each field', () => {
    expect(parse('{"sku":"MUG\\u202e"}')).toEqual({ sku: 'MUG\u202e' });
  });

  it('brings names to one form, and leaves what is secret as it came', () => {
    const [apart, together] = ['Cafe\u0301', 'Caf\u00e9'];
    const sent = { name: apart, lines: [{ note: apart }], password: apart, newPassword: apart };
    expect(parse(JSON.stringify(sent))).toEqual({ name: together, lines: [{ note: together }], password: apart, newPassword: apart });
  });

  it('takes a list of 5,000 elements and refuses 5,001', () => {
    const list = (elements: number) => `{"lines":[${'0,'.repeat(elements - 1)}0]}`;
    expect(parse(list(5_000))).toBeDefined();
    expect(() => parse(list(5_001))).toThrow(expect.objectContaining({ status: 413, code: 'body-too-large' }));
  });
});
