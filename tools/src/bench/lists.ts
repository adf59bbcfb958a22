import { load } from './load.js';
import type { Case, Workload } from './workload.js';

const IN_FLIGHT = 8;
const WARM_UP_SECONDS = 1;

/** Pages and searches as people open them; `{customer}` is one of the customers, `{item}` one of the items. */
const PAGES: Readonly<Record<string, string>> = {
  'list: sales orders': '/v1/sales-orders?limit=50',
  'list: orders of a customer': '/v1/sales-orders?customerId={customer}&limit=50',
  'list: completed orders': '/v1/sales-orders?status=completed&limit=50',
  'list: customer invoices': '/v1/customer-invoices?limit=50',
  'list: invoices of a customer': '/v1/customer-invoices?customerId={customer}&limit=50',
  'list: journal entries': '/v1/journal-entries?limit=50',
  'list: moves of an item': '/v1/stock-moves?sku={item}&limit=50',
  'search: items by name': '/v1/items?name={item}&limit=50',
  'search: customers by name': '/v1/customers?name=Customer%201&limit=50',
};

/** The first page of each list, over the data that the workloads before it have made. */
export const lists: Workload = async ({ shop }) =>
  Object.entries(PAGES).map(([name, page]): Case => {
    const read = (at: number) =>
      shop.api.get(page.replace('{customer}', shop.customers[at % shop.customers.length]!).replace('{item}', shop.skus[at % shop.skus.length]!));
    return { name, inFlight: IN_FLIGHT, warmUp: () => load(read, IN_FLIGHT, WARM_UP_SECONDS), run: (seconds) => load(read, IN_FLIGHT, seconds) };
  });
