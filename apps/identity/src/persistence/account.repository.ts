import { arrayLiteral, Database, defineEntity, p, statement, type Transaction } from '@millrace/persistence';
import type { UnitOfWork } from '@millrace/messaging';
import type { Limits } from '@millrace/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Account, Company, Membership, Role } from '../domain/account.js';
import { type Grant, narrowed } from '../domain/authority.js';
import type { Language } from '../domain/mail.js';
import type { HeldMembership, Known, MembershipWish } from '../domain/memberships.js';
import { secretUsed } from './secret-use.js';

export const CompanySchema = defineEntity({
  class: Company,
  tableName: 'company',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    country: p.text(),
    timeZone: p.text(),
    baseCurrency: p.text(),
    demandsSecondFactor: p.boolean(),
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
    language: p.text().$type<Language>().nullable(),
    secretHash: p.text().nullable(),
    previousSecretHash: p.text().nullable(),
    previousSecretUntil: p.datetime().nullable(),
    secretUsedAt: p.datetime().nullable(),
    previousSecretUsedAt: p.datetime().nullable(),
    active: p.boolean(),
    session: p.integer(),
    sessionsEndedAt: p.datetime().nullable(),
    requestsPerMinute: p.integer().nullable(),
    expiresAt: p.datetime().nullable(),
    permissions: p.json().$type<string[]>().nullable(),
    invitedUntil: p.datetime().nullable(),
    createdAt: p.datetime(),
    version: p.integer(),
  },
});

export const RoleSchema = defineEntity({
  class: Role,
  tableName: 'role',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    permissions: p.array(),
    builtIn: p.boolean(),
    demandsSecondFactor: p.boolean(),
    version: p.integer(),
  },
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
const LOGINS = statement('select id, login from account where kind = $1 and login = any($2)');
const NAMES = statement(`
  select c.*, n.wish from company c left join unnest($1::text[]) n(wish) on lower(c.name) = lower(n.wish)
  where n.wish is not null or c.id = any($2::uuid[])`);
const GRANTS = statement(`
  select m.company_id, m.limits, r.permissions, a.permissions as most from membership m
  join role r on r.code = m.role_code join account a on a.id = m.account_id
  where m.account_id = $1`);
const MEMBERSHIPS = statement(`
  select m.id, m.company_id, m.role_code, m.limits, r.permissions, a.permissions as most from membership m
  join role r on r.code = m.role_code join account a on a.id = m.account_id
  where m.account_id = $1 order by m.role_code, m.company_id nulls first`);
/** What roles permit people in companies, or in all of them: each grant once. */
const GRANTS_IN = statement(`
  select distinct m.company_id, m.limits, r.permissions from membership m
  join role r on r.code = m.role_code join account a on a.id = m.account_id
  where a.kind = 'user' and (m.company_id is null or m.company_id = any($1::uuid[]))`);
const COMPANIES = statement(`select * from company where ($1::uuid[] is null or id = any($1)) order by lower(name), id limit 200`);
const BY_ID = statement('select * from account where kind = $1 and id = $2');
const ENDED = statement(`select id, session from account where sessions_ended_at > now() - make_interval(secs => $1)`);
/** Of a database that was restored into another cluster all transactions may lie ahead: what ended long ago is not told for ever. */
const ENDED_SINCE = statement(`select id, session from account where sessions_ended_tx >= $1::xid8 and sessions_ended_at > now() - interval '1 hour'`);
const SECRET_USED = secretUsed('account');
const ROLES = statement('select * from role order by code');
const LOCK_COMPANIES = statement('select * from company where id = any($1::uuid[]) order by id for update');
const LOCK_ROLES = statement('select * from role where code = any($1) order by code for update');
const ROLES_THERE = statement('select code, permissions from role where code = any($1)');
const COMPANIES_THERE = statement('select id from company where id = any($1)');
const ANY_USER = statement(`select 1 from account where kind = 'user' limit 1`);

/** How far back ends are read: all that tokens can be out for, or what was not told before. */
export type EndedSince = Readonly<{ withinSeconds: number }> | Readonly<{ tx: string }>;

/** What a membership gives; `most` is what the account may do at most, where that is read too. */
type GrantRow = Readonly<{ company_id: string | null; permissions: readonly string[]; limits: Limits | null; most?: readonly string[] | null }>;
export type MembershipRow = GrantRow & Readonly<{ id: string; role_code: string }>;

export function heldMembership({ id, company_id: companyId, role_code: roleCode, permissions, limits, most = null }: MembershipRow): HeldMembership {
  return { id, companyId, roleCode, permissions: narrowed(permissions, most), limits: limits ?? undefined };
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
    return rows.map(({ company_id: companyId, permissions, limits, most = null }) => ({
      companyId,
      permissions: narrowed(permissions, most),
      limits: limits ?? undefined,
    }));
  }

  /** What people may do who may act in one of these companies, there or in all of them. */
  async grantsIn(tx: Transaction, companyIds: readonly string[]): Promise<Grant[]> {
    const rows = await tx.query<GrantRow>(GRANTS_IN, [arrayLiteral(companyIds, false)]);
    return rows.map(({ company_id: companyId, permissions, limits }) => ({ companyId, permissions, limits: limits ?? undefined }));
  }

  /** What an account holds, role by role, within its limit. */
  async membershipsOf(accountId: string): Promise<HeldMembership[]> {
    const rows = await this.database.query<MembershipRow>(MEMBERSHIPS, [accountId]);
    return rows.map(heldMembership);
  }

  /** All companies, or those with these ids; at most 200. */
  async companies(ids: readonly string[] | null): Promise<Company[]> {
    const rows = await this.database.query(COMPANIES, [ids]);
    return rows.map((row) => this.database.table(Company).read(row as Record<string, unknown>));
  }

  /** By code. */
  async roles(): Promise<Role[]> {
    return (await this.database.query<Record<string, unknown>>(ROLES)).map((row) => this.database.table(Role).read(row));
  }

  /** What is changed of them is written before the commit. */
  async lockRoles(tx: UnitOfWork, codes: readonly string[]): Promise<ReadonlyMap<string, Role>> {
    const table = tx.table(Role);
    const roles = (await tx.query<Record<string, unknown>>(LOCK_ROLES, [codes])).map((row) => table.read(row));
    tx.beforeCommit(() => table.update(tx, roles, 'demandsSecondFactor', 'version'));
    return new Map(roles.map((role) => [role.code, role]));
  }

  /** What is changed of them is written before the commit. */
  async lockCompanies(tx: UnitOfWork, ids: readonly string[]): Promise<ReadonlyMap<string, Company>> {
    const table = tx.table(Company);
    const companies = (await tx.query<Record<string, unknown>>(LOCK_COMPANIES, [ids])).map((row) => table.read(row));
    tx.beforeCommit(() => table.update(tx, companies, 'demandsSecondFactor', 'version'));
    return new Map(companies.map((company) => [company.id, company]));
  }

  /** The sessions of accounts some of whose tokens ended, by account: within so many seconds, or in a transaction or a later one. */
  async endedSessions(since: EndedSince): Promise<Record<string, number>> {
    const [sql, value] = 'tx' in since ? ([ENDED_SINCE, since.tx] as const) : ([ENDED, since.withinSeconds] as const);
    const rows = await this.database.query<{ id: string; session: number }>(sql, [value]);
    return Object.fromEntries(rows.map(({ id, session }) => [id, session]));
  }

  /** That a secret was used, of which this is the hash. */
  async secretUsed(accountId: string, hash: string): Promise<void> {
    await this.database.query(SECRET_USED, [accountId, hash]);
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
    return new Set((await this.idsByLogin(tx, kind, logins)).keys());
  }

  async idsByLogin(tx: Transaction, kind: Account['kind'], logins: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; login: string }>(LOGINS, [kind, logins]);
    return new Map(rows.map(({ id, login }) => [login, id]));
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
