import type { ContractEvent } from '@millrace/contracts';
import { Decimal, isRefusal, localDate, newId, Quantity, type Refusal } from '@millrace/kernel';
import { Customer } from './customer.js';
import { ItemCopy } from './item-copy.js';
import { type OrderWish, placeOrder } from './place-order.js';
import type { SalesOrder } from './sales-order.js';
import type { OrderedLine, Pricing } from './sales-order-line.js';

export const TODAY = localDate('2026-11-02');
export const DUE = new Date('2026-11-02T10:10:00Z');
export const moment = { placedAt: new Date('2026-11-02T10:00:00Z'), answerDueAt: DUE };

export const customer = Object.assign(new Customer(), { companyId: newId(), id: newId(), country: 'GB', paymentTermDays: 30, active: true });

const item = (sku: string, fields: Partial<ItemCopy> = {}) =>
  Object.assign(new ItemCopy(), {
    itemId: newId(),
    sku,
    name: sku.toLowerCase(),
    kind: 'stocked',
    unit: 'PCE',
    units: [{ unit: 'BX', factor: '12' }],
    taxCategory: 'standard',
    active: true,
    ...fields,
  });

/** Sold in tenths and thousands too; a thousand by the list is more than a price can be. */
const tiles = {
  units: [
    { unit: 'TENTH', factor: '0.1' },
    { unit: 'MIL', factor: '1000' },
  ],
};

export const items = new Map(
  [item('MUG'), item('OLD', { active: false }), item('DELIVERY', { kind: 'service' }), item('UNPRICED'), item('TILE', tiles)].map((each) => [each.sku, each]),
);

const prices = new Map(
  [
    ['MUG', '2.125'],
    ['DELIVERY', '6.90'],
    ['OLD', '1.00'],
    ['TILE', '1000000'],
  ].map(([sku, price]) => [items.get(sku!)!.itemId, new Decimal(price!)]),
);

export const pricing: Pricing = { currency: 'GBP', documentOn: TODAY, mayGivePrices: false, items, priceOf: (itemId) => prices.get(itemId) };

export function wishFor(lines: readonly OrderedLine[], fields: Partial<OrderWish> = {}): OrderWish {
  return { salesOrderId: newId(), documentOn: TODAY, backdated: false, policy: 'refuse', lines, ...fields };
}

/** An order that was just placed: ten mugs and a delivery. */
export function placedOrder(fields: Partial<OrderWish> = {}): SalesOrder {
  return placeOrder(
    wishFor(
      [
        { sku: 'MUG', quantity: '10' },
        { sku: 'DELIVERY', quantity: '1' },
      ],
      fields,
    ),
    customer,
    pricing,
    moment,
  ) as SalesOrder;
}

/** What inventory tells: held and waited for, of the mugs. */
export const held = (reserved: number, waiting: number) => ({
  salesOrderId: '',
  reservedOn: TODAY,
  lines: [{ lineNo: 1, reserved: `${reserved}`, waiting: `${waiting}` }],
});

export const shipped = (mugs: number, delivery = 0) =>
  ({
    salesOrderId: '',
    dispatchedOn: TODAY,
    lines: [
      { lineNo: 1, quantity: `${mugs}` },
      { lineNo: 2, quantity: `${delivery}` },
    ].filter((each) => each.quantity !== '0'),
  }) as never;

export const quantities = (order: SalesOrder) =>
  order.lines.map((line) => [line.reserved, line.waiting, line.shipped, line.cancelled].map((each: Quantity) => `${each}`).join('/'));

/** What followed, by the names of the facts; or the code of the refusal. */
export const typesOf = (facts: readonly ContractEvent[] | Refusal) =>
  isRefusal(facts) ? facts.code : facts.map(({ definition }) => definition.name.slice('orders.'.length));

/** The facts that bring an order of ten mugs and a delivery to each state; `cancelling` waits for inventory's answer. */
const ROADS = {
  placed: () => {},
  rejected: (order) => order.creditRefused(),
  confirmed: (order) => {
    order.creditApproved('33.00');
    order.stockReserved(held(4, 6), DUE);
  },
  cancelling: (order) => {
    ROADS.confirmed(order);
    order.requestCancellation('customer-request');
  },
  'partly-shipped': (order) => {
    ROADS.confirmed(order);
    order.shipped(shipped(4, 1));
  },
  shipped: (order) => {
    ROADS['partly-shipped'](order);
    order.shipped(shipped(6));
  },
  completed: (order) => {
    ROADS.shipped(order);
    for (let invoice = 0; invoice < 2; invoice++) {
      order.invoicePosted();
      order.invoicePaid(TODAY);
    }
  },
  cancelled: (order) => order.requestCancellation('customer-request'),
} satisfies Record<string, (order: SalesOrder) => void>;

export type State = keyof typeof ROADS;
export const STATES = Object.keys(ROADS) as State[];

export function orderThatIs(state: State): SalesOrder {
  const order = placedOrder({ policy: 'back-order' });
  ROADS[state](order);
  return order;
}
