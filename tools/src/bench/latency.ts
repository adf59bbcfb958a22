import { eventDefinitions } from '@millrace/contracts';
import { kafkaClient, readEnvelope, readLog } from '@millrace/messaging';
import type { Site } from '../site/site.js';
import { pace, timingsOf } from './load.js';
import type { Case, Workload } from './workload.js';

const IDLE = 2;
const BUSY = 100;
const COMPLETION_LIMIT_MS = 120_000;

/**
 * From the commit of a fact to that of what another service made of it: the time stamps that both have on the log. At a few
 * orders a second, and at a hundred.
 */
export const latency: Workload = async ({ shop, site }) =>
  [IDLE, BUSY].map((perSecond): Case => {
    const run = async (seconds: number) => {
      const orders: string[] = [];
      const from = Date.now();
      await pace(async () => orders.push(await shop.place()), perSecond, seconds);
      const took = (Date.now() - from) / 1_000;
      await shop.untilInvoiced(orders, COMPLETION_LIMIT_MS);
      return timingsOf(await stepsSince(site, from), took);
    };
    return { name: `commit to effect, ${perSecond} orders a second`, inFlight: perSecond, warmUp: () => run(2), run };
  });

/** Milliseconds between each fact since a moment and what followed from it in another service. */
async function stepsSince(site: Site, from: number): Promise<number[]> {
  const kafka = kafkaClient({ ...site.kafka, clientId: 'millrace-bench' }, () => {});
  const told = new Map<string, { at: number; source: string }>();
  const effects: { at: number; source: string; cause: string }[] = [];
  const topics = [...new Set([...eventDefinitions().values()].map(({ topic }) => topic))];
  await readLog(kafka, topics, site.kafka.prefix, (record) => {
    const fact = readEnvelope(record);
    if (typeof fact === 'string' || Date.parse(fact.time) < from) return;
    const [at, source] = [Date.parse(fact.time), fact.type.slice(0, fact.type.indexOf('.'))];
    told.set(fact.id, { at, source });
    if (fact.causationId) effects.push({ at, source, cause: fact.causationId });
  });
  return effects.flatMap(({ at, source, cause }) => {
    const before = told.get(cause);
    return before && before.source !== source ? [at - before.at] : [];
  });
}
