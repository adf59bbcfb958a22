import { describe, expect, it } from 'vitest';
import { customer, DUE, held, moment, orderThatIs, placedOrder, pricing, quantities, TODAY, typesOf, wishFor } from './order.fixture.js';
import { placeOrder } from './place-order.js';
import { OrderInvoice, type SalesOrder } from './sales-order.js';
import type { OrderedLine } from './sales-order-line.js';

const line = (sku: string, quantity: string, unitPrice?: string): OrderedLine => ({ sku, quantity, unitPrice });

const invoice = () => Object.assign(new OrderInvoice(), { paid: false, overdue: false, deadlineAt: DUE });

describe('placing an order', () => {
  const place = (...lines: OrderedLine[]) => placeOrder(wishFor(lines), customer, pricing, moment);

  it('prices each line by the list, in the unit that was ordered, and adds the rounded nets', () => {
    const order = place({ sku: 'MUG', quantity: '3' }, { sku: 'MUG', quantity: '2', unit: 'BX' }, { sku: 'DELIVERY', quantity: '1' }) as SalesOrder;
    expect(order.lines.map((line) => [`${line.stockQuantity}`, line.unitPrice.toFixed(), line.netAmount.toFixed()])).toEqual([
      ['3', '2.125', '6.38'],
      ['24', '25.5', '51'],
      ['1', '6.9', '6.9'],
    ]);
    expect(order.netTotal.toFixed()).toBe('64.28');
    expect(order).toMatchObject({ status: 'placed', country: 'GB', paymentTermDays: 30, credit: 'pending', stock: 'pending' });
  });

  it.each<[what: string, line: OrderedLine, code: string]>([
    ['an item that is not there', { sku: 'NONE', quantity: '1' }, 'item-unknown'],
    ['an item that is not sold any more', { sku: 'OLD', quantity: '1' }, 'item-inactive'],
    ['a unit that the item does not have', { sku: 'MUG', quantity: '1', unit: 'KGM' }, 'unit-unknown'],
    ['an item without a price', { sku: 'UNPRICED', quantity: '1' }, 'price-missing'],
    ['a price of one’s own without the permission', { sku: 'MUG', quantity: '1', unitPrice: '1.00' }, 'price-forbidden'],
  ])('refuses %s', (_what, line, code) => {
    expect(place(line)).toMatchObject({ code });
  });

  it('takes a price of one’s own from those who may give it, down to six decimals', () => {
    const order = placeOrder(wishFor([{ sku: 'UNPRICED', quantity: '3', unitPrice: '0.333333' }]), customer, { ...pricing, mayGivePrices: true }, moment);
    expect((order as SalesOrder).netTotal.toFixed()).toBe('1');
  });

  it.each<[what: string, taken: OrderedLine[], refused: OrderedLine[], code: string]>([
    ['a line beyond what is counted', [{ sku: 'MUG', quantity: '999999999' }], [{ sku: 'MUG', quantity: '83333334', unit: 'BX' }], 'quantity-too-large'],
    [
      'lines of one item that are so together',
      [line('MUG', '499999999.5'), line('MUG', '500000000.499999')],
      [line('MUG', '499999999.5'), line('MUG', '500000000.5')],
      'quantity-too-large',
    ],
    [
      'what is nothing in stock units',
      [{ sku: 'TILE', quantity: '0.000005', unit: 'TENTH' }],
      [{ sku: 'TILE', quantity: '0.000004', unit: 'TENTH' }],
      'quantity-too-small',
    ],
    [
      'a price beyond the books',
      [{ sku: 'TILE', quantity: '1', unit: 'MIL', unitPrice: '999999999' }],
      [{ sku: 'TILE', quantity: '1', unit: 'MIL' }],
      'amount-too-large',
    ],
    [
      'a total that is beyond them with as much tax',
      [line('MUG', '4999', '999999999'), line('MUG', '1', '999999999')],
      [line('MUG', '4999', '999999999'), line('MUG', '1', '999999999'), line('MUG', '1', '5000')],
      'amount-too-large',
    ],
  ])('takes the most that can be, and refuses %s', (_what, taken, refused, code) => {
    const answers = [taken, refused].map((lines) => placeOrder(wishFor(lines), customer, { ...pricing, mayGivePrices: true }, moment));
    expect(answers).toMatchObject([{ status: 'placed' }, { code }]);
  });

  it('refuses a customer who is not active', () => {
    expect(placeOrder(wishFor([{ sku: 'MUG', quantity: '1' }]), Object.assign(Object.create(customer), { active: false }), pricing, moment)).toMatchObject({
      code: 'customer-inactive',
    });
  });
});

describe('an order that is placed', () => {
  it('is confirmed once both credit and stock are granted, whichever comes first', () => {
    const [one, other] = [placedOrder(), placedOrder()];
    expect(typesOf(one.creditApproved('33.00'))).toEqual([]);
    expect(typesOf(one.stockReserved(held(10, 0), DUE))).toEqual(['sales-order-confirmed']);
    expect(typesOf(other.stockReserved(held(10, 0), DUE))).toEqual([]);
    expect(typesOf(other.creditApproved('33.00'))).toEqual(['sales-order-confirmed']);
    expect([one.status, other.status]).toEqual(['confirmed', 'confirmed']);
  });

  it('is rejected by either, with the reason, and what the other says then means nothing', () => {
    const [credit, stock] = [placedOrder(), placedOrder()];
    expect(typesOf(credit.creditRefused())).toEqual(['sales-order-rejected']);
    expect(typesOf(credit.stockReserved(held(10, 0), DUE))).toEqual([]);
    const shortage = { itemId: '', sku: 'MUG', requested: '10', available: '4' };
    expect(typesOf(stock.reservationRefused({ reason: 'stock-short', shortages: [shortage] }))).toEqual(['sales-order-rejected']);
    expect(typesOf(stock.creditApproved('33.00'))).toEqual([]);
    expect([credit.rejection, stock.rejection, stock.shortages]).toEqual(['credit-exceeded', 'stock-short', [shortage]]);
    expect(quantities(stock)).toEqual(['0/0/0/10', '0/0/0/1']);
  });

  it('is rejected when there is no such warehouse, with nothing short', () => {
    const order = placedOrder();
    expect(typesOf(order.reservationRefused({ reason: 'warehouse-unknown', shortages: [] }))).toEqual(['sales-order-rejected']);
    expect([order.status, order.rejection, order.shortages]).toEqual(['rejected', 'warehouse-unknown', null]);
  });
});

describe('cancelling', () => {
  it('twice is refused while inventory decides, and open again when it refused', () => {
    const order = orderThatIs('confirmed');
    order.requestCancellation('customer-request');
    expect(typesOf(order.requestCancellation('customer-request'))).toBe('cancellation-pending');
    order.releaseRefused();
    expect(order.cancellation).toBe('refused');
  });

  it('ends an order of which nothing has left, and ships the rest of one of which something has', () => {
    const [whole, part] = [orderThatIs('confirmed'), orderThatIs('partly-shipped')];
    for (const order of [whole, part]) order.requestCancellation('customer-request');
    const given = (mugs: number, delivery: number) => ({
      salesOrderId: '',
      lines: [
        { lineNo: 1, quantity: `${mugs}` },
        { lineNo: 2, quantity: `${delivery}` },
      ],
    });
    expect(typesOf(whole.reservationReleased(given(10, 1)))).toEqual(['sales-order-cancelled']);
    expect(typesOf(part.reservationReleased(given(6, 0)))).toEqual(['sales-order-cancelled']);
    expect([whole.status, part.status, part.delivered]).toEqual(['cancelled', 'shipped', true]);
    expect([quantities(whole), quantities(part)]).toEqual([
      ['0/0/0/10', '0/0/0/1'],
      ['0/0/4/6', '0/0/1/0'],
    ]);
  });
});

describe('an order that has left', () => {
  it('is completed when each shipment is invoiced and each invoice paid, and not before', () => {
    const order = orderThatIs('shipped');
    expect(typesOf(order.invoicePosted())).toEqual([]);
    expect(typesOf(order.invoicePaid(TODAY))).toEqual([]);
    expect(typesOf(order.invoicePosted())).toEqual([]);
    expect(typesOf(order.invoicePaid(TODAY))).toEqual(['sales-order-completed']);
  });

  it('counts what was paid, whenever that is told', () => {
    const order = orderThatIs('completed');
    order.paymentReceived('20.00');
    order.paymentReceived('13.00');
    expect(order.paidTotal.toFixed()).toBe('33');
  });

  it('is overdue as long as one of its invoices is, and not when what is told late was paid meanwhile', () => {
    const order = orderThatIs('shipped');
    const invoices = [invoice(), invoice()];
    for (const each of invoices) each.fellDue();
    const overdueAfter = (change: () => void) => {
      change();
      order.countOverdue(invoices);
      return order.overdue;
    };
    expect(overdueAfter(() => {})).toBe(true);
    expect(overdueAfter(() => invoices[0]!.settled())).toBe(true);
    expect(overdueAfter(() => invoices[1]!.settled())).toBe(false);
    expect(overdueAfter(() => invoices[1]!.fellDue())).toBe(false);
  });
});
