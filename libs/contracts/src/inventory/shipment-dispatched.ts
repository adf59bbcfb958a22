import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { defineEvent } from '../define-event.js';
import { IsAmount, IsCurrency, IsId, IsLines, IsLocalDate, IsQuantity, IsQuantityOrZero, MAX_LINES } from '../rules.js';
import { ITEM_KINDS, type ItemKind } from './item.js';

export class ShippedLineV1 {
  @IsInt() @Min(1) @Max(MAX_LINES) readonly lineNo!: number;
  @IsId() readonly itemId!: string;
  @IsIn(ITEM_KINDS) readonly kind!: ItemKind;
  /** In stock units. */
  @IsQuantity() readonly quantity!: string;
  /** What earlier shipments of this line had taken, in stock units: invoices are split by it. */
  @IsQuantityOrZero() readonly shippedBefore!: string;
  /** Cost of what left, fixed at this moment, in the company's currency; 0 for a service. */
  @IsAmount() readonly cost!: string;
}

/**
 * Goods of a sales order left the house. Its services count as delivered with the first shipment.
 * Producer: inventory. Consumers: orders (counts what is delivered), finance (cost of goods sold; issues the invoice).
 */
export class ShipmentDispatchedV1 {
  @IsId() readonly shipmentId!: string;
  @IsId() readonly salesOrderId!: string;
  @IsLocalDate() readonly dispatchedOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly totalCost!: string;
  /** Nothing of the order is left to ship. */
  @IsBoolean() readonly final!: boolean;
  @IsLines(() => ShippedLineV1) readonly lines!: readonly ShippedLineV1[];
}

export const ShipmentDispatched = defineEvent({
  type: 'inventory.shipment-dispatched',
  version: 1,
  topic: 'inventory.shipment',
  key: 'salesOrderId',
  data: ShipmentDispatchedV1,
  example: {
    shipmentId: '0199a1b0-0000-7000-8000-000000000051',
    salesOrderId: '0199a1b0-0000-7000-8000-000000000041',
    dispatchedOn: '2010-12-01',
    currency: 'GBP',
    totalCost: '7.68',
    final: true,
    lines: [{ lineNo: 1, itemId: '0199a1b0-0000-7000-8000-000000000011', kind: 'stocked', quantity: '6', shippedBefore: '0', cost: '7.68' }],
  },
});
