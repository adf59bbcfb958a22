import { ApiClient } from '../api/api-client.js';
import { ensureCompany } from '../api/companies.js';
import type { Site } from '../site/site.js';
import { GoodsOrder } from './in-order.js';
import { readRetailFile, type RetailDocument } from './retail-file.js';
import { planOf } from './retail-plan.js';
import { Retailer } from './retailer.js';

export type ReplayOptions = Readonly<{ company: string; until?: string; concurrency: number; onProgress: (what: string) => void }>;
export type ReplayResult = Readonly<{ companyId: string; documents: number; lines: number; seconds: number }>;

const REPORT_MS = 5_000;

/**
 * Drives a retailer's documents through the gateway, in the file's order as far as stock needs it. What an earlier run
 * did is found, not done again.
 */
export async function replay(site: Site, file: string, { company: name, until, concurrency, onProgress }: ReplayOptions): Promise<ReplayResult> {
  const startedAt = Date.now();
  const all = await readRetailFile(file);
  const documents = upTo(all, until);
  const plan = planOf(all);
  onProgress(`${documents.length} documents, ${plan.items.length} items; opening stock on ${plan.openingOn}`);
  const root = new ApiClient(site.gateway, site.administrator);
  const company = await ensureCompany(root, { name, country: 'GB', timeZone: 'Europe/London', baseCurrency: 'GBP' });
  const api = root.forCompany(company.companyId);
  const retailer = new Retailer(api);
  try {
    await retailer.openYears(plan);
    await Promise.all([retailer.createItems(plan), retailer.createCustomers(documents)]);
    await retailer.receiveOpening(plan);
    if (!company.isNew) await retailer.recall();
    onProgress('items, customers and opening stock are there');
    await carryOutAll(documents, retailer, concurrency, onProgress);
    await retailer.settle((open) => onProgress(`${open} orders on their way`));
  } finally {
    await Promise.all([root.close(), api.close()]);
  }
  const seconds = (Date.now() - startedAt) / 1_000;
  return { companyId: company.companyId, documents: documents.length, lines: documents.reduce((sum, each) => sum + each.lines.length, 0), seconds };
}

function upTo(documents: readonly RetailDocument[], until: string | undefined): readonly RetailDocument[] {
  if (until === undefined) return documents;
  const last = documents.findIndex((document) => document.number === until);
  if (last < 0) throw new Error(`There is no document ${until} in the file.`);
  return documents.slice(0, last + 1);
}

async function carryOutAll(documents: readonly RetailDocument[], retailer: Retailer, concurrency: number, onProgress: (what: string) => void): Promise<void> {
  const order = new GoodsOrder();
  let next = 0;
  let done = 0;
  let failed: unknown;
  const report = setInterval(() => onProgress(`${done} of ${documents.length} documents`), REPORT_MS);
  const work = async (): Promise<void> => {
    while (next < documents.length && failed === undefined) {
      const document = documents[next++]!;
      const { ready, arrived } = order.add(document);
      if (retailer.isDone(document)) arrived();
      else await ready.then(() => retailer.carryOut(document, arrived)).catch((error: unknown) => (failed ??= error));
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  clearInterval(report);
  if (failed !== undefined) throw failed as Error;
  onProgress(`${done} documents done`);
}
