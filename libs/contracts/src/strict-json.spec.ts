import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonRefused, parseStrictJson } from './index.js';

/** What every object of JavaScript answers to. */
const names = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];
const list = (elements: number) => `[${'0,'.repeat(elements - 1)}0]`;
const object = (keys: number) => JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, at) => [`k${at}`, at])));

describe('strict JSON', () => {
  it('is read as any parser reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!names.some((name) => text.includes(`"${name}"`)));
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['a key that stands there twice', '{"a":1,"b":{"a":2},"a":3}', 'names the key "a" twice'],
    ['the same key in another spelling', '{"a":1,"\\u0061":2}', 'names the key "a" twice'],
    ['a key that reaches into objects', '{"x":{"__proto__":{"admin":true}}}', 'must not have a key named __proto__'],
    ['a list of 5,001 elements', `{"lines":${list(5_001)}}`, 'has a list of more than 5000 elements'],
    ['an object of 1,001 keys', object(1_001), 'has an object of more than 1000 keys'],
    ['thirty-three levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'is nested more than 32 deep'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'is nested more than 32 deep'],
    ['a text that is cut off', '{"a":"b', 'is not valid JSON'],
    ['a number that is none', '{"a":NaN}', 'is not valid JSON'],
    ['two documents', '{} {}', 'is not valid JSON'],
    ['nothing', '', 'is not valid JSON'],
  ])('refuses %s', (_what, text, why) => {
    expect(() => parseStrictJson(text)).toThrow(new JsonRefused(why));
  });

  it.each(names)('refuses a key named %s, and takes it as a value', (name) => {
    expect(() => parseStrictJson(`{"a":[{"${name}":1}]}`)).toThrow(new JsonRefused(`must not have a key named ${name}`));
    expect(parseStrictJson(`{"a":"${name}"}`)).toEqual({ a: name });
  });

  it('takes a list of 5,000 elements after another, commas in texts, and an object of 1,000 keys', () => {
    expect(parseStrictJson(`[${list(5_000)},${list(5_000)},"${','.repeat(6_000)}"]`)).toHaveLength(3);
    expect(Object.keys(parseStrictJson(object(1_000)) as object)).toHaveLength(1_000);
  });

  it('gives up a hundred thousand elements long before their end', () => {
    const text = list(100_000);
    const start = performance.now();
    expect(() => parseStrictJson(text)).toThrow(JsonRefused);
    expect(performance.now() - start).toBeLessThan(20);
  });

  it('lets the same key stand in two objects, and a colon in a text', () => {
    expect(parseStrictJson('[{"a":": {"},{"a":"\\"a\\":"}]')).toEqual([{ a: ': {' }, { a: '"a":' }]);
  });
});
