import { IsCode, IsId, IsLines, IsName, IsSku, ITEM_KINDS, type ItemKind, ItemUnitV1, TAX_CATEGORIES, type TaxCategory } from '@millrace/contracts';
import { IsBoolean, IsIn, IsInt } from 'class-validator';

export class ItemDto {
  @IsId() readonly itemId!: string;
  @IsSku() readonly sku!: string;
  @IsName() readonly name!: string;
  @IsIn(ITEM_KINDS) readonly kind!: ItemKind;
  @IsCode() readonly unit!: string;
  @IsLines(() => ItemUnitV1, { min: 0, max: 20 }) readonly units!: readonly ItemUnitV1[];
  @IsIn(TAX_CATEGORIES) readonly taxCategory!: TaxCategory;
  @IsBoolean() readonly active!: boolean;
  @IsInt() readonly version!: number;
}
