import { readSettings } from '@millrace/chassis';
import { Module } from '@nestjs/common';
import { CancelOrderController } from './cancel-order/cancel-order.controller.js';
import { CancelOrderHandler } from './cancel-order/cancel-order.handler.js';
import { CompanyCopyConsumer } from './company-copy/company-copy.consumer.js';
import { ChangeCustomerHandler } from './customers/change-customer.handler.js';
import { CreateCustomerHandler } from './customers/create-customer.handler.js';
import { CustomersController } from './customers/customers.controller.js';
import { Deadlines } from './deadlines.js';
import { FulfilOrderConsumer } from './fulfil-order/fulfil-order.consumer.js';
import { OrderDeadlines } from './fulfil-order/fulfil-order.deadline.js';
import { FulfilReturnConsumer } from './fulfil-return/fulfil-return.consumer.js';
import { ReturnDeadlines } from './fulfil-return/fulfil-return.deadline.js';
import { ItemCopyConsumer } from './item-copy/item-copy.consumer.js';
import { OrderListController } from './order-list/order-list.controller.js';
import { OrdersSettings } from './orders-settings.js';
import { CatalogueRepository } from './persistence/catalogue.repository.js';
import { CustomerRepository } from './persistence/customer.repository.js';
import { SalesOrderRepository } from './persistence/sales-order.repository.js';
import { SalesReturnRepository } from './persistence/sales-return.repository.js';
import { PlaceOrderController } from './place-order/place-order.controller.js';
import { PlaceOrderHandler } from './place-order/place-order.handler.js';
import { PricesController } from './prices/prices.controller.js';
import { SetPriceHandler } from './prices/set-price.handler.js';
import { OrderSummaryController } from './reports/order-summary.controller.js';
import { ReturnGoodsController } from './return-goods/return-goods.controller.js';
import { ReturnOrderHandler } from './return-goods/return-order.handler.js';
import { ReturnWithoutOrderHandler } from './return-goods/return-without-order.handler.js';
import { AwaitedOrders } from './views/awaited-orders.js';
import { WarehouseCopyConsumer } from './warehouse-copy/warehouse-copy.consumer.js';

/** Agreements: who buys, at which price, what was ordered, and how far it has come. */
@Module({
  controllers: [
    // By events
    CompanyCopyConsumer,
    ItemCopyConsumer,
    WarehouseCopyConsumer,
    FulfilOrderConsumer,
    FulfilReturnConsumer,
    // By requests
    CustomersController,
    PricesController,
    PlaceOrderController,
    CancelOrderController,
    ReturnGoodsController,
    // To look at
    OrderListController,
    OrderSummaryController,
  ],
  providers: [
    { provide: OrdersSettings, useFactory: () => readSettings(OrdersSettings) },
    CatalogueRepository,
    CustomerRepository,
    SalesOrderRepository,
    SalesReturnRepository,
    AwaitedOrders,
    CreateCustomerHandler,
    ChangeCustomerHandler,
    SetPriceHandler,
    PlaceOrderHandler,
    CancelOrderHandler,
    ReturnOrderHandler,
    ReturnWithoutOrderHandler,
    Deadlines,
    OrderDeadlines,
    ReturnDeadlines,
  ],
})
export class OrdersModule {}
