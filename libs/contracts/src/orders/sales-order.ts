import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { defineEvent, earlier } from '../define-event.js';
import { ITEM_KINDS, type ItemKind, TAX_CATEGORIES, type TaxCategory } from '../inventory/item.js';
import {
  IsAmount,
  IsCode,
  IsCountry,
  IsCurrency,
  IsId,
  IsLines,
  IsLocalDate,
  IsName,
  IsQuantity,
  IsQuantityOrZero,
  IsSku,
  IsUnitPrice,
  MAX_LINES,
} from '../rules.js';

/**
 * What happens when stock is short: `refuse` all or nothing, `back-order` ship what is there and the rest when it comes,
 * `ship-complete` hold what is there and ship when all is.
 */
export const SHORT_STOCK_POLICIES = ['refuse', 'back-order', 'ship-complete'] as const;
export type ShortStockPolicy = (typeof SHORT_STOCK_POLICIES)[number];

export class SalesOrderLineV1 {
  @IsInt() @Min(1) @Max(MAX_LINES) readonly lineNo!: number;
  @IsId() readonly itemId!: string;
  @IsSku() readonly sku!: string;
  @IsIn(ITEM_KINDS) readonly kind!: ItemKind;
  @IsIn(TAX_CATEGORIES) readonly taxCategory!: TaxCategory;
  @IsName() readonly description!: string;
  /** As entered, in `unit`. */
  @IsQuantity() readonly quantity!: string;
  @IsCode() readonly unit!: string;
  /** Stock units in one `unit`. */
  @IsQuantity() readonly factor!: string;
  /** quantity × factor. */
  @IsQuantity() readonly stockQuantity!: string;
  /** Of one `unit`, without tax. */
  @IsUnitPrice() readonly unitPrice!: string;
  /** quantity × unit price, rounded half away from zero to the minor unit. */
  @IsAmount() readonly netAmount!: string;
}

/**
 * A customer's sales order was accepted and waits for stock and credit.
 * Producer: orders. Consumers: inventory (reserves its goods), finance (checks and holds credit; invoices by it later).
 */
export class SalesOrderPlacedV1 {
  @IsId() readonly salesOrderId!: string;
  @IsName() readonly number!: string;
  @IsId() readonly customerId!: string;
  /** The customer's country on the day of the order: tax is determined by it. */
  @IsCountry() readonly country!: string;
  @IsLocalDate() readonly documentOn!: string;
  /** The date was given and lies in the past: shipment and invoice take it too, unless goods came later. */
  @IsBoolean() readonly backdated!: boolean;
  /** Every amount of the order is in this currency. */
  @IsCurrency() readonly currency!: string;
  @IsIn(SHORT_STOCK_POLICIES) readonly policy!: ShortStockPolicy;
  /** Where it ships from; the company's main warehouse when absent. */
  @IsOptional() @IsId() readonly warehouseId?: string;
  /** Days from the invoice's date until payment is due. */
  @IsInt() @Min(0) @Max(366) readonly paymentTermDays!: number;
  /** Sum of the lines, without tax. */
  @IsAmount() readonly netTotal!: string;
  @IsLines(() => SalesOrderLineV1) readonly lines!: readonly SalesOrderLineV1[];
}

const salesOrderId = '0199a1b0-0000-7000-8000-000000000041';

export const SalesOrderPlaced = defineEvent({
  type: 'orders.sales-order-placed',
  version: 1,
  topic: 'orders.sales-order',
  key: 'salesOrderId',
  data: SalesOrderPlacedV1,
  example: {
    salesOrderId,
    number: 'SO-2010-000001',
    customerId: '0199a1b0-0000-7000-8000-000000000071',
    country: 'GB',
    documentOn: '2010-12-01',
    backdated: true,
    currency: 'GBP',
    policy: 'refuse',
    paymentTermDays: 30,
    netTotal: '15.30',
    lines: [
      {
        lineNo: 1,
        itemId: '0199a1b0-0000-7000-8000-000000000011',
        sku: '85123A',
        kind: 'stocked',
        taxCategory: 'standard',
        description: 'White hanging heart T-light holder',
        quantity: '6',
        unit: 'PCE',
        factor: '1',
        stockQuantity: '6',
        unitPrice: '2.55',
        netAmount: '15.30',
      },
    ],
  },
});

/**
 * Stock is held and credit granted: the order is binding.
 * Producer: orders. Consumer: inventory (ships what is held, by the order's policy).
 */
export class SalesOrderConfirmedV1 {
  @IsId() readonly salesOrderId!: string;
}

export const SalesOrderConfirmed = defineEvent({
  type: 'orders.sales-order-confirmed',
  version: 1,
  topic: 'orders.sales-order',
  key: 'salesOrderId',
  data: SalesOrderConfirmedV1,
  example: { salesOrderId },
});

export const REJECTION_REASONS = ['stock-short', 'credit-exceeded', 'warehouse-unknown'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

const REJECTION_REASONS_V1 = ['stock-short', 'credit-exceeded'] as const;

/** Superseded by V2, which knows one more reason. */
export class SalesOrderRejectedV1 {
  @IsId() readonly salesOrderId!: string;
  @IsIn(REJECTION_REASONS_V1) readonly reason!: (typeof REJECTION_REASONS_V1)[number];
}

/**
 * Stock was short and the order was to be refused then, or credit was refused, or there is no such warehouse.
 * Producer: orders. Consumers: inventory (releases what it holds), finance (releases the credit it holds).
 */
export class SalesOrderRejectedV2 {
  @IsId() readonly salesOrderId!: string;
  @IsIn(REJECTION_REASONS) readonly reason!: RejectionReason;
}

export const SalesOrderRejected = defineEvent({
  type: 'orders.sales-order-rejected',
  version: 2,
  topic: 'orders.sales-order',
  key: 'salesOrderId',
  data: SalesOrderRejectedV2,
  example: { salesOrderId, reason: 'stock-short' },
  before: earlier({
    changed: 'Knows one more reason, `warehouse-unknown`, which version 1 cannot say.',
    data: SalesOrderRejectedV1,
    example: { salesOrderId, reason: 'stock-short' },
    upcast: (v1): SalesOrderRejectedV2 => v1,
  }),
});

export const CANCELLATION_REASONS = ['customer-request', 'back-order-expired'] as const;
export type CancellationReason = (typeof CANCELLATION_REASONS)[number];

/**
 * Somebody asked to cancel a confirmed order, or its back-order waited too long.
 * Producer: orders. Consumer: inventory (releases what has not been shipped, or answers that all has been).
 */
export class CancellationRequestedV1 {
  @IsId() readonly salesOrderId!: string;
  @IsIn(CANCELLATION_REASONS) readonly reason!: CancellationReason;
}

export const CancellationRequested = defineEvent({
  type: 'orders.cancellation-requested',
  version: 1,
  topic: 'orders.sales-order',
  key: 'salesOrderId',
  data: CancellationRequestedV1,
  example: { salesOrderId, reason: 'customer-request' },
});

export class CancelledLineV1 {
  @IsInt() @Min(1) @Max(MAX_LINES) readonly lineNo!: number;
  /** In stock units. */
  @IsQuantityOrZero() readonly quantity!: string;
}

/**
 * The order is cancelled: whole before it was confirmed, later by what had not been shipped.
 * Producer: orders. Consumers: inventory (releases, when it was never confirmed), finance (releases the credit held).
 */
export class SalesOrderCancelledV1 {
  @IsId() readonly salesOrderId!: string;
  /** It was cancelled before it was confirmed: nothing of it can have been shipped. */
  @IsBoolean() readonly beforeConfirmation!: boolean;
  @IsLines(() => CancelledLineV1) readonly lines!: readonly CancelledLineV1[];
}

export const SalesOrderCancelled = defineEvent({
  type: 'orders.sales-order-cancelled',
  version: 1,
  topic: 'orders.sales-order',
  key: 'salesOrderId',
  data: SalesOrderCancelledV1,
  example: { salesOrderId, beforeConfirmation: false, lines: [{ lineNo: 1, quantity: '2' }] },
});

/**
 * Everything is delivered (or cancelled), invoiced and paid.
 * Producer: orders. Consumers: none inside the suite; for apps and analysis.
 */
export class SalesOrderCompletedV1 {
  @IsId() readonly salesOrderId!: string;
  @IsLocalDate() readonly completedOn!: string;
}

export const SalesOrderCompleted = defineEvent({
  type: 'orders.sales-order-completed',
  version: 1,
  topic: 'orders.sales-order',
  key: 'salesOrderId',
  data: SalesOrderCompletedV1,
  example: { salesOrderId, completedOn: '2010-12-01' },
});

/**
 * An invoice of the order was due and its grace is over, as far as orders can tell.
 * Producer: orders. Consumer: finance (under the invoice's lock: overdue, or paid in the meantime).
 */
export class PaymentDeadlinePassedV1 {
  @IsId() readonly salesOrderId!: string;
  @IsId() readonly customerInvoiceId!: string;
}

export const PaymentDeadlinePassed = defineEvent({
  type: 'orders.payment-deadline-passed',
  version: 1,
  topic: 'orders.sales-order',
  key: 'salesOrderId',
  data: PaymentDeadlinePassedV1,
  example: { salesOrderId, customerInvoiceId: '0199a1b0-0000-7000-8000-000000000081' },
});
