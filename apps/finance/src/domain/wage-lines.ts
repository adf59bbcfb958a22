import type { PayrollRunApprovedV1 } from '@millrace/contracts';
import { Money } from '@millrace/kernel';
import type { DraftLine } from './journal-entry.js';

/**
 * The expenses of a payroll run: wages and the employer's share, by cost centre as far as hr tells it; the rest bears none.
 *
 * @example Gross 18000.00, of which 9000.00 on SHOP: wages 9000.00 on SHOP and 9000.00 without a cost centre.
 */
export function wageLines({ currency, grossTotal, employerSocialTotal, costCentres = [] }: PayrollRunApprovedV1): DraftLine[] {
  const lines = (role: 'wages' | 'employer-social', total: string, figure: 'grossTotal' | 'employerSocialTotal'): DraftLine[] => {
    const parts = costCentres.map(({ costCentre, [figure]: amount }) => ({ role, costCentre, amount: Money.of(amount, currency) }));
    const told = Money.sum(
      parts.map(({ amount }) => amount),
      currency,
    );
    return [...parts, { role, amount: Money.of(total, currency).minus(told) }];
  };
  return [...lines('wages', grossTotal, 'grossTotal'), ...lines('employer-social', employerSocialTotal, 'employerSocialTotal')];
}
