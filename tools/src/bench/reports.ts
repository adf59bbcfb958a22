import type { ApiClient } from '../api/api-client.js';
import { untilThere } from '../api/patiently.js';
import { type Account, postable } from './journal-entry.js';
import { load } from './load.js';
import { isSealed, knownCustomers, writeLedger, writeMoves } from './many-lines.js';
import { Shop } from './shop.js';
import type { Case, Stage, Workload } from './workload.js';

const SIZES = [10_000, 100_000, 1_000_000];
const SEED = 1;
const WARM_UP_SECONDS = 3;
const SEALING_LIMIT_MS = 900_000;

/** What is read, by the name of the report; every row of the answer is fetched. */
const REPORTS: Readonly<Record<string, (api: ApiClient) => Promise<unknown>>> = {
  'trial balance': (api) => api.get('/v1/trial-balance'),
  'stock list': (api) => api.list('/v1/stock'),
  'open items, first page': (api) => api.get('/v1/open-items?limit=200'),
  'open items of a customer': async (api) => {
    const { data } = await api.get<{ data: { customerId: string }[] }>('/v1/open-items?limit=1');
    return api.list(`/v1/open-items?customerId=${data[0]!.customerId}`);
  },
};

/** The same reports over more and more lines: each size is a company of its own. */
export const reports: Workload = async (stage) => {
  const cases: Case[] = [];
  for (const size of SIZES) {
    stage.onProgress(`writing ${size.toLocaleString('en')} lines`);
    const shop = await shopOf(stage, size);
    for (const [report, read] of Object.entries(REPORTS)) cases.push(caseOf(report, size, () => read(shop.api)));
  }
  return cases;
};

function caseOf(report: string, size: number, read: () => Promise<unknown>): Case {
  const nameFor = (lines: number) => `${report}, ${lines.toLocaleString('en')} lines`;
  return {
    name: nameFor(size),
    inFlight: 1,
    ...(size === SIZES[0] ? {} : { against: nameFor(SIZES[0]!) }),
    warmUp: () => load(read, 1, WARM_UP_SECONDS),
    run: (seconds) => load(read, 1, seconds),
  };
}

async function shopOf({ site, asOwner, onProgress }: Stage, size: number): Promise<Shop> {
  const shop = await Shop.open(site, `Reports over ${size} lines`, SEED);
  const { api, companyId } = shop;
  const accounts = await untilThere(
    () => api.get<Account[]>('/v1/ledger-accounts'),
    (found) => found.length > 0,
    'the chart of accounts',
  );
  await asOwner('finance', async (client) => {
    await untilThere(
      () => knownCustomers(client, companyId),
      (known) => known === shop.customers.length,
      'every customer in finance',
    );
    await writeLedger(
      client,
      companyId,
      size,
      postable(accounts).map(({ code }) => code),
    );
    onProgress('waiting until they are sealed');
    await untilThere(() => isSealed(client, companyId), Boolean, 'the seal of every entry', SEALING_LIMIT_MS);
  });
  const [warehouse] = await api.get<{ warehouseId: string; stockLocationId: string }[]>('/v1/warehouses');
  const { warehouseId, stockLocationId } = warehouse!;
  const { locationId } = await api.post<{ locationId: string }>('/v1/locations', { warehouseId, code: 'BENCH', kind: 'storage' });
  await asOwner('inventory', (client) => writeMoves(client, companyId, size, stockLocationId, locationId));
  return shop;
}
