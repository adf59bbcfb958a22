import { Described, PageQuery } from '@millrace/chassis';
import {
  IsAmount,
  IsCountry,
  IsCurrency,
  IsId,
  IsLines,
  IsLocalDate,
  IsName,
  IsQuantity,
  IsQuantityOrZero,
  IsSku,
  IsUnitPrice,
  REJECTION_REASONS,
  type RejectionReason,
  ShortageV1,
  SHORT_STOCK_POLICIES,
  type ShortStockPolicy,
} from '@millrace/contracts';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { ORDER_STATUSES, type OrderStatus } from '../domain/sales-order.js';

export class SalesOrderLineDto {
  @IsInt() readonly lineNo!: number;
  @IsSku() readonly sku!: string;
  @IsName() readonly description!: string;
  @IsQuantity() readonly quantity!: string;
  @IsString() readonly unit!: string;
  @IsUnitPrice() readonly unitPrice!: string;
  @IsAmount() readonly netAmount!: string;
  /** In stock units, as are the next ones. */
  @IsQuantity() readonly stockQuantity!: string;
  @IsQuantityOrZero() readonly reserved!: string;
  @IsQuantityOrZero() readonly waiting!: string;
  @IsQuantityOrZero() readonly shipped!: string;
  @IsQuantityOrZero() readonly cancelled!: string;
  @IsQuantityOrZero() readonly returned!: string;
}

export class OrderInvoiceDto {
  @IsId() readonly customerInvoiceId!: string;
  @IsName() readonly number!: string;
  @IsLocalDate() readonly postedOn!: string;
  @IsLocalDate() readonly dueOn!: string;
  @IsAmount() readonly grossTotal!: string;
  @IsBoolean() readonly paid!: boolean;
  @IsBoolean() readonly overdue!: boolean;
}

export const CANCELLATIONS = ['none', 'requested', 'refused', 'done'] as const;

export class SalesOrderSummaryDto {
  @IsId() readonly salesOrderId!: string;
  @IsName() readonly number!: string;
  @IsOptional() @IsName() readonly reference?: string;
  @IsId() readonly customerId!: string;
  @IsCountry() readonly country!: string;
  @IsIn(ORDER_STATUSES) readonly status!: OrderStatus;
  /** Why it was rejected. */
  @IsOptional() @IsIn(REJECTION_REASONS) readonly rejection?: RejectionReason;
  @IsIn(CANCELLATIONS) readonly cancellation!: string;
  @IsIn(SHORT_STOCK_POLICIES) readonly policy!: ShortStockPolicy;
  @IsLocalDate() readonly documentOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly netTotal!: string;
  /** With estimated tax, once credit was checked; the invoice says what is owed. */
  @IsOptional() @IsAmount() readonly estimatedGross?: string;
  /** By payments and by what was on account. */
  @IsAmount() readonly paidTotal!: string;
  @IsBoolean() readonly overdue!: boolean;
  @IsString() readonly placedAt!: string;
  /** Since when an answer of another service is overdue. */
  @IsOptional() @IsString() readonly silentSince?: string;
  @IsInt() readonly version!: number;
}

export class SalesOrderDto extends SalesOrderSummaryDto {
  /** What was short when stock was refused. */
  @IsOptional() @IsLines(() => ShortageV1, { min: 0 }) readonly shortages?: readonly ShortageV1[];
  @IsLines(() => SalesOrderLineDto) readonly lines!: readonly SalesOrderLineDto[];
  @IsLines(() => OrderInvoiceDto, { min: 0 }) readonly invoices!: readonly OrderInvoiceDto[];
}

export class SalesOrdersQuery extends PageQuery {
  @IsOptional() @IsIn(ORDER_STATUSES) readonly status?: OrderStatus;
  @IsOptional() @IsId() readonly customerId?: string;
  @IsOptional() @IsName() readonly reference?: string;
}

/** States that a caller can wait for with `Prefer: wait=N`. */
export const MILESTONES = ['decided', 'shipped', 'invoiced', 'completed'] as const;
export type Milestone = (typeof MILESTONES)[number];

export class UntilQuery {
  /** With `Prefer: wait=N`: answer when the order is so far (or has ended), at the latest after N seconds. */
  @Described({ description: 'With `Prefer: wait=N`: answer when the order is so far or has ended, at the latest after N seconds.' })
  @IsOptional()
  @IsIn(MILESTONES)
  readonly until?: Milestone;
}
