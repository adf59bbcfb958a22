import { addDays, Decimal, localDate, Money, newId } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { addTaxRule, taxFor, TaxRule, taxTotals } from './tax.js';
import { defaultTaxRules, hasDefaultRates } from './tax-rates.js';

const NOW = new Date('2026-11-02T10:00:00Z');
const gbp = (amount: string) => Money.of(amount, 'GBP');

describe('tax', () => {
  const rules = defaultTaxRules('company', 'GB');
  const rateOn = (country: string, category: 'standard' | 'reduced', on: string) => taxFor(rules, 'GB', country, category, localDate(on));

  it('follows the date, the country before any country, and exports at zero', () => {
    expect(
      [rateOn('GB', 'standard', '2010-12-01'), rateOn('GB', 'standard', '2011-01-04'), rateOn('GB', 'reduced', '2020-01-01')].map(({ rate }) => rate.toFixed()),
    ).toEqual(['0.175', '0.2', '0.05']);
    expect(rateOn('US', 'standard', '2020-01-01')).toMatchObject({ code: 'EXPORT' });
    expect(taxFor([], 'GB', 'GB', 'standard', localDate('2020-01-01'))).toMatchObject({ code: 'NONE' });
  });

  it('at home is never that of an export, also where no rate is known', () => {
    const code = (home: string, country: string) => taxFor(defaultTaxRules('company', home), home, country, 'standard', localDate('2026-11-02')).code;
    expect([code('IE', 'IE'), code('IE', 'GB'), code('NZ', 'NZ'), code('NZ', 'AU')]).toEqual(['IE-S', 'EXPORT', 'NONE', 'EXPORT']);
    expect([hasDefaultRates('IE'), hasDefaultRates('NZ')]).toEqual([true, false]);
  });

  it('has one rule a day for each country and category to begin with, and none is missing after the first day', () => {
    for (const country of ['AT', 'BE', 'CH', 'DE', 'DK', 'ES', 'FI', 'FR', 'GB', 'IE', 'IT', 'LU', 'NL', 'NO', 'PL', 'PT', 'SE']) {
      const begun: TaxRule[] = [];
      for (const rule of defaultTaxRules('company', country)) expect([country, addTaxRule(begun, rule, 'me', NOW)]).toEqual([country, {}]);
      const standard = begun.filter((rule) => rule.country === country && rule.taxCategory === 'standard');
      expect(standard.slice(1).map(({ validFrom }) => addDays(validFrom, -1))).toEqual(standard.slice(0, -1).map(({ validTo }) => validTo));
      expect(standard.at(-1)!.validTo).toBeNull();
    }
  });

  it.each([
    [['1.24', '1.24'], '0.1', '0.25', '0.24'],
    [Array.from({ length: 100 }, () => '1.00'), '0.2', '20.00', '20.00'],
    [['11.72'], '0.06', '0.70', '0.70'],
    [['-0.45'], '0.06', '-0.03', '-0.03'],
    [['5573.60', '-222.94'], '0.22', '1177.15', '1177.14'],
  ])('on %j at %s is %s over the document and %s by line', (nets, rate, byDocument, byLine) => {
    const lines = nets.map((net) => ({ net: gbp(net), tax: { code: 'T', rate: new Decimal(rate) } }));
    const total = (rounding: 'document' | 'line') => `${taxTotals(lines, rounding, 'GBP')[0]!.tax}`;
    expect([total('document'), total('line')]).toEqual([byDocument, byLine]);
  });

  it('is added up by code and rate, where one code has two', () => {
    const lines = ['0.2', '0.05', '0.2'].map((rate) => ({ net: gbp('100.00'), tax: { code: 'GB-S', rate: new Decimal(rate) } }));
    expect(taxTotals(lines, 'document', 'GBP').map(({ code, base, tax }) => `${code} ${base} ${tax}`)).toEqual(['GB-S 200.00 40.00', 'GB-S 100.00 5.00']);
  });

  it('is added up by code', () => {
    const lines = [
      ['240', 'A', '0.1'],
      ['20', 'B', '0'],
      ['60', 'A', '0.1'],
    ].map(([net, code, rate]) => ({ net: gbp(net!), tax: { code: code!, rate: new Decimal(rate!) } }));
    expect(taxTotals(lines, 'document', 'GBP').map(({ code, base, tax }) => `${code} ${base} ${tax}`)).toEqual(['A 300.00 30.00', 'B 20.00 0.00']);
  });
});

describe('tax rules of a country and category', () => {
  const rule = (validFrom: string, validTo?: string, fields: Partial<TaxRule> = {}) =>
    Object.assign(new TaxRule(), {
      companyId: 'company',
      id: newId(),
      country: 'GB',
      taxCategory: 'standard',
      code: 'GB-S',
      name: 'VAT',
      rate: new Decimal('0.2'),
      validFrom: localDate(validFrom),
      validTo: validTo === undefined ? null : localDate(validTo),
      endedAt: null,
      endedBy: null,
      successorId: null,
      ...fields,
    });
  const spans = (rules: readonly TaxRule[]) => rules.map(({ validFrom, validTo, rate }) => `${validFrom} ${validTo ?? 'on'} ${rate.toFixed()}`);

  it('follow each other: a later one ends the open one on the day before, and it is known by whom', () => {
    const open = rule('2011-01-04');
    const [rules, next] = [[open], rule('2026-12-01', undefined, { rate: new Decimal('0.22') })];
    expect(addTaxRule(rules, next, 'anna', NOW)).toEqual({ ended: open, resumed: undefined });
    expect(spans(rules)).toEqual(['2011-01-04 2026-11-30 0.2', '2026-12-01 on 0.22']);
    expect(open).toMatchObject({ endedAt: NOW, endedBy: 'anna', successorId: next.id });
  });

  it('go on after one that has a last day', () => {
    const rules = [rule('2007-01-01')];
    addTaxRule(rules, rule('2020-07-01', '2020-12-31', { rate: new Decimal('0.16') }), 'anna', NOW);
    expect(spans(rules)).toEqual(['2007-01-01 2020-06-30 0.2', '2020-07-01 2020-12-31 0.16', '2021-01-01 on 0.2']);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(3);
  });

  it.each<[what: string, TaxRule, code: string | undefined]>([
    ['begins with the open one', rule('2011-01-04'), 'tax-rule-overlaps'],
    ['begins before the open one and goes on', rule('2011-01-03'), 'tax-rule-overlaps'],
    ['ends on the first day of the open one', rule('2010-12-31', '2011-01-04'), 'tax-rule-overlaps'],
    ['ends on the day before the open one', rule('2010-12-31', '2011-01-03'), undefined],
    ['begins on the last day of an ended one', rule('2009-12-31', '2010-01-31'), 'tax-rule-overlaps'],
    ['begins on the day after', rule('2010-01-01', '2010-01-31'), undefined],
    ['ends before it begins', rule('2010-05-02', '2010-05-01'), 'date-range'],
    ['ends on the day on which it begins', rule('2010-05-01', '2010-05-01'), undefined],
    ['is of another category', rule('2011-01-04', undefined, { taxCategory: 'reduced' }), undefined],
    ['is of another country', rule('2011-01-04', undefined, { country: 'IE' }), undefined],
  ])('answer one that %s with %s', (_what, added, code) => {
    const rules = [rule('2009-01-01', '2009-12-31'), rule('2011-01-04')];
    const answer = addTaxRule(rules, added, 'anna', NOW);
    expect('code' in answer ? answer.code : undefined).toBe(code);
    expect(rules).toHaveLength(code ? 2 : 3);
  });

  it.each([
    ['2011-01-03', 'date-range'],
    ['2011-01-04', undefined],
    ['2011-12-30', undefined],
    ['2011-12-31', 'tax-rule-ended'],
    ['2012-01-01', 'tax-rule-ended'],
  ])('end on a day within their time: on %s %s', (on, code) => {
    const ended = rule('2011-01-04', '2011-12-31');
    expect(ended.end(localDate(on), 'anna', NOW)?.code).toBe(code);
    expect(ended.validTo).toBe(code ? '2011-12-31' : on);
  });
});
