import { Decimal } from './decimal.js';
import { minorUnitDigits, Money } from './money.js';

/**
 * Spreads an amount over weights by largest remainder, so that the parts always add up to the whole.
 *
 * Every part is cut to the minor unit towards zero; the units left over go one by one to the largest remainders, the
 * first of equals first. Weights of zero only get a part when all are zero: then all count the same.
 *
 * @param total   Amount at its minor unit, of either sign.
 * @param weights Zero or more each.
 * @example 3.00 over 40, 20, 20 is 1.50, 0.75, 0.75; 2.99 over 1, 1, 1 is 1.00, 1.00, 0.99.
 */
export function shareOut(total: Money, weights: readonly Decimal[]): Money[] {
  if (weights.length === 0) return [];
  const scale = new Decimal(10).pow(minorUnitDigits(total.currency));
  const units = total.toDecimal().times(scale);
  const sum = weights.reduce((acc, each) => acc.plus(each), new Decimal(0));
  const effective = sum.isZero() ? weights.map(() => new Decimal(1)) : weights;
  const whole = sum.isZero() ? new Decimal(weights.length) : sum;

  const exact = effective.map((weight) => units.times(weight).dividedBy(whole));
  const parts = exact.map((part) => part.truncated());
  const left = units.minus(parts.reduce((acc, part) => acc.plus(part), new Decimal(0))).toNumber();
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part.minus(part.truncated()).abs() }))
    .filter(({ index }) => !effective[index]!.isZero())
    .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  for (const { index } of byRemainder.slice(0, Math.abs(left))) parts[index] = parts[index]!.plus(Math.sign(left));
  return parts.map((part) => Money.of(part.dividedBy(scale), total.currency));
}
