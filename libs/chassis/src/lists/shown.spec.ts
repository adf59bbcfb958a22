import { IsLines, IsName } from '@millrace/contracts';
import { describe, expect, it } from 'vitest';
import type { ProblemException } from '../http/problem.js';
import * as column from './columns.js';
import { expansionsOf, pathsOf } from './expansions.js';
import { defineList, refersTo } from './list.js';
import { fieldsOfQuery, picked, shownFields, valueAt } from './sparse-fields.js';

class MakerDto {
  @IsName() readonly makerId!: string;
  @IsName() readonly name!: string;
}

class ItemDto {
  @IsName() readonly sku!: string;
  @IsName() readonly makerId!: string;
}

class LineDto {
  @IsName() readonly sku!: string;
  @IsName() readonly quantity!: string;
}

class OrderSummaryDto {
  @IsName() readonly number!: string;
  @IsName() readonly sellerId!: string;
}

class OrderDto extends OrderSummaryDto {
  @IsLines(() => LineDto) readonly lines!: readonly LineDto[];
}

const common = { permission: 'orders.order.view', from: 'x', show: (row: object) => row as never };
const MAKERS = defineList({ ...common, row: MakerDto, columns: { makerId: column.id('id') }, order: 'makerId' });
const ITEMS = defineList({
  ...common,
  row: ItemDto,
  columns: { sku: column.text('sku') },
  order: 'sku',
  references: { maker: refersTo(() => MAKERS, 'makerId'), substitute: refersTo(() => ITEMS, 'sku') },
}) as ReturnType<typeof defineList<ItemDto>>;
const ORDERS = defineList({
  ...common,
  row: OrderSummaryDto,
  columns: { number: column.text('number') },
  order: 'number',
  references: { seller: refersTo(() => MAKERS, 'sellerId', 'makerId'), 'lines.item': refersTo(() => ITEMS, 'sku') },
});

const detailOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return (error as ProblemException).detail;
  }
};

describe('what can be expanded', () => {
  it('is every reference of what is shown, at most three steps deep', () => {
    expect(pathsOf(ORDERS)).toEqual(['seller']);
    expect(pathsOf(ORDERS, OrderDto)).toEqual(['seller', 'lines.item', 'lines.item.maker', 'lines.item.substitute']);
    expect(pathsOf(ITEMS)).toContain('substitute.substitute.maker');
  });

  it('is asked for as a tree, in which each reference is once', () => {
    const [lines] = expansionsOf('lines.item.maker,lines.item,lines.item.maker', ORDERS, OrderDto);
    expect(lines).toMatchObject({ name: 'item', within: ['lines'], further: [{ name: 'maker', within: [], further: [] }] });
    expect(expansionsOf('seller,lines.item', ORDERS, OrderDto)).toHaveLength(2);
  });

  it.each([
    ['buyer', 'there is no reference "buyer"; what can be expanded is seller, lines.item, lines.item.maker, lines.item.substitute'],
    ['lines', 'there is no reference "lines"'],
    ['', 'there is no reference ""'],
    ['seller,', 'there is no reference ""'],
    ['seller.name', 'there is no reference "seller.name"'],
    ['lines.item.substitute.maker', 'lines.item.substitute.maker is more than 3 steps deep'],
    ['__proto__', 'there is no reference "__proto__"'],
    [['seller'], 'must be given once'],
    [Array.from({ length: 21 }, () => 'seller').join(), 'takes at most 20 paths'],
  ])('is not %j', (expand, words) => {
    expect(detailOf(() => expansionsOf(expand, ORDERS, OrderDto))).toContain(words);
  });

  it('is nothing where there are no references', () => {
    expect(detailOf(() => expansionsOf('seller', undefined, OrderDto))).toContain('there is nothing to expand here');
  });
});

describe('the fields that are shown', () => {
  const order = {
    number: 'SO-1',
    sellerId: 'A',
    lines: [{ sku: 'MUG', quantity: '2', item: { sku: 'MUG', makerId: 'M' } }],
    seller: { makerId: 'A', name: 'Ann' },
  };
  const expansions = expansionsOf('seller,lines.item', ORDERS, OrderDto);
  const show = (asked: string) => picked(order, shownFields(fieldsOfQuery(asked, OrderDto, expansions)!, expansions));

  it('are those that were asked for, of parts too, and what was expanded', () => {
    expect(show('number')).toEqual({ number: 'SO-1', lines: [{ item: { sku: 'MUG', makerId: 'M' } }], seller: order.seller });
    expect(show('lines.sku,seller.name')).toEqual({ lines: [{ sku: 'MUG', item: { sku: 'MUG', makerId: 'M' } }], seller: { name: 'Ann' } });
    expect(show('lines,lines.sku,seller')).toEqual({ lines: order.lines, seller: order.seller });
    expect(show('lines.item.sku,seller')).toEqual({ lines: [{ item: { sku: 'MUG' } }], seller: order.seller });
  });

  it('are absent where a document has none', () => {
    expect(picked([{ number: 'SO-1' }, {}], ['number', 'lines.sku'])).toEqual([{ number: 'SO-1' }, {}]);
  });

  it('are a cell of a table each', () => {
    expect([valueAt(order, ['seller', 'name']), valueAt(order, ['lines', 'sku']), valueAt(order, ['buyer', 'name'])]).toEqual(['Ann', ['MUG'], undefined]);
  });

  it.each([
    ['total', 'there is no field "total"; the fields are lines, number, sellerId, seller'],
    ['', 'there is no field ""'],
    ['number,', 'there is no field ""'],
    ['number.x', 'there is no field "number.x"; number has no fields of its own'],
    ['lines.price', 'there is no field "lines.price"; the fields are sku, quantity, item'],
    ['seller.age', 'there is no field "seller.age"; the fields are makerId, name'],
    ['toString', 'there is no field "toString"'],
    [['number'], 'must be given once'],
  ])('are not %j', (fields, words) => {
    expect(detailOf(() => fieldsOfQuery(fields, OrderDto, expansions))).toContain(words);
  });
});
