import { IsCode, IsId, IsName } from '@millrace/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { LOCATION_KINDS, type LocationKind } from '../domain/location.js';

/** Kinds of places that can be added. */
export const ADDED_KINDS = ['storage', 'transit', 'inventory-loss'] as const;

export class CreateWarehouseDto {
  @IsCode() readonly code!: string;
  @IsName() readonly name!: string;
}

export class WarehouseDto {
  @IsId() readonly warehouseId!: string;
  @IsCode() readonly code!: string;
  @IsName() readonly name!: string;
  /** Where its goods arrive and its orders ship from. */
  @IsId() readonly stockLocationId!: string;
}

export class CreateLocationDto {
  /** Of a place of storage or transit; a place for losses belongs to no warehouse. */
  @IsOptional() @IsId() readonly warehouseId?: string;
  @IsCode() readonly code!: string;
  /** `storage` holds goods, `transit` those on their way to another place, `inventory-loss` takes what is lost or scrapped. */
  @IsIn(ADDED_KINDS) readonly kind!: (typeof ADDED_KINDS)[number];
}

export class LocationDto {
  @IsId() readonly locationId!: string;
  @IsOptional() @IsId() readonly warehouseId?: string;
  @IsCode() readonly code!: string;
  @IsIn(LOCATION_KINDS) readonly kind!: LocationKind;
}
