import { IsCurrency, IsId, IsLocalDate, IsName, IsPositiveAmount, IsSignedAmount } from '@millrace/contracts';
import { IsIn, IsOptional } from 'class-validator';

export class WriteOffDto {
  /** Of what is open; all of it when absent. */
  @IsOptional() @IsPositiveAmount() readonly amount?: string;
  @IsOptional() @IsLocalDate() readonly adjustedOn?: string;
  @IsName() readonly reason!: string;
}

export class BadDebtDto {
  @IsId() readonly customerId!: string;
  /** Above zero raises what the customer owes, against bad debts; below zero lowers it. */
  @IsSignedAmount() readonly amount!: string;
  @IsOptional() @IsLocalDate() readonly adjustedOn?: string;
  @IsName() readonly reason!: string;
}

export class ReceivableAdjustmentDto {
  @IsId() readonly adjustmentId!: string;
  @IsName() readonly number!: string;
  @IsIn(['write-off', 'bad-debt']) readonly kind!: string;
  @IsId() readonly customerId!: string;
  @IsOptional() @IsId() readonly customerInvoiceId?: string;
  @IsLocalDate() readonly adjustedOn!: string;
  @IsCurrency() readonly currency!: string;
  /** Change of what the customer owes. */
  @IsSignedAmount() readonly amount!: string;
}
