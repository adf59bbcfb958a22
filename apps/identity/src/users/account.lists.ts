import { column, defineList, type ListRow, type PageQuery, type Sql } from '@millrace/chassis';
import type { Database } from '@millrace/persistence';
import { Account } from '../domain/account.js';
import { useOf } from '../domain/overlapping-secret.js';
import { AccountDto } from './accounts.dto.js';

/** Of those who have a role in a company, when one is given: that role alone is shown of them. */
type AccountsSeen = PageQuery & Readonly<{ companyId: string | null }>;
type Membership = Readonly<{ companyId: string | null; role: string }>;

export const USERS = accounts('user', 'identity.user.view');
export const SERVICE_ACCOUNTS = accounts('service', 'identity.service-account.view');

function accounts(kind: Account['kind'], permission: string) {
  return defineList<AccountDto, AccountsSeen>({
    row: AccountDto,
    permission,
    scope: 'either',
    from: ({ companyId }, { bind }) => accountsOf(kind, companyId, bind),
    company: null,
    columns: {
      login: column.text('login'),
      accountId: column.id('id'),
      name: column.text('name'),
      active: column.flag('active'),
      requestsPerMinute: column.optional(column.integer('requests_per_minute')),
    },
    order: 'login',
    show,
  });
}

function accountsOf(kind: Account['kind'], companyId: string | null, bind: Sql['bind']): string {
  const own = companyId === null ? '' : `and m.company_id = ${bind(companyId, 'uuid')}`;
  return `(
    select a.*, coalesce(m.memberships, '[]') as memberships from account a
    left join lateral (
      select jsonb_agg(jsonb_build_object('companyId', m.company_id, 'role', m.role_code)) as memberships from membership m where m.account_id = a.id ${own}
    ) m on true
    where a.kind = ${bind(kind, 'text')} ${own && 'and m.memberships is not null'}) account`;
}

function show(row: ListRow, database: Database): AccountDto {
  const account = database.table(Account).read(row);
  const { id, login, name, active, requestsPerMinute, permissions, expiresAt, version } = account;
  const limits = {
    ...(requestsPerMinute === null ? {} : { requestsPerMinute }),
    ...(permissions === null ? {} : { permissions }),
    ...(expiresAt === null ? {} : { expiresAt: expiresAt.toISOString() }),
  };
  const memberships = (row.memberships as Membership[]).map(({ companyId, role }) => (companyId ? { companyId, role } : { role }));
  return { accountId: id, login, name, active, ...limits, ...useOf(account, new Date()), memberships, version };
}
