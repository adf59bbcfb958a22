import { defineEvent } from '../define-event.js';
import { IsCode, IsId, IsName } from '../rules.js';

/** A warehouse, which is never closed. */
export class WarehouseOpenedV1 {
  @IsId() readonly warehouseId!: string;
  @IsCode() readonly code!: string;
  @IsName() readonly name!: string;
}

/**
 * A warehouse was opened; each company begins with one.
 * Producer: inventory. Consumer: orders (copies it, to refuse orders and returns that name another).
 */
export const WarehouseOpened = defineEvent({
  type: 'inventory.warehouse-opened',
  version: 1,
  topic: 'inventory.warehouse',
  key: 'warehouseId',
  data: WarehouseOpenedV1,
  example: { warehouseId: '0199a1b0-0000-7000-8000-000000000015', code: 'MAIN', name: 'Main warehouse' },
});
