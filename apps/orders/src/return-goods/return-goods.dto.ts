import { Described, PageQuery } from '@millrace/chassis';
import {
  IsAmount,
  IsCode,
  IsCountry,
  IsCurrency,
  IsId,
  IsLines,
  IsLocalDate,
  IsName,
  IsQuantity,
  IsSku,
  IsUnitPrice,
  MAX_LINES,
  RETURN_SETTLEMENTS,
  type ReturnSettlement,
} from '@millrace/contracts';
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { RETURN_STATUSES, type ReturnStatus } from '../domain/sales-return.js';

export class ReturnOrderLineDto {
  /** Line of the order. */
  @IsInt() @Min(1) @Max(MAX_LINES) readonly lineNo!: number;
  /** In the unit of the order's line. */
  @IsQuantity() readonly quantity!: string;
}

export class ReturnOrderDto {
  /** What the customer gets for what was paid; "refund" when absent. */
  @IsOptional() @IsIn(RETURN_SETTLEMENTS) readonly settlement?: ReturnSettlement;
  /** Today when absent; a past date needs a permission. */
  @IsOptional() @IsLocalDate() readonly documentOn?: string;
  @IsOptional() @IsName() readonly reference?: string;
  @IsLines(() => ReturnOrderLineDto) readonly lines!: readonly ReturnOrderLineDto[];
}

export class FreeReturnLineDto {
  @IsSku() readonly sku!: string;
  @IsQuantity() readonly quantity!: string;
  @IsOptional() @IsCode() readonly unit?: string;
  /** What is credited for one unit, without tax. */
  @IsUnitPrice() readonly unitPrice!: string;
  /** What one unit is worth in stock: must be given for goods; a service has none. */
  @IsOptional() @IsUnitPrice() readonly unitCost?: string;
}

export class FreeReturnDto {
  @IsId() readonly customerId!: string;
  /** Where the goods come from, which decides the tax; the customer's country when absent. */
  @IsOptional() @IsCountry() readonly country?: string;
  @IsOptional() @IsIn(RETURN_SETTLEMENTS) readonly settlement?: ReturnSettlement;
  @IsOptional() @IsLocalDate() readonly documentOn?: string;
  @IsOptional() @IsName() readonly reference?: string;
  @IsOptional() @IsId() readonly warehouseId?: string;
  @IsLines(() => FreeReturnLineDto) readonly lines!: readonly FreeReturnLineDto[];
}

export class ReturnLineDto {
  @IsInt() readonly lineNo!: number;
  @IsOptional() @IsInt() readonly orderLineNo?: number;
  @IsSku() readonly sku!: string;
  /** In stock units. */
  @IsQuantity() readonly quantity!: string;
}

export class ReturnDto {
  @IsId() readonly returnId!: string;
  @IsName() readonly number!: string;
  @IsOptional() @IsName() readonly reference?: string;
  @IsOptional() @IsId() readonly salesOrderId?: string;
  @IsId() readonly customerId!: string;
  @IsIn(RETURN_STATUSES) readonly status!: ReturnStatus;
  @IsIn(RETURN_SETTLEMENTS) readonly settlement!: ReturnSettlement;
  @IsLocalDate() readonly documentOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsOptional() @IsId() readonly creditNoteId?: string;
  @IsOptional() @IsName() readonly creditNoteNumber?: string;
  @IsOptional() @IsAmount() readonly grossTotal?: string;
  @IsAmount() readonly refundedTotal!: string;
  /** Since when an answer of another service is overdue. */
  @IsOptional() @IsString() readonly silentSince?: string;
  @IsInt() readonly version!: number;
  @IsLines(() => ReturnLineDto, { min: 0 }) readonly lines!: readonly ReturnLineDto[];
}

export class ReturnsQuery extends PageQuery {
  @IsOptional() @IsIn(RETURN_STATUSES) readonly status?: ReturnStatus;
  @IsOptional() @IsId() readonly salesOrderId?: string;
  @IsOptional() @IsName() readonly reference?: string;
}

export class ReturnUntilQuery {
  /** With `Prefer: wait=N`: answer when the return is so far, at the latest after N seconds. */
  @Described({ description: 'With `Prefer: wait=N`: answer when the return is so far, at the latest after N seconds; `received` when absent.' })
  @IsOptional()
  @IsIn(['received', 'credited', 'settled'])
  readonly until?: ReturnStatus;
}
