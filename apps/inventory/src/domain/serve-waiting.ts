import { laterOf, type LocalDate, Quantity } from '@millrace/kernel';
import { longestWaitingFirst, type Reservation } from './reservation.js';
import type { StockLevel } from './stock-level.js';

/**
 * Gives what is available of an item to the orders that wait for it, oldest first, so that nothing available is owed to
 * an older order.
 *
 * @param waiting Every reservation that waits for the item in this location.
 * @param availableOn The business date from which the goods are there.
 * @returns The reservations that got something.
 */
export function serveWaiting(level: StockLevel, waiting: readonly Reservation[], availableOn: LocalDate): Set<Reservation> {
  const served = new Set<Reservation>();
  for (const reservation of [...waiting].sort(longestWaitingFirst)) {
    for (const line of reservation.goods) {
      if (line.itemId !== level.itemId || !line.waiting.isPositive()) continue;
      const quantity = line.waiting.atMost(level.availableToPromise);
      if (!quantity.isPositive()) return served;
      level.reserve(quantity);
      level.wait(quantity.negated());
      line.reserved = line.reserved.plus(quantity);
      line.waiting = line.waiting.minus(quantity);
      line.reservedOn = laterOf(reservation.heldSince(level, availableOn), line.reservedOn ?? reservation.documentOn);
      served.add(reservation);
    }
  }
  return served;
}

/**
 * Takes back what is held of an item until so much is available, the youngest reservation first: it waits again.
 *
 * @returns The reservations that lost something.
 */
export function takeBackFromYoungest(level: StockLevel, holding: readonly Reservation[], needed: Quantity): Set<Reservation> {
  const lost = new Set<Reservation>();
  for (const reservation of [...holding].sort(longestWaitingFirst).reverse()) {
    for (const line of [...reservation.goods].reverse()) {
      const missing = needed.minus(level.availableToPromise);
      if (!missing.isPositive()) return lost;
      if (line.itemId !== level.itemId || !line.reserved.isPositive()) continue;
      const quantity = line.reserved.atMost(missing);
      level.release(quantity);
      level.wait(quantity);
      line.reserved = line.reserved.minus(quantity);
      line.waiting = line.waiting.plus(quantity);
      lost.add(reservation);
    }
  }
  return lost;
}
