import { localDate, Quantity } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import type { StockLine } from './document-line.js';
import { FakeLevels, gbp, NOW, OTHER_PLACE, PLACE, stockLine, TODAY } from './stock.fixture.js';
import { type TransferDetails, transferStock } from './transfer-stock.js';

const YESTERDAY = localDate('2026-11-01');
const details = { companyId: 'company', transferId: 'transfer', from: PLACE, to: OTHER_PLACE, transferredOn: TODAY, currency: 'GBP', now: NOW };

function transfer(lines: StockLine[], levels: FakeLevels, changes: Partial<TransferDetails> = {}) {
  return transferStock(lines, levels, { ...details, ...changes });
}

const stateOf = (levels: FakeLevels) =>
  [PLACE, OTHER_PLACE].map((place) => `${levels.of('mug', place).onHand} worth ${levels.of('mug', place).value.toFixed(2)}`);

describe('a transfer', () => {
  it('takes goods and their value from one place to the other', () => {
    const levels = new FakeLevels().with('mug', 3, '10');
    expect(transfer([stockLine('mug', 1), stockLine('mug', 1)], levels)).toMatchObject({
      transfer: { fromLocationId: PLACE, toLocationId: OTHER_PLACE },
      moves: [
        { kind: 'transfer', fromLocationId: PLACE, toLocationId: OTHER_PLACE, lineNo: 1 },
        { kind: 'transfer', lineNo: 2 },
      ],
    });
    expect(stateOf(levels)).toEqual(['1 worth 3.33', '2 worth 6.67']);
  });

  it('leaves what is held for orders where it is, counts all its lines, and then changes nothing', () => {
    const levels = new FakeLevels().with('mug', 5, '10');
    levels.of('mug').reserve(Quantity.of(3));
    const short = { code: 'stock-short', members: { shortages: [{ sku: 'MUG', requested: '2', available: '1' }] } };
    expect(transfer([stockLine('mug', 1), stockLine('mug', 2)], levels)).toMatchObject(short);
    expect(stateOf(levels)).toEqual(['5 worth 10.00', '0 worth 0.00']);
    expect(transfer([stockLine('mug', 1), stockLine('mug', 1)], levels)).toHaveProperty('transfer');
  });

  it('of the past takes only what was there on every day since', () => {
    const levels = new FakeLevels().with('mug', 3, '6', YESTERDAY).with('mug', 2, '4', TODAY);
    const past = { transferredOn: YESTERDAY };
    expect(transfer([stockLine('mug', 2), stockLine('mug', 2)], levels, past)).toMatchObject({ code: 'stock-short-on-date' });
    expect(transfer([stockLine('mug', 2), stockLine('mug', 1)], levels, past)).toMatchObject({ moves: [{ postedOn: YESTERDAY }, {}] });
    expect(levels.of('mug', OTHER_PLACE).thereSince(Quantity.of(3), YESTERDAY)).toBe(YESTERDAY);
  });

  it('is refused where the books could not hold what arrives', () => {
    const levels = new FakeLevels().with('mug', 2, '2');
    levels.of('mug', OTHER_PLACE).receive(Quantity.of(999_999_998), gbp('1'), TODAY);
    expect(transfer([stockLine('mug', 1), stockLine('mug', 1)], levels)).toMatchObject({ code: 'quantity-too-large' });
    expect(transfer([stockLine('mug', 1)], levels)).toHaveProperty('transfer');
  });
});
