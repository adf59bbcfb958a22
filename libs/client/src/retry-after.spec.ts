import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.js';

const NOW = Date.parse('2026-06-01T08:00:00Z');

describe('how long a suite asks to wait', () => {
  it.each([
    ['nothing', null, 0],
    ['seconds', '3', 3_000],
    ['a date', 'Mon, 01 Jun 2026 08:00:05 GMT', 5_000],
    ['a date that is over', 'Mon, 01 Jun 2026 07:59:00 GMT', 0],
    ['what is neither', 'soon', 0],
    ['fewer than none', '-5', 0],
  ])('is told by %s', (_what, header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });
});
