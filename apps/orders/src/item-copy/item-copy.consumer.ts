import { type EventOf, ItemChanged, ItemCreated } from '@millrace/contracts';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { ItemCopy } from '../domain/item-copy.js';

type Told = EventOf<typeof ItemCreated>;
type Copies = ItemCopy[];

/** What orders knows of inventory's items: the newest state of each. */
@Consumer('orders.item-copy', { copies: [ItemCopy] })
export class ItemCopyConsumer {
  async load(_events: readonly Told[], tx: UnitOfWork): Promise<Copies> {
    const copies: Copies = [];
    tx.beforeCommit(() => tx.table(ItemCopy).upsertNewer(tx, copies, 'sequence'));
    return copies;
  }

  @Handles(ItemCreated, ItemChanged)
  told(event: Told, copies: Copies): void {
    copies.push(Object.assign(new ItemCopy(), { ...event.data, companyId: event.companyId, sequence: event.sequence }));
  }
}
