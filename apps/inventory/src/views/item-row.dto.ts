import { Described } from '@millrace/chassis';
import { IsCode, IsName, IsSku, ITEM_KINDS, type ItemKind, TAX_CATEGORIES, type TaxCategory } from '@millrace/contracts';
import { IsIn, IsOptional } from 'class-validator';

/** A row of a file of items; other units are added afterwards. */
export class ItemRowDto {
  @IsSku() readonly sku!: string;
  @Described({ example: 'Coffee mug' }) @IsName() readonly name!: string;
  @IsIn(ITEM_KINDS) readonly kind!: ItemKind;
  /** The stock unit; "PCE" when the cell is empty. */
  @IsOptional() @IsCode() readonly unit?: string;
  /** "standard" when the cell is empty. */
  @IsOptional() @IsIn(TAX_CATEGORIES) readonly taxCategory?: TaxCategory;
}
