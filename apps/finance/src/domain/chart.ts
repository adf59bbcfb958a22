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

/** The default chart and roles as rows of a company. */
export function defaultChart(companyId: string): { accounts: LedgerAccount[]; roles: AccountRole[] } {
  return {
    accounts: DEFAULT_CHART.map(({ code, name, kind, control }) =>
      Object.assign(new LedgerAccount(), { companyId, code, name, kind, control: control ?? null, active: true }),
    ),
    roles: DEFAULT_CHART.flatMap(({ code, role }) => (role ? [Object.assign(new AccountRole(), { companyId, role, accountCode: code })] : [])),
  };
}
