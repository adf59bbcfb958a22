import { Module } from '@nestjs/common';
import { AdjustStockController } from './adjust-stock/adjust-stock.controller.js';
import { AdjustStockHandler } from './adjust-stock/adjust-stock.handler.js';
import { CompanyCopyConsumer } from './company-copy/company-copy.consumer.js';
import { BeginImportHandler } from './import-items/begin-import.handler.js';
import { ImportItemsController } from './import-items/import-items.controller.js';
import { ItemImporter } from './import-items/item-importer.js';
import { ChangeItemHandler } from './items/change-item.handler.js';
import { CreateItemHandler } from './items/create-item.handler.js';
import { ImportItemsHandler } from './items/import-items.handler.js';
import { ItemsController } from './items/items.controller.js';
import { CompanyRepository } from './persistence/company.repository.js';
import { ItemImportRepository } from './persistence/item-import.repository.js';
import { ItemRepository } from './persistence/item.repository.js';
import { ReturnRepository } from './persistence/return.repository.js';
import { StockDesk } from './persistence/stock-desk.js';
import { StockRepository } from './persistence/stock-book.js';
import { ReceiveGoodsController } from './receive-goods/receive-goods.controller.js';
import { ReceiveGoodsHandler } from './receive-goods/receive-goods.handler.js';
import { ReceiveReturnConsumer } from './receive-return/receive-return.consumer.js';
import { StockSummaryController } from './reports/stock-summary.controller.js';
import { ReservationConsumer } from './reservation/reservation.consumer.js';
import { ShipmentsController } from './shipments/shipments.controller.js';
import { StockListController } from './stock-list/stock-list.controller.js';
import { TransferStockController } from './transfer-stock/transfer-stock.controller.js';
import { TransferStockHandler } from './transfer-stock/transfer-stock.handler.js';
import { CreateLocationHandler } from './warehouses/create-location.handler.js';
import { CreateWarehouseHandler } from './warehouses/create-warehouse.handler.js';
import { WarehousesController } from './warehouses/warehouses.controller.js';

/** Things: what there is, where it is, what is held of it, and what it cost. */
@Module({
  controllers: [
    // By events
    CompanyCopyConsumer,
    ReservationConsumer,
    ReceiveReturnConsumer,
    // By requests
    ItemsController,
    ImportItemsController,
    WarehousesController,
    ReceiveGoodsController,
    AdjustStockController,
    TransferStockController,
    // To look at
    StockListController,
    ShipmentsController,
    StockSummaryController,
  ],
  providers: [
    CompanyRepository,
    ItemRepository,
    ItemImportRepository,
    StockRepository,
    StockDesk,
    ReturnRepository,
    CreateItemHandler,
    ImportItemsHandler,
    BeginImportHandler,
    ItemImporter,
    ChangeItemHandler,
    CreateWarehouseHandler,
    CreateLocationHandler,
    ReceiveGoodsHandler,
    AdjustStockHandler,
    TransferStockHandler,
  ],
})
export class InventoryModule {}
