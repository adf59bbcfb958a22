import { newId } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { DUE, held, orderThatIs, placedOrder, shipped, type State, TODAY } from './order.fixture.js';
import type { SalesOrder } from './sales-order.js';
import { type AuthorisedReturn, returnOfOrder } from './sales-return.js';

const LATER = new Date('2026-11-02T11:00:00Z');

/** What happens to an order between two writes, with the time that its deadlines get then. */
function after(order: SalesOrder, facts: (order: SalesOrder) => void, dueAt = LATER): SalesOrder {
  const before = order.awaited;
  facts(order);
  order.keepTime(before, dueAt);
  return order;
}

describe('what a sales order waits for from our own services', () => {
  it.each<[State, string[]]>([
    ['placed', ['stock', 'credit']],
    ['confirmed', ['shipment 1']],
    ['cancelling', ['release', 'shipment 1']],
    ['partly-shipped', ['invoice 1']],
    ['shipped', ['invoice 1']],
    ['completed', []],
    ['rejected', []],
    ['cancelled', []],
  ])('when it is %s is %j', (state, awaited) => {
    expect(orderThatIs(state).awaited).toEqual(awaited);
  });

  it('is no shipment while everything is waited for, or a part of what ships complete', () => {
    for (const [policy, reserved, waiting] of [
      ['back-order', 0, 10],
      ['ship-complete', 4, 6],
    ] as const) {
      const order = placedOrder({ policy });
      order.creditApproved('33.00');
      order.stockReserved(held(reserved, waiting), DUE);
      expect([order.status, order.awaited]).toEqual(['confirmed', []]);
      order.stockReserved(held(10, 0), DUE);
      expect(order.awaited).toEqual(['shipment 1']);
    }
  });

  it('is the shipment that had left before a cancellation was answered', () => {
    const order = orderThatIs('cancelling');
    order.reservationReleased({ salesOrderId: order.id, lines: [{ lineNo: 1, quantity: '6' }] });
    expect(order.awaited).toEqual(['shipment 1']);
    order.shipped(shipped(4, 1));
    expect([order.status, order.awaited]).toEqual(['shipped', ['invoice 1']]);
  });
});

describe('the time for an answer', () => {
  it('runs on while nothing is answered, begins anew with each answer, and ends with the last', () => {
    const order = placedOrder();
    expect(after(order, () => {}).answerDueAt).toEqual(DUE);
    expect(after(order, (each) => each.creditApproved('33.00')).answerDueAt).toEqual(LATER);
    expect(after(order, (each) => each.stockReserved(held(10, 0), DUE), DUE).answerDueAt).toEqual(DUE);
    expect(after(order, (each) => each.requestCancellation('customer-request')).answerDueAt).toEqual(DUE);
    expect(after(order, (each) => each.shipped(shipped(10, 1))).answerDueAt).toEqual(LATER);
    expect(after(order, (each) => each.releaseRefused(), DUE).answerDueAt).toEqual(DUE);
    expect(after(order, (each) => each.invoicePosted()).answerDueAt).toBeNull();
  });

  it('that is over is told, changes nothing else, and is forgotten when the answer comes after all', () => {
    const order = after(placedOrder(), (each) => each.fallSilent());
    expect([order.status, order.silentSince, order.answerDueAt]).toEqual(['placed', DUE, null]);
    after(order, (each) => each.creditApproved('33.00'));
    expect([order.silentSince, order.answerDueAt]).toEqual([null, LATER]);
  });

  it('of a return ends when the money is settled', () => {
    const wish = { returnId: newId(), documentOn: TODAY, backdated: false, settlement: 'refund', now: DUE, answerDueAt: DUE } as const;
    const { salesReturn } = returnOfOrder(orderThatIs('shipped'), [{ lineNo: 1, quantity: '1' }], wish) as AuthorisedReturn;
    const told = [
      () => salesReturn.fallSilent(),
      () => salesReturn.goodsReceived(),
      () => salesReturn.credited({ creditNoteId: newId(), number: 'CRN-1', grossTotal: '2.56', refundTotal: '2.56' } as never),
      () => salesReturn.refunded('2.56'),
    ].map((fact) => {
      const before = salesReturn.awaited;
      fact();
      salesReturn.keepTime(before, LATER);
      return [salesReturn.awaited, salesReturn.silentSince ?? salesReturn.answerDueAt];
    });
    expect(told).toEqual([
      ['receipt', DUE],
      ['credit note', LATER],
      ['refund', LATER],
      [undefined, null],
    ]);
  });
});
