import { ProblemException, Waiting } from '@millrace/chassis';
import { Injectable } from '@nestjs/common';
import type { OrderInvoice, SalesOrder } from '../domain/sales-order.js';
import { SalesOrderRepository } from '../persistence/sales-order.repository.js';
import type { SalesOrderDto } from './sales-order.dto.js';
import { type Progress, viewOf } from './sales-order.view.js';

/** Orders for those who wait until they are so far. */
@Injectable()
export class AwaitedOrders {
  constructor(
    private readonly orders: SalesOrderRepository,
    private readonly waiting: Waiting,
  ) {}

  /**
   * @param seconds 0 for the order as it is now.
   * @param placed as it was committed a moment ago, when the caller has it.
   * @throws ProblemException not-found
   */
  until(companyId: string, id: string, seconds: number, isSoFar: (progress: Progress) => boolean, placed?: SalesOrder): Promise<SalesOrderDto> {
    return this.waiting.until<SalesOrderDto, SalesOrder>(id, seconds, {
      read: async () => {
        const found = await this.orders.byId(companyId, id);
        if (!found) throw new ProblemException(404, 'not-found', 'There is no sales order with this id.');
        return viewOf(found.order, found.invoices);
      },
      known: placed && viewOf(placed, NO_INVOICES),
      wanted: (order) => isSoFar({ ...order, invoicesPosted: order.invoices.length }),
      reached: isSoFar,
      versions: { group: `sales-order ${companyId}`, of: (ids) => this.orders.versions(companyId, ids) },
    });
  }
}

const NO_INVOICES: readonly OrderInvoice[] = [];
