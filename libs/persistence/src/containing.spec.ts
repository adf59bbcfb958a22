import { describe, expect, it } from 'vitest';
import { containing } from './containing.js';

describe('a pattern for texts that contain another', () => {
  it.each([
    ['tea', '%tea%'],
    ['100 %', '%100 \\%%'],
    ['a_b', '%a\\_b%'],
    ['C:\\', '%C:\\\\%'],
    [undefined, null],
  ])('of %j is %j', (text, pattern) => {
    expect(containing(text)).toBe(pattern);
  });
});
