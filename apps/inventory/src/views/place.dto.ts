import { IsCode, IsId, IsName } from '@millrace/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { LOCATION_KINDS, type LocationKind } from '../domain/location.js';

export class WarehouseDto {
  @IsId() readonly warehouseId!: string;
  @IsCode() readonly code!: string;
  @IsName() readonly name!: string;
  /** Where its goods arrive and its orders ship from. */
  @IsId() readonly stockLocationId!: string;
}

export class LocationDto {
  @IsId() readonly locationId!: string;
  @IsOptional() @IsId() readonly warehouseId?: string;
  @IsCode() readonly code!: string;
  @IsIn(LOCATION_KINDS) readonly kind!: LocationKind;
}
