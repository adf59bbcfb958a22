import { Described } from '@millrace/chassis';
import { IsCode, IsId, IsName } from '@millrace/contracts';
import { IsIn, IsOptional } from 'class-validator';

/** Kinds of places that can be added. */
export const ADDED_KINDS = ['storage', 'transit', 'inventory-loss'] as const;

export class CreateWarehouseDto {
  @IsCode() readonly code!: string;
  @Described({ example: 'Main warehouse' }) @IsName() readonly name!: string;
}

export class CreateLocationDto {
  /** Of a place of storage or transit; a place for losses belongs to no warehouse. */
  @Described({ description: 'Of a place of storage or transit; a place for losses belongs to no warehouse.', example: '0199a1b0-0000-7000-8000-000000000001' })
  @IsOptional()
  @IsId()
  readonly warehouseId?: string;
  @Described({ example: 'SHELF-1' }) @IsCode() readonly code!: string;
  /** `storage` holds goods, `transit` those on their way to another place, `inventory-loss` takes what is lost or scrapped. */
  @IsIn(ADDED_KINDS) readonly kind!: (typeof ADDED_KINDS)[number];
}
