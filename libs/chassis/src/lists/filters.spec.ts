import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemException } from '../http/problem.js';
import * as column from './columns.js';
import { conditionsOf, splitAtCommas } from './filters.js';

const columns = {
  status: column.choice('o.status', ['placed', 'confirmed']),
  number: column.text('o.number'),
  reference: column.optional(column.text('o.reference')),
  customerId: column.id('o.customer_id'),
  netTotal: column.decimal('o.net_total'),
  lineCount: column.integer('o.line_count'),
  documentOn: column.date('o.document_on'),
  placedAt: column.instant('o.placed_at'),
  overdue: column.flag('o.overdue'),
};

const ID = '0199a1b0-0000-7000-8000-000000000001';
const read = (query: Record<string, unknown>) => conditionsOf(query, columns).map(({ field, operator, values }) => [field, operator, ...values]);

function refusal(query: Record<string, unknown>) {
  try {
    conditionsOf(query, columns);
  } catch (error) {
    if (error instanceof ProblemException) return { status: error.status, ...(error.members.errors as { pointer: string; detail: string }[])[0]! };
    throw error;
  }
  return undefined;
}

describe('the filters of a list', () => {
  it.each([
    ['filter[status]', 'placed', ['status', 'in', 'placed']],
    ['filter[status]', 'placed,confirmed', ['status', 'in', 'placed', 'confirmed']],
    ['filter[status][nin]', 'placed,confirmed', ['status', 'nin', 'placed', 'confirmed']],
    ['filter[number]', 'SO-1, or so', ['number', 'eq', 'SO-1, or so']],
    ['filter[number][in]', 'SO-1,SO\\,2,SO\\\\3', ['number', 'in', 'SO-1', 'SO,2', 'SO\\3']],
    ['filter[number][startsWith]', 'so-', ['number', 'startsWith', 'so-']],
    ['filter[reference][null]', 'true', ['reference', 'null', 'true']],
    ['filter[customerId]', ID, ['customerId', 'in', ID]],
    ['filter[netTotal][gte]', '-100.50', ['netTotal', 'gte', '-100.50']],
    ['filter[lineCount][lt]', '3', ['lineCount', 'lt', '3']],
    ['filter[documentOn][lt]', '2026-01-01', ['documentOn', 'lt', '2026-01-01']],
    ['filter[placedAt][gt]', '2026-01-01T00:00:00+02:00', ['placedAt', 'gt', '2026-01-01T00:00:00+02:00']],
    ['filter[overdue]', 'false', ['overdue', 'eq', 'false']],
  ])('read %s=%s', (parameter, value, condition) => {
    expect(read({ [parameter]: value })).toEqual([condition]);
  });

  it('are all of the query that is written so, and nothing else of it', () => {
    expect(read({ limit: '3', 'filter[status]': 'placed', 'filter[netTotal][gte]': '1', filters: 'x' })).toHaveLength(2);
  });

  it('take a text in the form that documents are kept in', () => {
    expect(read({ 'filter[number]': 'Cafe\u0301' })).toEqual([['number', 'eq', 'Caf\u00e9']]);
  });

  it.each([
    ['filter', '1', 'must be written filter[FIELD]=VALUE'],
    ['filter[]', '1', 'must be written'],
    ['filter[status', 'placed', 'must be written'],
    ['filter[status][in][in]', 'placed', 'must be written'],
    ['filter[$ne]', '', 'there is no field $ne to filter by; the fields are status, number, '],
    ['filter[toString]', 'x', 'there is no field toString'],
    ['filter[__proto__]', 'x', 'there is no field __proto__'],
    ['filter[status][gte]', 'placed', 'status has no operator gte; its operators are eq, ne, in, nin'],
    ['filter[status][$ne]', 'placed', 'status has no operator $ne'],
    ['filter[number][null]', 'true', 'number has no operator null'],
    ['filter[overdue][in]', 'true', 'overdue has no operator in; its operators are eq'],
    ['filter[status]', 'placed,', '"" is not one of placed, confirmed'],
    ['filter[status]', 'Placed', '"Placed" is not one of placed, confirmed'],
    ['filter[status]', ['placed', 'confirmed'], 'must be given once'],
    ['filter[customerId]', 'x', '"x" is not a UUID in lower case'],
    ['filter[netTotal][gte]', '1e3', 'is not a decimal such as 12.50'],
    ['filter[netTotal][gte]', '1,5', 'is not a decimal'],
    ['filter[lineCount]', '1.5', 'is not a whole number'],
    ['filter[documentOn][gt]', '2026-02-30', 'is not a calendar date'],
    ['filter[documentOn][gt]', '2026-01-01T00:00:00Z', 'is not a calendar date'],
    ['filter[placedAt][gt]', '2026-02-30T00:00:00Z', 'is not an instant'],
    ['filter[placedAt][gt]', '2026-01-01T25:00:00Z', 'is not an instant'],
    ['filter[placedAt][gt]', '2026-01-01T00:00:00+15:00', 'is not an instant'],
    ['filter[overdue]', 'yes', '"yes" is not true or false'],
    ['filter[number]', '', 'is not a text of 1 to 200 characters'],
    ['filter[number]', 'a\u0000', 'is not a text'],
    ['filter[number]', 'x'.repeat(201), 'is not a text'],
    ['filter[reference][null]', 'yes', 'must be true or false'],
    ['filter[status]', Array.from({ length: 101 }, () => 'placed').join(), 'takes at most 100 values'],
  ])('refuse %s=%j', (parameter, value, detail) => {
    expect(refusal({ [parameter]: value })).toEqual({ status: 400, pointer: `/${parameter}`, detail: expect.stringContaining(detail) });
  });

  it('point at a parameter as a JSON pointer does', () => {
    expect(refusal({ 'filter[a/b~c]': 'x' })).toMatchObject({ pointer: '/filter[a~1b~0c]' });
  });

  it('are at most twenty', () => {
    const names = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte'].flatMap((operator) =>
      ['netTotal', 'lineCount', 'documentOn'].map((field) => [`filter[${field}][${operator}]`, field === 'documentOn' ? '2026-01-01' : '1']),
    );
    expect(read(Object.fromEntries(names))).toHaveLength(18);
    const more = [...names, ['filter[overdue]', 'true'], ['filter[number]', 'a'], ['filter[number][ne]', 'b']];
    expect(refusal(Object.fromEntries(more))).toEqual({ status: 400, pointer: '/filter', detail: 'takes at most 20 conditions' });
  });

  it('take back every list of texts that was written with commas and backslashes marked', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (texts) => {
        expect(splitAtCommas(texts.map((each) => each.replace(/[\\,]/g, '\\$&')).join(','))).toEqual(texts);
      }),
    );
  });

  it('answer any parameter with a condition or a refusal, never with another fault', () => {
    const names = fc.oneof(fc.string(), fc.constantFrom(...Object.keys(columns), '__proto__', 'constructor'));
    fc.assert(
      fc.property(names, fc.option(fc.oneof(fc.string(), fc.constantFrom('eq', 'in', 'null', 'gte'))), fc.string(), (field, operator, value) => {
        const query = { [`filter[${field}]${operator === null ? '' : `[${operator}]`}`]: value };
        const outcome = refusal(query);
        expect(outcome?.status ?? read(query).length).toBe(outcome ? 400 : 1);
      }),
    );
  });
});
