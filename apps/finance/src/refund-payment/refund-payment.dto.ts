import { IsCurrency, IsId, IsLocalDate, IsName, IsPositiveAmount } from '@millrace/contracts';
import { IsOptional } from 'class-validator';

export class RefundPaymentDto {
  /** All that is on account when absent. */
  @IsOptional() @IsPositiveAmount() readonly amount?: string;
  @IsOptional() @IsLocalDate() readonly sentOn?: string;
}

export class RefundDto {
  @IsId() readonly refundId!: string;
  @IsName() readonly number!: string;
  @IsId() readonly customerId!: string;
  @IsOptional() @IsId() readonly paymentId?: string;
  @IsOptional() @IsId() readonly creditNoteId?: string;
  @IsLocalDate() readonly sentOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsPositiveAmount() readonly amount!: string;
}
