import { type LocalDate, Money, minorUnitDigits, type Refusal } from '@millrace/kernel';
import { amountTooFine, backdateForbidden, currencyOther, dateInFuture } from './refusals.js';

/** The date that a person posts on: today, or an earlier one for those who may say so. */
export function personsDate(given: string | undefined, today: LocalDate, mayBackdate: boolean): LocalDate | Refusal {
  if (given === undefined || given === today) return today;
  if (given > today) return dateInFuture;
  return mayBackdate ? (given as LocalDate) : backdateForbidden;
}

/** An amount that a person enters, in the currency of the books and no finer than its minor unit. */
export function personsAmount(amount: string, currency: string | undefined, base: string): Money | Refusal {
  if (currency !== undefined && currency !== base) return currencyOther(base);
  const money = Money.of(amount, base);
  return money.toDecimal().decimalPlaces() > minorUnitDigits(base) ? amountTooFine(base) : money;
}
