import { eventually } from '@millrace/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

describe('an order for more than there is', () => {
  const suite = new Suite();
  let company: Company;
  let customerId: string;

  beforeAll(async () => {
    company = await Company.found(suite, 'Kettles');
    customerId = await company.customer();
    await company.sells(
      { sku: 'REFUSED', onHand: '4', unitCost: '18.75', price: '45.00' },
      { sku: 'BACK-ORDERED', onHand: '4', unitCost: '18.75', price: '45.00' },
      { sku: 'COMPLETE', onHand: '4', unitCost: '18.75', price: '45.00' },
      { sku: 'LAST', onHand: '1', unitCost: '3.00', price: '9.00' },
      { sku: 'LOST', onHand: '10', unitCost: '2.00', price: '5.00' },
      { sku: 'MISSING', onHand: '0', price: '5.00' },
    );
  });

  it('is refused as a whole, with what is short of which item, and holds nothing', async () => {
    const order = await company.order(customerId, { REFUSED: 5, COMPLETE: 1 });
    expect(order).toMatchObject({ status: 'rejected', rejection: 'stock-short', shortages: [{ sku: 'REFUSED', requested: '5', available: '4' }] });
    expect(await company.onHand('REFUSED')).toMatchObject({ reserved: '0', available: '4' });
    await expectCleanAudit(suite);
  });

  it('ships what is there when back-ordered, and the rest when goods arrive, each with an invoice', async () => {
    const { salesOrderId } = await company.order(customerId, { 'BACK-ORDERED': 10 }, { policy: 'back-order' });
    await eventually(async () => {
      const order = await company.orderUntil(salesOrderId, 'decided');
      expect(order).toMatchObject({ status: 'partly-shipped', lines: [{ shipped: '4', waiting: '6' }] });
    });
    await company.receives('BACK-ORDERED', '24', '19.20');
    await company.orderUntil(salesOrderId, 'shipped');
    await eventually(async () => {
      const order = await company.orderUntil(salesOrderId, 'invoiced');
      expect(order).toMatchObject({ status: 'shipped', lines: [{ shipped: '10', waiting: '0' }] });
      expect(order.invoices.map(({ grossTotal }) => grossTotal).toSorted()).toEqual(['216.00', '324.00']);
    });
    expect(await company.onHand('BACK-ORDERED')).toMatchObject({ onHand: '18', value: '345.60' });
    await expectCleanAudit(suite);
  });

  it('ships nothing before everything is there when it is to be shipped complete', async () => {
    const { salesOrderId, lines } = await company.order(customerId, { COMPLETE: 5 }, { policy: 'ship-complete' });
    expect(lines).toMatchObject([{ shipped: '0', reserved: '4', waiting: '1' }]);
    await company.receives('COMPLETE', '1', '20.00');
    expect(await company.orderUntil(salesOrderId, 'invoiced')).toMatchObject({
      status: 'shipped',
      lines: [{ shipped: '5' }],
      invoices: [{ grossTotal: '270.00' }],
    });
    expect(await company.onHand('COMPLETE')).toMatchObject({ onHand: '0', value: '0.00' });
    await expectCleanAudit(suite);
  });

  it('loses what it holds when stock is lost, the youngest order first, and gets it back when goods arrive', async () => {
    const wish = { LOST: 4, MISSING: 1 };
    const [older, younger] = [
      await company.order(customerId, wish, { policy: 'ship-complete' }),
      await company.order(customerId, wish, { policy: 'ship-complete' }),
    ];
    const held = async () =>
      (await Promise.all([older, younger].map(({ salesOrderId }) => company.orderUntil(salesOrderId, 'decided')))).map(
        ({ lines }) => `${lines[0]!.reserved} held, ${lines[0]!.waiting} waiting`,
      );
    await eventually(async () => expect(await held()).toEqual(['4 held, 0 waiting', '4 held, 0 waiting']));

    await company.post('/v1/stock-adjustments', { reason: 'Water', lines: [{ sku: 'LOST', quantity: '-5' }] });
    await eventually(async () => expect(await held()).toEqual(['4 held, 0 waiting', '1 held, 3 waiting']));
    expect(await company.onHand('LOST')).toMatchObject({ onHand: '5', reserved: '5', available: '0' });
    await expectCleanAudit(suite);

    await company.receives('LOST', '3', '2.00');
    await company.receives('MISSING', '2', '2.00');
    for (const { salesOrderId } of [older, younger]) expect(await company.orderUntil(salesOrderId, 'shipped')).toMatchObject({ status: 'shipped' });
    expect(await company.onHand('LOST')).toMatchObject({ onHand: '0', reserved: '0' });
    await expectCleanAudit(suite);
  });

  it('gives the last unit to one of 200 orders that come at once', async () => {
    const orders = await Promise.all(Array.from({ length: 200 }, () => company.order(customerId, { LAST: 1 })));
    const decided = orders.map(({ status, rejection }) => (status === 'rejected' ? rejection : 'sold'));
    expect({ sold: decided.filter((each) => each === 'sold').length, short: decided.filter((each) => each === 'stock-short').length }).toEqual({
      sold: 1,
      short: 199,
    });
    await expectCleanAudit(suite);
  });
});
