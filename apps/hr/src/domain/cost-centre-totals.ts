import { MAX_LINES } from '@millrace/contracts';
import { type Decimal, groupBy, Money, partByAmount } from '@millrace/kernel';
import type { Payslip } from './payslip.js';

/** The fewest people of whose pay a sum may be told: of one it is their pay, of two each knows the other's. */
export const FEWEST_PEOPLE = 3;

/** What the ledger is told that a cost centre bears of a payroll run. */
export class CostCentreTotal {
  companyId!: string;
  runId!: string;
  costCentre!: string;
  people!: number;
  grossTotal!: Decimal;
  employerSocialTotal!: Decimal;
}

type Part = Readonly<{ employeeId: string; costCentre: string | null; gross: Money; employerSocial: Money }>;

/**
 * Gross and employer's share of a run by cost centre, as far as no sum tells what one or two people earn: neither that of
 * a cost centre, nor what is left when all that are told are taken off the run's total.
 *
 * Where the rest is of too few people, the smallest cost centre goes into it too. The employer's share of a payslip is
 * spread over its lines by gross, so that the parts are the whole.
 *
 * @example Of 78000.00 on A, and 46800.00 on A and 31200.00 on B by one who moved: 124800.00 on A and 31200.00 on B.
 */
export function costCentreTotals(payslips: readonly Payslip[], currency: string, fewest = FEWEST_PEOPLE): CostCentreTotal[] {
  const parts = payslips.flatMap((payslip) => partsOf(payslip, currency));
  const rest = peopleOf(parts.filter(({ costCentre }) => costCentre === null));
  const smallestFirst = [...groupBy(parts, ({ costCentre }) => costCentre).values()]
    .filter(([first]) => first!.costCentre !== null)
    .sort((a, b) => peopleOf(a).size - peopleOf(b).size || (a[0]!.costCentre! < b[0]!.costCentre! ? -1 : 1));
  const told: CostCentreTotal[] = [];
  for (const [index, ofCentre] of smallestFirst.entries()) {
    const people = peopleOf(ofCentre);
    const restTooFew = rest.size > 0 && rest.size < fewest;
    if (people.size < fewest || restTooFew || smallestFirst.length - index > MAX_LINES) for (const person of people) rest.add(person);
    else told.push(totalOf(ofCentre, payslips[0]!, currency));
  }
  return told.sort((a, b) => (a.costCentre < b.costCentre ? -1 : 1));
}

function partsOf({ lines, gross: whole, employerSocial, employeeId }: Payslip, currency: string): Part[] {
  const money = (amount: Decimal) => Money.of(amount, currency);
  let before = Money.zero(currency);
  return lines.map(({ costCentre, ...line }) => {
    const gross = money(line.gross);
    const part = { employeeId, costCentre, gross, employerSocial: partByAmount(money(employerSocial), money(whole), before, gross) };
    before = before.plus(gross);
    return part;
  });
}

function totalOf(parts: readonly Part[], { companyId, runId }: Payslip, currency: string): CostCentreTotal {
  const sum = (name: 'gross' | 'employerSocial') =>
    Money.sum(
      parts.map((part) => part[name]),
      currency,
    ).toDecimal();
  const { costCentre } = parts[0]!;
  const totals = { people: peopleOf(parts).size, grossTotal: sum('gross'), employerSocialTotal: sum('employerSocial') };
  return Object.assign(new CostCentreTotal(), { companyId, runId, costCentre, ...totals });
}

function peopleOf(parts: readonly Part[]): Set<string> {
  return new Set(parts.map(({ employeeId }) => employeeId));
}
