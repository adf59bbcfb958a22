import { IsAmount, IsCode, IsCountry, IsCurrency, IsId, IsLines, IsLocalDate, IsName, IsQuantity, IsRate, IsSku } from '@millrace/contracts';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';

export class CustomerInvoiceSummaryDto {
  @IsId() readonly customerInvoiceId!: string;
  @IsName() readonly number!: string;
  @IsId() readonly customerId!: string;
  @IsName() readonly customerName!: string;
  @IsCountry() readonly country!: string;
  @IsId() readonly salesOrderId!: string;
  @IsId() readonly shipmentId!: string;
  @IsLocalDate() readonly documentOn!: string;
  @IsLocalDate() readonly postedOn!: string;
  @IsLocalDate() readonly dueOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly netTotal!: string;
  @IsAmount() readonly taxTotal!: string;
  @IsAmount() readonly grossTotal!: string;
  @IsAmount() readonly openAmount!: string;
  @IsBoolean() readonly paid!: boolean;
  @IsInt() readonly version!: number;
}

export class CustomerInvoiceLineDto {
  @IsInt() readonly lineNo!: number;
  @IsInt() readonly orderLineNo!: number;
  @IsSku() readonly sku!: string;
  @IsName() readonly description!: string;
  /** In stock units. */
  @IsQuantity() readonly quantity!: string;
  @IsAmount() readonly netAmount!: string;
  @IsCode() readonly taxCode!: string;
  /** "0.2" is 20 %. */
  @IsRate() readonly taxRate!: string;
}

export class InvoiceTaxDto {
  @IsCode() readonly taxCode!: string;
  @IsString() readonly rate!: string;
  @IsAmount() readonly baseAmount!: string;
  @IsAmount() readonly taxAmount!: string;
}

export class CustomerInvoiceDto extends CustomerInvoiceSummaryDto {
  @IsOptional() @IsString() readonly customerAddress?: string;
  @IsIn(['document', 'line']) readonly taxRounding!: string;
  @IsLines(() => CustomerInvoiceLineDto) readonly lines!: readonly CustomerInvoiceLineDto[];
  @IsLines(() => InvoiceTaxDto, { min: 0 }) readonly taxes!: readonly InvoiceTaxDto[];
}
