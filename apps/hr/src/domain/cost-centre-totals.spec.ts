import { localDate, newId } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costCentreTotals, FEWEST_PEOPLE } from './cost-centre-totals.js';
import { contract, decider, details, draft, due, rates } from './payroll.fixture.js';
import { runPayroll } from './payroll.js';
import type { Payslip } from './payslip.js';

const RATES = rates('0.15', '0.062', '0.062');
const people = (count: number, costCentre: string | null, monthlyGross = '1000.00') =>
  Array.from({ length: count }, () => contract(monthlyGross, { costCentre }));
const told = (payslips: readonly Payslip[], fewest?: number) =>
  costCentreTotals(payslips, 'GBP', fewest).map(({ costCentre, grossTotal, employerSocialTotal }) =>
    [costCentre, grossTotal.toFixed(2), employerSocialTotal.toFixed(2)].join(' '),
  );

describe('a payroll run by cost centre', () => {
  it('is 124800.00 and 31200.00 of two who earn 78000.00 each, when one moves after the 18th of 30 days', () => {
    const employeeId = newId();
    const contracts = [
      contract('78000.00', { costCentre: 'A' }),
      contract('78000.00', { costCentre: 'A', employeeId, validTo: localDate('2026-06-18') }),
      contract('78000.00', { costCentre: 'B', employeeId, validFrom: localDate('2026-06-19') }),
    ];
    expect(told(draft(contracts, rates('0', '0', '0')).payslips, 1)).toEqual(['A 124800.00 0.00', 'B 31200.00 0.00']);
  });

  it('spreads the employer share so that the parts are the whole', () => {
    const employeeId = newId();
    const third = (costCentre: string, from: string, to: string) =>
      contract('1000.00', { costCentre, employeeId, validFrom: localDate(from), validTo: localDate(to) });
    const thirds = [third('A', '2026-06-01', '2026-06-10'), third('B', '2026-06-11', '2026-06-20'), third('C', '2026-06-21', '2026-06-30')];
    expect(told(draft(thirds, RATES).payslips, 1)).toEqual(['A 333.33 20.67', 'B 333.33 20.66', 'C 333.33 20.67']);
  });

  it('takes from the old cost centre what a raise moves to the new one', () => {
    const employeeId = newId();
    const old = contract('3000.00', { costCentre: 'A', employeeId, validTo: localDate('2026-06-15') });
    const raised = contract('3600.00', { costCentre: 'B', employeeId, validFrom: localDate('2026-06-16') });
    const { payslips } = runPayroll([due(old, '3000.00'), due(raised)], RATES, details) as { payslips: Payslip[] };
    expect(told(payslips, 1)).toEqual(['A -1500.00 -93.00', 'B 1800.00 111.60']);
  });

  it.each([
    ['three people are told', [people(3, 'A')], ['A 3000.00 186.00']],
    ['two people are not', [people(2, 'A')], []],
    ['two of one and three of another: the two would show as the rest', [people(2, 'A'), people(3, 'B'), people(4, 'C')], ['C 4000.00 248.00']],
    ['one without a cost centre would show as the rest', [people(1, null), people(3, 'B'), people(4, 'C')], ['C 4000.00 248.00']],
    ['three without a cost centre are a rest that tells nothing', [people(3, null), people(3, 'B')], ['B 3000.00 186.00']],
    ['two and one of different ones are a rest that tells nothing', [people(2, 'A'), people(1, null), people(3, 'B')], ['B 3000.00 186.00']],
    ['one and all others of one: nothing is told', [people(1, 'A'), people(9, 'B')], []],
  ])('tells nobody how little or much one earns: %s', (_which, contracts, lines) => {
    expect(told(draft(contracts.flat(), RATES).payslips)).toEqual(lines);
  });

  it('is told with the run when it is approved, and left out where nothing may be told', () => {
    expect(draft(people(3, 'SHOP'), RATES).run.approve(decider('boss'))).toMatchObject({
      data: { grossTotal: '3000.00', costCentres: [{ costCentre: 'SHOP', grossTotal: '3000.00', employerSocialTotal: '186.00' }] },
    });
    expect(draft(people(2, 'SHOP'), RATES).run.approve(decider('boss'))).toMatchObject({ data: { grossTotal: '2000.00', costCentres: undefined } });
  });

  it('never tells a sum of fewer people than it may, and no rest of them', () => {
    const staff = fc.array(fc.constantFrom(null, 'A', 'B', 'C', 'D'), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(staff, (centres) => {
        const { payslips } = draft(
          centres.map((costCentre) => contract('1000.00', { costCentre })),
          RATES,
        );
        const totals = costCentreTotals(payslips, 'GBP');
        const rest = centres.length - totals.reduce((sum, each) => sum + each.people, 0);
        expect(totals.filter((each) => each.people < FEWEST_PEOPLE)).toEqual([]);
        expect(totals.length === 0 || rest === 0 || rest >= FEWEST_PEOPLE).toBe(true);
      }),
    );
  });
});
