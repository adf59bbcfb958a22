import { describe, expect, it } from 'vitest';
import { MISTAKES } from './mistakes.js';
import { simulate } from './simulate.js';

const RUNS = Number(process.env.SIMULATION_RUNS ?? 3_000);
const RUNS_TO_FIND = 20_000;
/** A fixed start, so that a failure is seen again; `SIMULATION_SEED` explores elsewhere. */
const FIRST_SEED = Number(process.env.SIMULATION_SEED ?? 1);

type Simulate = typeof simulate;

async function firstFailure(run: Simulate, runs: number, wanted = /./): Promise<string | undefined> {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + runs; seed += 1) {
    const { violations } = await run(seed);
    if (wanted.test(violations.join('; '))) return `seed ${seed}: ${violations.join('; ')}`;
  }
  return undefined;
}

describe('messaging in simulation', () => {
  it(`applies every fact once and in order over ${RUNS} runs with crashes, duplicates and takeovers`, { timeout: 300_000 }, async () => {
    expect(await firstFailure(simulate, RUNS)).toBeUndefined();
  });

  it.each(MISTAKES.map(({ name, shows }, index) => [name, shows, index] as const))('finds: %s', { timeout: 120_000 }, async (_name, shows, index) => {
    const planted = `./simulate.js?mistake=${index}`;
    const mistaken = (await import(/* @vite-ignore */ planted)) as { simulate: Simulate };
    expect(await firstFailure(mistaken.simulate, RUNS_TO_FIND, shows)).toBeDefined();
  });
});
