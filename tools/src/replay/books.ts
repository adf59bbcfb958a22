import { Decimal } from '@millrace/kernel';
import { ApiClient } from '../api/api-client.js';
import { findCompany } from '../api/companies.js';
import type { Site } from '../site/site.js';
import { countryName } from './countries.js';

type SalesTotal = Readonly<{ documents: number; net: string; tax: string; gross: string }>;
type SalesSummary = Readonly<{
  invoices: SalesTotal;
  creditNotes: SalesTotal;
  badDebts: SalesTotal;
  byCountry: readonly Readonly<{ country: string; net: string }>[];
}>;
type OrderSummary = Readonly<{
  customers: number;
  orders: readonly Readonly<{ status: string; orders: number; lines: number }>[];
  returns: number;
  returnLines: number;
}>;
type Moves = Readonly<{ kind: string; moves: number; quantity: string; cost: string }>;
type StockSummary = Readonly<{
  stockedItems: number;
  onHand: string;
  value: string;
  adjustments: Readonly<{ documents: number; lines: number }>;
  moves: readonly Moves[];
}>;

/** Items whose closing stock is shown one by one. */
const SHOWN = ['85123A', '22423', '71053', '84029G', '22633'];

/** What a company's books say, from the figures of orders, inventory and finance. @throws Error when there is no such company. */
export async function readBooks(site: Site, companyName: string): Promise<Readonly<Record<string, unknown>>> {
  const root = new ApiClient(site.gateway, site.administrator);
  const company = await findCompany(root, companyName);
  if (!company) throw new Error(`There is no company "${companyName}".`);
  const api = root.forCompany(company.companyId);
  try {
    const [sales, orders, stock] = await Promise.all([
      api.get<SalesSummary>('/v1/sales-summary'),
      api.get<OrderSummary>('/v1/order-summary'),
      api.get<StockSummary>('/v1/stock-summary'),
    ]);
    return booksOf(sales, orders, stock, await closingUnits(api));
  } finally {
    await Promise.all([root.close(), api.close()]);
  }
}

function booksOf(sales: SalesSummary, orders: OrderSummary, stock: StockSummary, closing: Readonly<Record<string, number>>): Readonly<Record<string, unknown>> {
  const sold = orders.orders.filter(({ status }) => status !== 'rejected' && status !== 'cancelled');
  const count = (of: 'orders' | 'lines') => sold.reduce((sum, each) => sum + each[of], 0);
  const { badDebts, adjustments } = { badDebts: sales.badDebts, adjustments: stock.adjustments };
  const moved = (kind: string) => stock.moves.find((each) => each.kind === kind) ?? { moves: 0, quantity: '0', cost: '0' };
  const units = (kind: string) => Number(moved(kind).quantity);
  const cost = (kind: string) => new Decimal(moved(kind).cost);
  const documents = { 'bad debt': badDebts.documents, return: orders.returns, sale: count('orders'), 'stock adjustment': adjustments.documents };
  const money = { 'bad debt': moneyOf(badDebts), return: moneyOf(sales.creditNotes), sale: moneyOf(sales.invoices) };
  return {
    lines: count('lines') + orders.returnLines + adjustments.lines + badDebts.documents,
    documents: Object.fromEntries(Object.entries(documents).filter(([, n]) => n > 0)),
    customers: orders.customers,
    'stock items': stock.stockedItems,
    money: Object.fromEntries(Object.entries(money).filter(([name]) => documents[name as keyof typeof documents] > 0)),
    'net revenue by country': Object.fromEntries(
      sales.byCountry.map(({ country, net }) => [countryName(country), net] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    stock: {
      moves: stock.moves.filter(({ kind }) => kind !== 'opening').reduce((sum, each) => sum + each.moves, 0),
      'units opening': units('opening'),
      'units shipped': units('shipment'),
      'units returned': units('return'),
      'units adjusted': units('gain') - units('loss'),
      'units closing': Number(stock.onHand),
      'value opening': cost('opening').toFixed(2),
      'value closing': stock.value,
      'cost of goods sold, less returns': cost('shipment').minus(cost('return')).toFixed(2),
      'adjustments at cost': cost('gain').minus(cost('loss')).toFixed(2),
    },
    'closing units of some': closing,
  };
}

const moneyOf = ({ net, tax, gross }: SalesTotal) => ({ net, tax, gross });

async function closingUnits(api: ApiClient): Promise<Record<string, number>> {
  const rows = await Promise.all(
    SHOWN.map(async (sku): Promise<[string, number][]> => {
      const { data: items } = await api.get<{ data: { kind: string }[] }>(`/v1/items?sku=${sku}`);
      if (items[0]?.kind !== 'stocked') return [];
      const { data: levels } = await api.get<{ data: { onHand: string }[] }>(`/v1/stock?sku=${sku}`);
      return [[sku, levels.reduce((sum, level) => sum + Number(level.onHand), 0)]];
    }),
  );
  return Object.fromEntries(rows.flat());
}
