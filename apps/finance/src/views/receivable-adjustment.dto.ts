import { IsCurrency, IsId, IsLines, IsLocalDate, IsName, IsSignedAmount } from '@millrace/contracts';
import { IsIn, IsInt, IsOptional } from 'class-validator';
import { ADJUSTMENT_KINDS, type AdjustmentKind } from '../domain/receivable-adjustment.js';
import { AllocationDto } from './allocation.dto.js';

export class ReceivableAdjustmentDto {
  @IsId() readonly adjustmentId!: string;
  @IsName() readonly number!: string;
  @IsIn(ADJUSTMENT_KINDS) readonly kind!: AdjustmentKind;
  @IsId() readonly customerId!: string;
  @IsOptional() @IsId() readonly customerInvoiceId?: string;
  @IsName() readonly reason!: string;
  @IsLocalDate() readonly adjustedOn!: string;
  @IsLocalDate() readonly postedOn!: string;
  @IsCurrency() readonly currency!: string;
  /** Change of what the customer owes. */
  @IsSignedAmount() readonly amount!: string;
  /** What of it is not settled, or does not settle anything, yet. */
  @IsSignedAmount() readonly openAmount!: string;
  @IsInt() readonly version!: number;
}

export class AllocatedAdjustmentDto extends ReceivableAdjustmentDto {
  @IsLines(() => AllocationDto, { min: 0 }) readonly allocations!: readonly AllocationDto[];
}
