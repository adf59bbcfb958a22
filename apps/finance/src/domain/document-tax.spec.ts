import { ReturnAuthorised, ReturnReceived, ShipmentDispatched } from '@millrace/contracts';
import { Decimal, localDate, newId } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { BillingOrder } from './billing-order.js';
import { CompanyCopy, CustomerCopy } from './company.js';
import { creditReturn } from './credit-note.js';
import { invoiceShipment } from './customer-invoice.js';
import { defaultTaxRules } from './tax-rates.js';

const ON = localDate('2026-11-02');
const NOW = new Date('2026-11-02T10:00:00Z');
const date = { documentOn: ON, postedOn: ON, fiscalYear: 2026 };
const company = Object.assign(new CompanyCopy(), { companyId: newId(), country: 'GB', baseCurrency: 'GBP', taxRounding: 'document' });
const customer = Object.assign(new CustomerCopy(), { companyId: company.companyId, customerId: newId(), name: 'Harbour Café', address: null });
// Both categories of this company's rules carry one code.
const rules = defaultTaxRules(company.companyId, 'GB').map((rule) => Object.assign(rule, { code: rule.country === 'GB' ? 'VAT' : rule.code }));

const line = (lineNo: number, taxCategory: 'standard' | 'reduced', netAmount: string) => ({
  lineNo,
  itemId: newId(),
  sku: `ITEM-${lineNo}`,
  taxCategory,
  description: 'Goods',
  stockQuantity: '2',
  netAmount,
});
const order = Object.assign(new BillingOrder(), {
  companyId: company.companyId,
  orderId: newId(),
  customerId: customer.customerId,
  country: 'GB',
  currency: 'GBP',
  paymentTermDays: 30,
  lines: [line(1, 'reduced', '100.00'), line(2, 'standard', '100.00')],
});
const shipped = (lineNo: number) => ({ lineNo, itemId: newId(), kind: 'stocked' as const, quantity: '2', shippedBefore: '0', cost: '0' });
const shipment = { ...ShipmentDispatched.example, lines: [shipped(1), shipped(2)] };
const invoice = invoiceShipment(shipment, order, { company, customer, rules, date, now: NOW });
const taxes = (of: readonly { taxCode: string; rate: Decimal; baseAmount: Decimal; taxAmount: Decimal }[]) =>
  of.map(({ taxCode, rate, baseAmount, taxAmount }) => `${taxCode} ${rate.toFixed()}: ${taxAmount.toFixed(2)} on ${baseAmount.toFixed(2)}`);

describe('a tax code with two rates on one document', () => {
  it('is taxed by each rate on an invoice', () => {
    expect(taxes(invoice.taxes)).toEqual(['VAT 0.05: 5.00 on 100.00', 'VAT 0.2: 20.00 on 100.00']);
    expect([invoice.taxTotal.toFixed(2), invoice.grossTotal.toFixed(2)]).toEqual(['25.00', '225.00']);
  });

  it('is credited at the rate of the line that came back', () => {
    const from = [{ shipmentId: shipment.shipmentId, quantity: '1', returnedBefore: '0', shipped: '2' }];
    const received = { ...ReturnReceived.example, lines: [{ lineNo: 1, orderLineNo: 2, itemId: newId(), quantity: '1', cost: '0', from }] };
    const authorised = { ...ReturnAuthorised.example, salesOrderId: order.orderId, customerId: order.customerId };
    const context = { company, customer, rules, date, now: NOW, invoices: new Map([[shipment.shipmentId, invoice]]), creditedBefore: new Map() };
    const note = creditReturn(received, authorised, context);
    expect(taxes(note.taxes)).toEqual(['VAT 0.2: 10.00 on 50.00']);
  });
});
