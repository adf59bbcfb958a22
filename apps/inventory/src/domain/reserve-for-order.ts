import { type ReservationRefusal, ReservationRefused, type ShortageV1 } from '@millrace/contracts';
import { type LocalDate, Quantity, sumBy } from '@millrace/kernel';
import type { Levels } from './levels.js';
import type { Reservation } from './reservation.js';

/**
 * Holds stock for a sales order as far as it is there, by the order's policy.
 *
 * `refuse`: all of it, or nothing and every shortage named. The other policies hold what is there and let the rest wait.
 * Two lines for one item count together; an item without stock is a shortage, never a line to skip. Services are not held.
 *
 * @param skus Names of the items for the shortages.
 * @param today The company's business date; a backdated order takes the date since which its goods were there.
 * @returns The fact that tells what was done.
 */
export function reserveForOrder(reservation: Reservation, skus: ReadonlyMap<string, string>, levels: Levels, today: LocalDate) {
  const levelOf = (itemId: string) => levels.of(itemId, reservation.locationId);
  if (reservation.policy === 'refuse') {
    const demand = sumBy(
      reservation.goods,
      (line) => line.itemId,
      (line) => line.ordered,
    );
    const shortages = [...demand].flatMap(([itemId, requested]): ShortageV1[] => {
      const available = levelOf(itemId).availableToPromise;
      return available.isLessThan(requested) ? [{ itemId, sku: skus.get(itemId)!, requested: `${requested}`, available: `${available}` }] : [];
    });
    if (shortages.length > 0) return refuse(reservation, 'stock-short', shortages);
  }
  for (const line of reservation.goods) {
    const level = levelOf(line.itemId);
    line.reserved = line.ordered.atMost(level.availableToPromise);
    line.waiting = line.ordered.minus(line.reserved);
    level.reserve(line.reserved);
    level.wait(line.waiting);
    line.reservedOn = line.reserved.isPositive() ? reservation.heldSince(level, today) : null;
  }
  return reservation.told(today);
}

/** Refuses an order that names a warehouse that is not there: its reservation holds nothing anywhere. */
export function refuseWarehouse(reservation: Reservation) {
  return refuse(reservation, 'warehouse-unknown', []);
}

function refuse(reservation: Reservation, reason: ReservationRefusal, shortages: ShortageV1[]) {
  for (const line of reservation.goods) line.released = line.ordered;
  return ReservationRefused.of({ salesOrderId: reservation.orderId, reason, shortages });
}

/** Total that is waited for, to see whether anything is. */
export function waitingTotal(reservation: Reservation): Quantity {
  return Quantity.sum(reservation.goods.map((line) => line.waiting));
}
