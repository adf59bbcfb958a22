import { beforeAll, describe, expect, it } from 'vitest';
import { Company, problemOf, type ReturnedGoods, WAIT } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

describe('goods that come back', () => {
  const suite = new Suite();
  let company: Company;
  let customerId: string;

  beforeAll(async () => {
    company = await Company.found(suite, 'Returns');
    customerId = await company.customer();
    await company.sells({ sku: 'MUG', onHand: '20', unitCost: '2.00', price: '5.00' });
  });

  it('of a paid order are put in stock at their cost, credited and refunded', async () => {
    const { salesOrderId, invoices } = await company.order(customerId, { MUG: 6 }, { until: 'invoiced' });
    await company.pay(customerId, invoices[0]!);
    await company.orderUntil(salesOrderId, 'completed');
    expect(await company.takeBack(salesOrderId, 2)).toMatchObject({ status: 'settled', grossTotal: '12.00', refundedTotal: '12.00' });
    expect(await company.onHand('MUG')).toMatchObject({ onHand: '16', value: '32.00' });
    expect(await company.balances()).toMatchObject({ Bank: '24.00', Inventory: '32.00', 'Cost of goods sold': '8.00', 'Sales tax payable': '-4.00' });
    await expectCleanAudit(suite);
  });

  it('of an order that is still owed take what is open first', async () => {
    const { salesOrderId, invoices } = await company.order(customerId, { MUG: 3 }, { until: 'invoiced' });
    expect(await company.takeBack(salesOrderId, 1, 'on-account')).toMatchObject({ grossTotal: '6.00', refundedTotal: '0.00' });
    expect(await company.api.get(`/v1/customer-invoices/${invoices[0]!.customerInvoiceId}`)).toMatchObject({ grossTotal: '18.00', openAmount: '12.00' });
    await expectCleanAudit(suite);
  });

  it('without an order are credited at the price and put in stock at the cost that are given', async () => {
    const { onHand, value } = await company.onHand('MUG');
    const body = { customerId, lines: [{ sku: 'MUG', quantity: '1', unitPrice: '4.50', unitCost: '1.90' }] };
    expect(await company.post<ReturnedGoods>('/v1/returns?until=settled', body, { headers: WAIT })).toMatchObject({ status: 'settled', grossTotal: '5.40' });
    expect(await company.onHand('MUG')).toMatchObject({ onHand: `${Number(onHand) + 1}`, value: (Number(value) + 1.9).toFixed(2) });
    await expectCleanAudit(suite);
  });

  it('are refused when they are more than was shipped, returned before included', async () => {
    const { salesOrderId } = await company.order(customerId, { MUG: 2 }, { until: 'invoiced' });
    await company.takeBack(salesOrderId, 1);
    expect(await problemOf(company.takeBack(salesOrderId, 2))).toMatchObject({ status: 409, code: 'return-too-much' });
    expect(await company.count(`/v1/returns?salesOrderId=${salesOrderId}`)).toBe(1);
    await expectCleanAudit(suite);
  });
});
