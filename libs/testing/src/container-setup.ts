import type { TestProject } from 'vitest/node';
import { startContainers } from './servers.js';

/** The same as the global set-up, on containers whatever the environment says. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = await startContainers();
  project.provide('servers', servers.addresses);
  return servers.stop;
}
