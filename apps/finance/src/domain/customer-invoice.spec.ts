import { describe, expect, it } from 'vitest';
import { entryOfInvoice } from './customer-invoice.js';
import { dated, invoiced, ordered } from './receivable.fixture.js';

describe('the invoice of a shipment', () => {
  it('has what left, at the prices of the order, with the tax of its day, due after the terms of the order', () => {
    const order = ordered({ quantity: '4', net: '22.00' }, { quantity: '1', net: '6.90', tax: 'reduced' });
    const invoice = invoiced(order, '2011-01-10', { lineNo: 1, quantity: '4' }, { lineNo: 2, quantity: '1' });
    expect(invoice.lines.map(({ orderLineNo, netAmount, taxCode }) => `${orderLineNo} ${netAmount.toFixed()} ${taxCode}`)).toEqual(['1 22 GB-S', '2 6.9 GB-R']);
    expect(invoice.taxes.map(({ rate, baseAmount, taxAmount }) => [rate, baseAmount, taxAmount].map((each) => each.toFixed()))).toEqual([
      ['0.2', '22', '4.4'],
      ['0.05', '6.9', '0.35'],
    ]);
    expect([invoice.netTotal, invoice.taxTotal, invoice.grossTotal, invoice.openAmount].map((each) => each.toFixed())).toEqual([
      '28.9',
      '4.75',
      '33.65',
      '33.65',
    ]);
    expect(invoice).toMatchObject({ dueOn: '2011-02-09', paidOn: null, customerName: 'Harbour Café', customerAddress: 'Quay 1' });
  });

  it('of parts of a line add up to the line, and each has the rate of its own day', () => {
    const order = ordered({ quantity: '3', net: '10.00' });
    const parts = ['2011-01-02', '2011-01-03', '2011-01-04'].map((on, before) => invoiced(order, on, { lineNo: 1, quantity: '1', before: `${before}` }));
    expect(parts.map(({ netTotal, taxTotal }) => `${netTotal.toFixed()} ${taxTotal.toFixed()}`)).toEqual(['3.33 0.58', '3.34 0.58', '3.33 0.67']);
  });

  it('of 0.00 is paid at once and posts nothing', () => {
    const invoice = invoiced(ordered({ quantity: '1', net: '0.00' }), '2011-01-10', { lineNo: 1, quantity: '1' });
    expect(invoice).toMatchObject({ paidOn: '2011-01-10' });
    expect(entryOfInvoice(invoice, dated('2011-01-10')).lines.every(({ amount }) => amount.isZero())).toBe(true);
  });
});
