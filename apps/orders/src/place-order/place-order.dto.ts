import {
  IsCode,
  IsCountry,
  IsId,
  IsLines,
  IsLocalDate,
  IsName,
  IsQuantity,
  IsSku,
  IsUnitPrice,
  SHORT_STOCK_POLICIES,
  type ShortStockPolicy,
} from '@millrace/contracts';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

export class PlaceOrderLineDto {
  @IsSku() readonly sku!: string;
  /** In `unit`, for example "2.5". */
  @IsQuantity() readonly quantity!: string;
  /** One of the item's units; its stock unit when absent. */
  @IsOptional() @IsCode() readonly unit?: string;
  /** A price of one's own for one `unit`, without tax: needs a permission. The price list's when absent. */
  @IsOptional() @IsUnitPrice() readonly unitPrice?: string;
  /** The item's name when absent. */
  @IsOptional() @IsName() readonly description?: string;
}

export class PlaceOrderDto {
  /** Made by the client, so that placing it again finds it; else the service makes one. */
  @IsOptional() @IsId() readonly salesOrderId?: string;
  @IsId() readonly customerId!: string;
  /** Where the goods go, which decides the tax; the customer's country when absent. */
  @IsOptional() @IsCountry() readonly country?: string;
  /** The customer's order number, for example. */
  @IsOptional() @IsName() readonly reference?: string;
  /** Today when absent; a past date needs a permission. */
  @IsOptional() @IsLocalDate() readonly documentOn?: string;
  /** What happens when stock is short; "refuse" when absent. */
  @IsOptional() @IsIn(SHORT_STOCK_POLICIES) readonly policy?: ShortStockPolicy;
  /** Where it ships from; the company's main warehouse when absent. */
  @IsOptional() @IsId() readonly warehouseId?: string;
  /** The customer's when absent. */
  @IsOptional() @IsInt() @Min(0) @Max(366) readonly paymentTermDays?: number;
  @IsLines(() => PlaceOrderLineDto) readonly lines!: readonly PlaceOrderLineDto[];
}
