import { IsIn, IsInt, Max, Min } from 'class-validator';
import { defineEvent, earlier } from '../define-event.js';
import { IsId, IsLines, IsLocalDate, IsQuantity, IsQuantityOrZero, IsSku, MAX_LINES } from '../rules.js';

export class ReservedLineV1 {
  @IsInt() @Min(1) @Max(MAX_LINES) readonly lineNo!: number;
  /** Held for the order now, in stock units; what has been shipped is no longer held. */
  @IsQuantityOrZero() readonly reserved!: string;
  /** Owed to the order and not yet there, in stock units. */
  @IsQuantityOrZero() readonly waiting!: string;
}

/**
 * Stock is held for a sales order, per line so much, and so much is waited for. It is told again, with the new figures,
 * each time goods arrive for what waits or a loss takes back what was held. Services are not in it.
 * Producer: inventory. Consumer: orders (confirms the order, or shows how much is held).
 */
export class StockReservedV1 {
  @IsId() readonly salesOrderId!: string;
  /** The business date from which the goods are there. */
  @IsLocalDate() readonly reservedOn!: string;
  @IsLines(() => ReservedLineV1, { min: 0 }) readonly lines!: readonly ReservedLineV1[];
}

const salesOrderId = '0199a1b0-0000-7000-8000-000000000041';

export const StockReserved = defineEvent({
  type: 'inventory.stock-reserved',
  version: 1,
  topic: 'inventory.reservation',
  key: 'salesOrderId',
  data: StockReservedV1,
  example: { salesOrderId, reservedOn: '2010-12-01', lines: [{ lineNo: 1, reserved: '4', waiting: '2' }] },
});

export class ShortageV1 {
  @IsId() readonly itemId!: string;
  @IsSku() readonly sku!: string;
  /** Over all lines of the order, in stock units. */
  @IsQuantity() readonly requested!: string;
  @IsQuantityOrZero() readonly available!: string;
}

export const RESERVATION_REFUSALS = ['stock-short', 'warehouse-unknown'] as const;
export type ReservationRefusal = (typeof RESERVATION_REFUSALS)[number];

/** Superseded by V2; it told of shortages only. */
export class ReservationRefusedV1 {
  @IsId() readonly salesOrderId!: string;
  @IsLines(() => ShortageV1) readonly shortages!: readonly ShortageV1[];
}

/**
 * An order that is to be refused when short was short, or names a warehouse that is not there: nothing is held for it.
 * Producer: inventory. Consumer: orders (rejects the order with the reason, naming the shortages).
 */
export class ReservationRefusedV2 {
  @IsId() readonly salesOrderId!: string;
  /** Since V2. */
  @IsIn(RESERVATION_REFUSALS) readonly reason!: ReservationRefusal;
  /** What was short of which item; none when that is not the reason. */
  @IsLines(() => ShortageV1, { min: 0 }) readonly shortages!: readonly ShortageV1[];
}

const shortages: ShortageV1[] = [{ itemId: '0199a1b0-0000-7000-8000-000000000011', sku: '85123A', requested: '6', available: '4' }];

export const ReservationRefused = defineEvent({
  type: 'inventory.reservation-refused',
  version: 2,
  topic: 'inventory.reservation',
  key: 'salesOrderId',
  data: ReservationRefusedV2,
  example: { salesOrderId, reason: 'stock-short', shortages },
  before: earlier({
    changed: 'Says why: a warehouse that is not there is a reason too, which version 1 cannot say.',
    data: ReservationRefusedV1,
    example: { salesOrderId, shortages },
    upcast: (v1): ReservationRefusedV2 => ({ ...v1, reason: 'stock-short' }),
  }),
});

export class ReleasedLineV1 {
  @IsInt() @Min(1) @Max(MAX_LINES) readonly lineNo!: number;
  /** No longer held or waited for, in stock units. */
  @IsQuantity() readonly quantity!: string;
}

/**
 * What was held and waited for was given back: all of it, or what had not been shipped.
 * Producer: inventory. Consumer: orders (cancels the order by these quantities).
 */
export class ReservationReleasedV1 {
  @IsId() readonly salesOrderId!: string;
  @IsLines(() => ReleasedLineV1, { min: 0 }) readonly lines!: readonly ReleasedLineV1[];
}

export const ReservationReleased = defineEvent({
  type: 'inventory.reservation-released',
  version: 1,
  topic: 'inventory.reservation',
  key: 'salesOrderId',
  data: ReservationReleasedV1,
  example: { salesOrderId, lines: [{ lineNo: 1, quantity: '6' }] },
});

export const RELEASE_REFUSALS = ['order-shipped'] as const;

/**
 * A cancellation came too late: everything had been shipped.
 * Producer: inventory. Consumer: orders (the order goes on; a return is the way back).
 */
export class ReleaseRefusedV1 {
  @IsId() readonly salesOrderId!: string;
  @IsIn(RELEASE_REFUSALS) readonly reason!: (typeof RELEASE_REFUSALS)[number];
}

export const ReleaseRefused = defineEvent({
  type: 'inventory.release-refused',
  version: 1,
  topic: 'inventory.reservation',
  key: 'salesOrderId',
  data: ReleaseRefusedV1,
  example: { salesOrderId, reason: 'order-shipped' },
});
