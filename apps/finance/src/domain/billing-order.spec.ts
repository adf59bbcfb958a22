import { Quantity } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BillingOrder } from './billing-order.js';
import { CustomerAccount } from './customer-account.js';
import { gbp, ordered } from './receivable.fixture.js';

/** Ten pieces for 33.33, held with tax: 40.00. */
function heldOrder(): { order: BillingOrder; account: CustomerAccount } {
  const order = ordered({ quantity: '10', net: '33.33' });
  const account = CustomerAccount.empty(order.companyId, order.customerId);
  expect(account.hold(gbp('40.00'))).toBe(true);
  return { order: Object.assign(order, { holdTotal: gbp('40.00').toDecimal(), holdLeft: gbp('40.00').toDecimal() }), account };
}

/** Lets go of so many pieces, after so many before. */
const settle = (order: BillingOrder, account: CustomerAccount, before: number, pieces: number) =>
  order.settleHold(order.netOf(1, Quantity.of(`${before}`), Quantity.of(`${pieces}`)), account);

describe('the hold of an order', () => {
  it('is let go in the part that was invoiced, and the rest when the rest is cancelled', () => {
    const { order, account } = heldOrder();
    settle(order, account, 0, 4);
    expect([order.holdLeft.toFixed(), account.held.toFixed()]).toEqual(['24', '24']);
    settle(order, account, 4, 6);
    expect([order.holdLeft.toFixed(), account.held.toFixed()]).toEqual(['0', '0']);
  });

  it('is let go to the penny in whichever order shipments and the cancellation of the rest are told', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([3, 3, 1, 3], { minLength: 4 }), fc.nat(3), (parts, cancelled) => {
        const { order, account } = heldOrder();
        const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, each) => sum + each, 0));
        const turns = parts.map((_, index) => index).sort((a, b) => Number(a !== cancelled) - Number(b !== cancelled));
        for (const turn of turns) {
          settle(order, account, starts[turn]!, parts[turn]!);
          expect(account.held.isNegative()).toBe(false);
          expect(account.held.toFixed()).toBe(order.holdLeft.toFixed());
        }
        expect(order.holdLeft.toFixed()).toBe('0');
      }),
    );
  });

  it('is let go whole when the order is rejected, or cancelled before it was confirmed', () => {
    const { order, account } = heldOrder();
    order.releaseHold(account);
    expect([order.holdLeft.toFixed(), account.held.toFixed(), order.netDone.toFixed()]).toEqual(['0', '0', '33.33']);
  });

  it('of an order that was refused is nothing, and nothing is let go', () => {
    const order = ordered({ quantity: '10', net: '33.33' });
    const account = CustomerAccount.empty(order.companyId, order.customerId);
    settle(order, account, 0, 10);
    expect([order.holdLeft.toFixed(), account.held.toFixed()]).toEqual(['0', '0']);
  });
});
