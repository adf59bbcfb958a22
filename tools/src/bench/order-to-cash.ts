import { load } from './load.js';
import type { Case, Workload } from './workload.js';

const NAME = 'order-to-cash';
const WARM_UP_SECONDS = 10;
const COMPLETION_LIMIT_MS = 300_000;
/** The floor's clients: one beside one order at a time, else as many as its server can use. */
const FLOOR_CLIENTS = 8;

/** An order is placed, reserved, shipped, invoiced, and paid by its customer. */
export const orderToCash: Workload = async ({ shop, inFlight: wanted, orders }) =>
  wanted.map((inFlight): Case => {
    let counted: string[] = [];
    const run = (seconds: number) => load(async () => counted.push(await shop.orderToCash()), inFlight, seconds);
    return {
      ...(orders === 0 ? { name: NAME } : { name: `${NAME} on ${orders.toLocaleString('en')} orders`, against: NAME }),
      inFlight,
      floor: { workload: 'order-to-cash', clients: Math.min(inFlight, FLOOR_CLIENTS) },
      warmUp: () => run(WARM_UP_SECONDS),
      run,
      prove: async () => {
        await shop.untilCompleted(counted, COMPLETION_LIMIT_MS);
        counted = [];
      },
    };
  });
