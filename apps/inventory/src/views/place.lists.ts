import { column, defineList, refersTo } from '@millrace/chassis';
import { Location, LOCATION_KINDS, Warehouse } from '../domain/location.js';
import { isOneOf, isOneOfOrNone } from '../persistence/own-warehouses.js';
import { LocationDto, WarehouseDto } from './place.dto.js';
import { showLocation, showWarehouse } from './place.view.js';

export const WAREHOUSES = defineList({
  row: WarehouseDto,
  permission: 'inventory.warehouse.view',
  from: 'warehouse',
  limits: { warehouses: isOneOf('id') },
  columns: { warehouseId: column.id('id'), code: column.text('code'), name: column.text('name') },
  order: 'code',
  show: (row, database) => showWarehouse(database.table(Warehouse).read(row)),
});

export const LOCATIONS = defineList({
  row: LocationDto,
  permission: 'inventory.warehouse.view',
  from: 'location',
  limits: { warehouses: isOneOfOrNone('warehouse_id') },
  columns: {
    locationId: column.id('id'),
    warehouseId: column.optional(column.id('warehouse_id')),
    code: column.text('code'),
    kind: column.choice('kind', LOCATION_KINDS),
  },
  order: 'locationId',
  references: { warehouse: refersTo(() => WAREHOUSES, 'warehouseId') },
  show: (row, database) => showLocation(database.table(Location).read(row)),
});
