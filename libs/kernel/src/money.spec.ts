import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CurrencyMismatch, minorUnitDigits, Money, partByAmount, partOf, Quantity, shareOut } from './index.js';
import { Decimal } from './decimal.js';

const gbp = (amount: string) => Money.of(amount, 'GBP');
const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((each) => gbp(new Decimal(each).dividedBy(100).toFixed()));

describe('money', () => {
  it.each([
    ['0.005', 'GBP', '0.01'],
    ['-0.005', 'GBP', '-0.01'],
    ['2.675', 'GBP', '2.68'],
    ['1.4999', 'GBP', '1.50'],
    ['100.5', 'JPY', '101'],
    ['0.0005', 'KWD', '0.001'],
  ])('%s %s is rounded half away from zero to %s', (amount, currency, rounded) => {
    expect(`${Money.of(amount, currency).rounded()}`).toBe(rounded);
  });

  it('shows the decimals of its minor unit, and no minus before nothing', () => {
    expect([`${gbp('15.3')}`, `${gbp('-0')}`, `${Money.of('7', 'JPY')}`, `${gbp('0.025')}`]).toEqual(['15.30', '0.00', '7', '0.025']);
    expect([minorUnitDigits('EUR'), minorUnitDigits('JPY'), minorUnitDigits('KWD')]).toEqual([2, 0, 3]);
  });

  it('never loses anything before it is rounded', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(a.plus(b).minus(b).equals(a)).toBe(true);
      }),
    );
    expect(`${gbp('0.1').plus(gbp('0.2'))}`).toBe('0.30');
  });

  it('refuses to meet another currency, and a division by nothing', () => {
    expect(() => gbp('1').plus(Money.of('1', 'EUR'))).toThrow(CurrencyMismatch);
    expect(() => gbp('1').dividedBy(Quantity.zero)).toThrow(/divided by zero/);
  });
});

describe('an amount spread over weights', () => {
  it.each([
    ['3.00', [40, 20, 20], ['1.50', '0.75', '0.75']],
    ['-3.00', [40, 20, 20], ['-1.50', '-0.75', '-0.75']],
    ['2.99', [43, 14, 23], ['1.61', '0.52', '0.86']],
    ['2.99', [1, 1, 1], ['1.00', '1.00', '0.99']],
    ['0.40', [10, 0], ['0.40', '0.00']],
    ['0.10', [0, 0], ['0.05', '0.05']],
    ['-0.20', [100, 100], ['-0.10', '-0.10']],
  ])('of %s over %j is %j', (total, weights, parts) => {
    const shares = shareOut(
      gbp(total),
      weights.map((each) => new Decimal(each)),
    );
    expect(shares.map(String)).toEqual(parts);
  });

  it('always adds up to the whole, each part within a minor unit of its exact share', () => {
    const weights = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 20 }).filter((each) => each.some((weight) => weight > 0));
    fc.assert(
      fc.property(cents, weights, (total, parts) => {
        const whole = parts.reduce((sum, each) => sum + each, 0);
        const shares = shareOut(
          total,
          parts.map((each) => new Decimal(each)),
        );
        expect(Money.sum(shares, 'GBP').equals(total)).toBe(true);
        for (const [index, share] of shares.entries()) {
          const exact = total.toDecimal().times(parts[index]!).dividedBy(whole);
          expect(share.toDecimal().minus(exact).abs().lessThan('0.01')).toBe(true);
        }
      }),
    );
  });
});

describe('parts taken one after the other', () => {
  it('of 10.00 over three units are 3.33, 3.34 and 3.33', () => {
    const [whole, one] = [Quantity.of(3), Quantity.of(1)];
    expect([0, 1, 2].map((before) => `${partOf(gbp('10.00'), whole, Quantity.of(before), one)}`)).toEqual(['3.33', '3.34', '3.33']);
  });

  it('are together the whole, however it is cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cents, cuts, (amount, parts) => {
        const whole = Quantity.of(parts.reduce((sum, each) => sum + each, 0));
        let before = Quantity.zero;
        const taken = parts.map((each) => {
          const part = partOf(amount, whole, before, Quantity.of(each));
          before = before.plus(Quantity.of(each));
          return part;
        });
        expect(Money.sum(taken, 'GBP').equals(amount.rounded())).toBe(true);
      }),
    );
  });

  it('of a whole that is nothing are nothing', () => {
    expect(`${partByAmount(gbp('5.00'), gbp('0'), gbp('0'), gbp('0'))}`).toBe('0.00');
  });
});
