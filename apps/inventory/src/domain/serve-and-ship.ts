import type { ContractEvent } from '@millrace/contracts';
import type { LocalDate } from '@millrace/kernel';
import type { Levels } from './levels.js';
import type { Reservation } from './reservation.js';
import { serveWaiting } from './serve-waiting.js';
import { type Dispatch, shipReservation, type ShippingContext } from './ship-reservation.js';
import type { StockLevel } from './stock-level.js';

/** What came of goods that became available. */
export type Served = Readonly<{ facts: readonly ContractEvent[]; dispatches: readonly Dispatch[] }>;

/**
 * Gives what has become available to those who wait, and ships at once what that completes for confirmed orders.
 *
 * @param levels The levels in which something became available.
 * @param waitingFor Every reservation that waits for a level's item.
 */
export function serveAndShip(
  available: Iterable<StockLevel>,
  waitingFor: (level: StockLevel) => readonly Reservation[],
  levels: Levels,
  availableOn: LocalDate,
  context: ShippingContext,
): Served {
  const served = new Set<Reservation>();
  for (const level of available) {
    if (!level.waiting.isPositive() || !level.availableToPromise.isPositive()) continue;
    for (const reservation of serveWaiting(level, waitingFor(level), availableOn)) served.add(reservation);
  }
  const facts: ContractEvent[] = [];
  const dispatches: Dispatch[] = [];
  for (const reservation of served) {
    facts.push(reservation.told(availableOn));
    const dispatch = shipReservation(reservation, levels, context);
    if (!dispatch) continue;
    dispatches.push(dispatch);
    facts.push(dispatch.fact);
  }
  return { facts, dispatches };
}
