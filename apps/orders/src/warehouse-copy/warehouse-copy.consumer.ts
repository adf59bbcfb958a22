import { type EventOf, WarehouseOpened } from '@millrace/contracts';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { WarehouseCopy } from '../domain/item-copy.js';

type Copies = WarehouseCopy[];

/** Which warehouses orders can ship from and returns can come to. */
@Consumer('orders.warehouse-copy')
export class WarehouseCopyConsumer {
  async load(_events: readonly EventOf<typeof WarehouseOpened>[], tx: UnitOfWork): Promise<Copies> {
    const copies: Copies = [];
    tx.beforeCommit(() => tx.table(WarehouseCopy).upsertNewer(tx, copies, 'sequence'));
    return copies;
  }

  @Handles(WarehouseOpened)
  opened(event: EventOf<typeof WarehouseOpened>, copies: Copies): void {
    copies.push(Object.assign(new WarehouseCopy(), { ...event.data, companyId: event.companyId, sequence: event.sequence }));
  }
}
