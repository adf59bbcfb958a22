import { defineEvent } from '../define-event.js';
import { IsAmount, IsCurrency, IsId, IsLines, IsLocalDate, IsSignedAmount, IsSignedQuantity } from '../rules.js';

export class StockAdjustedLineV1 {
  @IsId() readonly itemId!: string;
  /** In stock units: above zero was found, below zero was lost. */
  @IsSignedQuantity() readonly quantity!: string;
  /** Value of what was found (above zero) or lost (below zero) in the company's currency. */
  @IsSignedAmount() readonly cost!: string;
}

/**
 * Stock was found or lost, outside purchases and sales.
 * Producer: inventory. Consumer: finance (books gains and losses against the inventory adjustment account).
 */
export class StockAdjustedV1 {
  @IsId() readonly adjustmentId!: string;
  @IsLocalDate() readonly adjustedOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly gainTotal!: string;
  @IsAmount() readonly lossTotal!: string;
  /** Of goods; a line for a service moves nothing. */
  @IsLines(() => StockAdjustedLineV1, { min: 0 }) readonly lines!: readonly StockAdjustedLineV1[];
}

export const StockAdjusted = defineEvent({
  type: 'inventory.stock-adjusted',
  version: 1,
  topic: 'inventory.stock-adjustment',
  key: 'adjustmentId',
  data: StockAdjustedV1,
  example: {
    adjustmentId: '0199a1b0-0000-7000-8000-000000000031',
    adjustedOn: '2010-12-01',
    currency: 'GBP',
    gainTotal: '0.00',
    lossTotal: '12.80',
    lines: [{ itemId: '0199a1b0-0000-7000-8000-000000000011', quantity: '-10', cost: '-12.80' }],
  },
});
