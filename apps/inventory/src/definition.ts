import type { ServiceDefinition } from '@millrace/chassis';
import { Inventory } from '../migrations/20261122000000-inventory.js';
import { DailyStock } from '../migrations/20261124191000-daily-stock.js';
import { WarehousesTold } from '../migrations/20261124193000-warehouses-told.js';
import { ItemImports } from '../migrations/20261127140000-item-imports.js';
import { FairImports } from '../migrations/20261127160000-fair-imports.js';
import { InventoryModule } from './inventory.module.js';
import { CompanyCopySchema, LocationSchema, WarehouseSchema } from './persistence/company.repository.js';
import { ReceiptSchema, StockAdjustmentSchema, StockTransferSchema } from './persistence/document.repository.js';
import { ItemImportRowSchema, ItemImportSchema } from './persistence/item-import.repository.js';
import { ItemSchema } from './persistence/item.repository.js';
import { GoodsReturnSchema, GoodsReturnSourceSchema } from './persistence/return.repository.js';
import { ReservationLineSchema, ReservationSchema, ShipmentSchema, StockLevelSchema, StockMoveSchema } from './persistence/stock-book.js';

export const definition: ServiceDefinition = {
  name: 'inventory',
  module: InventoryModule,
  mappings: [
    CompanyCopySchema,
    WarehouseSchema,
    LocationSchema,
    ItemSchema,
    ItemImportSchema,
    ItemImportRowSchema,
    StockLevelSchema,
    StockMoveSchema,
    ReservationSchema,
    ReservationLineSchema,
    ShipmentSchema,
    ReceiptSchema,
    StockAdjustmentSchema,
    StockTransferSchema,
    GoodsReturnSchema,
    GoodsReturnSourceSchema,
  ],
  migrations: [
    { name: '20261122000000-inventory', class: Inventory },
    { name: '20261124191000-daily-stock', class: DailyStock },
    { name: '20261124193000-warehouses-told', class: WarehousesTold },
    { name: '20261127140000-item-imports', class: ItemImports },
    { name: '20261127160000-fair-imports', class: FairImports },
  ],
};
