import { eventDefinitions } from '@millrace/contracts';
import { kafkaClient, readLog } from '@millrace/messaging';
import { findSite } from '../site/site.js';
import { CaseIndex, type Step } from '../trace/business-case.js';
import { print, printJson, progress, table } from './output.js';

/** Every fact of one business case in causal order, from the log alone. */
export async function trace(order: string, { json }: { json?: boolean }): Promise<void> {
  const site = findSite();
  const kafka = kafkaClient({ ...site.kafka, clientId: 'millrace-trace' }, () => {});
  const index = new CaseIndex();
  const topics = [...new Set([...eventDefinitions().values()].map(({ topic }) => topic))].sort();
  if (!json) progress('reading the log');
  await readLog(kafka, topics, site.kafka.prefix, (record) => index.add(record));
  const ids = index.ordersOf(order);
  if (ids.length === 0) throw new Error(`The log knows no order ${order}. Name it by its id, or by its number such as SO-2026-000001.`);
  if (ids.length > 1) throw new Error(`Several companies have an order ${order}: name it by its id, one of ${ids.join(', ')}.`);
  const steps = index.follow(ids[0]!);
  if (json) return printJson(steps);
  print(
    table(
      ['after ms', 'of it since cause', 'fact', 'of', 'sent', 'by'],
      steps.map((step) => [
        step.msSinceStart,
        step.msSinceCause ?? '',
        `${'  '.repeat(step.depth)}${step.type}`,
        `${step.key} ${step.sequence}`,
        sent(step),
        step.actor,
      ]),
    ),
  );
  const again = steps.filter(({ places }) => places.length > 1).length;
  print(`\n${steps.length} facts${again > 0 ? `; ${again} of them lie on the log more than once and had their effect once` : ''}.`);
}

function sent({ places }: Step): string {
  return places.length === 1 ? 'once' : `${places.length} times`;
}
