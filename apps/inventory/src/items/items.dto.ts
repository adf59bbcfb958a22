import { Described, PageQuery } from '@millrace/chassis';
import { IsCode, IsId, IsLines, IsName, IsSku, ITEM_KINDS, type ItemKind, ItemUnitV1, TAX_CATEGORIES, type TaxCategory } from '@millrace/contracts';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';

export class CreateItemDto {
  /** Made by the client, so that creating it again finds it; else the service makes one. */
  @IsOptional() @IsId() readonly itemId?: string;
  @IsSku() readonly sku!: string;
  @Described({ example: 'Coffee mug' }) @IsName() readonly name!: string;
  @IsIn(ITEM_KINDS) readonly kind!: ItemKind;
  /** The stock unit; "PCE" when absent. */
  @IsOptional() @IsCode() readonly unit?: string;
  @IsOptional() @IsLines(() => ItemUnitV1, { min: 0, max: 20 }) readonly units?: readonly ItemUnitV1[];
  /** "standard" when absent. */
  @IsOptional() @IsIn(TAX_CATEGORIES) readonly taxCategory?: TaxCategory;
}

export class CreateItemsDto {
  @IsLines(() => CreateItemDto, { max: 1_000 }) readonly items!: readonly CreateItemDto[];
}

export class ImportedDto {
  @IsInt() readonly created!: number;
}

export class ChangeItemDto {
  @Described({ example: 'Coffee mug, large' }) @IsOptional() @IsName() readonly name?: string;
  @IsOptional() @IsLines(() => ItemUnitV1, { min: 0, max: 20 }) readonly units?: readonly ItemUnitV1[];
  @IsOptional() @IsIn(TAX_CATEGORIES) readonly taxCategory?: TaxCategory;
  @IsOptional() @IsBoolean() readonly active?: boolean;
}

export class ItemsQuery extends PageQuery {
  @IsOptional() @IsSku() readonly sku?: string;
  @IsOptional() @IsIn(ITEM_KINDS) readonly kind?: ItemKind;
  @IsOptional() @IsIn(['true', 'false']) readonly active?: string;
  /** Part of the name, in any case. */
  @IsOptional() @IsString() @MaxLength(100) readonly name?: string;
}
