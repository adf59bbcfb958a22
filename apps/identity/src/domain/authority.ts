import { grants, Refusal, unique } from '@millrace/kernel';

/** What a role permits in one company or (null) in every one. */
export type Grant = Readonly<{ companyId: string | null; permissions: readonly string[] }>;

/** Who lets others in: what it may do in the company that it acts for, and in every one. */
export type Authority = Readonly<{ subject: string; companyId: string | null; permissions: readonly string[]; globalPermissions: readonly string[] }>;

/**
 * What somebody with these grants may do while acting for a company, and what in every company: only the latter counts
 * for what belongs to none, such as companies themselves, signing keys and kept events.
 */
export function permissionsOf(given: readonly Grant[], companyId: string | undefined): Pick<Authority, 'permissions' | 'globalPermissions'> {
  const global = given.filter((grant) => grant.companyId === null);
  const here = given.filter((grant) => grant.companyId === companyId);
  return {
    permissions: unique([...global, ...here].flatMap((grant) => grant.permissions)),
    globalPermissions: unique(global.flatMap((grant) => grant.permissions)),
  };
}

/**
 * What is left of permissions under a limit: what stands in both, patterns included.
 *
 * @example `orders.*` under `orders.sales-order.view` and `hr.*` is `orders.sales-order.view`.
 */
export function limited(permissions: readonly string[], limit: readonly string[] | null): string[] {
  if (limit === null) return [...permissions];
  return unique([...limit.filter((each) => grants(permissions, each)), ...permissions.filter((each) => grants(limit, each))]);
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
 * Whether somebody holds all that a grant permits, in the same place.
 *
 * @example an administrator of one company holds every role there, and none in another or in all of them.
 */
export function holds({ companyId, permissions, globalPermissions }: Authority, grant: Grant): boolean {
  const held = grant.companyId !== null && grant.companyId === companyId ? permissions : globalPermissions;
  return grant.permissions.every((permission) => grants(held, permission));
}
