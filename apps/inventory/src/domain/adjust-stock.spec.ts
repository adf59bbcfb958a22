import { localDate } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { adjustStock, type Adjusted } from './adjust-stock.js';
import type { StockLine } from './document-line.js';
import type { Reservation } from './reservation.js';
import { reserveForOrder } from './reserve-for-order.js';
import { FakeLevels, NOW, PLACE, reservationFor, stockLine, TODAY } from './stock.fixture.js';

const YESTERDAY = localDate('2026-11-01');
const details = {
  companyId: 'company',
  adjustmentId: 'adjustment',
  locationId: PLACE,
  lossLocationId: 'losses',
  reason: 'Counted',
  adjustedOn: TODAY,
  currency: 'GBP',
  now: NOW,
};
const skus = new Map([['mug', 'MUG']]);

function adjust(lines: StockLine[], levels: FakeLevels, holders: Reservation[] = [], changes: Partial<typeof details> = {}) {
  return adjustStock(lines, () => holders, levels, { ...details, ...changes });
}

function orderFor(mugs: number, levels: FakeLevels): Reservation {
  const reservation = reservationFor([['mug', mugs]]);
  reserveForOrder(reservation, skus, levels, TODAY);
  return reservation;
}

const stateOf = (reservation: Reservation) => reservation.lines.map(({ reserved, waiting }) => `${reserved} held, ${waiting} waiting`);

describe('adjusting stock', () => {
  it('books what was found at its cost or at the average, and what was lost at the average; a service moves nothing', () => {
    const levels = new FakeLevels().with('mug', 10, '20');
    const lines = [stockLine('mug', 2, '9'), stockLine('mug', 3), stockLine('mug', -5), stockLine('advice', 1, undefined, 'service')];
    const { moves, fact, adjustment, gained } = adjust(lines, levels) as Adjusted;
    expect(fact.data).toMatchObject({
      gainTotal: '16.25',
      lossTotal: '12.08',
      lines: [{ cost: '9.00' }, { cost: '7.25' }, { quantity: '-5', cost: '-12.08' }],
    });
    expect(moves.map(({ kind, lineNo, fromLocationId }) => [kind, lineNo, fromLocationId])).toEqual([
      ['gain', 1, 'losses'],
      ['gain', 2, 'losses'],
      ['loss', 3, PLACE],
    ]);
    expect([`${levels.of('mug').onHand}`, levels.of('mug').value.toFixed(2), adjustment.lineCount]).toEqual(['10', '24.17', 4]);
    expect([...gained]).toEqual([levels.of('mug')]);
  });

  it('takes free stock first, then what the youngest order holds, which waits again', () => {
    const levels = new FakeLevels().with('mug', 10, '20');
    const [older, younger] = [orderFor(4, levels), orderFor(4, levels)];
    expect((adjust([stockLine('mug', -2)], levels, [older, younger]) as Adjusted).losers).toEqual(new Set());
    expect((adjust([stockLine('mug', -3)], levels, [older, younger]) as Adjusted).losers).toEqual(new Set([younger]));
    expect([stateOf(older), stateOf(younger)]).toEqual([['4 held, 0 waiting'], ['1 held, 3 waiting']]);
    expect((adjust([stockLine('mug', -5)], levels, [older, younger]) as Adjusted).losers).toEqual(new Set([older, younger]));
    expect(`${levels.of('mug').waiting}`).toBe('8');
  });

  it('refuses a loss of more than is there by then, line by line, and then changes nothing', () => {
    const levels = new FakeLevels().with('mug', 4, '8');
    const holder = orderFor(4, levels);
    const short = { code: 'stock-short', members: { shortages: [{ sku: 'MUG', requested: '3', available: '2' }] } };
    expect(adjust([stockLine('mug', -2), stockLine('mug', -3), stockLine('mug', 3)], levels, [holder])).toMatchObject(short);
    expect([`${levels.of('mug').onHand}`, stateOf(holder)]).toEqual(['4', ['4 held, 0 waiting']]);
    expect(adjust([stockLine('mug', -2), stockLine('mug', 3), stockLine('mug', -3)], levels, [holder])).toHaveProperty('adjustment');
  });

  it('refuses a past loss of what was not there on every day since', () => {
    const levels = new FakeLevels().with('mug', 3, '6', YESTERDAY).with('mug', 2, '4', TODAY);
    const past = { adjustedOn: YESTERDAY };
    const short = { code: 'stock-short-on-date', members: { on: YESTERDAY, shortages: [{ requested: '4', available: '3' }] } };
    expect(adjust([stockLine('mug', -4)], levels, [], past)).toMatchObject(short);
    expect(adjust([stockLine('mug', -3)], levels, [], past)).toMatchObject({ moves: [{ postedOn: YESTERDAY }] });
    expect(adjust([stockLine('mug', 5), stockLine('mug', -5)], levels, [], past)).toHaveProperty('adjustment');
  });

  it.each<[what: string, most: StockLine[], beyond: StockLine[], code: string]>([
    ['more than is counted', [stockLine('mug', 999_999_998, '1')], [stockLine('mug', 999_999_999, '1')], 'quantity-too-large'],
    ['a value beyond the books', [stockLine('mug', 1, '9999999999998')], [stockLine('mug', 1, '9999999999999')], 'amount-too-large'],
    [
      'gains beyond the books',
      [stockLine('pot', 1, '5e12'), stockLine('pan', 1, '4e12')],
      [stockLine('pot', 1, '5e12'), stockLine('pan', 1, '5e12')],
      'amount-too-large',
    ],
  ])('takes the most that can be, and refuses %s', (_what, most, beyond, code) => {
    const [levels, others] = [1, 2].map(() => new FakeLevels().with('mug', 1, '1')) as [FakeLevels, FakeLevels];
    expect(adjust(most, levels)).toHaveProperty('adjustment');
    expect(adjust(beyond, others)).toMatchObject({ code });
    expect(`${others.of('pot').onHand} ${others.of('mug').onHand}`).toBe('0 1');
  });

  it('refuses losses that are worth more than the books can hold together, and takes each alone', () => {
    const levels = new FakeLevels().with('pot', 1, '5000000000000').with('pan', 1, '5000000000000');
    expect(adjust([stockLine('pot', -1), stockLine('pan', -1)], levels)).toMatchObject({ code: 'amount-too-large' });
    expect(adjust([stockLine('pot', -1)], levels)).toHaveProperty('adjustment');
  });
});
