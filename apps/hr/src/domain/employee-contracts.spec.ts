import { isRefusal, type LocalDate, localDate, Money, type Refusal } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EmployeeContracts } from './employee-contracts.js';
import { type EmploymentContract, grossInMonth } from './employment-contract.js';
import { contract, JUNE } from './payroll.fixture.js';

const TODAY = localDate('2026-06-20');
const from = (day: string, to?: string, monthlyGross = '3000.00') =>
  contract(monthlyGross, { employeeId: 'robin', validFrom: localDate(day), validTo: to === undefined ? null : localDate(to) });
const paidInJune = (amount: string) => new Map([[JUNE, Money.of(amount, 'GBP')]]);
const book = (contracts: EmploymentContract[], paid = new Map<LocalDate, Money>()) => new EmployeeContracts(contracts, paid);
/** The refusal's code, or yes. */
const codeOf = (answer: Refusal | undefined) => answer?.code ?? 'yes';
const days = (contracts: readonly EmploymentContract[]) =>
  contracts.map(({ validFrom, validTo, revoked }) => (revoked ? 'revoked' : `${validFrom}/${validTo ?? ''}`));

describe('signing a contract', () => {
  it('ends the open one the day before, when it is a raise', () => {
    const contracts = [from('2026-01-01')];
    expect(book(contracts).sign(from('2026-07-01'), true)).toBeUndefined();
    expect(days(contracts)).toEqual(['2026-01-01/2026-06-30', '2026-07-01/']);
    expect(contracts[0]!.version).toBe(2);
  });

  it('revokes the open one when it begins on the same day', () => {
    const contracts = [from('2026-07-01')];
    expect(book(contracts).sign(from('2026-07-01'), true)).toBeUndefined();
    expect(days(contracts)).toEqual(['revoked', '2026-07-01/']);
  });

  it.each([
    ['contract-overlaps', '2026-06-30', false],
    ['yes', '2026-07-01', false],
    ['yes', '2026-07-01', true],
    ['contract-overlaps', '2026-06-30', true], // Only an open one gives way.
  ])('is answered %s when the one before ends on 2026-06-30 and it begins on %s', (code, day, endsOpen) => {
    const contracts = [from('2026-01-01', '2026-06-30')];
    expect(codeOf(book(contracts).sign(from(day), endsOpen))).toBe(code);
    expect(contracts.length).toBe(code === 'yes' ? 2 : 1);
  });

  it('does not end an open contract that begins later', () => {
    expect(codeOf(book([from('2026-09-01')]).sign(from('2026-07-01'), true))).toBe('contract-overlaps');
    expect(codeOf(book([from('2026-09-01')]).sign(from('2026-07-01', '2026-08-31'), true))).toBe('yes');
  });

  it.each([
    ['yes', '3000.00'],
    ['contract-paid', '2999.98'],
  ])('is answered %s when half of a month that was paid with 3000.00 would now earn as at %s a month', (code, monthlyGross) => {
    const contracts = [from('2026-01-01')];
    expect(codeOf(book(contracts, paidInJune('3000.00')).sign(from('2026-06-16', undefined, monthlyGross), true))).toBe(code);
    expect(contracts.length).toBe(code === 'yes' ? 2 : 1);
  });
});

describe('moving the last day of a contract', () => {
  it.each([
    ['yes', '2026-06-30', '2026-01-01/2026-06-30'],
    ['yes', '2025-12-31', 'revoked'],
    ['contract-paid', '2026-06-29', '2026-01-01/'],
  ])('is answered %s when June was paid and it ends on %s', (code, day, after) => {
    const contracts = [from('2026-01-01')];
    const answer = book(contracts, day > '2026' ? paidInJune('3000.00') : undefined).move(contracts[0]!, localDate(day));
    expect([codeOf(answer), days(contracts)]).toEqual([code, [after]]);
  });

  it('says what was paid for the month and what it would earn', () => {
    const contracts = [from('2026-01-01')];
    expect(book(contracts, paidInJune('3000.00')).move(contracts[0]!, localDate('2026-06-20'))).toMatchObject({
      members: { month: '2026-06', paid: '3000.00', earned: '2000.00' },
    });
  });

  it.each([
    ['yes', '2026-07-31'],
    ['contract-overlaps', '2026-08-01'],
  ])('is answered %s when the next one begins on 2026-08-01 and it ends on %s', (code, day) => {
    const contracts = [from('2026-01-01', '2026-06-30'), from('2026-08-01')];
    expect(codeOf(book(contracts).move(contracts[0]!, localDate(day)))).toBe(code);
  });

  it('is refused when it was revoked', () => {
    const contracts = [from('2026-07-01')];
    const robin = book(contracts);
    expect(robin.move(contracts[0]!, localDate('2026-06-30'))).toBeUndefined();
    expect(codeOf(robin.move(contracts[0]!, localDate('2026-08-31')))).toBe('contract-revoked');
  });
});

describe('leaving', () => {
  it.each([
    ['yes', [from('2026-01-01', '2026-06-20')]],
    ['contract-open', [from('2026-01-01', '2026-06-21')]],
    ['contract-open', [from('2026-01-01')]],
    ['contract-open', [from('2026-09-01')]],
    ['yes', []],
  ])('is answered %s without a last day, by what runs past today', (code, contracts) => {
    expect(codeOf(book(contracts).leave(undefined, TODAY))).toBe(code);
  });

  it('ends what runs past the last day, revokes what begins after it, and leaves what ends before', () => {
    const contracts = [from('2025-01-01', '2025-12-31'), from('2026-01-01', '2026-08-31'), from('2026-09-01')];
    expect(book(contracts).leave(localDate('2026-06-30'), TODAY)).toBeUndefined();
    expect(days(contracts)).toEqual(['2025-01-01/2025-12-31', '2026-01-01/2026-06-30', 'revoked']);
    expect(contracts.map(({ version }) => version)).toEqual([1, 2, 2]);
  });

  it.each([
    ['yes', '2026-06-30'],
    ['contract-paid', '2026-06-29'],
  ])('is answered %s when June was paid and the last day is %s', (code, day) => {
    expect(codeOf(book([from('2026-01-01')], paidInJune('3000.00')).leave(localDate(day), TODAY))).toBe(code);
  });
});

describe('any changes of contracts', () => {
  const day = fc.integer({ min: 0, max: 364 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const change = fc.record({ verb: fc.constantFrom('sign', 'raise', 'move', 'leave'), day, gross: fc.integer({ min: 1, max: 5 }), which: fc.nat(5) });

  it('leave at most one contract a day, and no month that earns less than was paid', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const contracts: EmploymentContract[] = [from('2026-01-01')];
        const paid = paidInJune('3000.00');
        const robin = book(contracts, paid);
        for (const { verb, day: on, gross, which } of changes) {
          const before = contracts.map((each) => ({ ...each }));
          const existing = contracts[which % contracts.length]!;
          const answer =
            verb === 'move'
              ? robin.move(existing, localDate(on))
              : verb === 'leave'
                ? robin.leave(localDate(on), TODAY)
                : robin.sign(from(on, undefined, `${gross}000.00`), verb === 'raise');
          expect(isRefusal(answer) ? contracts.map((each) => ({ ...each })) : before).toEqual(before);
          const clashes = contracts.flatMap((each, index) => contracts.slice(index + 1).filter((other) => each.overlaps(other)));
          expect(clashes).toEqual([]);
          const earned = contracts.reduce((sum, each) => sum.plus(grossInMonth(each, JUNE)), Money.zero('GBP'));
          expect(earned.isLessThan(paid.get(JUNE)!)).toBe(false);
        }
      }),
    );
  });
});
