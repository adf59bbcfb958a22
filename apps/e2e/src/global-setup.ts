import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Home, Supervisor } from '@millrace/tools';
import type { TestProject } from 'vitest/node';

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
  const folder = mkdtempSync(join(tmpdir(), 'millrace-e2e-'));
  const supervisor = new Supervisor({
    home: new Home(join(folder, '.millrace')),
    replicas: { orders: 2, inventory: 2 },
    onProgress: () => {},
    onShutDown: () => {},
    // This machine is not going to lose power while the tests run.
    postgres: { fsync: 'off' },
  });
  await supervisor.start();
  project.provide('home', join(folder, '.millrace'));
  return async () => {
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
