import { CompanyCreated, type EventOf } from '@millrace/contracts';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { CompanyCopy } from '../domain/item-copy.js';

/** What orders knows of companies. */
@Consumer('orders.company-copy', { copies: [CompanyCopy] })
export class CompanyCopyConsumer {
  async load(): Promise<void> {}

  @Handles(CompanyCreated)
  created(event: EventOf<typeof CompanyCreated>, _loaded: void, tx: UnitOfWork): void {
    const { companyId, country, timeZone, baseCurrency } = event.data;
    const company = Object.assign(new CompanyCopy(), { companyId, country, timeZone, baseCurrency, sequence: event.sequence });
    tx.beforeCommit(() => tx.table(CompanyCopy).insertMissing(tx, [company]));
  }
}
