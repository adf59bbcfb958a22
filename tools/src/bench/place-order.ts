import { load, loadAll } from './load.js';
import type { Shop } from './shop.js';
import type { Case, Workload } from './workload.js';

const IN_FLIGHT = 8;
/** One order after the other makes code fast only slowly. */
const WARM_UP_SECONDS = 8;
const COLLECTED_AT_ONCE = 64;
const COMPLETION_LIMIT_MS = 600_000;
const ONE = 1;
const AT_THE_SERVICE = 'place order at the service';
/** Who else would work on orders at the same time. */
const OTHERS = ['inventory', 'finance', 'hr'] as const;

/** Orders are placed while the services that carry them out stand still; afterwards each goes its way to the end. */
export const placeOrder: Workload = async ({ shop, supervisor, onProgress }) => {
  let placed: string[] = [];
  const place = async () => placed.push(await shop.place());
  return [
    {
      name: 'place order',
      inFlight: IN_FLIGHT,
      floor: { workload: 'place order', clients: IN_FLIGHT },
      prepare: () => supervisor.halt(OTHERS),
      warmUp: () => load(place, IN_FLIGHT, WARM_UP_SECONDS),
      run: (seconds) => load(place, IN_FLIGHT, seconds),
      prove: async () => {
        await supervisor.resume(OTHERS);
        await finish(shop, placed, onProgress);
        placed = [];
      },
    },
  ];
};

/**
 * What the gateway adds: one order after the other is placed at the service that owns them, and then through the gateway,
 * with the same token and as many connections.
 */
export const door: Workload = async ({ shop, supervisor, onProgress }) => {
  const orders = supervisor.status().find(({ service }) => service === 'orders')!;
  const itself = shop.at(`http://127.0.0.1:${orders.port}`);
  const caseOf = (name: string, at: Shop, against?: string): Case => {
    let placed: string[] = [];
    const place = async () => placed.push(await at.place());
    return {
      name,
      inFlight: ONE,
      against,
      prepare: () => supervisor.halt(OTHERS),
      warmUp: () => load(place, ONE, WARM_UP_SECONDS),
      run: (seconds) => load(place, ONE, seconds),
      prove: async () => {
        await supervisor.resume(OTHERS);
        await finish(shop, placed, onProgress);
        placed = [];
      },
    };
  };
  return [caseOf(AT_THE_SERVICE, itself), caseOf('place order through the gateway', shop, AT_THE_SERVICE)];
};

async function finish(shop: Shop, placed: readonly string[], onProgress: (what: string) => void): Promise<void> {
  onProgress(`${placed.length} orders go their way`);
  await loadAll((at) => shop.collect({ salesOrderId: placed[at]! }), COLLECTED_AT_ONCE, placed.length);
  await shop.untilCompleted(placed, COMPLETION_LIMIT_MS);
}
