import { describe, expect, it } from 'vitest';
import type { StockLine } from './document-line.js';
import { type Received, receiveGoods } from './receive-goods.js';
import { FakeLevels, NOW, PLACE, stockLine, TODAY } from './stock.fixture.js';

const details = {
  companyId: 'company',
  receiptId: 'receipt',
  kind: 'purchase',
  locationId: PLACE,
  fromLocationId: 'suppliers',
  receivedOn: TODAY,
  currency: 'GBP',
  now: NOW,
} as const;

describe('receiving goods', () => {
  it('brings each line in at its cost, with a move', () => {
    const levels = new FakeLevels().with('mug', 10, '120');
    const { receipt, moves, fact } = receiveGoods([stockLine('mug', 5, '75'), stockLine('pot', 1, '9.99')], levels, details) as Received;
    expect([`${levels.of('mug').onHand}`, levels.of('mug').value.toFixed(2)]).toEqual(['15', '195.00']);
    expect([receipt.totalCost.toFixed(2), receipt.lineCount, fact.data.totalCost]).toEqual(['84.99', 2, '84.99']);
    expect(moves).toMatchObject([
      { itemId: 'mug', kind: 'receipt', fromLocationId: 'suppliers', toLocationId: PLACE, lineNo: 1, postedOn: TODAY },
      { itemId: 'pot', lineNo: 2 },
    ]);
  });

  it.each<[what: string, there: readonly [quantity: number, cost: string], most: StockLine[], beyond: StockLine[], code: string]>([
    ['so much of one item', [1, '1'], [stockLine('mug', 999_999_998, '1')], [stockLine('mug', 999_999_999, '1')], 'quantity-too-large'],
    [
      'that on two lines',
      [1, '1'],
      [stockLine('mug', 499_999_999, '1'), stockLine('mug', 499_999_999, '1')],
      [stockLine('mug', 5e8, '1'), stockLine('mug', 5e8, '1')],
      'quantity-too-large',
    ],
    ['stock worth so much', [1, '1'], [stockLine('mug', 1, '9999999999998.99')], [stockLine('mug', 1, '9999999999999')], 'amount-too-large'],
    [
      'a document worth so much',
      [1, '1'],
      [stockLine('pot', 1, '5000000000000'), stockLine('pan', 1, '4999999999999.99')],
      [stockLine('pot', 1, '5000000000000'), stockLine('pan', 1, '5000000000000')],
      'amount-too-large',
    ],
  ])('refuses %s, and then changes nothing', (_what, [quantity, cost], most, beyond, code) => {
    const [levels, others] = [new FakeLevels().with('mug', quantity, cost), new FakeLevels().with('mug', quantity, cost)];
    expect(receiveGoods(most, levels, details)).toHaveProperty('receipt');
    expect(receiveGoods(beyond, others, details)).toMatchObject({ code });
    expect([`${others.of('mug').onHand}`, others.of('mug').value.toFixed()]).toEqual([`${quantity}`, cost]);
  });
});
