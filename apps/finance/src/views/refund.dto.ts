import { IsCurrency, IsId, IsLocalDate, IsName, IsPositiveAmount } from '@millrace/contracts';
import { IsOptional } from 'class-validator';

export class RefundDto {
  @IsId() readonly refundId!: string;
  @IsName() readonly number!: string;
  @IsId() readonly customerId!: string;
  /** What it was sent for. */
  @IsOptional() @IsId() readonly paymentId?: string;
  @IsOptional() @IsId() readonly creditNoteId?: string;
  @IsOptional() @IsId() readonly adjustmentId?: string;
  @IsLocalDate() readonly sentOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsPositiveAmount() readonly amount!: string;
}
