import { Decimal, localDate } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, toldOf } from './allocation.js';
import { adjustment, invoiced, NOW, ordered, payment } from './receivable.fixture.js';

/** An invoice of one line without tax. */
const invoice = (net: string, on = '2011-01-05') => invoiced(ordered({ quantity: '1', net, tax: 'zero' }), on, { lineNo: 1, quantity: '1' });
const ON = localDate('2011-01-10');

describe('allocating what is on account', () => {
  it('settles documents in order, each by what is open or was asked for, and keeps the rest on account', () => {
    const [first, second, third] = [invoice('10.00'), invoice('5.00'), adjustment('opening', '8.00')];
    const credit = payment('21.00');
    const { allocated } = allocate(credit, [{ debit: first }, { debit: second, amount: new Decimal('2.00') }, { debit: third }], ON, NOW);
    expect(allocated.map(({ amount, paid }) => [amount.toFixed(), paid])).toEqual([
      ['10', true],
      ['2', false],
      ['8', true],
    ]);
    expect([credit.openAmount.toFixed(), second.openAmount.toFixed(), first.paidOn, second.paidOn]).toEqual(['1', '3', ON, null]);
  });

  it('takes an adjustment in the customer’s favour like a payment, and settles nothing that is in its favour', () => {
    const [opening, badDebt, owed] = [adjustment('opening', '-7.00'), adjustment('bad-debt', '-1.00'), invoice('5.00')];
    const { allocations } = allocate(opening, [{ debit: badDebt }, { debit: owed }], ON, NOW);
    expect(allocations).toMatchObject([{ creditKind: 'opening', creditId: opening.id, debitKind: 'invoice', debitId: owed.id }]);
    expect([opening.openAmount.toFixed(), badDebt.openAmount.toFixed()]).toEqual(['-2', '-1']);
  });

  it('never gives more than there is, nor settles more than is open', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 10_000 }), { maxLength: 10 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), amounts, (paid, opens) => {
        const credit = payment(String(paid));
        const invoices = opens.map((open) => invoice(String(open)));
        const { allocated } = allocate(
          credit,
          invoices.map((debit) => ({ debit })),
          ON,
          NOW,
        );
        const given = allocated.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
        expect(given.plus(credit.openAmount).toFixed()).toBe(String(paid));
        expect([credit, ...invoices].every(({ openAmount }) => !openAmount.isNegative())).toBe(true);
      }),
    );
  });

  it.each([
    ['the invoice came later', '2011-01-03', '2011-01-05', '2011-01-03', '2011-01-05'],
    ['the payment came later', '2011-01-08', '2011-01-05', '2011-01-08', '2011-01-08'],
    ['both were there', '2011-01-03', '2011-01-05', '2011-01-20', '2011-01-20'],
  ])('counts from the day on which both documents are in the books and it was made: %s', (_when, paidOn, invoicedOn, allocatedOn, postedOn) => {
    const { allocations } = allocate(payment('5.00', paidOn), [{ debit: invoice('5.00', invoicedOn) }], localDate(allocatedOn), NOW);
    expect(allocations).toMatchObject([{ allocatedOn, postedOn }]);
  });

  it('is told by invoice and order, and by adjustment only when there is one', () => {
    const [owed, opening] = [invoice('5.00'), adjustment('opening', '8.00')];
    const { allocated } = allocate(payment('21.00'), [{ debit: owed }, { debit: opening }], ON, NOW);
    const allocations = [{ customerInvoiceId: owed.id, salesOrderId: owed.orderId, amount: '5.00' }];
    expect(toldOf(allocated, 'GBP')).toEqual({ allocations, adjustments: [{ adjustmentId: opening.id, amount: '8.00' }] });
    expect(toldOf(allocated.slice(0, 1), 'GBP')).toEqual({ allocations, adjustments: undefined });
  });
});
