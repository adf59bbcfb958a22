import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, ApiError } from '../api/api-client.js';
import { operatorClient } from '../sign-in/operator-client.js';
import { findSite } from '../site/site.js';
import { green, print, printJson, progress, red, table } from './output.js';

type Run = Readonly<{
  id: string;
  state: 'running' | 'equal' | 'different' | 'switched' | 'failed';
  facts: number;
  compared: number;
  differences: readonly Readonly<{ table: string; key: string; found: string }>[];
  error?: string | null;
  startedAt: string;
  endedAt?: string | null;
}>;

export type RebuildOptions = Readonly<{ accept?: boolean; reason: string; json?: boolean }>;

const LOOK_MS = 300;

/** Builds a copy again beside the live one, compares both, and puts the new one in its place when that is wished. */
export async function rebuild(consumer: string, { accept, reason, json }: RebuildOptions): Promise<void> {
  const site = findSite();
  const api = operatorClient(site);
  const run = await carryOut(api, consumer, { accept, reason }, json ? () => {} : (facts) => progress(`${facts} facts applied again`));
  process.exitCode = run.state === 'equal' || run.state === 'switched' ? 0 : 1;
  if (json) return printJson(run);
  const seconds = ((Date.parse(run.endedAt!) - Date.parse(run.startedAt)) / 1_000).toFixed(1);
  if (run.state === 'failed') return print(`${red('It failed')}: ${run.error}. The live copy is as it was.`);
  if (run.differences.length > 0) {
    print(
      table(
        ['table', 'row', 'what the facts do not say'],
        run.differences.map((each) => [each.table, each.key, each.found]),
      ),
    );
    print(
      run.state === 'switched' ? green('\nThe new rows are in their place.') : red('\nThe live copy is as it was: --accept puts the new rows in its place.'),
    );
  } else print(green('Equal to the live copy, row by row.'));
  print(`${run.facts} facts, ${run.compared} rows, ${seconds} s.`);
}

async function carryOut(api: ApiClient, consumer: string, wish: object, onProgress: (facts: number) => void): Promise<Run> {
  const path = `/v1/operations/${consumer.slice(0, consumer.indexOf('.'))}/rebuilds`;
  try {
    const { rebuildId } = await api.post<{ rebuildId: string }>(path, { consumer, ...wish }, { retryForMs: 5_000 });
    for (let told = -1; ; await sleep(LOOK_MS)) {
      const run = await api.get<Run>(`${path}/${rebuildId}`);
      if (run.facts !== told && run.state === 'running') onProgress((told = run.facts));
      if (run.state !== 'running') return run;
    }
  } catch (error) {
    if (error instanceof ApiError && ['consumer-not-rebuildable', 'rebuild-under-way'].includes(error.problem.code))
      throw new Error(error.problem.detail, { cause: error });
    throw error;
  }
}
