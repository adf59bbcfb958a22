import { column, defineList, type ListRow, type PageQuery, type Sql } from '@millrace/chassis';
import type { Database } from '@millrace/persistence';
import { Account } from '../domain/account.js';
import { showMembership } from '../views/account.dto.js';
import { AccountDto } from './accounts.dto.js';

/** Of those who have a role in a company, when one is given: that role alone is shown of them. */
type AccountsSeen = PageQuery & Readonly<{ companyId: string | null }>;
type Membership = Parameters<typeof showMembership>[0];

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
      select jsonb_agg(jsonb_build_object('companyId', m.company_id, 'role', m.role_code, 'limits', m.limits)) as memberships from membership m where m.account_id = a.id ${own}
    ) m on true
    where a.kind = ${bind(kind, 'text')} ${own && 'and m.memberships is not null'}) account`;
}

function show(row: ListRow, database: Database): AccountDto {
  const { id, login, name, active, requestsPerMinute, version } = database.table(Account).read(row);
  const memberships = (row.memberships as Membership[]).map(showMembership);
  return { accountId: id, login, name, active, ...(requestsPerMinute === null ? {} : { requestsPerMinute }), memberships, version };
}
