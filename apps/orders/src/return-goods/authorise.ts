import type { Cause, UnitOfWork } from '@millrace/messaging';
import type { AuthorisedReturn } from '../domain/sales-return.js';
import type { SalesReturnRepository } from '../persistence/sales-return.repository.js';

/** Numbers a return, stores it and tells of it. */
export function authorise({ salesReturn, fact }: AuthorisedReturn, returns: SalesReturnRepository, cause: Cause, tx: UnitOfWork): void {
  const year = Number(salesReturn.documentOn.slice(0, 4));
  tx.takeNumber('RT', year, (number) => {
    salesReturn.number = `RT-${year}-${String(number).padStart(6, '0')}`;
    tx.beforeCommit(() => returns.insert(tx, salesReturn));
    tx.touch(salesReturn.id);
    tx.publish(fact(), cause);
  });
}
