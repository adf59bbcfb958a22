import { addDays, localDate } from '@millrace/kernel';
import { eventually } from '@millrace/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

describe('order to cash', () => {
  const suite = new Suite();
  let company: Company;
  let customerId: string;

  beforeAll(async () => {
    company = await Company.found(suite, 'Kitchen things');
    await company.sells({ sku: 'MUG', onHand: '10', unitCost: '2.10', price: '5.50' }, { sku: 'DELIVERY', price: '6.90' });
    customerId = await company.customer();
  });

  it('turns an order of goods and a service into stock moved, an invoice, money and a balanced ledger', async () => {
    const placed = await company.order(customerId, { MUG: 4, DELIVERY: 1 }, { until: 'invoiced' });
    expect(placed).toMatchObject({ status: 'shipped', netTotal: '28.90', lines: [{ shipped: '4' }, { shipped: '1' }] });
    const [invoice] = placed.invoices;
    expect(invoice).toMatchObject({ grossTotal: '34.68', paid: false });

    expect(await company.pay(customerId, invoice!)).toMatchObject({ onAccount: '0.00' });
    const completed = { status: 'completed', paidTotal: '34.68', invoices: [{ paid: true }] };
    await eventually(async () => expect(await company.orderUntil(placed.salesOrderId, 'completed')).toMatchObject(completed));

    expect(await company.onHand('MUG')).toMatchObject({ onHand: '6', reserved: '0', available: '6', value: '12.60' });
    const balances = {
      Bank: '34.68',
      Inventory: '12.60',
      'Sales tax payable': '-5.78',
      'Opening balances': '-21.00',
      'Sales revenue': '-28.90',
      'Cost of goods sold': '8.40',
    };
    await eventually(async () => expect(await company.balances()).toEqual(balances));
    await expectCleanAudit(suite);
  });

  it('keeps what is paid beyond the invoice on account', async () => {
    const { invoices } = await company.order(customerId, { MUG: 1 }, { until: 'invoiced' });
    expect(invoices[0]!.grossTotal).toBe('6.60');
    expect(await company.pay(customerId, invoices[0]!, '10.00')).toMatchObject({ onAccount: '3.40' });
    await expectCleanAudit(suite);
  });

  it('refunds what is on account, and writes off what stays open, in balance with the ledger', async () => {
    const { invoices } = await company.order(customerId, { MUG: 1 }, { until: 'invoiced' });
    const { paymentId } = await company.pay(customerId, invoices[0]!, '9.60');
    expect(await company.post(`/v1/payments/${paymentId}/refunds`, { amount: '3.00' })).toMatchObject({ amount: '3.00' });
    const short = await company.order(customerId, { MUG: 1 }, { until: 'invoiced' });
    await company.pay(customerId, short.invoices[0]!, '6.50');
    await company.post(`/v1/customer-invoices/${short.invoices[0]!.customerInvoiceId}/write-offs`, { reason: 'Small change' });
    expect(await company.orderUntil(short.salesOrderId, 'completed')).toMatchObject({ status: 'completed' });
    await expectCleanAudit(suite);
  });

  it('knows stock and ledger as they were on a day', async () => {
    const before = addDays(localDate(company.today), -1);
    const { data } = await company.api.get<{ data: { onHand: string; value: string }[] }>(`/v1/stock?sku=MUG&asOf=${before}`);
    expect(data.filter(({ onHand }) => onHand !== '0')).toEqual([]);
    expect(await company.api.get(`/v1/trial-balance?asOf=${before}`)).toMatchObject({ debit: '0.00', credit: '0.00' });
    const today = await company.api.get<{ data: { onHand: string }[] }>(`/v1/stock?sku=MUG&asOf=${company.today}`);
    expect(today.data).toMatchObject([{ onHand: (await company.onHand('MUG')).onHand }]);
  });

  it('refuses an order beyond the credit limit, and holds no stock for it', async () => {
    const limited = await company.customer('Corner Shop');
    await eventually(async () => {
      const { headers } = await company.api.call('GET', `/v1/credit-limits/${limited}`);
      await company.api.call('PUT', `/v1/credit-limits/${limited}`, { body: { creditLimit: '10.00' }, headers: { 'if-match': headers.etag! } });
    });
    expect(await company.order(limited, { MUG: 2 })).toMatchObject({ status: 'rejected', rejection: 'credit-exceeded' });
    await eventually(async () => expect(await company.onHand('MUG')).toMatchObject({ reserved: '0' }));
    await expectCleanAudit(suite);
  });
});
