import { addDays, type LocalDate, localDate, Quantity } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reserveForOrder } from './reserve-for-order.js';
import { shipReservation } from './ship-reservation.js';
import { CUSTOMERS, emptyLevel, FakeLevels, gbp, NOW, reservationFor } from './stock.fixture.js';

const FIRST = localDate('2010-12-01');
const day = (number: number): LocalDate => addDays(FIRST, number);
const q = (quantity: number) => Quantity.of(quantity);

/** Ten on the first day, four of them gone on the third, and ten more on the fifth. */
function mugs() {
  const level = emptyLevel();
  level.receive(q(10), gbp('10'), day(0));
  level.issue(q(4), 'GBP', day(2));
  level.receive(q(10), gbp('10'), day(4));
  return level;
}

describe('stock of the past', () => {
  it.each<[from: number, least: number]>([
    [0, 6],
    [1, 6],
    [2, 6],
    [3, 6],
    [4, 16],
    [9, 16],
  ])('since day %d was %d at least', (from, least) => {
    expect(`${mugs().leastSince(day(from))}`).toBe(`${least}`);
  });

  it.each<[quantity: number, from: number, since: number]>([
    [6, 0, 0],
    [6, 1, 1],
    [7, 0, 4],
    [16, 0, 4],
    [16, 9, 9],
  ])('of %d, asked for from day %d on, was there for good since day %d', (quantity, from, since) => {
    expect(mugs().thereSince(q(quantity), day(from))).toBe(day(since));
  });

  it('is not given away twice: what would be missing on a later day does not go out', () => {
    const level = mugs();
    expect(() => level.issue(q(7), 'GBP', day(1))).toThrow(/more goes out on 2010-12-02/);
    level.issue(q(6), 'GBP', day(1));
    expect([`${level.onHand}`, `${level.leastSince(day(1))}`]).toEqual(['10', '0']);
  });

  it('is not known before the first day that was read', () => {
    const level = emptyLevel('mug', 'place', day(3));
    level.receive(q(1), gbp('1'), day(1));
    expect(() => level.leastSince(day(2))).toThrow(/known from 2010-12-04/);
    expect(`${level.leastSince(day(3))}`).toBe('1');
  });
});

type Step = Readonly<{ kind: 'receive' | 'order'; quantity: number; on: number }>;

describe('receipts and orders entered in any order, each at a date of its own', () => {
  const steps = fc.array(
    fc.record<Step>({ kind: fc.constantFrom('receive', 'order'), quantity: fc.integer({ min: 1, max: 9 }), on: fc.integer({ min: 0, max: 8 }) }),
    {
      maxLength: 30,
    },
  );

  it('never leave less than nothing on any day, and ship on the first day on which that is so', () => {
    fc.assert(
      fc.property(steps, (entered) => {
        const levels = new FakeLevels();
        const moves: { on: LocalDate; change: number }[] = [];
        const stockOf = (on: LocalDate) => moves.filter((move) => move.on <= on).reduce((sum, { change }) => sum + change, 0);
        const isThere = (quantity: number, since: number) =>
          Array.from({ length: 11 - since }, (_, index) => stockOf(day(since + index))).every((each) => each >= quantity);
        for (const { kind, quantity, on } of entered) {
          if (kind === 'receive') {
            levels.with('mug', quantity, '1', day(on));
            moves.push({ on: day(on), change: quantity });
            continue;
          }
          const reservation = Object.assign(reservationFor([['mug', quantity]]), { backdated: true, documentOn: day(on), confirmed: true });
          reserveForOrder(reservation, new Map([['mug', 'MUG']]), levels, day(10));
          const dispatch = shipReservation(reservation, levels, { customerLocationId: CUSTOMERS, currency: 'GBP', today: day(10), now: NOW });
          if (!dispatch) continue;
          const days = Array.from({ length: 11 - on }, (_, index) => on + index);
          expect(dispatch.shipment.dispatchedOn).toBe(day(days.find((since) => isThere(quantity, since))!));
          moves.push({ on: dispatch.shipment.dispatchedOn, change: -quantity });
        }
        expect(isThere(0, 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
