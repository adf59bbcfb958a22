import { describe, expect, it } from 'vitest';
import { arrayLiteral } from './table.js';

describe("PostgreSQL's text form of an array", () => {
  it('keeps quotes, backslashes, commas and braces of a text apart from its own', () => {
    expect(arrayLiteral(['a"b', 'c\\d', 'e,f', '{g}', '', 'NULL'], true)).toBe('{"a\\"b","c\\\\d","e,f","{g}","","NULL"}');
  });

  it('tells nothing from the text NULL, and leaves numbers as they are', () => {
    expect(arrayLiteral([1, null, undefined, '2.50'], false)).toBe('{1,NULL,NULL,2.50}');
    expect(arrayLiteral([], true)).toBe('{}');
  });
});
