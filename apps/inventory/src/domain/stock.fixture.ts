import type { SalesOrderPlacedV1, ShortStockPolicy } from '@millrace/contracts';
import { type LocalDate, localDate, Money, newId, Quantity } from '@millrace/kernel';
import { DailyStock } from './daily-stock.js';
import type { Levels } from './levels.js';
import type { StockLine } from './document-line.js';
import { Item } from './item.js';
import { Reservation } from './reservation.js';
import { StockLevel } from './stock-level.js';

export const TODAY = localDate('2026-11-02');
export const NOW = new Date('2026-11-02T10:00:00Z');
export const PLACE = '0199a1b0-0000-7000-8000-0000000000aa';
export const CUSTOMERS = '0199a1b0-0000-7000-8000-0000000000bb';
export const OTHER_PLACE = '0199a1b0-0000-7000-8000-0000000000cc';
export const gbp = (amount: string | number) => Money.of(amount, 'GBP');

export const emptyLevel = (itemId = 'mug', locationId = PLACE, knownFrom = localDate('2010-01-01')) =>
  StockLevel.empty('company', itemId, locationId, new DailyStock(knownFrom));

/** Stock of some places; what was never there is there with nothing. */
export class FakeLevels implements Levels {
  readonly all = new Map<string, StockLevel>();

  of(itemId: string, locationId = PLACE): StockLevel {
    const key = `${itemId} ${locationId}`;
    let level = this.all.get(key);
    if (!level) this.all.set(key, (level = emptyLevel(itemId, locationId)));
    return level;
  }

  with(itemId: string, quantity: number, cost: string, on: LocalDate = TODAY): this {
    this.of(itemId).receive(Quantity.of(quantity), gbp(cost), on);
    return this;
  }
}

/** An item whose id is its name; the SKU is that in capitals. */
export function item(id: string, kind: Item['kind'] = 'stocked'): Item {
  const units = [
    { unit: 'BX', factor: '12' },
    { unit: 'TENTH', factor: '0.1' },
  ];
  return Object.assign(new Item(), {
    companyId: 'company',
    id,
    sku: id.toUpperCase(),
    name: id,
    kind,
    unit: 'PCE',
    units,
    taxCategory: 'standard',
    active: true,
  });
}

/** A line of a stock document; its cost is given, or it is zero. */
export function stockLine(id: string, quantity: number | string, cost?: string, kind: Item['kind'] = 'stocked'): StockLine {
  return { item: item(id, kind), quantity: Quantity.of(quantity), cost: gbp(cost ?? 0), costGiven: cost !== undefined };
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
