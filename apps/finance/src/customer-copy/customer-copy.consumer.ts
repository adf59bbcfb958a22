import { CustomerChanged, CustomerCreated, type EventOf } from '@millrace/contracts';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { CustomerCopy } from '../domain/company.js';
import { CustomerAccount } from '../domain/customer-account.js';

type Told = EventOf<typeof CustomerCreated>;
type Copies = CustomerCopy[];

/** What finance knows of customers: the newest state of each, and an account for it. */
@Consumer('finance.customer-copy', { copies: [CustomerCopy] })
export class CustomerCopyConsumer {
  async load(_events: readonly Told[], tx: UnitOfWork): Promise<Copies> {
    const copies: Copies = [];
    tx.beforeCommit(() => {
      tx.table(CustomerCopy).upsertNewer(tx, copies, 'sequence');
      tx.table(CustomerAccount).insertMissing(
        tx,
        copies.map((copy) => CustomerAccount.empty(copy.companyId, copy.customerId)),
      );
    });
    return copies;
  }

  @Handles(CustomerCreated, CustomerChanged)
  told(event: Told, copies: Copies): void {
    const { customerId, name, country, address, active } = event.data;
    copies.push(
      Object.assign(new CustomerCopy(), { companyId: event.companyId, customerId, name, country, address: address ?? null, active, sequence: event.sequence }),
    );
  }
}
