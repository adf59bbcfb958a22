import type { TestProject } from 'vitest/node';
import { startSuite } from './own-suite.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the suite that the scenarios share. */
    home: string;
  }
}

/** Starts the whole suite once, two replicas of orders and inventory; each scenario has a company of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  process.env.MILLRACE_ORDERS_DEADLINE_SECONDS = '1'; // Scenarios wait for deadlines.
  process.env.MILLRACE_GATEWAY_ANONYMOUS_LIMIT_PER_MINUTE = '100000'; // Every route is tried without a good token, from this one address.
  const { home, stop } = await startSuite({ orders: 2, inventory: 2 });
  project.provide('home', home.folder);
  return stop;
}
