import { addDays, type LocalDate, localDate } from '@millrace/kernel';
import { eventually } from '@millrace/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company, type Order, problemOf, WAIT } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

describe('documents of the past', () => {
  const suite = new Suite();
  let company: Company;
  let customerId: string;
  let daysAgo: (days: number) => LocalDate;

  beforeAll(async () => {
    company = await Company.found(suite, 'Yesterday');
    customerId = await company.customer();
    daysAgo = (days) => addDays(localDate(company.today), -days);
    const year = Number(company.today.slice(0, 4)) - 1; // In the first days of January the past is last year.
    await company.post('/v1/fiscal-years', { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` });
    await company.post('/v1/items/bulk', { items: [{ sku: 'MUG', name: 'Mug', kind: 'stocked' }] });
    await company.post('/v1/receipts', { kind: 'opening', receivedOn: daysAgo(9), lines: [{ sku: 'MUG', quantity: '4', unitCost: '2.00' }] });
    await company.post('/v1/receipts', { kind: 'purchase', receivedOn: daysAgo(3), lines: [{ sku: 'MUG', quantity: '6', unitCost: '2.00' }] });
  });

  const sell = (quantity: string, documentOn: LocalDate) =>
    company.post<Order>('/v1/sales-orders?until=invoiced', { customerId, documentOn, lines: [{ sku: 'MUG', quantity, unitPrice: '5.00' }] }, { headers: WAIT });

  async function shippedOn({ salesOrderId }: Order): Promise<string[]> {
    const { data } = await company.api.get<{ data: { dispatchedOn: string }[] }>(`/v1/shipments?salesOrderId=${salesOrderId}`);
    return data.map(({ dispatchedOn }) => dispatchedOn);
  }

  async function onHandOn(day: LocalDate): Promise<string> {
    const { data } = await company.api.get<{ data: { onHand: string }[] }>(`/v1/stock?sku=MUG&asOf=${day}`);
    return data[0]!.onHand;
  }

  it('ship on their own date what was there, and what came later on the day it came', async () => {
    expect(await shippedOn(await sell('3', daysAgo(8)))).toEqual([daysAgo(8)]);
    expect(await shippedOn(await sell('3', daysAgo(8)))).toEqual([daysAgo(3)]);
    expect(await Promise.all([9, 8, 4, 3].map((days) => onHandOn(daysAgo(days))))).toEqual(['4', '1', '1', '4']);
    await expectCleanAudit(suite);
  });

  it('lose only what was there on every day since', async () => {
    const lose = (quantity: string) =>
      company.post('/v1/stock-adjustments', { adjustedOn: daysAgo(5), reason: 'Found broken', lines: [{ sku: 'MUG', quantity }] });
    expect(await problemOf(lose('-2'))).toMatchObject({ status: 409, code: 'stock-short-on-date' });
    await lose('-1');
    expect(await onHandOn(daysAgo(4))).toBe('0');
    await expectCleanAudit(suite);
  });

  it('bring back nothing before it had left', async () => {
    const { salesOrderId } = await sell('1', daysAgo(2));
    const takeBack = (documentOn: LocalDate) =>
      company.post(`/v1/sales-orders/${salesOrderId}/returns?until=settled`, { documentOn, lines: [{ lineNo: 1, quantity: '1' }] }, { headers: WAIT });
    expect(await problemOf(takeBack(daysAgo(3)))).toMatchObject({ status: 422, code: 'return-before-shipment' });
    await takeBack(daysAgo(2));
    await eventually(async () => expect(await onHandOn(daysAgo(2))).toBe('3'));
    await expectCleanAudit(suite);
  });
});
