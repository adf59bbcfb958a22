import type { TaxCategory } from '@millrace/contracts';
import { Decimal, groupBy, type LocalDate, Money, newId } from '@millrace/kernel';
import type { TaxRounding } from './company.js';

/** Any country that has no rule of its own; any category that has none. */
export const ANY = '*';

/** A rate by the customer's country, the item's category and the date. */
export class TaxRule {
  companyId!: string;
  id!: string;
  /** The customer's country, or `*`. */
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
}

export type AppliedTax = Readonly<{ code: string; rate: Decimal }>;

const NO_TAX: AppliedTax = { code: 'NONE', rate: new Decimal(0) };

/** The rule that fits best: the country before any country, then the category before any category. No rule is no tax. */
export function taxFor(rules: readonly TaxRule[], country: string, category: TaxCategory, on: LocalDate): AppliedTax {
  const fitting = rules.filter(
    (rule) =>
      (rule.country === country || rule.country === ANY) &&
      (rule.taxCategory === category || rule.taxCategory === ANY) &&
      rule.validFrom <= on &&
      (rule.validTo === null || on <= rule.validTo),
  );
  const weight = (rule: TaxRule) => (rule.country === ANY ? 0 : 2) + (rule.taxCategory === ANY ? 0 : 1);
  const best = fitting.sort((a, b) => weight(b) - weight(a) || (a.validFrom < b.validFrom ? 1 : -1))[0];
  return best ? { code: best.code, rate: best.rate } : NO_TAX;
}

export type TaxableLine = Readonly<{ net: Money; tax: AppliedTax }>;
export type TaxTotal = Readonly<{ code: string; rate: Decimal; base: Money; tax: Money }>;

/**
 * Tax by code over the lines of a document.
 *
 *   document: round(Σ net × rate) for each code        line: Σ round(net × rate)
 *
 * Rounded half away from zero to the minor unit. Lines come rounded already.
 *
 * @example Two lines of 1.24 at 10 %: 0.25 over the document, 0.24 by line.
 */
export function taxTotals(lines: readonly TaxableLine[], rounding: TaxRounding, currency: string): TaxTotal[] {
  return [...groupBy(lines, (line) => line.tax.code)].map(([code, group]) => {
    const { rate } = group[0]!.tax;
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

type Rate = readonly [category: TaxCategory, code: string, name: string, rate: string, from: string, to?: string];

/** Value added tax of some countries, to begin with; an accountant checks them before they are relied on. */
const DOMESTIC: Readonly<Record<string, readonly Rate[]>> = {
  GB: [
    ['standard', 'GB-S', 'VAT 17.5 %', '0.175', '2010-01-01', '2011-01-03'],
    ['standard', 'GB-S', 'VAT 20 %', '0.2', '2011-01-04'],
    ['reduced', 'GB-R', 'VAT 5 %', '0.05', '2010-01-01'],
    ['zero', 'GB-Z', 'VAT zero rate', '0', '2010-01-01'],
    ['exempt', 'GB-E', 'VAT exempt', '0', '2010-01-01'],
  ],
  DE: [
    ['standard', 'DE-S', 'USt 19 %', '0.19', '2010-01-01'],
    ['reduced', 'DE-R', 'USt 7 %', '0.07', '2010-01-01'],
  ],
  FR: [
    ['standard', 'FR-S', 'TVA 20 %', '0.2', '2014-01-01'],
    ['reduced', 'FR-R', 'TVA 5,5 %', '0.055', '2014-01-01'],
  ],
};

/** The rules that a new company begins with: its own country's, and exports at zero. */
export function defaultTaxRules(companyId: string, country: string): TaxRule[] {
  const rule = (fields: Partial<TaxRule>) => Object.assign(new TaxRule(), { companyId, id: newId(), validTo: null, ...fields });
  const domestic = (DOMESTIC[country] ?? []).map(([taxCategory, code, name, rate, from, to]) =>
    rule({ country, taxCategory, code, name, rate: new Decimal(rate), validFrom: from as LocalDate, validTo: (to ?? null) as LocalDate | null }),
  );
  return [
    ...domestic,
    rule({ country: ANY, taxCategory: ANY, code: 'EXPORT', name: 'Export, zero rate', rate: new Decimal(0), validFrom: '1900-01-01' as LocalDate }),
  ];
}
