import type { Location, Warehouse } from '../domain/location.js';
import type { LocationDto, WarehouseDto } from './place.dto.js';

export function showWarehouse({ id: warehouseId, code, name, stockLocationId }: Warehouse): WarehouseDto {
  return { warehouseId, code, name, stockLocationId };
}

export function showLocation({ id: locationId, warehouseId, code, kind }: Location): LocationDto {
  return { locationId, warehouseId: warehouseId ?? undefined, code, kind };
}
