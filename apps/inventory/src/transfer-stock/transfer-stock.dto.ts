import { IsCode, IsId, IsLines, IsLocalDate, IsQuantity, IsSku } from '@millrace/contracts';
import { IsOptional } from 'class-validator';

export class TransferLineDto {
  @IsSku() readonly sku!: string;
  @IsQuantity() readonly quantity!: string;
  @IsOptional() @IsCode() readonly unit?: string;
}

export class TransferStockDto {
  /** Storage locations of the company. */
  @IsId() readonly fromLocationId!: string;
  @IsId() readonly toLocationId!: string;
  @IsOptional() @IsLocalDate() readonly transferredOn?: string;
  @IsLines(() => TransferLineDto) readonly lines!: readonly TransferLineDto[];
}

export class TransferDto {
  @IsId() readonly transferId!: string;
  @IsLocalDate() readonly transferredOn!: string;
}
