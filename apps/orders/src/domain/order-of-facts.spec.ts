import { localDate, Quantity } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SalesOrder } from './sales-order.js';
import { SalesOrderLine } from './sales-order-line.js';

const salesOrderId = '0199a1b0-0000-7000-8000-000000000041';
const ON = '2026-03-02';
const BACK_ORDER_DUE = new Date('2026-04-01T00:00:00Z');

type Fact = (order: SalesOrder) => void;

const held = (reserved: number, waiting: number): Fact => {
  const lines = [{ lineNo: 1, reserved: `${reserved}`, waiting: `${waiting}` }];
  return (order) => order.stockReserved({ salesOrderId, reservedOn: ON, lines }, BACK_ORDER_DUE);
};
const shipped = (quantity: number): Fact => {
  const lines = [{ lineNo: 1, quantity: `${quantity}` }];
  return (order) => order.shipped({ salesOrderId, dispatchedOn: ON, lines } as unknown as Parameters<SalesOrder['shipped']>[0]);
};
const released = (quantity: number): Fact => {
  const lines = [{ lineNo: 1, quantity: `${quantity}` }];
  return (order) => order.reservationReleased({ salesOrderId, lines });
};
const invoiced: Fact = (order) => order.invoicePosted();
const paid: Fact = (order) => order.invoicePaid(localDate(ON));

/** Confirmed, of ten pieces of which four are held: what comes afterwards comes on streams that do not wait for each other. */
function confirmedOrder(): SalesOrder {
  const none = Quantity.zero;
  const line = Object.assign(new SalesOrderLine(), {
    lineNo: 1,
    kind: 'stocked',
    stockQuantity: Quantity.of('10'),
    reserved: none,
    waiting: none,
    shipped: none,
    cancelled: none,
    returned: none,
  });
  const order = Object.assign(new SalesOrder(), {
    id: salesOrderId,
    status: 'placed',
    credit: 'approved',
    stock: 'pending',
    cancellation: 'none',
    lines: [line],
    shipments: 0,
    invoicesPosted: 0,
    invoicesPaid: 0,
    delivered: false,
    backOrderDueAt: null,
  });
  held(4, 6)(order);
  return order;
}

function endOf(order: SalesOrder) {
  const [line] = order.lines;
  const quantities = Object.fromEntries((['reserved', 'waiting', 'shipped', 'cancelled'] as const).map((name) => [name, `${line![name]}`]));
  return { status: order.status, delivered: order.delivered, waitsUntil: order.backOrderDueAt, awaited: order.awaited.join(), ...quantities };
}

/** Any merge of the streams that keeps the order inside each. */
function merged(...streams: readonly (readonly Fact[])[]): fc.Arbitrary<Fact[]> {
  const turns = streams.flatMap((stream, index) => stream.map(() => index));
  return fc.shuffledSubarray(turns, { minLength: turns.length }).map((order) => {
    const queues = streams.map((stream) => [...stream]);
    return order.map((index) => queues[index]!.shift()!);
  });
}

function expectOneEnd(setUp: (order: SalesOrder) => void, streams: readonly (readonly Fact[])[], end: ReturnType<typeof endOf>): void {
  fc.assert(
    fc.property(merged(...streams), (facts) => {
      const order = confirmedOrder();
      setUp(order);
      for (const fact of facts) fact(order);
      expect(endOf(order)).toEqual(end);
    }),
    { numRuns: 300 },
  );
}

describe('facts of one order from streams that overtake each other', () => {
  it('end at the same quantities and status when a late delivery is held, shipped, invoiced and paid', () => {
    const end = { status: 'completed', delivered: true, waitsUntil: null, awaited: '', reserved: '0', waiting: '0', shipped: '10', cancelled: '0' } as const;
    expectOneEnd(
      () => {},
      [
        [held(0, 6), held(6, 0)],
        [shipped(4), shipped(6)],
        [invoiced, paid],
        [invoiced, paid],
      ],
      end,
    );
  });

  it('keep what is still held and waited for when only a part has left', () => {
    const quantities = { reserved: '3', waiting: '2', shipped: '5', cancelled: '0' };
    const end = { status: 'partly-shipped', delivered: false, waitsUntil: BACK_ORDER_DUE, awaited: 'shipment 3,invoice 1', ...quantities } as const;
    expectOneEnd(
      () => {},
      [
        [held(8, 2), held(3, 2)],
        [shipped(4), shipped(1)],
      ],
      end,
    );
  });

  it('end shipped, not cancelled, when the rest is released while a shipment is on its way', () => {
    const end = { status: 'shipped', delivered: true, waitsUntil: null, awaited: '', reserved: '0', waiting: '0', shipped: '4', cancelled: '6' } as const;
    expectOneEnd((order) => order.requestCancellation('customer-request'), [[held(0, 6), released(6)], [shipped(4)], [invoiced]], end);
  });
});
