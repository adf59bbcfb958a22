import { type Reach, refusalToEnter, type RoutePolicy } from '@millrace/chassis';
import { type Limits, limitsOn, unique } from '@millrace/kernel';
import type { Account, Role } from '../domain/account.js';
import { type Grant, isAccessible, narrowed, permissionsOf } from '../domain/authority.js';
import type { HeldMembership } from '../domain/memberships.js';
import type { KnownOperation } from '../persistence/known-operations.js';

/** Why somebody may do something, or what is missing. */
export type AccessDecision = Readonly<{
  allowed: boolean;
  /** The memberships each of which is enough. */
  grantedBy: readonly HeldMembership[];
  /** How far it may go there, of the limits that the operation looks after; undefined when there are none. */
  limits?: Limits;
  /** The code and the words of the refusal. */
  refusal?: Readonly<{ code: string; detail: string }>;
  /** The roles each of which is enough, held in the right place. */
  roles: readonly string[];
}>;

/** Whose way in is asked for, and the company that it would act for. */
export type Asked = Readonly<{
  /** `permissions`: what it may do at most, whatever its roles permit. */
  account: Pick<Account, 'active' | 'permissions'>;
  memberships: readonly HeldMembership[];
  companyId: string | null;
  roles: readonly Pick<Role, 'code' | 'permissions'>[];
}>;

const inactive = { code: 'account-inactive', detail: 'The account gets no token: it is not active, or its time is over.' };
const noRoleThere = { code: 'company-not-accessible', detail: 'The account gets no token for that company: it has no role there.' };

/**
 * Whether an account may do something while it acts for a company, and why. It asks what the guard of every route asks: of
 * all that the account holds, and then of each membership as if it were the only one.
 */
export function decideAccess({ account, memberships, companyId, roles }: Asked, { policy }: KnownOperation): AccessDecision {
  const refusalOf = (given: readonly Grant[]) => refusalToEnter(reachOf(given, companyId), policy);
  const within = (permissions: readonly string[]) => narrowed(permissions, account.permissions);
  const isEnough = ({ permissions }: Pick<Role, 'permissions'>) =>
    'permission' in policy && !refusalOf([{ companyId: placeOf(policy.company, companyId), permissions: within(permissions) }]);
  const enough = roles.filter(isEnough);
  const told = { roles: enough.map(({ code }) => code) };
  const refuse = ({ code, detail }: Readonly<{ code: string; detail: string }>) => ({ allowed: false, grantedBy: [], refusal: { code, detail }, ...told });
  if ('public' in policy) return { allowed: true, grantedBy: [], ...told };
  if (!account.active) return refuse(inactive);
  if (companyId !== null && !isAccessible(memberships, companyId)) return refuse(noRoleThere);
  const refusal = refusalOf(memberships);
  if (refusal) return refuse(notOfItsOwn(memberships, roles, refusalOf) ?? refusal);
  const grantedBy = memberships.filter((membership) => 'permission' in policy && !refusalOf([membership]));
  return { allowed: true, grantedBy, limits: limitsLookedAfter(reachOf(memberships, companyId), policy), ...told };
}

/** What is wrong when a role that is held permits it, and the account is held to less than its roles permit. */
function notOfItsOwn(
  memberships: readonly HeldMembership[],
  roles: Asked['roles'],
  refusalOf: (given: readonly Grant[]) => ReturnType<typeof refusalToEnter>,
): AccessDecision['refusal'] {
  const whole = (code: string) => roles.find((role) => role.code === code)?.permissions ?? [];
  const granting = memberships.filter((held) => !refusalOf([{ ...held, permissions: whole(held.roleCode) }]));
  if (granting.length === 0) return undefined;
  const named = unique(granting.map(({ roleCode }) => roleCode)).join(', ');
  const detail = `The role ${named} grants it, and the account's own permissions do not: it may do no more than they say, so add it there.`;
  return { code: 'permission-missing', detail };
}

/** As the operation itself is told them. */
function limitsLookedAfter(reach: Reach, policy: RoutePolicy): Limits | undefined {
  if (!('permission' in policy) || policy.company === false) return undefined;
  const there = limitsOn(reach, policy.permission);
  const lookedAfter = policy.limits === 'none' ? [] : (policy.limits ?? []);
  const found = lookedAfter.filter((name) => there[name] !== undefined).map((name) => [name, there[name]]);
  return found.length > 0 ? (Object.fromEntries(found) as Limits) : undefined;
}

/** As a token for that company says it. */
const reachOf = (given: readonly Grant[], companyId: string | null): Reach => ({ companyId, ...permissionsOf(given, companyId ?? undefined) });

/** Where a role must be held to count: in the company, or in every one. */
const placeOf = (company: boolean | 'either', companyId: string | null) => (company === false ? null : companyId);
