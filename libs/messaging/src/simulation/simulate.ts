import { World } from './world.js';

/** One run from a seed. @returns what was found wrong, and how many steps it took. */
export async function simulate(seed: number): Promise<Readonly<{ violations: readonly string[]; steps: number }>> {
  const world = new World(seed);
  const violations = await world.run();
  return { violations, steps: world.scheduler.steps };
}
