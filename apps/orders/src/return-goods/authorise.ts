import type { Cause, UnitOfWork } from '@millrace/messaging';
import type { AuthorisedReturn } from '../domain/sales-return.js';

/** Numbers a return, stores it and tells of it. */
export function authorise({ salesReturn, fact }: AuthorisedReturn, cause: Cause, tx: UnitOfWork): void {
  const year = Number(salesReturn.documentOn.slice(0, 4));
  tx.takeNumber('RT', year, (number) => {
    salesReturn.number = `RT-${year}-${String(number).padStart(6, '0')}`;
    tx.insert(salesReturn, ...salesReturn.lines);
    tx.touch(salesReturn.id);
    tx.publish(fact(), cause);
  });
}
