import { IsId, IsPositiveAmount } from '@millrace/contracts';
import { IsOptional } from 'class-validator';

/** Names an invoice, or an adjustment that raised what the customer owes. */
export class AllocationWishDto {
  @IsOptional() @IsId() readonly customerInvoiceId?: string;
  @IsOptional() @IsId() readonly adjustmentId?: string;
  /** At most so much of what is open; all of it when absent. */
  @IsOptional() @IsPositiveAmount() readonly amount?: string;
}

export class AllocationDto {
  @IsOptional() @IsId() readonly customerInvoiceId?: string;
  @IsOptional() @IsId() readonly adjustmentId?: string;
  @IsPositiveAmount() readonly amount!: string;
}
