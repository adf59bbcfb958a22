import { type LocalDate, localDate, Quantity } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueCost, unitCost } from './moving-average-cost.js';
import type { Reservation } from './reservation.js';
import { reserveForOrder } from './reserve-for-order.js';
import { serveWaiting, takeBackFromYoungest } from './serve-waiting.js';
import { shipReservation } from './ship-reservation.js';
import { CUSTOMERS, emptyLevel, FakeLevels, gbp, NOW, reservationFor, TODAY } from './stock.fixture.js';

const skus = new Map([
  ['mug', 'MUG'],
  ['pot', 'POT'],
]);
const context = { customerLocationId: CUSTOMERS, currency: 'GBP', today: TODAY, now: NOW };
const heldOf = (reservation: Reservation) =>
  reservation.lines.map(({ reserved, waiting, shipped, released }) => [reserved, waiting, shipped, released].join('/'));

describe('moving average cost', () => {
  it('is the mean of what came in: 10 at 12 and 5 at 15 give 65.00 for 5, 39.00 for 3, and 13.00 each', () => {
    const level = emptyLevel();
    level.receive(Quantity.of(10), gbp('120'), TODAY);
    level.receive(Quantity.of(5), gbp('75'), TODAY);
    expect(`${unitCost(level.onHand, gbp(level.value.toFixed()))}`).toBe('13.00');
    expect([`${level.issue(Quantity.of(5), 'GBP', TODAY)}`, `${level.issue(Quantity.of(3), 'GBP', TODAY)}`]).toEqual(['65.00', '39.00']);
    expect(`${level.worthOf(Quantity.of(2), 'GBP')}`).toBe('26.00');
  });

  it('of 1 at 100, 1 at 200 and two at 200 is 150, then 175 each', () => {
    const level = emptyLevel();
    const mean = () => `${unitCost(level.onHand, gbp(level.value.toFixed()))}`;
    level.receive(Quantity.of(1), gbp('100'), TODAY);
    level.receive(Quantity.of(1), gbp('200'), TODAY);
    expect(mean()).toBe('150.00');
    level.receive(Quantity.of(2), gbp('400'), TODAY);
    expect(mean()).toBe('175.00');
  });

  it('leaves nothing in value when nothing is left, whatever was rounded, and never gives more than there is', () => {
    const issues = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(issues, fc.integer({ min: 0, max: 1_000_000 }), (parts, value) => {
        const level = emptyLevel();
        const total = gbp(value).dividedBy(Quantity.of(100));
        level.receive(Quantity.of(parts.reduce((sum, each) => sum + each, 0)), total, TODAY);
        let given = gbp(0);
        for (const part of parts) {
          given = given.plus(level.issue(Quantity.of(part), 'GBP', TODAY));
          expect(level.value.greaterThanOrEqualTo(0)).toBe(true);
        }
        expect([`${level.onHand}`, level.value.toFixed(), given.equals(total)]).toEqual(['0', '0', true]);
      }),
    );
  });

  it('takes something out, and at most what is there', () => {
    expect(() => issueCost(Quantity.of(1), gbp('1'), Quantity.zero)).toThrow(/takes something out/);
    expect(() => issueCost(Quantity.of(1), gbp('1'), Quantity.of(2))).toThrow(/at most what is on hand/);
  });
});

describe('reserving for an order', () => {
  it('refuses the whole order and names each shortage, two lines of one item counted together', () => {
    const levels = new FakeLevels().with('mug', 5, '10').with('pot', 9, '90');
    const reservation = reservationFor([
      ['mug', 3],
      ['mug', 3],
      ['pot', 1],
    ]);
    const fact = reserveForOrder(reservation, skus, levels, TODAY);
    expect(fact.data).toMatchObject({ shortages: [{ itemId: 'mug', sku: 'MUG', requested: '6', available: '5' }] });
    expect([`${levels.of('mug').reserved}`, `${levels.of('pot').reserved}`, heldOf(reservation)]).toEqual(['0', '0', ['0/0/0/3', '0/0/0/3', '0/0/0/1']]);
  });

  it('holds what is there and lets the rest wait when it may be back-ordered', () => {
    const levels = new FakeLevels().with('mug', 4, '8');
    const reservation = reservationFor(
      [
        ['mug', 3],
        ['mug', 3],
      ],
      'back-order',
    );
    reserveForOrder(reservation, skus, levels, TODAY);
    expect(heldOf(reservation)).toEqual(['3/0/0/0', '1/2/0/0']);
    expect(`${levels.of('mug').waiting}`).toBe('2');
  });

  it('does not hold services', () => {
    const reservation = reservationFor([['service', 2]]);
    expect(reserveForOrder(reservation, skus, new FakeLevels(), TODAY).data).toMatchObject({ lines: [] });
  });
});

describe('goods that come while orders wait', () => {
  it('go to the one that has waited longest, as far as they reach', () => {
    const levels = new FakeLevels();
    const [older, younger] = [reservationFor([['mug', 3]], 'back-order'), reservationFor([['mug', 3]], 'back-order')];
    for (const each of [older, younger]) reserveForOrder(each, skus, levels, TODAY);
    levels.with('mug', 4, '8');
    expect(serveWaiting(levels.of('mug'), [younger, older], TODAY)).toEqual(new Set([older, younger]));
    expect([heldOf(older), heldOf(younger)]).toEqual([['3/0/0/0'], ['1/2/0/0']]);
  });

  it('are taken back from the youngest first when stock is lost', () => {
    const levels = new FakeLevels().with('mug', 6, '12');
    const [older, younger] = [reservationFor([['mug', 3]]), reservationFor([['mug', 3]])];
    for (const each of [older, younger]) reserveForOrder(each, skus, levels, TODAY);
    expect(takeBackFromYoungest(levels.of('mug'), [older, younger], Quantity.of(4))).toEqual(new Set([younger, older]));
    expect([heldOf(older), heldOf(younger)]).toEqual([['2/1/0/0'], ['0/3/0/0']]);
  });
});

describe('shipping', () => {
  it('waits for the order to be confirmed, and for everything when it ships complete', () => {
    const levels = new FakeLevels().with('mug', 2, '4');
    const reservation = reservationFor([['mug', 3]], 'ship-complete');
    reserveForOrder(reservation, skus, levels, TODAY);
    expect(shipReservation(reservation, levels, context)).toBeUndefined();
    reservation.confirmed = true;
    expect(shipReservation(reservation, levels, context)).toBeUndefined();
    levels.with('mug', 1, '2');
    serveWaiting(levels.of('mug'), [reservation], TODAY);
    expect(shipReservation(reservation, levels, context)?.fact.data).toMatchObject({
      totalCost: '6.00',
      final: true,
      lines: [{ quantity: '3', cost: '6.00' }],
    });
  });

  it('delivers services with the first shipment, and alone when there are no goods', () => {
    const levels = new FakeLevels().with('mug', 1, '2');
    const mixed = reservationFor(
      [
        ['service', 1],
        ['mug', 2],
      ],
      'back-order',
    );
    const alone = reservationFor([['service', 1]]);
    for (const each of [mixed, alone]) {
      reserveForOrder(each, skus, levels, TODAY);
      each.confirmed = true;
    }
    const first = shipReservation(mixed, levels, context)!;
    expect(first.fact.data).toMatchObject({
      final: false,
      lines: [
        { lineNo: 1, quantity: '1', cost: '0.00' },
        { lineNo: 2, quantity: '1', shippedBefore: '0' },
      ],
    });
    expect(first.moves).toMatchObject([{ itemId: 'mug', kind: 'shipment', toLocationId: CUSTOMERS }]);
    expect(shipReservation(alone, levels, context)?.fact.data).toMatchObject({ final: true, totalCost: '0.00' });
    expect(shipReservation(alone, levels, context)).toBeUndefined();
  });

  it('dates a backdated order by itself, or by the later day since which its goods were there', () => {
    const levels = new FakeLevels().with('mug', 1, '2', localDate('2010-11-30'));
    const reservation = reservationFor([['mug', 2]], 'back-order');
    Object.assign(reservation, { backdated: true, documentOn: localDate('2010-12-01'), confirmed: true });
    expect(reserveForOrder(reservation, skus, levels, TODAY).data).toMatchObject({ reservedOn: '2010-12-01' });
    expect(shipReservation(reservation, levels, context)?.shipment.dispatchedOn).toBe('2010-12-01');
    levels.with('mug', 1, '2', localDate('2010-12-05'));
    serveWaiting(levels.of('mug'), [reservation], localDate('2010-12-05'));
    expect(reservation.told(TODAY).data).toMatchObject({ reservedOn: '2010-12-05' });
    expect(shipReservation(reservation, levels, context)?.shipment.dispatchedOn).toBe('2010-12-05');
  });

  it('dates a backdated order by the goods that came last, when they were there before it was entered', () => {
    const levels = new FakeLevels().with('mug', 2, '4', localDate('2010-12-05')).with('pot', 1, '9', localDate('2010-12-03'));
    const reservation = reservationFor([
      ['mug', 1],
      ['pot', 1],
      ['mug', 1],
    ]);
    Object.assign(reservation, { backdated: true, documentOn: localDate('2010-12-01'), confirmed: true });
    expect(reserveForOrder(reservation, skus, levels, TODAY).data).toMatchObject({ reservedOn: '2010-12-05' });
    const { shipment, moves } = shipReservation(reservation, levels, context)!;
    expect([shipment.dispatchedOn, ...moves.map(({ postedOn }) => postedOn)]).toEqual(Array.from({ length: 4 }, () => '2010-12-05'));
  });

  it('counts what is held for others before a backdated order says since when its goods are there', () => {
    const levels = new FakeLevels().with('mug', 3, '6', localDate('2010-12-01')).with('mug', 3, '6', localDate('2010-12-05'));
    const dates = [1, 2].map(() => {
      const reservation = Object.assign(reservationFor([['mug', 3]]), { backdated: true, documentOn: localDate('2010-12-02') });
      return reserveForOrder(reservation, skus, levels, TODAY).data;
    });
    expect(dates).toMatchObject([{ reservedOn: '2010-12-02' }, { reservedOn: '2010-12-05' }]);
  });
});

type Step = Readonly<{ kind: 'order' | 'receive' | 'lose'; item: 'mug' | 'pot'; quantity: number; policy: 'refuse' | 'back-order' }>;

describe('orders, receipts and losses in any order', () => {
  const step = fc.record<Step>({
    kind: fc.constantFrom('order', 'order', 'receive', 'lose'),
    item: fc.constantFrom('mug', 'pot'),
    quantity: fc.integer({ min: 1, max: 9 }),
    policy: fc.constantFrom('refuse', 'back-order'),
  });

  it('never oversell, account for every ordered piece, and owe nothing that is there', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const levels = new FakeLevels();
        const reservations: Reservation[] = [];
        const on: LocalDate = TODAY;
        for (const { kind, item, quantity, policy } of steps) {
          const level = levels.of(item);
          if (kind === 'receive') level.receive(Quantity.of(quantity), gbp(quantity), TODAY);
          if (kind === 'order') {
            const reservation = reservationFor([[item, quantity]], policy);
            reserveForOrder(reservation, skus, levels, on);
            reservations.push(reservation);
          }
          if (kind === 'lose' && !level.onHand.isLessThan(Quantity.of(quantity))) {
            takeBackFromYoungest(level, reservations, Quantity.of(quantity));
            level.issue(Quantity.of(quantity), 'GBP', TODAY);
          }
          serveWaiting(level, reservations, on);
          for (const each of levels.all.values()) {
            const lines = reservations.flatMap((reservation) => reservation.lines).filter((line) => line.itemId === each.itemId);
            expect(each.reserved.isMoreThan(each.onHand) || each.reserved.isNegative()).toBe(false);
            expect(`${each.reserved}`).toBe(`${Quantity.sum(lines.map((line) => line.reserved))}`);
            expect(`${each.waiting}`).toBe(`${Quantity.sum(lines.map((line) => line.waiting))}`);
            expect(each.waiting.isPositive() && each.availableToPromise.isPositive()).toBe(false);
            for (const { ordered, reserved, waiting, shipped, released } of lines)
              expect(`${reserved.plus(waiting).plus(shipped).plus(released)}`).toBe(`${ordered}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
