import { column, defineList, type ListRow, type PageQuery, type Sql } from '@millrace/chassis';
import type { Database } from '@millrace/persistence';
import { Account } from '../domain/account.js';
import { LANGUAGES } from '../domain/mail.js';
import { useOf } from '../domain/overlapping-secret.js';
import { showMembership } from '../views/account.dto.js';
import { AccountDto, INVITATIONS, type InvitationState } from './accounts.dto.js';

/** Of those who have a role in a company, when one is given: that role alone is shown of them. */
type AccountsSeen = PageQuery & Readonly<{ companyId: string | null }>;
type Membership = Parameters<typeof showMembership>[0];

/** Columns that apps have nothing in. */
const OF_PEOPLE = {
  language: column.optional(column.choice('language', LANGUAGES)),
  invitation: column.optional(column.choice('invitation', INVITATIONS)),
};

const INVITATION = `
  case when a.secret_hash is not null then null when a.invited_until is null then 'withdrawn' when a.invited_until <= now() then 'expired'
    when exists (select from account_link l where l.account_id = a.id and l.kind = 'invitation' and l.ended_at is null and l.undelivered_at is not null)
    then 'undelivered' else 'pending' end`;

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
      ...(kind === 'user' ? OF_PEOPLE : {}),
    },
    order: 'login',
    show,
  });
}

function accountsOf(kind: Account['kind'], companyId: string | null, bind: Sql['bind']): string {
  const own = companyId === null ? '' : `and m.company_id = ${bind(companyId, 'uuid')}`;
  return `(
    select a.*, coalesce(m.memberships, '[]') as memberships, ${INVITATION} as invitation from account a
    left join lateral (
      select jsonb_agg(jsonb_build_object('companyId', m.company_id, 'role', m.role_code, 'limits', m.limits)) as memberships from membership m where m.account_id = a.id ${own}
    ) m on true
    where a.kind = ${bind(kind, 'text')} ${own && 'and m.memberships is not null'}) account`;
}

function show(row: ListRow, database: Database): AccountDto {
  const account = database.table(Account).read(row);
  const { id, login, name, language, active, requestsPerMinute, permissions, expiresAt, version } = account;
  const limits = {
    ...(requestsPerMinute === null ? {} : { requestsPerMinute }),
    ...(permissions === null ? {} : { permissions }),
    ...(expiresAt === null ? {} : { expiresAt: expiresAt.toISOString() }),
  };
  const memberships = (row.memberships as Membership[]).map(showMembership);
  const invitation = row.invitation as InvitationState | null;
  return {
    accountId: id,
    login,
    name,
    active,
    ...(language === null ? {} : { language }),
    ...(invitation === null ? {} : { invitation }),
    ...limits,
    ...useOf(account, new Date()),
    memberships,
    version,
  };
}
