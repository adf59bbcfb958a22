import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonRefused, parseStrictJson } from './index.js';

describe('strict JSON', () => {
  it('is read as any parser reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/"(?:__proto__|constructor|prototype)"/.test(text));
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['a key that stands there twice', '{"a":1,"b":{"a":2},"a":3}', 'names the key "a" twice'],
    ['the same key in another spelling', '{"a":1,"\\u0061":2}', 'names the key "a" twice'],
    ['a key that reaches into objects', '{"x":{"__proto__":{"admin":true}}}', 'must not have a key named __proto__'],
    ['thirty-three levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'is nested more than 32 deep'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'is nested more than 32 deep'],
    ['a text that is cut off', '{"a":"b', 'is not valid JSON'],
    ['a number that is none', '{"a":NaN}', 'is not valid JSON'],
    ['two documents', '{} {}', 'is not valid JSON'],
    ['nothing', '', 'is not valid JSON'],
  ])('refuses %s', (_what, text, why) => {
    expect(() => parseStrictJson(text)).toThrow(new JsonRefused(why));
  });

  it('lets the same key stand in two objects, and a colon in a text', () => {
    expect(parseStrictJson('[{"a":": {"},{"a":"\\"a\\":"}]')).toEqual([{ a: ': {' }, { a: '"a":' }]);
  });
});
