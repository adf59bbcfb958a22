import { describe, expect, it } from 'vitest';
import { releaseReservation } from './release-reservation.js';
import { reserveForOrder } from './reserve-for-order.js';
import { shipReservation } from './ship-reservation.js';
import { CUSTOMERS, FakeLevels, NOW, reservationFor, TODAY } from './stock.fixture.js';

const skus = new Map([['mug', 'MUG']]);

function reservedIn(levels: FakeLevels) {
  const reservation = reservationFor(
    [
      ['mug', 6],
      ['service', 1],
    ],
    'back-order',
  );
  reserveForOrder(reservation, skus, levels, TODAY);
  return reservation;
}

const told = (released: ReturnType<typeof releaseReservation>) => released.map(({ line, quantity }) => [line.lineNo, `${quantity}`]);

describe('giving back a reservation', () => {
  it('gives back what is held and what is waited for, services too', () => {
    const levels = new FakeLevels().with('mug', 4, '8');
    const reservation = reservedIn(levels);
    expect(told(releaseReservation(reservation, levels))).toEqual([
      [1, '6'],
      [2, '1'],
    ]);
    expect([levels.of('mug').reserved, levels.of('mug').waiting, levels.of('mug').availableToPromise].map(String)).toEqual(['0', '0', '4']);
    expect(reservation.lines.map((line) => `${line.open}`)).toEqual(['0', '0']);
  });

  it('leaves what was shipped, and gives back nothing a second time', () => {
    const levels = new FakeLevels().with('mug', 4, '8');
    const reservation = Object.assign(reservedIn(levels), { confirmed: true });
    shipReservation(reservation, levels, { customerLocationId: CUSTOMERS, currency: 'GBP', today: TODAY, now: NOW });
    expect(told(releaseReservation(reservation, levels))).toEqual([[1, '2']]);
    expect(releaseReservation(reservation, levels)).toEqual([]);
    expect(reservation.lines.map(({ shipped, released }) => `${shipped}/${released}`)).toEqual(['4/2', '1/0']);
  });
});
