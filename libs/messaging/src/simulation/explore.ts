import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { simulate } from './simulate.js';

type Seeds = Readonly<{ from: number; count: number }>;
type Explored = Readonly<{ steps: number; failures: readonly Readonly<{ seed: number; violations: readonly string[] }>[] }>;

const FAILURES_SHOWN = 10;

async function explore({ from, count }: Seeds): Promise<Explored> {
  const failures: { seed: number; violations: readonly string[] }[] = [];
  let steps = 0;
  for (let seed = from; seed < from + count; seed += 1) {
    const run = await simulate(seed);
    steps += run.steps;
    if (run.violations.length > 0) failures.push({ seed, violations: run.violations });
  }
  return { steps, failures };
}

function exploreAside(seeds: Seeds): Promise<Explored> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: seeds });
    worker.once('message', resolve).once('error', reject);
  });
}

/** `npm run simulate -- --runs 100000 --seed 1`: many seeds on every core; ends with 1 when a promise was broken. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } } });
  const [runs, seed, workers] = [Number(values.runs), Number(values.seed), availableParallelism()];
  if (!Number.isSafeInteger(runs) || !Number.isSafeInteger(seed) || runs < 1) throw new RangeError('--runs and --seed are whole numbers, --runs above zero.');
  const started = performance.now();
  const each = Math.ceil(runs / workers);
  const explored = await Promise.all(
    Array.from({ length: workers }, (_, n) => exploreAside({ from: seed + n * each, count: Math.min(each, runs - n * each) })),
  );
  const seconds = (performance.now() - started) / 1_000;
  const failures = explored.flatMap((part) => part.failures);
  for (const failure of failures.slice(0, FAILURES_SHOWN)) process.stdout.write(`seed ${failure.seed}: ${failure.violations.join('; ')}\n`);
  const steps = explored.reduce((sum, part) => sum + part.steps, 0);
  process.stdout.write(`${runs} runs, ${failures.length} failed; ${Math.round(runs / seconds)} runs and ${Math.round(steps / seconds)} steps a second\n`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

if (isMainThread) await main();
else parentPort!.postMessage(await explore(workerData as Seeds), []);
