import { indexBy, unique } from '@millrace/kernel';
import { arrayLiteral, defineEntity, p, statement, type Transaction } from '@millrace/persistence';
import { AccountRole, type AccountRoleName, LedgerAccount } from '../domain/chart.js';

export const LedgerAccountSchema = defineEntity({
  class: LedgerAccount,
  tableName: 'ledger_account',
  properties: {
    companyId: p.uuid().primary(),
    code: p.text().primary(),
    name: p.text(),
    kind: p.text().$type<LedgerAccount['kind']>(),
    control: p.text().$type<NonNullable<LedgerAccount['control']>>().nullable(),
    active: p.boolean(),
  },
});

export const AccountRoleSchema = defineEntity({
  class: AccountRole,
  tableName: 'account_role',
  properties: { companyId: p.uuid().primary(), role: p.text().$type<AccountRoleName>().primary(), accountCode: p.text() },
});

const ACCOUNTS = statement('select * from ledger_account where company_id = $1 and code = any($2)');

/** Those of these accounts that are in the chart. */
export async function accountsByCode(tx: Transaction, companyId: string, codes: readonly string[]): Promise<Map<string, LedgerAccount>> {
  const rows = await tx.query<Record<string, unknown>>(ACCOUNTS, [companyId, arrayLiteral(unique(codes), true)]);
  return indexBy(
    rows.map((row) => tx.table(LedgerAccount).read(row)),
    (account) => account.code,
  );
}
