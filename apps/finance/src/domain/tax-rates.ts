import type { TaxCategory } from '@millrace/contracts';
import { addDays, Decimal, type LocalDate, newId } from '@millrace/kernel';
import { ANY, TaxRule } from './tax.js';

/** Rates by the day from which they hold, each until the next one. */
type Rates = Readonly<Record<string, string>>;
type CountryRates = Readonly<{ tax: string; standard: Rates; reduced?: Rates }>;

const SINCE = '2010-01-01';

/**
 * Value added tax of some countries since 2010: the standard rate and the commonest reduced one, to begin with. An
 * accountant checks them before they are relied on.
 */
const DOMESTIC: Readonly<Record<string, CountryRates>> = {
  AT: { tax: 'USt', standard: { [SINCE]: '0.2' }, reduced: { [SINCE]: '0.1' } },
  BE: { tax: 'BTW', standard: { [SINCE]: '0.21' }, reduced: { [SINCE]: '0.06' } },
  CH: {
    tax: 'MWST',
    standard: { [SINCE]: '0.076', '2011-01-01': '0.08', '2018-01-01': '0.077', '2024-01-01': '0.081' },
    reduced: { [SINCE]: '0.024', '2011-01-01': '0.025', '2024-01-01': '0.026' },
  },
  DE: {
    tax: 'USt',
    standard: { [SINCE]: '0.19', '2020-07-01': '0.16', '2021-01-01': '0.19' },
    reduced: { [SINCE]: '0.07', '2020-07-01': '0.05', '2021-01-01': '0.07' },
  },
  DK: { tax: 'moms', standard: { [SINCE]: '0.25' } },
  ES: {
    tax: 'IVA',
    standard: { [SINCE]: '0.16', '2010-07-01': '0.18', '2012-09-01': '0.21' },
    reduced: { [SINCE]: '0.07', '2010-07-01': '0.08', '2012-09-01': '0.1' },
  },
  FI: {
    tax: 'ALV',
    standard: { [SINCE]: '0.22', '2010-07-01': '0.23', '2013-01-01': '0.24', '2024-09-01': '0.255' },
    reduced: { [SINCE]: '0.12', '2010-07-01': '0.13', '2013-01-01': '0.14', '2026-01-01': '0.135' },
  },
  FR: { tax: 'TVA', standard: { [SINCE]: '0.196', '2014-01-01': '0.2' }, reduced: { [SINCE]: '0.055' } },
  GB: { tax: 'VAT', standard: { [SINCE]: '0.175', '2011-01-04': '0.2' }, reduced: { [SINCE]: '0.05' } },
  IE: {
    tax: 'VAT',
    standard: { [SINCE]: '0.21', '2012-01-01': '0.23', '2020-09-01': '0.21', '2021-03-01': '0.23' },
    reduced: { [SINCE]: '0.135' },
  },
  IT: { tax: 'IVA', standard: { [SINCE]: '0.2', '2011-09-17': '0.21', '2013-10-01': '0.22' }, reduced: { [SINCE]: '0.1' } },
  LU: {
    tax: 'TVA',
    standard: { [SINCE]: '0.15', '2015-01-01': '0.17', '2023-01-01': '0.16', '2024-01-01': '0.17' },
    reduced: { [SINCE]: '0.06', '2015-01-01': '0.08', '2023-01-01': '0.07', '2024-01-01': '0.08' },
  },
  NL: { tax: 'btw', standard: { [SINCE]: '0.19', '2012-10-01': '0.21' }, reduced: { [SINCE]: '0.06', '2019-01-01': '0.09' } },
  NO: { tax: 'MVA', standard: { [SINCE]: '0.25' }, reduced: { [SINCE]: '0.14', '2012-01-01': '0.15' } },
  PL: { tax: 'VAT', standard: { [SINCE]: '0.22', '2011-01-01': '0.23' }, reduced: { [SINCE]: '0.07', '2011-01-01': '0.08' } },
  PT: {
    tax: 'IVA',
    standard: { [SINCE]: '0.2', '2010-07-01': '0.21', '2011-01-01': '0.23' },
    reduced: { [SINCE]: '0.05', '2010-07-01': '0.06' },
  },
  SE: { tax: 'moms', standard: { [SINCE]: '0.25' }, reduced: { [SINCE]: '0.12' } },
};

/** Whether a company of this country begins with rules for its sales at home. */
export function hasDefaultRates(country: string): boolean {
  return country in DOMESTIC;
}

/** The rules that a new company begins with: its own country's where these are known, and exports at zero. */
export function defaultTaxRules(companyId: string, country: string): TaxRule[] {
  const rule = (of: string, taxCategory: TaxRule['taxCategory'], code: string, name: string, rate: string, from: string, next?: string) =>
    Object.assign(new TaxRule(), {
      companyId,
      id: newId(),
      country: of,
      taxCategory,
      code,
      name,
      rate: new Decimal(rate),
      validFrom: from as LocalDate,
      validTo: next === undefined ? null : addDays(next as LocalDate, -1),
      endedAt: null,
      endedBy: null,
      successorId: null,
    });
  const rates = DOMESTIC[country];
  const spans = (category: TaxCategory, letter: string, byDay: Rates) =>
    Object.entries(byDay).map(([from, rate], index, all) =>
      rule(country, category, `${country}-${letter}`, `${rates!.tax} ${new Decimal(rate).times(100).toFixed()} %`, rate, from, all[index + 1]?.[0]),
    );
  const domestic = rates && [
    ...spans('standard', 'S', rates.standard),
    ...spans('reduced', 'R', rates.reduced ?? {}),
    rule(country, 'zero', `${country}-Z`, `${rates.tax} zero rate`, '0', SINCE),
    rule(country, 'exempt', `${country}-E`, `${rates.tax} exempt`, '0', SINCE),
  ];
  return [...(domestic ?? []), rule(ANY, ANY, 'EXPORT', 'Export, zero rate', '0', '1900-01-01')];
}
