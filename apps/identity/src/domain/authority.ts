import { grants, isWithin, type LimitedGrant, type Limits, Refusal, unique, waysToHold } from '@millrace/kernel';

/** What a role permits in one company or (null) in every one, and how far; without limits everywhere there. */
export type Grant = Readonly<{ companyId: string | null; permissions: readonly string[]; limits?: Limits }>;

/** Who lets others in: what it may do in the company that it acts for, and in every one. */
export type Authority = Readonly<{
  subject: string;
  companyId: string | null;
  permissions: readonly string[];
  globalPermissions: readonly string[];
  limits?: readonly LimitedGrant[];
}>;

/**
 * What somebody with these grants may do while acting for a company, and what in every company: only the latter counts
 * for what belongs to none, such as companies themselves, signing keys and kept events. Limits are those of permissions
 * that are held by no wider grant: who may do something by two roles may do it as far as the wider one says.
 */
export function permissionsOf(given: readonly Grant[], companyId: string | undefined): Pick<Authority, 'permissions' | 'globalPermissions' | 'limits'> {
  const global = given.filter((grant) => grant.companyId === null);
  const here = given.filter((grant) => grant.companyId === companyId);
  const limits = limitedOf([...global, ...here]);
  return {
    permissions: unique([...global, ...here].flatMap((grant) => grant.permissions)),
    globalPermissions: unique(global.flatMap((grant) => grant.permissions)),
    ...(limits.length > 0 ? { limits } : {}),
  };
}

/**
 * What is left of permissions under a limit: what stands in both, patterns included.
 *
 * @example `orders.*` under `orders.sales-order.view` and `hr.*` is `orders.sales-order.view`.
 */
export function narrowed(permissions: readonly string[], limit: readonly string[] | null): string[] {
  if (limit === null) return [...permissions];
  return unique([...limit.filter((each) => grants(permissions, each)), ...permissions.filter((each) => grants(limit, each))]);
}

/** What is held within limits alone, those with the same limits together. */
function limitedOf(given: readonly Grant[]): LimitedGrant[] {
  const free = given.filter(({ limits }) => !limits).flatMap(({ permissions }) => permissions);
  const found = new Map<string, Limits & { permissions: string[] }>();
  for (const { permissions, limits } of given) {
    const limited = limits ? permissions.filter((each) => !grants(free, each)) : [];
    if (limited.length === 0) continue;
    const same = found.get(JSON.stringify(limits));
    if (same) same.permissions = unique([...same.permissions, ...limited]);
    else found.set(JSON.stringify(limits), { permissions: limited, ...limits });
  }
  return [...found.values()];
}

/** Whether somebody with these grants may act for a company at all. */
export function isAccessible(given: readonly Grant[], companyId: string): boolean {
  return given.some((grant) => grant.companyId === null || grant.companyId === companyId);
}

/** Nobody gives, takes or touches more than it holds itself, where it holds it. */
export const roleNotHeld = new Refusal(
  'role-not-held',
  'forbidden',
  'You can give and take only what you hold yourself, in the companies in which you hold it: ask an administrator of all companies.',
);

/**
 * Whether somebody holds all that a grant permits, in the same place and as far.
 *
 * @example an administrator of one company holds every role there, and none in another or in all of them.
 */
export function holds({ companyId, permissions, globalPermissions, limits }: Authority, grant: Grant): boolean {
  const held = grant.companyId !== null && grant.companyId === companyId ? { permissions, limits } : { permissions: globalPermissions };
  return grant.permissions.every((permission) => waysToHold(held, permission).some((way) => isWithin(grant.limits ?? {}, way)));
}
