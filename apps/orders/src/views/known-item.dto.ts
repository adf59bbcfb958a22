import { IsCode, IsId, IsName, IsSku, ITEM_KINDS, type ItemKind, TAX_CATEGORIES, type TaxCategory } from '@millrace/contracts';
import { IsBoolean, IsIn } from 'class-validator';

/** An item as far as orders knows it: inventory, which owns it, says more. */
export class KnownItemDto {
  @IsId() readonly itemId!: string;
  @IsSku() readonly sku!: string;
  @IsName() readonly name!: string;
  @IsIn(ITEM_KINDS) readonly kind!: ItemKind;
  @IsCode() readonly unit!: string;
  @IsIn(TAX_CATEGORIES) readonly taxCategory!: TaxCategory;
  @IsBoolean() readonly active!: boolean;
}
