import { IsOptional } from 'class-validator';
import { IsId, IsPositiveAmount } from '../rules.js';

/** An invoice that was settled by so much. */
export class PaymentAllocationV1 {
  @IsId() readonly customerInvoiceId!: string;
  @IsOptional() @IsId() readonly salesOrderId?: string;
  @IsPositiveAmount() readonly amount!: string;
}

/** What was owed without an invoice, and was settled by so much. */
export class SettledAdjustmentV1 {
  @IsId() readonly adjustmentId!: string;
  @IsPositiveAmount() readonly amount!: string;
}
