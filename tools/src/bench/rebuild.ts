import { setTimeout as sleep } from 'node:timers/promises';
import type { RebuildRun } from '@millrace/messaging';
import { ApiClient } from '../api/api-client.js';
import type { Workload } from './workload.js';

const CUSTOMERS = 100_000;
const CONSUMER = 'finance.customer-copy';
const PATH = '/v1/operations/finance/rebuilds';

/** The largest copy is built again from its first fact, beside the live one, and compared with it row by row. */
export const rebuild: Workload = async ({ shop, site, onProgress }) => {
  const root = new ApiClient(site.gateway, site.administrator);
  return [
    {
      name: `rebuild of ${CONSUMER}, per fact`,
      inFlight: 1,
      once: true,
      prepare: async () => {
        onProgress(`making ${CUSTOMERS} customers`);
        await shop.makeCustomers(CUSTOMERS);
      },
      run: async () => {
        const from = performance.now();
        const { rebuildId } = await root.post<{ rebuildId: string }>(PATH, { consumer: CONSUMER, reason: 'measured' });
        for (;;) {
          const run = await root.get<RebuildRun>(`${PATH}/${rebuildId}`);
          const seconds = (performance.now() - from) / 1_000;
          if (run.state === 'equal') return { operations: run.facts, seconds, perSecond: run.facts / seconds };
          if (run.state !== 'running') throw new Error(`The rebuild ended ${run.state}: ${run.error ?? JSON.stringify(run.differences)}`);
          await sleep(100);
        }
      },
      prove: () => root.close(),
    },
  ];
};
