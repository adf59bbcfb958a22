import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { defineEvent } from '../define-event.js';
import { ITEM_KINDS, type ItemKind, TAX_CATEGORIES, type TaxCategory } from '../inventory/item.js';
import { IsAmount, IsCountry, IsCurrency, IsId, IsLines, IsLocalDate, IsName, IsQuantity, IsSku, IsUnitPrice, MAX_LINES } from '../rules.js';

/** What the customer gets for what was paid: money back, or credit on its account. */
export const RETURN_SETTLEMENTS = ['refund', 'on-account'] as const;
export type ReturnSettlement = (typeof RETURN_SETTLEMENTS)[number];

export class ReturnLineV1 {
  @IsInt() @Min(1) @Max(MAX_LINES) readonly lineNo!: number;
  /** Line of the order it comes from; absent in a return without order. */
  @IsOptional() @IsInt() @Min(1) @Max(MAX_LINES) readonly orderLineNo?: number;
  @IsId() readonly itemId!: string;
  @IsSku() readonly sku!: string;
  @IsIn(ITEM_KINDS) readonly kind!: ItemKind;
  @IsIn(TAX_CATEGORIES) readonly taxCategory!: TaxCategory;
  @IsName() readonly description!: string;
  /** In stock units. */
  @IsQuantity() readonly quantity!: string;
  /** Price of one stock unit to credit, without tax. Without order it is given; else the invoice says what to credit. */
  @IsOptional() @IsUnitPrice() readonly unitPrice?: string;
  /** quantity × unit price, rounded; without order only. */
  @IsOptional() @IsAmount() readonly netAmount?: string;
  /** Cost of one stock unit; without order and for stocked items only. */
  @IsOptional() @IsUnitPrice() readonly unitCost?: string;
}

/**
 * A customer may send goods back: of an order, at most what was shipped and is not on its way back already; or without
 * an order, at a given price and cost.
 * Producer: orders. Consumers: inventory (receives them), finance (keeps it, to credit what is received).
 */
export class ReturnAuthorisedV1 {
  @IsId() readonly returnId!: string;
  @IsName() readonly number!: string;
  @IsOptional() @IsId() readonly salesOrderId?: string;
  @IsId() readonly customerId!: string;
  @IsCountry() readonly country!: string;
  @IsLocalDate() readonly documentOn!: string;
  @IsBoolean() readonly backdated!: boolean;
  @IsCurrency() readonly currency!: string;
  @IsIn(RETURN_SETTLEMENTS) readonly settlement!: ReturnSettlement;
  @IsOptional() @IsId() readonly warehouseId?: string;
  @IsLines(() => ReturnLineV1) readonly lines!: readonly ReturnLineV1[];
}

export const ReturnAuthorised = defineEvent({
  type: 'orders.return-authorised',
  version: 1,
  topic: 'orders.return',
  key: 'returnId',
  data: ReturnAuthorisedV1,
  example: {
    returnId: '0199a1b0-0000-7000-8000-000000000061',
    number: 'RT-2010-000001',
    customerId: '0199a1b0-0000-7000-8000-000000000071',
    country: 'GB',
    documentOn: '2010-12-02',
    backdated: true,
    currency: 'GBP',
    settlement: 'refund',
    lines: [
      {
        lineNo: 1,
        itemId: '0199a1b0-0000-7000-8000-000000000011',
        sku: '85123A',
        kind: 'stocked',
        taxCategory: 'standard',
        description: 'White hanging heart T-light holder',
        quantity: '1',
        unitPrice: '2.55',
        netAmount: '2.55',
        unitCost: '1.28',
      },
    ],
  },
});
