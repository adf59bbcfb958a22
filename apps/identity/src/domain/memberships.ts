import { grants, isStale, type Limits, newId, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Account } from './account.js';
import { type Authority, type Grant, holds, roleNotHeld } from './authority.js';

/** A role that is wished for, in one company, with limits or without, or (without a company) in all. */
export type MembershipWish = Readonly<{ companyId?: string; role: string; limits?: Limits }>;

/** The roles, with what each permits, and the companies that there are among those that are named. */
export type Known = Readonly<{ roles: ReadonlyMap<string, readonly string[]>; companies: ReadonlySet<string> }>;

/** A membership that an account has, with what it permits. */
export type HeldMembership = Grant & Readonly<{ id: string; roleCode: string }>;

/** An account that somebody is about to change, with all that it holds. */
export type ManagedAccount = { readonly account: Account; memberships: readonly HeldMembership[] };

const versionStale = new Refusal('version-stale', 'stale', 'The account has changed since: read it again.');
export const accountUnknown = new Refusal('not-found', 'missing', 'There is no account with this id.');

const limitsWithoutCompany = new Refusal(
  'limits-without-company',
  'invalid',
  'Limits are those of one company, its currency and its warehouses: name the company of each role that has some.',
);
/** They stand in each token of the account, which has to fit into a header of a request. */
export const WAREHOUSES = 50;
const limitsTooMany = new Refusal(
  'limits-too-many',
  'invalid',
  `The roles of an account name at most ${WAREHOUSES} warehouses together: give one without this limit.`,
  {
    most: WAREHOUSES,
  },
);

/**
 * Why somebody cannot give these memberships, if it cannot. Refuses `limits-without-company`, `limits-too-many`,
 * `role-unknown`, `role-not-held`, `company-unknown`.
 */
export function refusalToGive(authority: Authority, wishes: readonly MembershipWish[], { roles, companies }: Known): Refusal | undefined {
  if (wishes.some(({ companyId, limits }) => limits && !companyId)) return limitsWithoutCompany;
  for (const { role, companyId, limits } of wishes) {
    const permissions = roles.get(role);
    if (!permissions) return new Refusal('role-unknown', 'invalid', `There is no role ${role}: list the roles.`);
    if (!holds(authority, { companyId: companyId ?? null, permissions, limits })) return roleNotHeld;
    if (companyId && !companies.has(companyId)) return new Refusal('company-unknown', 'invalid', `There is no company ${companyId}.`);
  }
  return refusalOfSize(wishes);
}

function refusalOfSize(wishes: readonly MembershipWish[]): Refusal | undefined {
  return wishes.flatMap(({ limits }) => limits?.warehouses ?? []).length > WAREHOUSES ? limitsTooMany : undefined;
}

/** The same limits are the same text, however they were given; no limit at all is none. */
export function limitsOf({ approvalLimit, warehouses, ownRecordsOnly }: Limits): Limits | undefined {
  const limits: Limits = {
    ...(typeof approvalLimit === 'string' ? { approvalLimit } : {}),
    ...(warehouses ? { warehouses: [...warehouses].sort() } : {}),
    ...(ownRecordsOnly ? { ownRecordsOnly: true } : {}),
  };
  return Object.keys(limits).length > 0 ? limits : undefined;
}

/** Whether somebody sees the accounts of every company, or only those of the company that it acts for. */
export function seesEveryAccount({ globalPermissions }: Authority, kind: Account['kind']): boolean {
  return grants(globalPermissions, kind === 'user' ? 'identity.user.view' : 'identity.service-account.view');
}

/** Whether an account is there for somebody: one that has no role in its company is not. */
export function isVisible(authority: Authority, { account, memberships }: ManagedAccount): boolean {
  return seesEveryAccount(authority, account.kind) || memberships.some(({ companyId }) => companyId !== null && companyId === authority.companyId);
}

/**
 * Why somebody cannot change an account as a whole (its name, its secret, whether it may enter), if it cannot: that
 * takes all that the account holds, since whoever sets a secret could enter with it. Refuses `not-found`, `role-not-held`,
 * `version-stale`.
 */
export function refusalToManage(authority: Authority, managed: ManagedAccount | undefined, kind: Account['kind'], seen: SeenVersion): Refusal | undefined {
  if (!managed || managed.account.kind !== kind || !isVisible(authority, managed)) return accountUnknown;
  if (!managed.memberships.every((membership) => holds(authority, membership))) return roleNotHeld;
  if (isStale(seen, managed.account.version)) return versionStale;
  return undefined;
}

/** What a wish changes: memberships that are taken and given, and all that the account holds afterwards. */
export type MembershipsChange = Readonly<Record<'taken' | 'given' | 'held', readonly HeldMembership[]>>;

/**
 * What it takes so that an account has the memberships that are wished for: in every company when somebody sees every
 * account, else in the company that it acts for, and then those elsewhere stay.
 */
export function changeOfMemberships(
  authority: Authority,
  managed: ManagedAccount | undefined,
  kind: Account['kind'],
  seen: SeenVersion,
  wishes: readonly MembershipWish[],
  known: Known,
): MembershipsChange | Refusal {
  if (!managed || managed.account.kind !== kind || !isVisible(authority, managed)) return accountUnknown;
  if (isStale(seen, managed.account.version)) return versionStale;
  const inReach = managed.memberships.filter(({ companyId }) => seesEveryAccount(authority, kind) || companyId === authority.companyId);
  const isSame = (held: HeldMembership, wish: MembershipWish) =>
    held.roleCode === wish.role && held.companyId === (wish.companyId ?? null) && JSON.stringify(limitsOf(held.limits ?? {})) === JSON.stringify(wish.limits);
  const taken = inReach.filter((held) => !wishes.some((wish) => isSame(held, wish)));
  const wanted = wishes.filter((wish) => !inReach.some((held) => isSame(held, wish)));
  const refusal = refusalToGive(authority, wanted, known) ?? refusalOfSize(wishes);
  if (refusal) return refusal;
  if (!taken.every((held) => holds(authority, held))) return roleNotHeld;
  const given = wanted.map(({ companyId = null, role, limits }) => ({
    id: newId(),
    companyId,
    roleCode: role,
    permissions: known.roles.get(role)!,
    limits,
  }));
  return { taken, given, held: [...managed.memberships.filter((held) => !taken.includes(held)), ...given] };
}
