import { IsAmount, IsCode, IsCurrency, IsId, IsLines, IsLocalDate, IsName, IsSignedQuantity, IsSku, IsUnitPrice } from '@millrace/contracts';
import { IsOptional } from 'class-validator';

export class AdjustStockLineDto {
  @IsSku() readonly sku!: string;
  /** Above zero was found, below zero was lost. */
  @IsSignedQuantity() readonly quantity!: string;
  @IsOptional() @IsCode() readonly unit?: string;
  /** What one unit of what was found is worth; the moving average when absent. A loss always goes at the moving average. */
  @IsOptional() @IsUnitPrice() readonly unitCost?: string;
}

export class AdjustStockDto {
  /** Its stock location is adjusted; that of the main warehouse when absent. */
  @IsOptional() @IsId() readonly warehouseId?: string;
  /** Another place of storage or transit that is adjusted instead. */
  @IsOptional() @IsId() readonly locationId?: string;
  /** Where losses go and what is found comes from; the company's INVENTORY-LOSS when absent. */
  @IsOptional() @IsId() readonly lossLocationId?: string;
  /** Today when absent; a past date needs a permission. */
  @IsOptional() @IsLocalDate() readonly adjustedOn?: string;
  @IsName() readonly reason!: string;
  @IsOptional() @IsName() readonly reference?: string;
  @IsLines(() => AdjustStockLineDto) readonly lines!: readonly AdjustStockLineDto[];
}

export class AdjustmentDto {
  @IsId() readonly adjustmentId!: string;
  @IsLocalDate() readonly adjustedOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly gainTotal!: string;
  @IsAmount() readonly lossTotal!: string;
}
