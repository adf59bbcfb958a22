import type { TestProject } from 'vitest/node';
import { type ServerAddresses, startTestServers } from './servers.js';

declare module 'vitest' {
  export interface ProvidedContext {
    servers: ServerAddresses;
  }
}

/** Starts PostgreSQL and Kafka once for all integration specs; each spec file makes databases and topics of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = await startTestServers();
  project.provide('servers', servers.addresses);
  return servers.stop;
}
