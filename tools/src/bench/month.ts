import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@millrace/kernel';
import { replay } from '../replay/replay.js';
import { SHARED } from './settings.js';
import type { Workload } from './workload.js';

/** A month of a retailer's documents, where somebody has put it. */
const FILE = join(SHARED, 'data', 'online-retail', '2010-12.csv.gz');
const IN_FLIGHT = 256;

/** A retailer's December, from its opening stock to its last document. An operation is a document. */
export const month: Workload = async ({ site, onProgress }) => {
  if (!existsSync(FILE)) return `${FILE} is not there`;
  const run = async () => {
    const { documents, seconds } = await replay(site, FILE, { company: `Online Retail ${newId().slice(-8)}`, concurrency: IN_FLIGHT, onProgress });
    return { operations: documents, seconds, perSecond: documents / seconds };
  };
  return [{ name: "retailer's month", inFlight: IN_FLIGHT, run, once: true }];
};
