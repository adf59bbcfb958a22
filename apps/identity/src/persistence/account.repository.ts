import { arrayLiteral, Database, defineEntity, p, statement, type Transaction } from '@millrace/persistence';
import type { Limits } from '@millrace/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Account, Company, Membership, Role } from '../domain/account.js';
import type { Grant } from '../domain/authority.js';
import type { HeldMembership, Known, MembershipWish } from '../domain/memberships.js';

export const CompanySchema = defineEntity({
  class: Company,
  tableName: 'company',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    country: p.text(),
    timeZone: p.text(),
    baseCurrency: p.text(),
    createdAt: p.datetime(),
    version: p.integer(),
  },
});

export const AccountSchema = defineEntity({
  class: Account,
  tableName: 'account',
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<'user' | 'service'>(),
    login: p.text(),
    name: p.text(),
    secretHash: p.text(),
    previousSecretHash: p.text().nullable(),
    previousSecretUntil: p.datetime().nullable(),
    active: p.boolean(),
    session: p.integer(),
    sessionsEndedAt: p.datetime().nullable(),
    requestsPerMinute: p.integer().nullable(),
    createdAt: p.datetime(),
    version: p.integer(),
  },
});

export const RoleSchema = defineEntity({
  class: Role,
  tableName: 'role',
  properties: { code: p.text().primary(), name: p.text(), permissions: p.array(), builtIn: p.boolean() },
});

export const MembershipSchema = defineEntity({
  class: Membership,
  tableName: 'membership',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid(),
    companyId: p.uuid().nullable(),
    roleCode: p.text(),
    limits: p.json().$type<Limits>().nullable(),
  },
});

const BY_LOGIN = statement('select * from account where kind = $1 and login = $2');
const LOGINS = statement('select login from account where kind = $1 and login = any($2)');
const NAMES = statement(`
  select c.*, n.wish from company c left join unnest($1::text[]) n(wish) on lower(c.name) = lower(n.wish)
  where n.wish is not null or c.id = any($2::uuid[])`);
const GRANTS = statement(`
  select m.company_id, m.limits, r.permissions from membership m join role r on r.code = m.role_code
  where m.account_id = $1`);
const MEMBERSHIPS = statement(`
  select m.id, m.company_id, m.role_code, m.limits, r.permissions from membership m join role r on r.code = m.role_code
  where m.account_id = $1 order by m.role_code, m.company_id nulls first`);
const COMPANIES = statement(`select * from company where ($1::uuid[] is null or id = any($1)) order by lower(name), id limit 200`);
const BY_ID = statement('select * from account where kind = $1 and id = $2');
const ENDED = statement(`select id, session from account where sessions_ended_at > now() - make_interval(secs => $1)`);
const ROLES = statement('select * from role order by code');
const ROLES_THERE = statement('select code, permissions from role where code = any($1)');
const COMPANIES_THERE = statement('select id from company where id = any($1)');
const ANY_USER = statement(`select 1 from account where kind = 'user' limit 1`);

type GrantRow = Readonly<{ company_id: string | null; permissions: readonly string[]; limits: Limits | null }>;
export type MembershipRow = GrantRow & Readonly<{ id: string; role_code: string }>;

export function heldMembership({ id, company_id: companyId, role_code: roleCode, permissions, limits }: MembershipRow): HeldMembership {
  return { id, companyId, roleCode, permissions, limits: limits ?? undefined };
}

export type TakenCompanies = Readonly<{ byId: Map<string, Company>; names: Set<string> }>;

@Injectable()
export class AccountRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async byLogin(kind: Account['kind'], login: string): Promise<Account | undefined> {
    const [row] = await this.database.query(BY_LOGIN, [kind, login]);
    return row && this.database.table(Account).read(row as Record<string, unknown>);
  }

  async byId(kind: Account['kind'], id: string): Promise<Account | undefined> {
    const [row] = await this.database.query(BY_ID, [kind, id]);
    return row && this.database.table(Account).read(row as Record<string, unknown>);
  }

  async grantsOf(accountId: string): Promise<Grant[]> {
    const rows = await this.database.query<GrantRow>(GRANTS, [accountId]);
    return rows.map(({ company_id: companyId, permissions, limits }) => ({ companyId, permissions, limits: limits ?? undefined }));
  }

  /** What an account holds, role by role. */
  async membershipsOf(accountId: string): Promise<HeldMembership[]> {
    const rows = await this.database.query<MembershipRow>(MEMBERSHIPS, [accountId]);
    return rows.map(heldMembership);
  }

  /** All companies, or those with these ids; at most 200. */
  async companies(ids: readonly string[] | null): Promise<Company[]> {
    const rows = await this.database.query(COMPANIES, [ids]);
    return rows.map((row) => this.database.table(Company).read(row as Record<string, unknown>));
  }

  /** By key: the name in lower case, which is unique. */
  async roles(): Promise<Role[]> {
    const rows = await this.database.query<Record<string, unknown>>(ROLES);
    return rows.map((row) => ({
      code: row.code as string,
      name: row.name as string,
      permissions: row.permissions as string[],
      builtIn: row.built_in as boolean,
    }));
  }

  /** The sessions of accounts some of whose tokens ended within so many seconds, by account. */
  async endedSessions(withinSeconds: number): Promise<Record<string, number>> {
    const rows = await this.database.query<{ id: string; session: number }>(ENDED, [withinSeconds]);
    return Object.fromEntries(rows.map(({ id, session }) => [id, session]));
  }

  async hasUsers(reader: Pick<Transaction, 'query'> = this.database): Promise<boolean> {
    return (await reader.query(ANY_USER)).length > 0;
  }

  /** The companies that have one of these ids, and those of these names that are taken: the database alone says which differ in case only. */
  async takenCompanies(tx: Transaction, names: readonly string[], ids: readonly string[]): Promise<TakenCompanies> {
    const rows = await tx.query<{ wish: string | null }>(NAMES, [names, arrayLiteral(ids, false)]);
    const companies = rows.map((row) => tx.table(Company).read(row));
    return { byId: new Map(companies.map((company) => [company.id, company])), names: new Set(rows.flatMap(({ wish }) => wish ?? [])) };
  }

  async takenLogins(tx: Transaction, kind: Account['kind'], logins: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ login: string }>(LOGINS, [kind, logins]);
    return new Set(rows.map((row) => row.login));
  }

  /** The roles and companies that some wishes name, as far as they are there. */
  async known(tx: Transaction, wishes: readonly MembershipWish[]): Promise<Known> {
    const [roles, companies] = await Promise.all([
      tx.query<{ code: string; permissions: string[] }>(ROLES_THERE, [wishes.map(({ role }) => role)]),
      tx.query<{ id: string }>(COMPANIES_THERE, [
        arrayLiteral(
          wishes.flatMap(({ companyId }) => companyId ?? []),
          false,
        ),
      ]),
    ]);
    return { roles: new Map(roles.map(({ code, permissions }) => [code, permissions])), companies: new Set(companies.map(({ id }) => id)) };
  }
}
