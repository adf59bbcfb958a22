import type { ApiClient } from '../api/api-client.js';
import { Home } from '../site/home.js';
import { operatorClient } from '../sign-in/operator-client.js';
import { findSite } from '../site/site.js';
import { readState } from '../site/state.js';
import { SERVICES } from '../site/topology.js';
import { ControlClient } from '../supervisor/control-client.js';
import { print, printJson, table } from './output.js';

type Wait = Readonly<{ what: string; count: number; since: string; why?: string }>;
type ProcessWait = Wait & Readonly<{ process: string }>;

/** What each process waits for, and since when: of every process of a suite here, of one per service of a suite elsewhere. */
export async function showWaits({ json }: { json?: boolean }): Promise<void> {
  const site = findSite();
  const api = operatorClient(site);
  const state = readState(Home.default());
  const members = state && new URL(site.gateway).port === String(state.ports.gateway) ? await new ControlClient(state).status() : undefined;
  const doors = members
    ? members.flatMap(({ name, service, port }) =>
        SERVICES.filter((each) => each === service).map((each) => ({ process: name, service: each, url: `http://127.0.0.1:${port}` })),
      )
    : SERVICES.map((service) => ({ process: service, service, url: site.gateway }));
  const waits = (await Promise.all(doors.map(async (door) => (await waitsAt(api, door)).map((wait) => ({ process: door.process, ...wait }))))).flat();
  if (json) printJson(waits);
  else if (waits.length === 0) print('Nobody waits for anything.');
  else
    print(
      table(
        ['process', 'waits for', 'count', 'since', 'why'],
        waits.map(({ process, what, count, since, why }: ProcessWait) => [process, what, count, since, why ?? '']),
      ),
    );
}

async function waitsAt(api: ApiClient, { service, url }: Readonly<{ service: string; url: string }>): Promise<Wait[]> {
  const since = new Date().toISOString();
  try {
    const authorization = `Bearer ${await api.accessToken()}`;
    const answer = await fetch(`${url}/v1/operations/${service}/waits`, { headers: { authorization }, signal: AbortSignal.timeout(5_000) });
    return answer.ok ? ((await answer.json()) as Wait[]) : [{ what: 'being ready', count: 1, since, why: `it answers with ${answer.status}` }];
  } catch (error) {
    return [{ what: 'an answer of the process itself', count: 1, since, why: (error as Error).message }];
  }
}
