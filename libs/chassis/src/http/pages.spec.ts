import { violationsOf } from '@millrace/contracts';
import { describe, expect, it } from 'vitest';
import { cursorOf, limitOf, pageOf, PageQuery } from './pages.js';

const rows = [1, 2, 3].map((id) => ({ id, name: `Item ${id} – é` }));
const page = (limit: number, of = rows) =>
  pageOf(
    of,
    limit,
    ({ id }) => id,
    ({ id, name }) => [name, String(id)],
  );
const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('pages of a list', () => {
  it('name the next page while there is a row more than was asked for', () => {
    const first = page(2);
    expect(first.data).toEqual([1, 2]);
    expect(cursorOf({ after: first.next }, 2)).toEqual(['Item 2 – é', '2']);
  });

  it.each([
    ['full', 3, rows],
    ['short', 4, rows],
    ['empty', 2, []],
  ])('end with a %s one that names no next', (_what, limit, of) => {
    expect(page(limit, of)).toEqual({ data: of.map(({ id }) => id) });
  });

  it('begin at the start without a cursor, with 50 rows unless a number is given', () => {
    expect(cursorOf({}, 2)).toBeUndefined();
    expect(limitOf({})).toBe(50);
    expect(limitOf({ limit: '200' })).toBe(200);
  });

  it.each([
    ['of a list with other columns', cursor(['a'])],
    ['of numbers', cursor([1, 2])],
    ['of no list', cursor({ length: 2 })],
    ['that is not JSON', 'bm8'],
    ['that is empty', ''],
  ])('refuse a cursor %s', (_what, after) => {
    expect(() => cursorOf({ after }, 2)).toThrow(expect.objectContaining({ status: 400, code: 'cursor-invalid' }));
  });

  it.each(['1', '50', '200'])('may have %s rows', (limit) => {
    expect(violationsOf(PageQuery, { limit }, { strict: true })).toEqual([]);
  });

  it.each(['0', '201', '-1', '1.5', '1e2', '', ' 5', '٥', ['5', '6']])('may not have %s rows', (limit) => {
    expect(violationsOf(PageQuery, { limit }, { strict: true })).toEqual([{ pointer: '/limit', detail: 'limit must be a number from 1 to 200' }]);
  });

  it('refuse a cursor of more than 2,000 characters and one given twice', () => {
    expect(violationsOf(PageQuery, { after: 'x'.repeat(6_000) }, { strict: true })).toEqual([]);
    for (const after of ['x'.repeat(6_001), ['x', 'y']]) expect(violationsOf(PageQuery, { after }, { strict: true })).toHaveLength(1);
  });
});
