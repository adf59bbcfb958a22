import { PageQuery } from '@millrace/chassis';
import { IsAmount, IsCurrency, IsId, IsLocalDate, IsQuantityOrZero, IsSku } from '@millrace/contracts';
import { IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { MOVE_KINDS, type MoveKind } from '../domain/stock-move.js';

export class StockQuery extends PageQuery {
  @IsOptional() @IsSku() readonly sku?: string;
  @IsOptional() @IsId() readonly locationId?: string;
  /** Stock at the end of this day instead of now; nothing is held or waited for in the past. */
  @IsOptional() @IsLocalDate() readonly asOf?: string;
}

export class StockDto {
  @IsId() readonly itemId!: string;
  @IsSku() readonly sku!: string;
  @IsId() readonly locationId!: string;
  @IsQuantityOrZero() readonly onHand!: string;
  @IsOptional() @IsQuantityOrZero() readonly reserved?: string;
  @IsOptional() @IsQuantityOrZero() readonly waiting?: string;
  @IsOptional() @IsQuantityOrZero() readonly available?: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly value!: string;
  /** value ÷ on hand, at 4 decimals, to show. */
  @IsString() readonly unitCost!: string;
}

export class MovesQuery extends PageQuery {
  @IsOptional() @IsSku() readonly sku?: string;
  @IsOptional() @IsId() readonly documentId?: string;
  @IsOptional() @IsId() readonly salesOrderId?: string;
}

export class StockMoveDto {
  @IsId() readonly moveId!: string;
  @IsSku() readonly sku!: string;
  @IsIn(MOVE_KINDS) readonly kind!: MoveKind;
  @IsId() readonly fromLocationId!: string;
  @IsId() readonly toLocationId!: string;
  @IsString() readonly quantity!: string;
  @IsAmount() readonly cost!: string;
  @IsId() readonly documentId!: string;
  @IsInt() readonly lineNo!: number;
  @IsOptional() @IsId() readonly salesOrderId?: string;
  @IsLocalDate() readonly documentOn!: string;
  @IsLocalDate() readonly postedOn!: string;
  @IsString() readonly recordedAt!: string;
}
