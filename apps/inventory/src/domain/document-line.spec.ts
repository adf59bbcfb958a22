import { isRefusal } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { type EnteredLine, stockLines } from './document-line.js';
import { item } from './stock.fixture.js';

const items = new Map([item('mug'), item('advice', 'service'), Object.assign(item('old'), { active: false })].map((each) => [each.sku, each]));
const MUG = { sku: 'MUG', quantity: '1' };

function taken(line: EnteredLine, services?: 'allowed') {
  const lines = stockLines([line], items, 'GBP', services);
  return isRefusal(lines) ? lines.code : lines.map(({ quantity, cost, costGiven }) => [`${quantity}`, `${cost}`, costGiven]);
}

describe('a line of a stock document', () => {
  it('is taken in stock units, with the cost of what was entered', () => {
    expect(taken({ ...MUG, quantity: '2', unit: 'BX', unitCost: '12.345' })).toEqual([['24', '24.69', true]]);
    expect(taken({ ...MUG, quantity: '-3' })).toEqual([['-3', '0.00', false]]);
    expect(taken({ sku: 'ADVICE', quantity: '1' }, 'allowed')).toEqual([['1', '0.00', false]]);
  });

  it.each<[what: string, line: EnteredLine, code: string]>([
    ['an item that is not there', { sku: 'NONE', quantity: '1' }, 'item-unknown'],
    ['an item that is not active', { sku: 'OLD', quantity: '1' }, 'item-inactive'],
    ['a service', { sku: 'ADVICE', quantity: '1' }, 'item-not-stocked'],
    ['a unit that the item does not have', { ...MUG, unit: 'KGM' }, 'unit-unknown'],
  ])('is refused for %s', (_what, line, code) => {
    expect(taken(line)).toBe(code);
  });

  it.each<[what: string, most: Partial<EnteredLine>, beyond: Partial<EnteredLine>, code: string]>([
    ['more than is counted', { quantity: '83333333', unit: 'BX' }, { quantity: '83333334', unit: 'BX' }, 'quantity-too-large'],
    ['a loss of more than is counted', { quantity: '-83333333', unit: 'BX' }, { quantity: '-83333334', unit: 'BX' }, 'quantity-too-large'],
    ['what is nothing in stock units', { quantity: '0.000005', unit: 'TENTH' }, { quantity: '0.000004', unit: 'TENTH' }, 'quantity-too-small'],
    ['a cost beyond the books', { quantity: '10000', unitCost: '999999999' }, { quantity: '10001', unitCost: '999999999' }, 'amount-too-large'],
  ])('is taken up to the limit, and refused for %s', (_what, most, beyond, code) => {
    expect([typeof taken({ ...MUG, ...most }), taken({ ...MUG, ...beyond })]).toEqual(['object', code]);
  });
});
