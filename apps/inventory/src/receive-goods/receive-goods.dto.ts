import {
  IsAmount,
  IsCode,
  IsCurrency,
  IsId,
  IsLines,
  IsLocalDate,
  IsName,
  IsQuantity,
  IsSku,
  IsUnitPrice,
  RECEIPT_KINDS,
  type ReceiptKind,
} from '@millrace/contracts';
import { IsIn, IsOptional } from 'class-validator';

export class ReceiveGoodsLineDto {
  @IsSku() readonly sku!: string;
  @IsQuantity() readonly quantity!: string;
  /** One of the item's units; its stock unit when absent. */
  @IsOptional() @IsCode() readonly unit?: string;
  /** Cost of one such unit, in the company's currency. */
  @IsUnitPrice() readonly unitCost!: string;
}

export class ReceiveGoodsDto {
  @IsIn(RECEIPT_KINDS) readonly kind!: ReceiptKind;
  /** The company's main warehouse when absent. */
  @IsOptional() @IsId() readonly warehouseId?: string;
  /** Today when absent; a past date needs a permission. */
  @IsOptional() @IsLocalDate() readonly receivedOn?: string;
  /** The supplier's delivery note, for example. */
  @IsOptional() @IsName() readonly reference?: string;
  @IsLines(() => ReceiveGoodsLineDto) readonly lines!: readonly ReceiveGoodsLineDto[];
}

export class ReceiveAllGoodsDto {
  @IsLines(() => ReceiveGoodsDto, { max: 1_000 }) readonly receipts!: readonly ReceiveGoodsDto[];
}

export class ReceiptDto {
  @IsId() readonly receiptId!: string;
  @IsIn(RECEIPT_KINDS) readonly kind!: ReceiptKind;
  @IsLocalDate() readonly receivedOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly totalCost!: string;
}
