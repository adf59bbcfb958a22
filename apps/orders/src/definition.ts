import type { ServiceDefinition } from '@millrace/chassis';
import { Orders } from '../migrations/20261122000000-orders.js';
import { Answers } from '../migrations/20261124190000-answers.js';
import { FirstShipment } from '../migrations/20261124192000-first-shipment.js';
import { WarehouseCopy } from '../migrations/20261124193000-warehouse-copy.js';
import { OverdueOrders } from '../migrations/20261124190000-overdue-orders.js';
import { SafeDefiners } from '../migrations/20261127170100-safe-definers.js';
import { OrdersModule } from './orders.module.js';
import { CompanyCopySchema, ItemCopySchema, ItemPriceSchema, WarehouseCopySchema } from './persistence/catalogue.repository.js';
import { CustomerSchema } from './persistence/customer.repository.js';
import { OrderInvoiceSchema, SalesOrderLineSchema, SalesOrderSchema } from './persistence/sales-order.repository.js';
import { SalesReturnLineSchema, SalesReturnSchema } from './persistence/sales-return.repository.js';

export const definition: ServiceDefinition = {
  name: 'orders',
  module: OrdersModule,
  mappings: [
    CompanyCopySchema,
    ItemCopySchema,
    ItemPriceSchema,
    WarehouseCopySchema,
    CustomerSchema,
    SalesOrderSchema,
    SalesOrderLineSchema,
    OrderInvoiceSchema,
    SalesReturnSchema,
    SalesReturnLineSchema,
  ],
  migrations: [
    { name: '20261122000000-orders', class: Orders },
    { name: '20261124190000-answers', class: Answers },
    { name: '20261124192000-first-shipment', class: FirstShipment },
    { name: '20261124193000-warehouse-copy', class: WarehouseCopy },
    { name: '20261124190000-overdue-orders', class: OverdueOrders },
    { name: '20261127170100-safe-definers', class: SafeDefiners },
  ],
};
