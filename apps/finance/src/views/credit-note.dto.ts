import { IsAmount, IsCurrency, IsId, IsLines, IsLocalDate, IsName } from '@millrace/contracts';
import { IsInt, IsOptional } from 'class-validator';
import { AllocationDto } from './allocation.dto.js';

export class CreditNoteDto {
  @IsId() readonly creditNoteId!: string;
  @IsName() readonly number!: string;
  @IsId() readonly customerId!: string;
  @IsName() readonly customerName!: string;
  @IsId() readonly returnId!: string;
  @IsOptional() @IsId() readonly salesOrderId?: string;
  @IsLocalDate() readonly documentOn!: string;
  @IsLocalDate() readonly postedOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly netTotal!: string;
  @IsAmount() readonly taxTotal!: string;
  @IsAmount() readonly grossTotal!: string;
  @IsAmount() readonly openAmount!: string;
  @IsInt() readonly version!: number;
}

export class AllocatedCreditNoteDto extends CreditNoteDto {
  @IsLines(() => AllocationDto, { min: 0 }) readonly allocations!: readonly AllocationDto[];
}
