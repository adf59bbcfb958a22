import type { Limits } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemException } from '../http/problem.js';
import * as column from './columns.js';
import { conditionsOf } from './filters.js';
import { defineList, type ListDeclaration } from './list.js';
import { keysStatement, pageStatement, type Place } from './list-statement.js';
import { readPlace, writePlace } from './places.js';
import { orderOf } from './sorting.js';

class RowDto {}

const COMPANY = '0199a1b0-0000-7000-8000-000000000001';
const ANYBODY = { subject: '', limits: {} };
const declaration: ListDeclaration<RowDto, object> = {
  row: RowDto,
  permission: 'parts.part.view',
  from: 'part p',
  company: 'p.company_id',
  select: 'p.*',
  columns: {
    partId: column.id('p.id'),
    name: column.text('p.name'),
    price: column.decimal('p.price'),
    soldOn: column.optional(column.date('p.sold_on')),
    active: column.flag('p.active'),
  },
  order: '-partId',
  shorthands: { from: ['soldOn', 'gte'] },
  show: (row) => row,
};
const PARTS = defineList(declaration);

const page = (query: Record<string, string>, own: Record<string, string> = {}, after?: Place) => {
  const order = orderOf(query.sort, PARTS.columns, PARTS.order);
  const { text, values } = pageStatement(PARTS, {
    companyId: COMPANY,
    reader: ANYBODY,
    query: own,
    conditions: conditionsOf(query, PARTS.columns),
    order,
    after,
    limit: 51,
  });
  return { where: text.split('\n').slice(1, -1).join(' ').replace(/\s+/g, ' '), order: text.split('\n').at(-1), values };
};

describe('the statement of a page', () => {
  it('reads the rows of the company in the order of the list', () => {
    expect(page({})).toEqual({ where: 'where p.company_id = $1::uuid', order: 'order by p.id desc limit $2::int', values: [COMPANY, 51] });
  });

  it.each([
    ['filter[name]', 'Mug', 'p.name = $2::text', 'Mug'],
    ['filter[name][ne]', 'Mug', 'p.name <> $2::text', 'Mug'],
    ['filter[name][in]', 'Mug,"Cup"', 'p.name = any($2::text[])', '{"Mug","\\"Cup\\""}'],
    ['filter[name][nin]', 'Mug,Cup', '(p.name = any($2::text[])) is not true', '{"Mug","Cup"}'],
    ['filter[name][contains]', '50%_', 'p.name ilike $2::text', '%50\\%\\_%'],
    ['filter[name][startsWith]', 'M', 'p.name ilike $2::text', 'M%'],
    ['filter[price][gte]', '1.50', 'p.price >= $2::numeric', '1.50'],
    ['filter[price]', '1,2', 'p.price = any($2::numeric[])', '{1,2}'],
    ['filter[soldOn][ne]', '2026-01-01', 'p.sold_on is distinct from $2::date', '2026-01-01'],
    ['filter[active]', 'true', 'p.active = $2::boolean', 'true'],
  ])('asks for %s=%s', (parameter, value, where, bound) => {
    expect(page({ [parameter]: value })).toMatchObject({ where: `where p.company_id = $1::uuid and ${where}`, values: [COMPANY, bound, 51] });
  });

  it('asks whether there is something at all', () => {
    expect(page({ 'filter[soldOn][null]': 'true' }).where).toContain('p.sold_on is null');
    expect(page({ 'filter[soldOn][null]': 'false' }).where).toContain('p.sold_on is not null');
  });

  it('takes a parameter of the route for its field, or for what the list says of its name', () => {
    expect(page({}, { name: 'Mug', from: '2026-01-01', other: 'x' })).toMatchObject({
      where: 'where p.company_id = $1::uuid and p.name = $2::text and p.sold_on >= $3::date',
      values: [COMPANY, 'Mug', '2026-01-01', 51],
    });
  });

  it('goes on behind a row by one comparison where all goes one way', () => {
    expect(page({}, {}, [COMPANY]).where).toBe('where p.company_id = $1::uuid and (p.id) < ($2::uuid)');
    expect(page({ sort: '-price' }, {}, ['5', COMPANY]).where).toContain('(p.price, p.id) < ($2::numeric, $3::uuid)');
  });

  it('goes on behind a row where the order goes both ways, or something may be absent', () => {
    expect(page({ sort: 'name' }, {}, ['Mug', COMPANY]).where).toContain('((p.name > $2::text) or (p.name = $2::text and p.id < $3::uuid))');
    expect(page({ sort: 'soldOn' }, {}, ['2026-01-01', COMPANY]).where).toContain(
      '(((p.sold_on > $2::date or p.sold_on is null)) or (p.sold_on = $2::date and p.id < $3::uuid))',
    );
    expect(page({ sort: 'soldOn' }, {}, [null, COMPANY]).where).toContain('((p.sold_on is null and p.id < $2::uuid))');
    expect(page({ sort: '-soldOn' }, {}, [null, COMPANY]).where).toContain('((p.sold_on is not null) or (p.sold_on is null and p.id < $2::uuid))');
  });

  it('has no letter in it that a caller wrote', () => {
    const marks = fc.string({ minLength: 1, maxLength: 20 }).map((each) => `zq${each.replace(/[^\x21-\x7e]|,/g, '')}`);
    fc.assert(
      fc.property(marks, fc.constantFrom('eq', 'ne', 'in', 'nin', 'contains', 'startsWith'), (mark, operator) => {
        const { where, order } = page({ [`filter[name][${operator}]`]: mark }, { name: mark }, [mark]);
        expect(`${where} ${order}`).not.toContain('zq');
      }),
    );
  });

  it('reads a page of each kind of row, and puts them together', () => {
    const kinds = defineList({
      ...declaration,
      shorthands: {},
      columns: { partId: column.id('id') },
      company: 'company_id',
      select: '*',
      from: ['bolt', 'nut'],
    });
    const { text, values } = pageStatement(kinds, {
      companyId: COMPANY,
      reader: ANYBODY,
      query: { partId: COMPANY },
      conditions: [],
      order: kinds.order,
      limit: 3,
    });
    const of = (table: string) =>
      `select *, (id)::text as "place 0" from ${table}\nwhere company_id = $1::uuid\n  and id = $2::uuid\norder by id desc limit $3::int`;
    expect(text).toBe(`select * from (\n(${of('bolt')})\nunion all (${of('nut')})\n) page\norder by id desc limit $3::int`);
    expect(values).toEqual([COMPANY, COMPANY, 3]);
    expect(keysStatement(kinds, COMPANY, 'partId', [COMPANY], ANYBODY).text).toContain('union all (select *, (id)::text as "key" from nut\n');
  });

  it('finds rows by their keys', () => {
    expect(keysStatement(PARTS, COMPANY, 'name', ['Mug', 'Cup'], ANYBODY)).toEqual({
      text: 'select p.*, (p.name)::text as "key" from part p\nwhere p.company_id = $1::uuid\n  and p.name = any($2::text[])',
      values: [COMPANY, '{"Mug","Cup"}'],
    });
  });
});

describe('the order of a list', () => {
  const detail = (sort: unknown) => {
    try {
      return orderOf(sort, PARTS.columns, PARTS.order).map(({ field, descending }) => `${field}${descending ? ' down' : ''}`);
    } catch (error) {
      return (error as ProblemException).detail;
    }
  };

  it('is what was asked for, and then its own', () => {
    expect(detail(undefined)).toEqual(['partId down']);
    expect(detail('-price,name')).toEqual(['price down', 'name', 'partId down']);
    expect(detail('partId')).toEqual(['partId']);
  });

  it.each([
    ['unknown', 'sort: there is no field "unknown" to sort by; the fields are partId, name, price, soldOn, active'],
    ['', 'sort: there is no field ""'],
    ['--price', 'sort: there is no field "-price"'],
    ['price,', 'sort: there is no field ""'],
    ['name;drop', 'sort: there is no field "name;drop"'],
    ['toString', 'sort: there is no field "toString"'],
    ['price,-price', 'sort: must name each field once'],
    ['partId,name,price,soldOn,active', 'sort: takes at most 4 fields'],
    [['price'], 'sort: must be given once'],
  ])('is not %j', (sort, words) => {
    expect(detail(sort)).toContain(words);
  });

  it('is kept with the place where a page ended, which is worth nothing in another', () => {
    const [own, byPrice] = [PARTS.order, orderOf('price', PARTS.columns, PARTS.order)];
    expect(readPlace(writePlace(byPrice, ['5', null]), byPrice)).toEqual(['5', null]);
    for (const [cursor, order] of [
      [writePlace(byPrice, ['5', COMPANY]), own],
      [writePlace(own, [COMPANY]), byPrice],
      [writePlace(own, []), own],
      ['', own],
      ['nonsense', own],
      [Buffer.from('null').toString('base64url'), own],
      [Buffer.from('["-partId",7]').toString('base64url'), own],
    ] as const)
      expect(() => readPlace(cursor, order)).toThrow(ProblemException);
  });
});

describe('the declaration of a list', () => {
  it('is refused when rows could be absent from its order, or a parameter stands for nothing', () => {
    expect(() => defineList({ ...declaration, order: '-soldOn' })).toThrow('it cannot be in the order of soldOn');
    expect(() => defineList({ ...declaration, order: 'size' })).toThrow('it cannot be in the order of size');
    expect(() => defineList({ ...declaration, shorthands: { until: ['soldOn', 'contains'] } })).toThrow('until stands for nothing');
  });
});

describe('what is left of a list for a reader with limits', () => {
  const list = defineList<RowDto, object>({
    ...declaration,
    limits: {
      warehouses: (warehouses, { bind }) => `p.warehouse_id = any(${bind(warehouses, 'uuid[]')})`,
      ownRecordsOnly: (subject, { bind }) => `p.owner = ${bind(subject, 'text')}`,
    },
  });
  const [A, B] = ['0199a1b0-0000-7000-8000-00000000000a', '0199a1b0-0000-7000-8000-00000000000b'];
  const reading = (limits: Limits) =>
    pageStatement(list, { companyId: COMPANY, reader: { subject: 'anna', limits }, query: {}, conditions: [], order: list.order, limit: 51 });

  it('is all of it without any', () => {
    expect(reading({ approvalLimit: '0' })).toEqual(
      pageStatement(list, { companyId: COMPANY, reader: ANYBODY, query: {}, conditions: [], order: list.order, limit: 51 }),
    );
  });

  it('is what all of them leave, on a page and behind a reference', () => {
    expect(reading({ warehouses: [A, B], ownRecordsOnly: true })).toMatchObject({
      text: expect.stringMatching(/where p\.company_id = \$1::uuid\n {2}and p\.warehouse_id = any\(\$2::uuid\[\]\)\n {2}and p\.owner = \$3::text\n/),
      values: [COMPANY, [A, B], 'anna', 51],
    });
    const found = keysStatement(list, COMPANY, 'partId', [A], { subject: 'anna', limits: { ownRecordsOnly: true } });
    expect(found.text).toContain('p.owner = $2::text');
  });

  it('is nothing where nothing is reached', () => {
    expect(reading({ warehouses: [] }).values).toContainEqual([]);
  });
});
