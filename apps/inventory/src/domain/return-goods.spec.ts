import { ReturnAuthorised, type ReturnAuthorisedV1, type ReturnLineV1 } from '@millrace/contracts';
import { type LocalDate, localDate, Quantity } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { receiveReturn, type ShippedPart } from './return-goods.js';
import { CUSTOMERS, FakeLevels, gbp, NOW, PLACE, TODAY } from './stock.fixture.js';

const YESTERDAY = localDate('2026-11-01');
const context = { companyId: 'company', locationId: PLACE, customerLocationId: CUSTOMERS, currency: 'GBP', receivedOn: TODAY, now: NOW };

/** A return of an order, or (where a line has a cost) without one. */
function authorised(...lines: Partial<ReturnLineV1>[]): ReturnAuthorisedV1 {
  const [line] = ReturnAuthorised.example.lines;
  const ofOrder = lines.some((each) => each.orderLineNo !== undefined);
  const full = lines.map((each, index) => ({ ...line!, unitCost: undefined, itemId: 'mug', ...each, lineNo: index + 1 }));
  return { ...ReturnAuthorised.example, salesOrderId: ofOrder ? 'order' : undefined, documentOn: TODAY, lines: full };
}

function part(shipmentId: string, quantity: number, cost: string, returned = 0, dispatchedOn: LocalDate = YESTERDAY): ShippedPart {
  return { shipmentId, orderLineNo: 1, quantity: Quantity.of(quantity), cost: gbp(cost), returned: Quantity.of(returned), dispatchedOn };
}

describe('goods that come back', () => {
  it('of an order come at the cost of their issue, from the oldest shipment first, and add up to it in parts', () => {
    const levels = new FakeLevels();
    const received = [1, 2, 3].map((_, before) =>
      receiveReturn(authorised({ orderLineNo: 1, quantity: '1' }), [part('one', 3, '10', before), part('two', 1, '9')], levels, context),
    );
    expect(received.map(({ fact }) => fact.data.totalCost)).toEqual(['3.33', '3.34', '3.33']);
    const { fact, sources, moves } = receiveReturn(
      authorised({ orderLineNo: 1, quantity: '2' }),
      [part('one', 3, '10', 2), part('two', 1, '9')],
      levels,
      context,
    );
    expect(fact.data).toMatchObject({
      totalCost: '12.33',
      lines: [
        {
          from: [
            { shipmentId: 'one', returnedBefore: '2', quantity: '1' },
            { shipmentId: 'two', quantity: '1' },
          ],
        },
      ],
    });
    expect(sources).toMatchObject([{ shipmentId: 'one', orderLineNo: 1 }, { shipmentId: 'two' }]);
    expect(moves).toMatchObject([{ kind: 'return', fromLocationId: CUSTOMERS, toLocationId: PLACE }]);
    expect([`${levels.of('mug').onHand}`, levels.of('mug').value.toFixed(2)]).toEqual(['5', '22.33']);
  });

  it('never come back more than was shipped, two lines of one return counted together', () => {
    const twice = authorised({ orderLineNo: 1, quantity: '2' }, { orderLineNo: 1, quantity: '2' });
    expect(() => receiveReturn(twice, [part('one', 3, '10')], new FakeLevels(), context)).toThrow(/more comes back than was shipped/);
    expect(receiveReturn(twice, [part('one', 4, '10')], new FakeLevels(), context).fact.data.totalCost).toBe('10.00');
  });

  it('without an order come at the cost that is given', () => {
    const { fact, sources } = receiveReturn(authorised({ quantity: '3', unitCost: '1.333333' }), [], new FakeLevels(), context);
    expect([fact.data.totalCost, fact.data.lines[0]!.from, sources]).toEqual(['4.00', [], []]);
  });

  it('are no goods when they are a service: nothing moves, and the money follows', () => {
    const levels = new FakeLevels();
    const { fact, moves } = receiveReturn(authorised({ orderLineNo: 1, kind: 'service', quantity: '1' }), [part('one', 1, '0')], levels, context);
    expect([moves, fact.data.totalCost, levels.all.size]).toEqual([[], '0.00', 0]);
  });

  it('come back on no day before they left, whatever the date on the return', () => {
    const [early, late] = [part('one', 1, '2', 0, localDate('2026-10-05')), part('two', 2, '4', 0, localDate('2026-10-09'))];
    const past = { ...context, receivedOn: localDate('2026-10-01') };
    const datesOf = (quantity: string) => {
      const { goodsReturn, moves, fact } = receiveReturn(authorised({ orderLineNo: 1, quantity }), [early, late], new FakeLevels(), past);
      return [goodsReturn.receivedOn, moves[0]!.postedOn, fact.data.receivedOn];
    };
    expect([datesOf('1'), datesOf('2')]).toEqual([
      ['2026-10-05', '2026-10-05', '2026-10-05'],
      ['2026-10-09', '2026-10-09', '2026-10-09'],
    ]);
    expect(receiveReturn(authorised({ orderLineNo: 1, quantity: '2' }), [early, late], new FakeLevels(), context).goodsReturn.receivedOn).toBe(TODAY);
  });
});
