import type { UnitOfWork } from '@millrace/messaging';
import { statement } from '@millrace/persistence';

const LOCK_COMPANY = statement('select company_id from company_copy where company_id = $1 for update');

/**
 * Takes turns in what a company has few of: accounts, periods, tax rules. What it guards is read after it.
 *
 * @returns false when the company is not known yet.
 */
export async function lockCompany(tx: UnitOfWork, companyId: string): Promise<boolean> {
  return (await tx.query(LOCK_COMPANY, [companyId])).length > 0;
}
