import type { Refusal } from '@millrace/kernel';
import { accountInactive, accountUnfit } from './refusals.js';

/** Debits raise assets and expenses, credits raise the others. */
export const ACCOUNT_KINDS = ['asset', 'liability', 'equity', 'income', 'expense'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** Accounts that a ledger of their own explains; people's entries do not touch them. */
export const CONTROLS = ['receivable', 'payable', 'inventory', 'tax', 'wages'] as const;
export type Control = (typeof CONTROLS)[number];

/** Where a line is booked. */
export class LedgerAccount {
  companyId!: string;
  code!: string;
  name!: string;
  kind!: AccountKind;
  control!: Control | null;
  active!: boolean;
}

/** What happens in the business, by the account that it is booked to: configuration, with a default for a new company. */
export const ACCOUNT_ROLES = [
  'bank',
  'receivable',
  'inventory',
  'goods-received-not-invoiced',
  'tax-payable',
  'wages-payable',
  'payroll-tax-payable',
  'social-payable',
  'opening-balance',
  'revenue',
  'cost-of-goods-sold',
  'inventory-adjustment',
  'bad-debt',
  'wages',
  'employer-social',
] as const;
export type AccountRoleName = (typeof ACCOUNT_ROLES)[number];

export class AccountRole {
  companyId!: string;
  role!: AccountRoleName;
  accountCode!: string;

  /**
   * Books what happens in this role to another account from now on. It must be of the kind and explained by the same
   * ledger as the one of the default chart: receivables on a bank account would be nobody's, and open to people's entries.
   */
  moveTo(account: LedgerAccount): Refusal | undefined {
    const unfit = unfitFor(this.role, account);
    if (!unfit) this.accountCode = account.code;
    return unfit;
  }
}

type Template = Readonly<{ code: string; name: string; kind: AccountKind; control?: Control; role?: AccountRoleName }>;

/** The chart that a new company begins with. */
export const DEFAULT_CHART: readonly Template[] = [
  { code: '1000', name: 'Bank', kind: 'asset', role: 'bank' },
  { code: '1100', name: 'Trade receivables', kind: 'asset', control: 'receivable', role: 'receivable' },
  { code: '1300', name: 'Inventory', kind: 'asset', control: 'inventory', role: 'inventory' },
  { code: '2000', name: 'Trade payables', kind: 'liability', control: 'payable' },
  { code: '2050', name: 'Goods received, not invoiced', kind: 'liability', control: 'payable', role: 'goods-received-not-invoiced' },
  { code: '2200', name: 'Sales tax payable', kind: 'liability', control: 'tax', role: 'tax-payable' },
  { code: '2300', name: 'Wages payable', kind: 'liability', control: 'wages', role: 'wages-payable' },
  { code: '2310', name: 'Payroll tax payable', kind: 'liability', control: 'wages', role: 'payroll-tax-payable' },
  { code: '2320', name: 'Social insurance payable', kind: 'liability', control: 'wages', role: 'social-payable' },
  { code: '3000', name: 'Share capital', kind: 'equity' },
  { code: '3100', name: 'Retained earnings', kind: 'equity' },
  { code: '3900', name: 'Opening balances', kind: 'equity', role: 'opening-balance' },
  { code: '4000', name: 'Sales revenue', kind: 'income', role: 'revenue' },
  { code: '5000', name: 'Cost of goods sold', kind: 'expense', role: 'cost-of-goods-sold' },
  { code: '5100', name: 'Inventory gains and losses', kind: 'expense', role: 'inventory-adjustment' },
  { code: '6000', name: 'Wages and salaries', kind: 'expense', role: 'wages' },
  { code: '6010', name: 'Employer social insurance', kind: 'expense', role: 'employer-social' },
  { code: '6800', name: 'Bad debts', kind: 'expense', role: 'bad-debt' },
  { code: '6900', name: 'Other expenses', kind: 'expense' },
];

/** Why what happens in a role cannot be booked to an account, if it cannot. */
export function unfitFor(role: AccountRoleName, account: LedgerAccount): Refusal | undefined {
  if (!account.active) return accountInactive(account.code);
  const { kind, control = null } = DEFAULT_CHART.find((each) => each.role === role)!;
  return account.kind === kind && account.control === control ? undefined : accountUnfit(account.code, role, kind, control);
}

/** The default chart and roles as rows of a company. */
export function defaultChart(companyId: string): { accounts: LedgerAccount[]; roles: AccountRole[] } {
  return {
    accounts: DEFAULT_CHART.map(({ code, name, kind, control }) =>
      Object.assign(new LedgerAccount(), { companyId, code, name, kind, control: control ?? null, active: true }),
    ),
    roles: DEFAULT_CHART.flatMap(({ code, role }) => (role ? [Object.assign(new AccountRole(), { companyId, role, accountCode: code })] : [])),
  };
}
