import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range from which systems take the ports of outgoing connections, so that a port stays free while its server restarts. */
const LOWEST = 15_000;
const HIGHEST = 30_000;

/** So many ports of loopback that nobody listens on now, and none of those that somebody is about to use. */
export async function freePorts(count: number, taken: readonly number[] = []): Promise<number[]> {
  const ports: number[] = [];
  for (let port = randomInt(LOWEST, HIGHEST - 1_000); ports.length < count && port < HIGHEST; port++) {
    if (!taken.includes(port) && (await isPortFree(port))) ports.push(port);
  }
  if (ports.length < count) throw new Error(`There are no ${count} free ports between ${LOWEST} and ${HIGHEST}.`);
  return ports;
}

export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
