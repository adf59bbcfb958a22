import { ApiClient } from '../api/api-client.js';
import { ensureCompany } from '../api/companies.js';
import { runAudit } from '../audit/audit.js';
import { bold, green, print, red, table } from '../commands/output.js';
import type { Site } from '../site/site.js';
import { DemoCompany } from './demo-company.js';
import { COMPANY } from './demo-data.js';

type OrderSummary = Readonly<{ orders: readonly Readonly<{ status: string; orders: number }>[]; returns: number }>;
type SalesSummary = Readonly<Record<'invoices' | 'creditNotes', Readonly<{ documents: number; gross: string }>>>;
type StockSummary = Readonly<{ onHand: string; value: string; moves: readonly Readonly<{ kind: string; moves: number }>[] }>;
type TrialBalance = Readonly<{ debit: string; credit: string; lines: readonly Readonly<{ account: string; name: string; closing: string }>[] }>;

/** A demo company has one day of business; then what happened is shown, and proved. Done before, it is only shown. */
export async function runDemo(site: Site, onProgress: (what: string) => void, show: (text: string) => void = print): Promise<void> {
  const root = new ApiClient(site.gateway, site.administrator);
  const company = await ensureCompany(root, COMPANY);
  const api = root.forCompany(company.companyId);
  try {
    if (await isOver(api)) onProgress(`${COMPANY.name} has had its day: the data are those of the last start`);
    else await haveDay(api, onProgress);
    await showDay(api, show);
  } finally {
    await Promise.all([root.close(), api.close()]);
  }
  await showVerdict(site, show);
}

/** The last thing of the day is that wages are paid. */
async function isOver(api: ApiClient): Promise<boolean> {
  const { data } = await api.get<{ data: { state: string }[] }>('/v1/payroll-runs');
  return data.some((run) => run.state === 'paid');
}

async function haveDay(api: ApiClient, onProgress: (what: string) => void): Promise<void> {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: COMPANY.timeZone }).format(new Date());
  const demo = new DemoCompany(api, today);
  onProgress(`${COMPANY.name}: items, prices, customers, opening stock`);
  await demo.stockUp();
  onProgress('orders come in: some wait for goods, some are refused, one is cancelled');
  await demo.takeOrders();
  onProgress('a delivery arrives and serves those who wait');
  await demo.receiveDelivery();
  onProgress('customers pay, and send some back');
  await demo.collectPayments();
  onProgress('wages are worked out, approved and paid');
  await demo.payWages();
}

async function showDay(api: ApiClient, show: (text: string) => void): Promise<void> {
  const [orders, sales, stock, balance] = await Promise.all([
    api.get<OrderSummary>('/v1/order-summary'),
    api.get<SalesSummary>('/v1/sales-summary'),
    api.get<StockSummary>('/v1/stock-summary'),
    api.get<TrialBalance>('/v1/trial-balance'),
  ]);
  const count = orders.orders.reduce((sum, each) => sum + each.orders, 0);
  const moves = stock.moves.reduce((sum, each) => sum + each.moves, 0);
  const rows: [string, number | string, string][] = [
    ['orders', count, orders.orders.map(({ status, orders: n }) => `${n} ${status}`).join(', ')],
    ['returns', orders.returns, 'one of an order, one without'],
    ['stock moves', moves, `${stock.onHand} units on hand, worth ${stock.value} GBP`],
    ['invoices', sales.invoices.documents, `${sales.invoices.gross} GBP with tax`],
    ['credit notes', sales.creditNotes.documents, `${sales.creditNotes.gross} GBP with tax`],
    ['trial balance', balance.lines.length, `accounts; debit ${balance.debit} = credit ${balance.credit} GBP`],
  ];
  show(`\n${bold(`A day at ${COMPANY.name}`)}\n${table(['what', 'count', ''], rows)}`);
}

async function showVerdict(site: Site, show: (text: string) => void): Promise<void> {
  const { clean, facts, findings } = await runAudit(site);
  const compared = findings.reduce((sum, each) => sum + each.compared, 0);
  const verdict = clean ? green('clean') : red('not clean: run "npx millrace audit"');
  show(`\n${bold('Audit')}: ${verdict} (${facts} facts in order, ${compared} figures of five databases compared)`);
}
