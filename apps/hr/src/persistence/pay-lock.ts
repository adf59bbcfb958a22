import { statement, type Transaction } from '@millrace/persistence';

const LOCK = statement(`select pg_advisory_xact_lock(7301004, hashtext($1::text))`);

/** What decides on pay in a company does so one transaction at a time; taken before any row. */
export function lockPay(tx: Transaction, companyId: string): void {
  tx.send(LOCK, [companyId]);
}
