import type { Decimal } from './decimal.js';
import type { Limits } from './limits.js';
import { Money } from './money.js';
import { Refusal } from './refusal.js';

/** To do alone what takes two: what a company of one person needs. */
export const ALONE = 'identity.duty.combine';

/** Who decides, with what it holds. */
export type Decider = Readonly<{ actor: string; can(permission: string): boolean; limitsOn(permission: string): Limits }>;

/**
 * What is decided on: how much it is about in the company's currency, by which permission, and who made it when that was
 * somebody before. `instead` is what the one may do who may not do this.
 */
export type Decision = Readonly<{
  what: string;
  amount: Money | Decimal | 'unlimited';
  permission: string;
  madeBy?: string;
  instead?: string;
}>;

/**
 * Why somebody may not decide on something, if so. Refuses `self-approval` to who made it and may not do alone what takes
 * two, and `above-approval-limit` to whom the permission reaches less far than the amount.
 */
export function refusalToDecide(by: Decider, decision: Decision): Refusal | undefined {
  const { what, amount, permission, madeBy } = decision;
  if (by.actor === madeBy && !by.can(ALONE)) return selfApproval(what);
  const { approvalLimit } = by.limitsOn(permission);
  if (approvalLimit === undefined) return undefined;
  if (amount !== 'unlimited' && figureOf(amount).lessThanOrEqualTo(approvalLimit)) return undefined;
  return aboveApprovalLimit(decision, approvalLimit);
}

const figureOf = (amount: Money | Decimal): Decimal => (amount instanceof Money ? amount.toDecimal() : amount);

const selfApproval = (what: string) =>
  new Refusal('self-approval', 'invalid', `Who made ${what} does not approve it: let somebody else, or who holds ${ALONE}.`, { permission: ALONE });

function aboveApprovalLimit({ what, amount, permission, instead }: Decision, limit: string): Refusal {
  const currency = amount instanceof Money ? amount.currency : undefined;
  const inCurrency = (figure: string) => (currency === undefined ? figure : `${figure} ${currency}`);
  const told = amount === 'unlimited' || amount instanceof Money ? `${amount}` : amount.toFixed();
  const asked = amount === 'unlimited' ? 'no limit at all' : inCurrency(told);
  const others = `let somebody do it who holds ${permission} with a higher limit or without one`;
  const detail = `This is about ${asked}, and your limit for ${what} is ${inCurrency(limit)}: ${instead === undefined ? others : `${instead}, or ${others}`}.`;
  return new Refusal('above-approval-limit', 'forbidden', detail, {
    permission,
    approvalLimit: limit,
    amount: told,
    ...(currency === undefined ? {} : { currency }),
  });
}
