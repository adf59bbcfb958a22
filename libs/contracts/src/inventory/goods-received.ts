import { IsIn } from 'class-validator';
import { defineEvent } from '../define-event.js';
import { IsAmount, IsCurrency, IsId, IsLines, IsLocalDate, IsQuantity } from '../rules.js';

/** `opening` brings stock that was there before the suite; `purchase` brings goods that a supplier has yet to invoice. */
export const RECEIPT_KINDS = ['opening', 'purchase'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

export class GoodsReceivedLineV1 {
  @IsId() readonly itemId!: string;
  /** In stock units. */
  @IsQuantity() readonly quantity!: string;
  /** Cost of the whole line in the company's currency. */
  @IsAmount() readonly cost!: string;
}

/**
 * Goods came in and are on hand.
 * Producer: inventory. Consumer: finance (debits inventory; credits opening balances, or goods received not invoiced).
 */
export class GoodsReceivedV1 {
  @IsId() readonly receiptId!: string;
  @IsIn(RECEIPT_KINDS) readonly kind!: ReceiptKind;
  @IsLocalDate() readonly receivedOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly totalCost!: string;
  @IsLines(() => GoodsReceivedLineV1) readonly lines!: readonly GoodsReceivedLineV1[];
}

export const GoodsReceived = defineEvent({
  type: 'inventory.goods-received',
  version: 1,
  topic: 'inventory.receipt',
  key: 'receiptId',
  data: GoodsReceivedV1,
  example: {
    receiptId: '0199a1b0-0000-7000-8000-000000000021',
    kind: 'opening',
    receivedOn: '2010-11-30',
    currency: 'GBP',
    totalCost: '12.80',
    lines: [{ itemId: '0199a1b0-0000-7000-8000-000000000011', quantity: '10', cost: '12.80' }],
  },
});
