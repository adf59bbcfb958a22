import { unique } from './collections.js';
import { Decimal } from './decimal.js';
import { grants } from './permissions.js';

/** How far something that is permitted reaches. What is absent has no limit. */
export type Limits = Readonly<{
  /** The largest amount that is decided on, in the company's currency: "1000.00". */
  approvalLimit?: string;
  /** The warehouses that are reached, by id. */
  warehouses?: readonly string[];
  /** Whether only what is about the own person is reached, and that to be read. */
  ownRecordsOnly?: boolean;
}>;

export const LIMIT_NAMES = ['approvalLimit', 'warehouses', 'ownRecordsOnly'] as const satisfies readonly (keyof Limits)[];
export type LimitName = (typeof LIMIT_NAMES)[number];

/** Permissions and patterns that are held within limits alone. */
export type LimitedGrant = Limits & Readonly<{ permissions: readonly string[] }>;

/** All that somebody holds: permissions and patterns, and which of them within limits; the others have none. */
export type Held = Readonly<{ permissions: readonly string[]; limits?: readonly LimitedGrant[] }>;

/**
 * How far each way reaches in which somebody holds a permission; `{}` for one without limits, and no way at all when it is
 * not held.
 */
export function waysToHold({ permissions, limits = [] }: Held, permission: string): Limits[] {
  const granting = permissions.filter((each) => grants([each], permission));
  return granting.flatMap((each): Limits[] => {
    const limited = limits.filter((grant) => grant.permissions.includes(each));
    return limited.length === 0 ? [{}] : limited.map(({ permissions: _permissions, ...only }) => only);
  });
}

/**
 * How far a permission reaches for somebody: of each limit the widest of all ways in which it is held, and with no way at
 * all nothing. Each limit stands for itself, since nothing that is done has both an amount and a warehouse.
 *
 * @example held up to 1000.00 by one role and up to 5000.00 by another, a permission reaches to 5000.00; held by a third
 * without a limit, it has none.
 */
export function limitsOn(held: Held, permission: string): Limits {
  const ways = waysToHold(held, permission);
  const amounts = everyOne(ways.map(({ approvalLimit }) => approvalLimit));
  const warehouses = everyOne(ways.map((way) => way.warehouses));
  return {
    ...(amounts ? { approvalLimit: Decimal.max(0, ...amounts).toFixed() } : {}),
    ...(warehouses ? { warehouses: unique(warehouses.flat()) } : {}),
    ...(ways.every(({ ownRecordsOnly }) => ownRecordsOnly) ? { ownRecordsOnly: true } : {}),
  };
}

/** Whether all that some limits leave is within others. */
export function isWithin(inner: Limits, outer: Limits): boolean {
  const { approvalLimit, warehouses, ownRecordsOnly = false } = outer;
  if (approvalLimit !== undefined && !(inner.approvalLimit !== undefined && new Decimal(inner.approvalLimit).lessThanOrEqualTo(approvalLimit))) return false;
  if (warehouses !== undefined && !inner.warehouses?.every((each) => warehouses.includes(each))) return false;
  return !ownRecordsOnly || inner.ownRecordsOnly === true;
}

/** All of them, when each is there. */
function everyOne<T>(values: readonly (T | undefined)[]): T[] | undefined {
  const there = values.filter((each): each is T & {} => each !== undefined);
  return there.length === values.length ? there : undefined;
}
