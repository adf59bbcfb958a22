import { indexBy, newId } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import type { DebitWish } from '../domain/allocation.js';
import { adjustment, customer, invoiced, ordered, payment } from '../domain/receivable.fixture.js';
import { ReceivableBook } from './receivable.repository.js';
import { creditOf, type Wish, wishedDebits } from './settle.js';

const invoice = invoiced(ordered({ quantity: '1', net: '10.00' }), '2011-01-05', { lineNo: 1, quantity: '1' });
const [owed, favour, money] = [adjustment('opening', '8.00'), adjustment('opening', '-8.00'), payment('5.00')];
const byId = <T extends { id: string }>(...rows: T[]) => indexBy(rows, ({ id }) => id);
const book = new ReceivableBook(new Map(), new Map(), new Map(), byId(invoice), byId(money), new Map(), byId(owed, favour));
const wished = (customerId: string, ...wishes: Wish[]) => wishedDebits(wishes, customerId, 'GBP', book);

describe('what a caller wants to settle', () => {
  it('is an invoice or an adjustment of the customer, whole or in part', () => {
    const found = wished(customer.customerId, { customerInvoiceId: invoice.id, amount: '1.01' }, { adjustmentId: owed.id }) as DebitWish[];
    expect(found.map(({ debit, amount }) => [debit.id, amount?.toFixed()])).toEqual([
      [invoice.id, '1.01'],
      [owed.id, undefined],
    ]);
  });

  it.each<[what: string, wishes: Wish[], code: string]>([
    ['it is finer than the currency', [{ customerInvoiceId: invoice.id, amount: '0.0001' }], 'amount-too-fine'],
    ['it names nothing', [{ amount: '1.00' }], 'allocation-target'],
    ['it names both', [{ customerInvoiceId: invoice.id, adjustmentId: owed.id }], 'allocation-target'],
    ['there is no such invoice', [{ customerInvoiceId: newId() }], 'invoice-unknown'],
    ['there is no such adjustment', [{ adjustmentId: newId() }], 'adjustment-unknown'],
    ['the adjustment is in the favour of the customer', [{ adjustmentId: favour.id }], 'adjustment-unknown'],
    ['an invoice is named twice', [{ customerInvoiceId: invoice.id }, { customerInvoiceId: invoice.id }], 'invoice-repeated'],
    ['an adjustment is named twice', [{ adjustmentId: owed.id }, { adjustmentId: owed.id }], 'adjustment-repeated'],
  ])('is refused when %s', (_what, wishes, code) => {
    expect(wished(customer.customerId, ...wishes)).toMatchObject({ code });
  });

  it('is refused when it is of another customer', () => {
    const refused = [wished(newId(), { customerInvoiceId: invoice.id }), wished(newId(), { adjustmentId: owed.id })];
    expect(refused).toMatchObject([{ code: 'invoice-unknown' }, { code: 'adjustment-unknown' }]);
  });
});

describe('what is on account', () => {
  it('is found by its kind and id, and is not an adjustment that raised what is owed', () => {
    expect(creditOf({ from: 'payments', id: money.id }, book)).toBe(money);
    expect(creditOf({ from: 'adjustments', id: favour.id }, book)).toBe(favour);
    expect(creditOf({ from: 'creditNotes', id: money.id }, book)).toMatchObject({ code: 'not-found' });
    expect(creditOf({ from: 'adjustments', id: owed.id }, book)).toMatchObject({ code: 'adjustment-not-credit' });
  });
});
