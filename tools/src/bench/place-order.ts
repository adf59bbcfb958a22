import { load, loadAll } from './load.js';
import type { Workload } from './workload.js';

const IN_FLIGHT = 8;
const WARM_UP_SECONDS = 2;
const COLLECTED_AT_ONCE = 64;
const COMPLETION_LIMIT_MS = 600_000;
/** Who else would work on orders at the same time. */
const OTHERS = ['inventory', 'finance', 'hr'] as const;

/** Orders are placed while the services that carry them out stand still; afterwards each goes its way to the end. */
export const placeOrder: Workload = async ({ shop, supervisor, onProgress }) => {
  let placed: string[] = [];
  const place = async () => placed.push(await shop.place());
  const finish = async () => {
    onProgress(`${placed.length} orders go their way`);
    await loadAll((at) => shop.collect({ salesOrderId: placed[at]! }), COLLECTED_AT_ONCE, placed.length);
    await shop.untilCompleted(placed, COMPLETION_LIMIT_MS);
    placed = [];
  };
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
        await finish();
      },
    },
  ];
};
