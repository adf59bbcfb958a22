import type { Quantity } from '@millrace/kernel';
import type { Levels } from './levels.js';
import type { Reservation, ReservationLine } from './reservation.js';

export type Released = Readonly<{ line: ReservationLine; quantity: Quantity }>;

/**
 * Gives back what is held and waited for, line by line; what has been shipped stays shipped. A service that was not
 * delivered yet is given back too.
 *
 * @returns What was given back; empty when nothing was open.
 */
export function releaseReservation(reservation: Reservation, levels: Levels): Released[] {
  return reservation.lines
    .filter((line) => line.open.isPositive())
    .map((line) => {
      const quantity = line.open;
      if (line.isGoods) {
        const level = levels.of(line.itemId, reservation.locationId);
        level.release(line.reserved);
        level.wait(line.waiting.negated());
        line.reserved = line.reserved.minus(line.reserved);
        line.waiting = line.waiting.minus(line.waiting);
      }
      line.released = line.released.plus(quantity);
      return { line, quantity };
    });
}
