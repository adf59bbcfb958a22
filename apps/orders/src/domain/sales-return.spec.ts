import { addDays, newId } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { customer, DUE, held, items, placedOrder, shipped, TODAY } from './order.fixture.js';
import { type AuthorisedReturn, type FreeReturnLine, returnOfOrder, type ReturnStatus, returnWithoutOrder, type SalesReturn } from './sales-return.js';

const wish = () => ({ returnId: newId(), documentOn: TODAY, backdated: false, settlement: 'refund', now: DUE, answerDueAt: DUE }) as const;

function shippedOrder() {
  const order = placedOrder();
  order.creditApproved('33.00');
  order.stockReserved(held(10, 0), DUE);
  order.shipped(shipped(10, 1));
  return order;
}

describe('a return of an order', () => {
  it('takes at most what was shipped and is not on its way back, line by line', () => {
    const order = shippedOrder();
    const first = returnOfOrder(order, [{ lineNo: 1, quantity: '6' }], wish()) as AuthorisedReturn;
    expect(first.fact().data).toMatchObject({ lines: [{ lineNo: 1, orderLineNo: 1, sku: 'MUG', quantity: '6' }] });
    expect(returnOfOrder(order, [{ lineNo: 1, quantity: '5' }], wish())).toMatchObject({ code: 'return-too-much', members: { returnable: '4' } });
    expect(`${order.lines[0]!.returned}`).toBe('6');
  });

  it('is dated on no day before the first shipment', () => {
    const order = placedOrder();
    order.creditApproved('33.00');
    order.stockReserved(held(10, 0), DUE);
    order.shipped({ ...(shipped(4, 1) as object), dispatchedOn: addDays(TODAY, -2) } as never);
    order.shipped({ ...(shipped(6) as object), dispatchedOn: addDays(TODAY, -1) } as never);
    const of = (days: number) => returnOfOrder(order, [{ lineNo: 1, quantity: '1' }], { ...wish(), backdated: true, documentOn: addDays(TODAY, -days) });
    expect([of(3), of(2)]).toMatchObject([
      { code: 'return-before-shipment', members: { shippedOn: addDays(TODAY, -2) } },
      { salesReturn: { status: 'authorised' } },
    ]);
  });

  it('refuses what is nothing in stock units', () => {
    const order = placedOrder({ lines: [{ sku: 'TILE', quantity: '3', unit: 'TENTH' }] });
    order.creditApproved('33.00');
    order.stockReserved({ salesOrderId: '', reservedOn: TODAY, lines: [{ lineNo: 1, reserved: '0.3', waiting: '0' }] }, DUE);
    order.shipped({ dispatchedOn: TODAY, lines: [{ lineNo: 1, quantity: '0.3' }] } as never);
    const of = (quantity: string) => returnOfOrder(order, [{ lineNo: 1, quantity }], wish());
    expect(of('0.000004')).toMatchObject({ code: 'quantity-too-small' });
    expect((of('0.000005') as AuthorisedReturn).fact().data).toMatchObject({ lines: [{ quantity: '0.000001' }] });
  });

  it('refuses a line that is not there, and one that is named twice, and then takes nothing', () => {
    const order = shippedOrder();
    expect(returnOfOrder(order, [{ lineNo: 9, quantity: '1' }], wish())).toMatchObject({ code: 'line-unknown' });
    const twice = [1, 1].map((lineNo) => ({ lineNo, quantity: '1' }));
    expect(returnOfOrder(order, twice, wish())).toMatchObject({ code: 'line-repeated' });
    expect(`${order.lines[0]!.returned}`).toBe('0');
  });
});

const creditNote = (refundTotal: string) => ({ creditNoteId: newId(), number: 'CRN-1', grossTotal: '2.56', refundTotal }) as never;

const FACTS = {
  'the goods are received': (each: SalesReturn) => each.goodsReceived(),
  'it is credited, with money to go back': (each: SalesReturn) => each.credited(creditNote('2.56')),
  'it is credited, and nothing goes back': (each: SalesReturn) => each.credited(creditNote('0.00')),
  'the money went back': (each: SalesReturn) => each.refunded('2.56'),
};
type Fact = keyof typeof FACTS;

/** How a return got so far. The money may be told of before the credit note: they stand on different topics. */
const ROADS = {
  authorised: [],
  'refunded early': ['the money went back'],
  received: ['the goods are received'],
  credited: ['the goods are received', 'it is credited, with money to go back'],
  settled: ['the goods are received', 'it is credited, and nothing goes back'],
} as const satisfies Record<string, readonly Fact[]>;
type State = keyof typeof ROADS;

const TABLE: Readonly<Record<Fact, Readonly<Record<State, ReturnStatus>>>> = {
  'the goods are received': { authorised: 'received', 'refunded early': 'received', received: 'received', credited: 'credited', settled: 'settled' },
  'it is credited, with money to go back': {
    authorised: 'credited',
    'refunded early': 'settled',
    received: 'credited',
    credited: 'credited',
    settled: 'settled',
  },
  'it is credited, and nothing goes back': {
    authorised: 'settled',
    'refunded early': 'settled',
    received: 'settled',
    credited: 'credited',
    settled: 'settled',
  },
  'the money went back': { authorised: 'authorised', 'refunded early': 'authorised', received: 'received', credited: 'settled', settled: 'settled' },
};
const cases = (Object.keys(FACTS) as Fact[]).flatMap((fact) => (Object.keys(ROADS) as State[]).map((state) => [fact, state, TABLE[fact][state]] as const));

describe('a return, in every state', () => {
  it.each(cases)('when %s and it is %s becomes %s', (fact, state, status) => {
    const { salesReturn } = returnOfOrder(shippedOrder(), [{ lineNo: 1, quantity: '1' }], wish()) as AuthorisedReturn;
    for (const each of ROADS[state]) FACTS[each](salesReturn);
    FACTS[fact](salesReturn);
    expect(salesReturn.status).toBe(status);
  });
});

describe('a return without an order', () => {
  it('is credited at the given price, and its price and cost are told per stock unit', () => {
    const lines = [{ sku: 'MUG', quantity: '2', unit: 'BX', unitPrice: '25.50', unitCost: '12.00' }];
    const { fact } = returnWithoutOrder(customer, 'GBP', lines, items, wish()) as AuthorisedReturn;
    expect(fact().data).toMatchObject({ lines: [{ quantity: '24', unitPrice: '2.125', netAmount: '51.00', unitCost: '1.00' }] });
  });

  it('needs the cost of goods, and none of a service', () => {
    const of = (sku: string) => returnWithoutOrder(customer, 'GBP', [{ sku, quantity: '1', unitPrice: '1' }], items, wish());
    expect(of('MUG')).toMatchObject({ code: 'cost-missing', members: { sku: 'MUG' } });
    expect((of('DELIVERY') as AuthorisedReturn).fact().data).toMatchObject({ lines: [{ sku: 'DELIVERY', unitCost: undefined }] });
  });

  it.each<[what: string, taken: Partial<FreeReturnLine>[], refused: Partial<FreeReturnLine>[], code: string]>([
    ['more than is counted', [{ quantity: '999999999' }], [{ quantity: '999999999' }, { quantity: '1' }], 'quantity-too-large'],
    ['what is nothing in stock units', [{ quantity: '0.000005', unit: 'TENTH' }], [{ quantity: '0.000004', unit: 'TENTH' }], 'quantity-too-small'],
    ['a price beyond the books', [{ unitPrice: '99999999.9', unit: 'TENTH' }], [{ unitPrice: '100000000', unit: 'TENTH' }], 'amount-too-large'],
    ['a total beyond them', [{ quantity: '5000', unitPrice: '999999999' }], [{ quantity: '5001', unitPrice: '999999999' }], 'amount-too-large'],
    ['a cost beyond them', [{ quantity: '10000', unitCost: '999999999' }], [{ quantity: '10001', unitCost: '999999999' }], 'amount-too-large'],
  ])('takes the most that can be, and refuses %s', (_what, taken, refused, code) => {
    const answers = [taken, refused].map((lines) => {
      const full = lines.map((line) => ({ sku: 'TILE', quantity: '1', unitPrice: '1', unitCost: '1', ...line }));
      return returnWithoutOrder(customer, 'GBP', full, items, wish());
    });
    expect(answers).toMatchObject([{ salesReturn: { status: 'authorised' } }, { code }]);
  });

  it('refuses an item or a unit that is not there', () => {
    const of = (sku: string, unit?: string) => returnWithoutOrder(customer, 'GBP', [{ sku, unit, quantity: '1', unitPrice: '1' }], items, wish());
    expect([of('NONE'), of('MUG', 'KGM')]).toMatchObject([{ code: 'item-unknown' }, { code: 'unit-unknown' }]);
  });
});
