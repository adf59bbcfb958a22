import { PageQuery } from '@millrace/chassis';
import { IsCurrency, IsLines, IsLocalDate, IsSku, IsUnitPrice } from '@millrace/contracts';
import { IsInt, IsOptional } from 'class-validator';

export class SetPriceDto {
  @IsSku() readonly sku!: string;
  /** From this day on, until a later price begins. */
  @IsLocalDate() readonly validFrom!: string;
  /** Of one stock unit, without tax, in the company's currency. */
  @IsUnitPrice() readonly unitPrice!: string;
}

export class SetPricesDto {
  @IsLines(() => SetPriceDto, { max: 1_000 }) readonly prices!: readonly SetPriceDto[];
}

export class PriceDto {
  @IsSku() readonly sku!: string;
  @IsLocalDate() readonly validFrom!: string;
  @IsUnitPrice() readonly unitPrice!: string;
  @IsCurrency() readonly currency!: string;
  @IsInt() readonly version!: number;
}

export class PricesQuery extends PageQuery {
  @IsOptional() @IsSku() readonly sku?: string;
}
