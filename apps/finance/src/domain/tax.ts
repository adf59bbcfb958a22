import type { TaxCategory } from '@millrace/contracts';
import { addDays, Decimal, groupBy, type LocalDate, Money, newId, type Refusal } from '@millrace/kernel';
import type { TaxRounding } from './company.js';
import { dateRange, taxRuleEnded, taxRuleOverlaps } from './refusals.js';

/** Of countries: every one abroad that has no rule of its own. Of categories: every one that has none. */
export const ANY = '*';

/** A rate by the customer's country, the item's category and the date. */
export class TaxRule {
  companyId!: string;
  id!: string;
  /** The customer's country, or `*` for abroad. */
  country!: string;
  taxCategory!: TaxCategory | typeof ANY;
  validFrom!: LocalDate;
  /** The last day; open when null. */
  validTo!: LocalDate | null;
  /** Stands on the invoice and in reports: "GB-S". */
  code!: string;
  name!: string;
  /** "0.2" is 20 %. */
  rate!: Decimal;
  /** When and by whom it was ended, and the rule that took over where one did. */
  endedAt!: Date | null;
  endedBy!: string | null;
  successorId!: string | null;

  /** Whether it holds on a day of a span; a span or rule without an end goes on. */
  overlaps(from: LocalDate, to: LocalDate | null): boolean {
    return (to === null || this.validFrom <= to) && (this.validTo === null || from <= this.validTo);
  }

  /** Holds up to a day and no longer. What was taxed by it stays as it is. */
  end(on: LocalDate, by: string, now: Date, successorId: string | null = null): Refusal | undefined {
    if (on < this.validFrom) return dateRange;
    if (this.validTo !== null && this.validTo <= on) return taxRuleEnded(this.validTo);
    Object.assign(this, { validTo: on, endedAt: now, endedBy: by, successorId });
    return undefined;
  }
}

export type AddedTaxRule = Readonly<{ ended?: TaxRule; resumed?: TaxRule }>;

/**
 * Adds a rule to those of its company. The open rule of the same country and category that began earlier ends on the
 * day before, and goes on as a rule of its own after a new one that has a last day. Any other day that two rules would
 * share is refused.
 *
 * @example 20 % from 2011-01-04 ends 17.5 % from 2010-01-01 on 2011-01-03.
 */
export function addTaxRule(rules: TaxRule[], rule: TaxRule, by: string, now: Date): AddedTaxRule | Refusal {
  if (rule.validTo !== null && rule.validTo < rule.validFrom) return dateRange;
  const rivals = rules.filter((each) => each.country === rule.country && each.taxCategory === rule.taxCategory && each.overlaps(rule.validFrom, rule.validTo));
  const [open] = rivals;
  if (!open) {
    rules.push(rule);
    return {};
  }
  if (rivals.length > 1 || open.validTo !== null || open.validFrom >= rule.validFrom) return taxRuleOverlaps;
  const resumed = rule.validTo === null ? undefined : Object.assign(new TaxRule(), open, { id: newId(), validFrom: addDays(rule.validTo, 1) });
  open.end(addDays(rule.validFrom, -1), by, now, rule.id);
  rules.push(rule, ...(resumed ? [resumed] : []));
  return { ended: open, resumed };
}

export type AppliedTax = Readonly<{ code: string; rate: Decimal }>;

/** What no rule fits is not taxed, and stands in the tax report as what it is. */
export const NO_RULE: AppliedTax = { code: 'NONE', rate: new Decimal(0) };

/**
 * The rule that fits best: the country before any country, then the category before any category. A sale at home is
 * never an export: without a rule of the company's own country it has none.
 */
export function taxFor(rules: readonly TaxRule[], home: string, country: string, category: TaxCategory, on: LocalDate): AppliedTax {
  const fitting = rules.filter(
    (rule) =>
      (rule.country === country || (rule.country === ANY && country !== home)) &&
      (rule.taxCategory === category || rule.taxCategory === ANY) &&
      rule.overlaps(on, on),
  );
  const weight = (rule: TaxRule) => (rule.country === ANY ? 0 : 2) + (rule.taxCategory === ANY ? 0 : 1);
  const best = fitting.sort((a, b) => weight(b) - weight(a) || (a.validFrom < b.validFrom ? 1 : -1))[0];
  return best ? { code: best.code, rate: best.rate } : NO_RULE;
}

/** A tax on a document: a code may have two rates on one. */
export const taxKey = ({ code, rate }: AppliedTax) => `${code} ${rate.toFixed()}`;

export type TaxableLine = Readonly<{ net: Money; tax: AppliedTax }>;
export type TaxTotal = Readonly<{ code: string; rate: Decimal; base: Money; tax: Money }>;

/**
 * Tax by code and rate over the lines of a document.
 *
 *   document: round(Σ net × rate) for each rate        line: Σ round(net × rate)
 *
 * Rounded half away from zero to the minor unit. Lines come rounded already.
 *
 * @example Two lines of 1.24 at 10 %: 0.25 over the document, 0.24 by line.
 */
export function taxTotals(lines: readonly TaxableLine[], rounding: TaxRounding, currency: string): TaxTotal[] {
  return [...groupBy(lines, (line) => taxKey(line.tax)).values()].map((group) => {
    const { code, rate } = group[0]!.tax;
    const base = Money.sum(
      group.map((line) => line.net),
      currency,
    );
    const tax =
      rounding === 'document'
        ? base.times(rate).rounded()
        : Money.sum(
            group.map((line) => line.net.times(rate).rounded()),
            currency,
          );
    return { code, rate, base, tax };
  });
}
