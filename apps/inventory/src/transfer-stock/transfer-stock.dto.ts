import { Example } from '@millrace/chassis';
import { IsCode, IsId, IsLines, IsLocalDate, IsQuantity, IsSku } from '@millrace/contracts';
import { IsOptional } from 'class-validator';

export class TransferLineDto {
  @IsSku() readonly sku!: string;
  @IsQuantity() readonly quantity!: string;
  @IsOptional() @IsCode() readonly unit?: string;
}

@Example({
  fromLocationId: '0199a1b0-0000-7000-8000-000000000001',
  toLocationId: '0199a1b0-0000-7000-8000-000000000002',
  lines: [{ sku: 'MUG', quantity: '2' }],
})
export class TransferStockDto {
  /** Places of storage or transit: goods on a long way go to a place of transit first, and from there when they arrive. */
  @IsId() readonly fromLocationId!: string;
  @IsId() readonly toLocationId!: string;
  @IsOptional() @IsLocalDate() readonly transferredOn?: string;
  @IsLines(() => TransferLineDto) readonly lines!: readonly TransferLineDto[];
}

export class TransferDto {
  @IsId() readonly transferId!: string;
  @IsLocalDate() readonly transferredOn!: string;
}
