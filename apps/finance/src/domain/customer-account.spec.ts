import { Decimal } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { CustomerAccount } from './customer-account.js';
import { adjustment, gbp, invoiced, ordered } from './receivable.fixture.js';

const account = (creditLimit: string | null) =>
  Object.assign(CustomerAccount.empty('company', 'customer'), {
    creditLimit: creditLimit === null ? null : new Decimal(creditLimit),
    receivable: new Decimal('60.00'),
    held: new Decimal('20.00'),
  });

describe("a customer's credit", () => {
  it('holds an amount that brings invoices and holds up to the limit, and not a penny more', () => {
    const [within, beyond] = [account('100.00'), account('100.00')];
    expect([within.hold(gbp('20.00')), beyond.hold(gbp('20.01'))]).toEqual([true, false]);
    expect([within.held.toFixed(), beyond.held.toFixed()]).toEqual(['40', '20']);
    expect(within.hold(gbp('0.01'))).toBe(false);
  });

  it('holds nothing when the limit was lowered below what is owed already, and anything without a limit', () => {
    expect(account('79.99').hold(gbp('0.00'))).toBe(false);
    expect(account('80.00').hold(gbp('0.00'))).toBe(true);
    expect(account(null).hold(gbp('1000000.00'))).toBe(true);
  });

  it.each([
    ['100.00', '100.01', '100.01'],
    ['100.00', null, 'unlimited'],
    ['100.00', '100.00', undefined],
    ['100.00', '99.99', undefined],
    [null, '1000000.00', undefined],
    [null, null, undefined],
  ])('is raised from %s to %s as far as %s', (before, after, raised) => {
    const asked = account(before).raisedTo(after === null ? null : new Decimal(after));
    expect(asked instanceof Decimal ? asked.toFixed(2) : asked).toBe(raised);
  });

  it('is free again as invoices and opening balances are settled, and not by other debits', () => {
    const of = account('100.00');
    const owed = invoiced(ordered({ quantity: '1', net: '10.00' }), '2011-01-05', { lineNo: 1, quantity: '1' });
    for (const debit of [owed, adjustment('opening', '10.00'), adjustment('bad-debt', '10.00')]) of.settled(debit, new Decimal('4.00'));
    expect(of.receivable.toFixed()).toBe('52');
  });
});
