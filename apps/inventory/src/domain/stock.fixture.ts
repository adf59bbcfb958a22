import type { SalesOrderPlacedV1, ShortStockPolicy } from '@millrace/contracts';
import { localDate, Money, newId, Quantity } from '@millrace/kernel';
import type { Levels } from './levels.js';
import { Reservation } from './reservation.js';
import { StockLevel } from './stock-level.js';

export const TODAY = localDate('2026-11-02');
export const NOW = new Date('2026-11-02T10:00:00Z');
export const PLACE = '0199a1b0-0000-7000-8000-0000000000aa';
export const CUSTOMERS = '0199a1b0-0000-7000-8000-0000000000bb';
export const gbp = (amount: string | number) => Money.of(amount, 'GBP');

/** Stock of one place; what was never there is there with nothing. */
export class FakeLevels implements Levels {
  readonly all = new Map<string, StockLevel>();

  of(itemId: string): StockLevel {
    let level = this.all.get(itemId);
    if (!level) this.all.set(itemId, (level = StockLevel.empty('company', itemId, PLACE)));
    return level;
  }

  with(itemId: string, quantity: number, cost: string): this {
    this.of(itemId).receive(Quantity.of(quantity), gbp(cost));
    return this;
  }
}

let placed = 0;

/** A reservation of an order for these items; each is placed a minute after the one before. */
export function reservationFor(lines: readonly (readonly [itemId: string, quantity: number])[], policy: ShortStockPolicy = 'refuse'): Reservation {
  placed += 1;
  const order = {
    salesOrderId: newId(),
    policy,
    documentOn: TODAY,
    backdated: false,
    lines: lines.map(([itemId, quantity], index) => ({
      lineNo: index + 1,
      itemId,
      kind: itemId.startsWith('service') ? 'service' : 'stocked',
      stockQuantity: `${quantity}`,
    })),
  } as unknown as SalesOrderPlacedV1;
  return Reservation.of(order, 'company', PLACE, new Date(NOW.getTime() + placed * 60_000));
}
