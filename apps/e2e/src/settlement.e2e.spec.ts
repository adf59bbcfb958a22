import { newId } from '@millrace/kernel';
import { eventually } from '@millrace/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company, type Invoice, type Order, problemOf } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

describe('what customers owe and are owed', () => {
  const suite = new Suite();
  let company: Company;
  let customerId: string;

  beforeAll(async () => {
    company = await Company.found(suite, 'Settlement');
    await company.sells({ sku: 'MUG', onHand: '50', unitCost: '2.00', price: '5.00' });
  });

  /** A customer of the scenario's own, and its order, 6.00 with tax for each mug. */
  async function invoiced(mugs: number, of?: string): Promise<{ salesOrderId: string; invoice: Invoice }> {
    customerId = of ?? (await company.customer());
    const { salesOrderId, invoices } = await company.order(customerId, { MUG: mugs }, { until: 'invoiced' });
    return { salesOrderId, invoice: invoices[0]! };
  }

  const expectPaid = (salesOrderId: string, order: Partial<Order>) =>
    eventually(async () => expect(await company.orderUntil(salesOrderId, 'completed')).toMatchObject({ status: 'completed', ...order }));
  const pay = (amount: string, allocations?: readonly object[]) =>
    company.post<{ paymentId: string; onAccount: string }>('/v1/payments', { customerId, amount, allocations });
  const allocate = (path: string, ...allocations: object[]) =>
    company.post<{ onAccount?: string; openAmount?: string }>(`/v1/${path}/allocations`, { allocations });

  it('completes an order that is paid from what was on account, and counts each payment once', async () => {
    const { salesOrderId, invoice } = await invoiced(2);
    const { customerInvoiceId } = invoice;
    const { paymentId } = await pay('13.00', [{ customerInvoiceId, amount: '1.00' }]);
    expect(await problemOf(allocate(`payments/${paymentId}`, { customerInvoiceId, amount: '0.0001' }))).toMatchObject({ status: 422, code: 'amount-too-fine' });
    expect(await problemOf(allocate(`payments/${paymentId}`, { amount: '1.00' }))).toMatchObject({ status: 422, code: 'allocation-target' });
    expect(await allocate(`payments/${paymentId}`, { customerInvoiceId, amount: '5.00' })).toMatchObject({ onAccount: '7.00' });
    expect(await allocate(`payments/${paymentId}`, { customerInvoiceId })).toMatchObject({ onAccount: '1.00' });
    await expectPaid(salesOrderId, { paidTotal: '12.00' });
    expect(await company.openItems(customerId)).toEqual(['payment -1.00']);
    await expectCleanAudit(suite);
  });

  it('gives back what was paid for goods that come back, and takes back what was written off', async () => {
    const { salesOrderId, invoice } = await invoiced(2);
    await company.pay(customerId, invoice, '11.90');
    await company.post(`/v1/customer-invoices/${invoice.customerInvoiceId}/write-offs`, { reason: 'Small change' });
    expect(await company.takeBack(salesOrderId, 2)).toMatchObject({ status: 'settled', grossTotal: '12.00', refundedTotal: '11.90' });
    expect(await company.openItems(customerId)).toEqual([]);

    const unpaid = await invoiced(1);
    await company.post(`/v1/customer-invoices/${unpaid.invoice.customerInvoiceId}/write-offs`, { reason: 'Insolvent' });
    expect(await company.takeBack(unpaid.salesOrderId, 1)).toMatchObject({ status: 'settled', grossTotal: '6.00', refundedTotal: '0.00' });
    expect(await company.openItems(customerId)).toEqual([]);
    expect(await company.balances()).not.toHaveProperty('Bad debts');
    await expectCleanAudit(suite);
  });

  it('pays the next order with a credit note that is on account, and refunds what is left of it', async () => {
    const first = await invoiced(2);
    await company.pay(customerId, first.invoice);
    const { creditNoteId } = await company.takeBack(first.salesOrderId, 2, 'on-account');
    const next = await invoiced(1, customerId);
    const path = `credit-notes/${creditNoteId}`;
    expect(await allocate(path, { customerInvoiceId: next.invoice.customerInvoiceId })).toMatchObject({ openAmount: '6.00', version: 2 });
    await expectPaid(next.salesOrderId, { paidTotal: '6.00' });
    expect(await problemOf(company.post(`/v1/${path}/refunds`, { amount: '6.01' }))).toMatchObject({ status: 409, code: 'amount-exceeds-open' });
    const key = newId();
    const refunds = [await company.post(`/v1/${path}/refunds`, {}, { key }), await company.post(`/v1/${path}/refunds`, {}, { key })];
    expect(refunds).toMatchObject([{ amount: '6.00', creditNoteId }, refunds[0]]);
    expect(await problemOf(company.post(`/v1/payments/${creditNoteId}/refunds`, {}))).toMatchObject({ status: 404, code: 'not-found' });
    expect(await company.takeBack(next.salesOrderId, 1)).toMatchObject({ status: 'settled', refundedTotal: '6.00' });
    expect(await company.openItems(customerId)).toEqual([]);
    await expectCleanAudit(suite);
  });

  it('begins with what was owed and what was in favour before the books, as documents that are settled like others', async () => {
    const { salesOrderId, invoice } = await invoiced(1);
    const line = { account: '1100', debit: '50.00', partyId: customerId };
    const entry = { kind: 'opening', description: 'Opening', lines: [line, { account: '3900', credit: '50.00' }] };
    expect(await problemOf(company.post('/v1/journal-entries', entry))).toMatchObject({ status: 422, code: 'receivable-opening' });
    const open = (amount: string) => company.post<{ adjustmentId: string }>('/v1/opening-receivables', { customerId, amount, reason: 'Old invoices' });
    const [owed, favour] = [await open('50.00'), await open('-8.00')];
    expect(await company.openItems(customerId)).toEqual(['customer-invoice 6.00', 'opening 50.00', 'opening -8.00']);

    expect(await pay('50.00', [{ adjustmentId: owed.adjustmentId }])).toMatchObject({ onAccount: '0.00', allocations: [{ adjustmentId: owed.adjustmentId }] });
    const { customerInvoiceId } = invoice;
    const wrong = allocate(`receivable-adjustments/${owed.adjustmentId}`, { customerInvoiceId });
    expect(await problemOf(wrong)).toMatchObject({ status: 409, code: 'adjustment-not-credit' });
    expect(await allocate(`receivable-adjustments/${favour.adjustmentId}`, { customerInvoiceId })).toMatchObject({ openAmount: '-2.00' });
    await expectPaid(salesOrderId, { paidTotal: '6.00' });
    expect(await company.post(`/v1/receivable-adjustments/${favour.adjustmentId}/refunds`, {})).toMatchObject({ amount: '2.00' });
    expect(await company.openItems(customerId)).toEqual([]);
    await expectCleanAudit(suite);
  });

  it('settles an invoice with a bad debt in the favour of the customer, which is neither paid nor refunded', async () => {
    const { salesOrderId, invoice } = await invoiced(1);
    const { adjustmentId } = await company.post<{ adjustmentId: string }>('/v1/bad-debts', { customerId, amount: '-6.00', reason: 'Insolvent' });
    const path = `receivable-adjustments/${adjustmentId}`;
    expect(await problemOf(company.post(`/v1/${path}/refunds`, {}))).toMatchObject({ status: 409, code: 'adjustment-not-paid' });
    await allocate(path, { customerInvoiceId: invoice.customerInvoiceId });
    await expectPaid(salesOrderId, { paidTotal: '0.00' });
    expect(await company.takeBack(salesOrderId, 1)).toMatchObject({ status: 'settled', refundedTotal: '0.00' });
    await expectCleanAudit(suite);
  });

  it('is on every day what the ledger says, though a payment be dated before its invoice', async () => {
    const other = await Company.found(suite, 'Early payment');
    await other.sells({ sku: 'MUG', onHand: '5', unitCost: '2.00', price: '5.00' });
    const payer = await other.customer();
    await other.post('/v1/fiscal-years', { startsOn: '2020-01-01', endsOn: '2020-12-31' });
    const { invoices } = await other.order(payer, { MUG: 1 }, { until: 'invoiced' });
    const allocations = [{ customerInvoiceId: invoices[0]!.customerInvoiceId }];
    await other.post('/v1/payments', { customerId: payer, amount: '6.00', receivedOn: '2020-06-30', allocations });
    expect(await other.openItems(payer, '2020-06-30')).toEqual(['payment -6.00']);
    expect(await other.openItems(payer, other.today)).toEqual([]);
    await eventually(async () => expect(await other.balances('2020-06-30')).toMatchObject({ Bank: '6.00', 'Trade receivables': '-6.00' }));
    await expectCleanAudit(suite);
  });
});
