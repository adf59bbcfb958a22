import type { ApiClient } from '../api/api-client.js';
import { operatorClient } from '../sign-in/operator-client.js';
import { findSite } from '../site/site.js';
import { SERVICES } from '../site/topology.js';
import { print, printJson, table } from './output.js';

type HeldStream = Readonly<{ topic: string; key: string; sequence: number; since: string; errorCode: string; errorMessage: string; unpublished: number }>;

/** An operator rather hears soon that a service is away. */
const PATIENCE = { retryForMs: 5_000 };

function client(): ApiClient {
  const site = findSite();
  return operatorClient(site);
}

export async function listHeld({ json }: { json?: boolean }): Promise<void> {
  const api = client();
  const held = (await Promise.all(SERVICES.map((name) => api.list<HeldStream>(`/v1/operations/${name}/held-streams`, PATIENCE)))).flat();
  if (json) printJson(held);
  else if (held.length === 0) print('The broker takes everything.');
  else
    print(
      table(
        ['topic', 'key', 'refused', 'unpublished', 'since', 'why'],
        held.map((each) => [each.topic, each.key, each.sequence, each.unpublished, each.since, `${each.errorCode}: ${each.errorMessage}`]),
      ),
    );
}

export async function releaseHeld(topic: string, key: string, { reason, json }: { reason: string; json?: boolean }): Promise<void> {
  await client().post(`/v1/operations/${topic.slice(0, topic.indexOf('.'))}/held-streams/releases`, { topic, key, reason }, PATIENCE);
  if (json) printJson({ released: { topic, key } });
  else print(`${topic} ${key} is published again.`);
}
