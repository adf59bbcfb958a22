import { createClient, pagesOf, untilArrived, unwrapped } from '@millrace/client';

const { MILLRACE_URL, MILLRACE_LOGIN, MILLRACE_SECRET, MILLRACE_COMPANY } = process.env as Record<string, string>;
const millrace = createClient({ baseUrl: MILLRACE_URL!, login: MILLRACE_LOGIN!, secret: MILLRACE_SECRET!, companyId: MILLRACE_COMPANY });
const today = new Date().toISOString().slice(0, 10);
const sku = `MUG-${Date.now()}`;

// Something to sell, ten of it in the house, and its price.
await unwrapped(millrace.POST('/v1/items', { body: { sku, name: 'Mug, blue', kind: 'stocked' } }));
await untilArrived(
  () => millrace.POST('/v1/receipts', { body: { kind: 'purchase', lines: [{ sku, quantity: '10', unitCost: '2.10' }] } }),
  'company-not-ready',
);
await untilArrived(() => millrace.POST('/v1/prices', { body: { sku, unitPrice: '5.50', validFrom: today } }), 'item-unknown', 'company-not-ready');

// Somebody buys four, and the answer comes when they are shipped and invoiced.
const { customerId } = await unwrapped(millrace.POST('/v1/customers', { body: { name: 'Harbour Café', country: 'GB' } }));
const order = await untilArrived(
  () =>
    millrace.POST('/v1/sales-orders', {
      params: { query: { until: 'invoiced' } },
      headers: { prefer: 'wait=30' },
      body: { customerId, lines: [{ sku, quantity: '4' }] },
    }),
  'item-unknown',
  'warehouse-unknown',
);

// What is owed is paid.
const [invoice] = order.invoices;
const { customerInvoiceId, grossTotal } = invoice!;
await untilArrived(() => millrace.POST('/v1/payments', { body: { customerId, amount: grossTotal, allocations: [{ customerInvoiceId }] } }), 'customer-unknown');

// Six are left, nothing is open, and the invoices of today are there to be read.
const stock = await unwrapped(millrace.GET('/v1/stock', { params: { query: { sku, expand: ['item'] } } }));
const paid = pagesOf((after) =>
  millrace.GET('/v1/customer-invoices', {
    params: { query: { after, filter: { customerId, documentOn: { gte: today }, paid: 'true' }, sort: ['-grossTotal'], fields: ['number', 'grossTotal'] } },
  }),
);
process.stdout.write(`${stock.data[0]!.item!.name}: ${stock.data[0]!.onHand} left\n`);
for await (const { number, grossTotal: amount } of paid) process.stdout.write(`${number}: ${amount} paid\n`);
