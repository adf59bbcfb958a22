import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { defineEvent } from '../define-event.js';
import { IsAmount, IsCurrency, IsId, IsLines, IsLocalDate, IsQuantity, IsQuantityOrZero, MAX_LINES } from '../rules.js';

export class ReturnedFromV1 {
  @IsId() readonly shipmentId!: string;
  /** How much of this shipment's line came back with this return, in stock units. */
  @IsQuantity() readonly quantity!: string;
  /** What earlier returns had brought back of this shipment's line, in stock units: credit notes are split by it. */
  @IsQuantityOrZero() readonly returnedBefore!: string;
  /** What the shipment had taken of the line, in stock units. */
  @IsQuantity() readonly shipped!: string;
}

export class ReturnReceivedLineV1 {
  /** Line of the return. */
  @IsInt() @Min(1) @Max(MAX_LINES) readonly lineNo!: number;
  /** Line of the order it came from, when it came from one. */
  @IsOptional() @IsInt() @Min(1) @Max(MAX_LINES) readonly orderLineNo?: number;
  @IsId() readonly itemId!: string;
  /** In stock units. */
  @IsQuantity() readonly quantity!: string;
  /** What the goods are worth again: the cost of their issue, or what was given; 0 for a service. */
  @IsAmount() readonly cost!: string;
  /** The shipments it came from, oldest first; none for a return without order. */
  @IsLines(() => ReturnedFromV1, { min: 0 }) readonly from!: readonly ReturnedFromV1[];
}

/**
 * Goods came back from a customer and are on hand again.
 * Producer: inventory. Consumers: orders (counts what is returned), finance (reverses cost of goods sold; credits).
 */
export class ReturnReceivedV1 {
  @IsId() readonly returnId!: string;
  @IsOptional() @IsId() readonly salesOrderId?: string;
  @IsLocalDate() readonly receivedOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly totalCost!: string;
  @IsLines(() => ReturnReceivedLineV1) readonly lines!: readonly ReturnReceivedLineV1[];
}

export const ReturnReceived = defineEvent({
  type: 'inventory.return-received',
  version: 1,
  topic: 'inventory.return',
  key: 'returnId',
  data: ReturnReceivedV1,
  example: {
    returnId: '0199a1b0-0000-7000-8000-000000000061',
    salesOrderId: '0199a1b0-0000-7000-8000-000000000041',
    receivedOn: '2010-12-02',
    currency: 'GBP',
    totalCost: '1.28',
    lines: [
      {
        lineNo: 1,
        orderLineNo: 1,
        itemId: '0199a1b0-0000-7000-8000-000000000011',
        quantity: '1',
        cost: '1.28',
        from: [{ shipmentId: '0199a1b0-0000-7000-8000-000000000051', quantity: '1', returnedBefore: '0', shipped: '6' }],
      },
    ],
  },
});
